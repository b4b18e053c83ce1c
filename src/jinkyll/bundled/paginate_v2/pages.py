"""The numbered pages, and what they see as ``paginator``."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from jinkyll.content import Page
from jinkyll.content.front_matter import FrontMatter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.content import Document, Site

__all__ = ["numbered_pages"]


def numbered_pages(
    site: Site,
    template: Page,
    settings: Mapping[str, Any],
    documents: list[Document],
    per_page: int,
    total: int,
) -> list[Page]:
    """*total* pages with *per_page* of the *documents* each, made after *template*."""
    index_name = str(settings.get("indexpage") or "").partition(".")[0]
    extension = settings.get("extension")
    extension = "" if extension is None else f".{str(extension).removeprefix('.')}"
    first_url = _with_slash(str(template.data["permalink"] or template.dir))
    numbered_url = _join(first_url, str(settings["permalink"]))
    site_title = site.config.get("title")
    title = template.data["title"] or site_title

    pages: list[Page] = []
    for number in range(1, total + 1):
        pager = _pager(
            documents, number, per_page, total, (first_url, numbered_url), (index_name, extension)
        )
        page = _page(site, template, index_name + extension)
        page.pager = pager
        path = str(pager["page_path"])
        if path.endswith("/"):
            url = _join(path, index_name + extension)
        else:
            url = path if path.endswith(extension) else path + extension
        page.__dict__["url"] = url
        page.data["pagination_info"] = {"curr_page": number, "total_pages": total}
        if template.data["permalink"]:
            page.data["permalink"] = path
        page.data["title"] = title
        if number > 1:
            if "title" in settings:
                pattern = str(settings["title"]).replace(
                    ":title", "" if title is None else str(title), 1
                )
                page.data["title"] = _numbered(pattern, number, total)
            page.data["autogen"] = "jekyll-paginate-v2"
        pages.append(page)
    _add_trails(pages, settings.get("trail"))
    return pages


def _page(site: Site, template: Page, name: str) -> Page:
    page = Page(site, "", name, body_line=template.body_line)
    # The defaults stay those of the template's path.
    page.data = FrontMatter(copy.copy(dict(template.data)), template.data.fallback)
    autopage = template.data["autopage"]
    if not autopage:
        page.content = template.content
    elif "display_name" in autopage:
        page.data["autopages"] = dict(autopage)
    return page


def _pager(
    documents: list[Document],
    number: int,
    per_page: int,
    total: int,
    urls: tuple[str, str],
    index: tuple[str, str],
) -> dict[str, Any]:
    first, numbered = urls
    name, extension = index
    own = _full(first if number == 1 else numbered, name or "index", extension or ".html")
    if name:
        first = _full(first, name, extension)
        numbered = _full(numbered, name, extension)
    previous = number - 1 if number > 1 else None
    following = number + 1 if number < total else None
    previous_path = None
    if previous is not None:
        previous_path = _numbered(first if previous == 1 else numbered, previous, total)
    return {
        "per_page": per_page,
        "posts": documents[(number - 1) * per_page : number * per_page],
        "total_posts": len(documents),
        "total_pages": total,
        "page": number,
        "page_path": _numbered(own, number, total),
        "previous_page": previous,
        "previous_page_path": previous_path,
        "next_page": following,
        "next_page_path": None if following is None else _numbered(numbered, following, total),
        "first_page": 1,
        "first_page_path": _numbered(first, 1, total),
        "last_page": total,
        "last_page_path": _numbered(numbered, total, total),
        "page_trail": None,
    }


def _add_trails(pages: list[Page], configured: object) -> None:
    trail = configured if isinstance(configured, dict) else {}
    before, after = (max(0, int(trail.get(key) or 0)) for key in ("before", "after"))
    if len(pages) <= 1 or not (before or after):
        return
    length = before + after + 1
    for page in pages:
        start = max(0, page.pager["page"] - before - 1)
        end = min(start + length, len(pages))
        start = max(0, end - length)
        page.pager["page_trail"] = [
            {"num": number, "path": each.pager["page_path"], "title": each.data["title"]}
            for number, each in enumerate(pages[start:end], start + 1)
        ]


def _numbered(pattern: str, number: int, total: int) -> str:
    return pattern.replace(":num", str(number), 1).replace(":max", str(total), 1)


def _full(url: str, name: str, extension: str) -> str:
    """*url* with the name of its file; one without any dot gets the name alone, as in the gem."""
    if url.endswith("/"):
        return url + name + extension
    return url if "." in url else url + name


def _with_slash(path: str) -> str:
    return path if path.endswith("/") else f"{path}/"


def _join(one: str, other: str) -> str:
    return f"{one.rstrip('/')}/{other.lstrip('/')}"
