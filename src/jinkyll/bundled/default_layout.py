"""jekyll-default-layout: Markdown that names no layout gets one, if the site has it.

``home`` for the page at ``/``, ``page`` for pages, ``post`` for posts, else ``default``;
``layout: null`` in front matter asks for none.

Source: https://github.com/benbalter/jekyll-default-layout (0.1.5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.content import Page
from jinkyll.plugins.api import Generator, Priority

if TYPE_CHECKING:
    from jinkyll.content import Document, Site

PURE = True


class DefaultLayout(Generator):
    """Fills in the layouts."""

    priority = Priority.LOWEST

    def generate(self, site: Site) -> None:
        """Give every page and post without a word about its layout one."""
        items: list[Page | Document] = [*site.pages, *site.posts]
        for item in items:
            if item.extname.lower() not in site.config.markdown_ext:
                continue
            if "layout" in item.data or item.data["layout"] is not None:
                continue
            item.data["layout"] = _layout(site, item)


def _layout(site: Site, item: Page | Document) -> str | None:
    candidates = ["home"] if item.url == "/" else []
    candidates += ["page" if isinstance(item, Page) else "post", "default"]
    return next((name for name in candidates if name in site.layouts), None)
