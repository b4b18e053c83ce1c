"""jekyll-redirect-from: pages that send visitors of an old address to the new one.

Front matter: ``redirect_from`` (an address or a list), ``redirect_to`` (where this page went).
``/redirects.json`` lists all, unless the site has that file or says ``redirect_from: {json:
false}``. A layout ``redirect`` of the site's takes the place of the built-in one.

Source: https://github.com/jekyll/jekyll-redirect-from (0.16.0).
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinkyll.content import Layout, PageWithoutAFile
from jinkyll.content.urls import absolute_url
from jinkyll.plugins.api import Generator

if TYPE_CHECKING:
    from jinkyll.content import Document, Page, Site

PURE = True

_TEMPLATE: Final = Path(__file__).parent / "templates" / "redirect.html"
_WEB_ADDRESS: Final = re.compile(r"^https?://", re.MULTILINE)


class RedirectPage(PageWithoutAFile):
    """The page at an old address."""

    allows_used_permalink = True


class Redirects(Generator):
    """Adds the redirecting pages and the list of them."""

    def generate(self, site: Site) -> None:
        """Add a page for each ``redirect_from``, and turn what has ``redirect_to`` into one."""
        if "redirect" not in site.layouts:
            site.layouts["redirect"] = Layout(
                name="redirect.html",
                path=str(_TEMPLATE),
                relative_path="_layouts/redirect.html",
                content=_TEMPLATE.read_text("utf-8"),
            )
        redirects: dict[str, str] = {}
        items: list[Document | Page] = [*site.docs_to_write, *site.pages]
        for item in items:
            for path in _list(item.data["redirect_from"]):
                page = RedirectPage(site, "", "redirect.html", data=_data(site, path, item.url))
                site.pages.append(page)
                redirects[_rooted(path)] = page.data["redirect"]["to"]
            if targets := _list(item.data["redirect_to"]):
                _redirect(item, targets[0])
                redirects[_rooted(item.url)] = item.data["redirect"]["to"]
        settings = site.config.get("redirect_from")
        wanted = not (isinstance(settings, dict) and settings.get("json") is False)
        if wanted and not site.in_source("redirects.json").exists():
            text = json.dumps(redirects, ensure_ascii=False, separators=(",", ":"))
            site.pages.append(
                PageWithoutAFile(site, "", "redirects.json", data={"layout": None}, content=text)
            )


def _redirect(item: Document | Page, target: str) -> None:
    url = item.url
    item.data.update(_data(item.site, url, target))
    item.content = ""


def _data(site: Site, start: str, target: str) -> dict[str, Any]:
    start = _rooted(start)
    if not _WEB_ADDRESS.search(target):
        target = absolute_url(site.config, target)
    return {
        "sitemap": False,
        "layout": "redirect",
        "permalink": start,
        "redirect": {"from": start, "to": target},
    }


def _list(value: object) -> list[str]:
    if isinstance(value, list):
        return [str(each) for each in value if each is not None]
    return [] if value is None or value is False else [str(value)]


def _rooted(path: str) -> str:
    return path if path.startswith("/") else f"/{path}"
