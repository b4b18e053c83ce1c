"""jekyll-relative-links: links to source files become links to their pages.

``[text](../other.md#part)`` and reference links. Configuration ``relative_links``: ``enabled``,
``collections`` (documents, too), ``exclude`` (a list of paths or globs).

Source: https://github.com/benbalter/jekyll-relative-links (0.7.0).
"""

from __future__ import annotations

import fnmatch
import posixpath
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_plus

from jinkyll.configuration.kinds import array_of
from jinkyll.configuration.truth import truthy
from jinkyll.content import Document, Excerpt, iri
from jinkyll.content.urls import relative_url
from jinkyll.plugins.api import Generator, Priority

if TYPE_CHECKING:
    from jinkyll.content import Page, Site, StaticFile

PURE = True

_TITLE: Final = r"""(?P<{0}_title>\s+"(?:\\"|[^"])*(?<!\\)"|\s+"(?:\\'|[^'])*(?<!\\)')?"""
_LINK: Final = re.compile(
    r"\[(?P<inline_text>.*?)\]\((?P<inline_path>[^)]+?)(?P<inline_fragment>#.+?|)"
    + _TITLE.format("inline")
    + r"\)"
    + r"|^\s*?\[(?P<reference_text>.*?)\]: (?P<reference_path>.+?)(?P<reference_fragment>#.+?|)"
    + _TITLE.format("reference")
    + r"\s*?$",
    re.MULTILINE | re.ASCII,
)


class RelativeLinks(Generator):
    """Rewrites the links of Markdown bodies."""

    priority = Priority.LOWEST

    def generate(self, site: Site) -> None:
        """Rewrite the links of pages, and of documents if asked for."""
        configured = site.config.get("relative_links")
        settings = configured if isinstance(configured, dict) else {}
        if settings.get("enabled") is False:
            return
        self.site = site
        # The first file of a path wins, pages before static files before documents.
        self.targets: dict[str, str] = {}
        targets: list[Page | StaticFile | Document] = [*site.pages, *site.static_files]
        targets += site.docs_to_write
        for target in targets:
            self.targets.setdefault(target.relative_path.removeprefix("/"), target.url)
        items: list[Page | Document] = list(site.pages)
        if settings.get("collections") is True:
            items += site.docs_to_write
        excluded = [str(each) for each in array_of(settings, "exclude", below="relative_links")]
        for item in items:
            if item.extname.lower() not in site.config.markdown_ext or item.content is None:
                continue
            if not any(_matches(pattern, item.relative_path) for pattern in excluded):
                self._rewrite(item, item.content)

    def _rewrite(self, item: Page | Document, content: str) -> None:
        folder = posixpath.dirname(item.relative_path)

        def replacement(match: re.Match[str]) -> str:
            kind = "inline" if match["inline_text"] is not None else "reference"
            path = match[f"{kind}_path"]
            if path.startswith("#") or _is_absolute(path):
                return match[0]
            url = self._url(path, folder)
            if url is None:
                return match[0]
            link = url + (match[f"{kind}_fragment"] or "") + (match[f"{kind}_title"] or "")
            text = match[f"{kind}_text"]
            return f"[{text}]({link})" if kind == "inline" else f"\n[{text}]: {link}"

        if "](" in content or "]:" in content:
            item.content = _LINK.sub(replacement, content)
        # Links or not, and though it may be the front matter's own, the excerpt is cut anew;
        # with one of a page the gem fails.
        if isinstance(item, Document) and truthy(item.data["excerpt"]):
            item.data["excerpt"] = Excerpt(item)

    def _url(self, path: str, folder: str) -> str | None:
        base = "" if path.startswith("/") else folder
        # What climbs out of the source leads nowhere: no path of a target starts with dots.
        within = posixpath.normpath(posixpath.join(base, path.lstrip("/")))
        url = self.targets.get(unquote_plus(within))
        return None if url is None else relative_url(self.site.config, url)


def _is_absolute(path: str) -> bool:
    try:
        return iri.is_absolute(path)
    except ValueError:
        return False


def _matches(pattern: str, path: str) -> bool:
    pattern = pattern.lstrip("/")
    return path.startswith(pattern) or fnmatch.fnmatchcase(path, pattern)
