"""jekyll-paginate: the posts in pages of ``paginate``, from the one fitting ``index.html``.

Configuration: ``paginate`` (posts on each page), ``paginate_path`` (``/page:num``). Posts with
``hidden: true`` are left out. Templates get ``paginator``.

Source: https://jekyllrb.com/docs/pagination/ (1.1.0).
"""

from __future__ import annotations

import math
import posixpath
import re
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.configuration.truth import truthy
from jinkyll.content import Page
from jinkyll.errors import ConfigurationError
from jinkyll.plugins.api import Generator, Priority

if TYPE_CHECKING:
    from jinkyll.content import Document, Site

PURE = True

__all__ = ["Pagination"]

_LEADING_NUMBER = re.compile(r"\s*\d+")


class Pagination(Generator):
    """Gives the template page its first posts and adds a copy of it for each further page."""

    priority = Priority.LOWEST

    def generate(self, site: Site) -> None:
        """Paginate, if the configuration asks for it."""
        if site.config.get("paginate") is None or not site.pages:
            return
        template = _template(site)
        if template is None:
            log.warn(
                "Pagination:",
                "Pagination is enabled, but I couldn't find an index.html page to use as the"
                " pagination template. Skipping pagination.",
            )
            return
        per_page = _per_page(site.config["paginate"])
        posts = [post for post in reversed(site.posts) if not truthy(post.data["hidden"])]
        total = math.ceil(len(posts) / per_page)
        first_url = template.url
        for number in range(1, total + 1):
            pager = _pager(site, posts, number, per_page, total, first_url)
            if number == 1:
                template.pager = pager
                continue
            page = Page(
                site,
                _path(site, number, first_url),
                template.name,
                data=dict(template.data),
                content=template.content,
                body_line=template.body_line,
            )
            # Only the address is another: path and front matter defaults are the template's.
            page.relative_path = posixpath.join(template.dir, template.name).lstrip("/")
            page.pager = pager
            site.pages.append(page)


def _per_page(setting: object) -> int:
    match = _LEADING_NUMBER.match(str(setting))
    per_page = int(match[0]) if match else 0
    if per_page < 1:
        raise ConfigurationError(
            f"paginate: {setting} is no number of posts", hint="a whole number from 1 on"
        )
    return per_page


def _template(site: Site) -> Page | None:
    """The ``index.html`` that lies on the way to ``paginate_path``, the deepest one."""
    source = str(site.source)
    folder = posixpath.dirname(posixpath.join(source, _pattern(site).lstrip("/")))
    folders: set[str] = set()
    while folder not in folders:
        folders.add(folder)
        folder = posixpath.dirname(folder)
    candidates = [
        page
        for page in site.pages
        if page.name == "index.html"
        and posixpath.dirname(posixpath.join(source, page.path.removeprefix("/"))) in folders
    ]
    return max(candidates, key=lambda page: len(page.path), default=None)


def _pattern(site: Site) -> str:
    return posixpath.normpath(str(site.config.get("paginate_path") or "/page:num"))


def _path(site: Site, number: int, first_url: str) -> str:
    if number <= 1:
        return first_url
    path = str(site.config.get("paginate_path") or "/page:num").replace(":num", str(number), 1)
    return path if path.startswith("/") else f"/{path}"


def _pager(
    site: Site, posts: list[Document], number: int, per_page: int, total: int, first_url: str
) -> dict[str, object]:
    previous = number - 1 if number > 1 else None
    following = number + 1 if number < total else None
    return {
        "page": number,
        "per_page": per_page,
        "posts": posts[(number - 1) * per_page : number * per_page],
        "total_posts": len(posts),
        "total_pages": total,
        "previous_page": previous,
        "previous_page_path": None if previous is None else _path(site, previous, first_url),
        "next_page": following,
        "next_page_path": None if following is None else _path(site, following, first_url),
    }
