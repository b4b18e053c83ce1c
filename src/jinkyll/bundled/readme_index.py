"""jekyll-readme-index: a README becomes the index of its folder where there is no other.

Configuration ``readme_index``: ``enabled``, ``remove_originals``, ``with_frontmatter`` (also
readmes that are pages already).

Source: https://github.com/benbalter/jekyll-readme-index (0.3.0).
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from jinkyll.plugins.api import Generator, Priority
from jinkyll.plugins.pages import page_from_static_file

if TYPE_CHECKING:
    from jinkyll.content import Page, Site, StaticFile

PURE = True


class ReadmeIndex(Generator):
    """Adds an index page for each folder that has but a readme."""

    priority = Priority.LOW

    def generate(self, site: Site) -> None:
        """Add the pages."""
        configured = site.config.get("readme_index")
        settings = configured if isinstance(configured, dict) else {}
        if settings.get("enabled") is False:
            return
        extensions = "|".join(re.escape(ext) for ext in site.config.markdown_ext)
        readme = re.compile(rf"/readme(?:{extensions})$", re.IGNORECASE | re.MULTILINE)
        for file in [each for each in site.static_files if readme.search(each.relative_path)]:
            if _has_index(site, folder := _folder(file.url)):
                continue
            page = page_from_static_file(file)
            page.data["permalink"] = folder
            site.pages.append(page)
            if settings.get("remove_originals") is True:
                site.static_files.remove(file)
        if settings.get("with_frontmatter") is True:
            for page in site.pages:
                if readme.search(f"/{page.path}") and not _has_index(
                    site, folder := _folder(page.url)
                ):
                    page.data["permalink"] = folder
                    page.__dict__.pop("url", None)


def _folder(url: str) -> str:
    folder = posixpath.dirname(url.rstrip("/"))
    return folder if folder.endswith("/") else f"{folder}/"


def _has_index(site: Site, folder: str) -> bool:
    start = re.compile(rf"^{re.escape(folder)}(?:$|index\.(?:html?|xhtml|xml)$)", re.IGNORECASE)
    items: list[Page | StaticFile] = [*site.pages, *site.static_files]
    return any(start.search(item.url) for item in items)
