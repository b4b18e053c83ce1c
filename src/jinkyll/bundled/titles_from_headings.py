"""jekyll-titles-from-headings: a page without a title takes that of its first heading.

Configuration ``titles_from_headings``: ``enabled``, ``strip_title`` (take the heading out of the
body; also a key of front matter), ``collections`` (documents, too, whose titles come from their
file names).

Source: https://github.com/benbalter/jekyll-titles-from-headings (0.5.3).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll import kramdown
from jinkyll.content import Document, Excerpt, Page
from jinkyll.content.front_matter import STRIPPED
from jinkyll.plugins.api import Generator, Priority

if TYPE_CHECKING:
    from jinkyll.content import Site

PURE = True

#: Level one to three with hashes, or any underlined line, as the first thing of the body.
_HEADING: Final = re.compile(
    r"\A\s*(?:#{1,3}\s+(?P<atx>.*)(?:\s+#{1,3})?|(?P<setext>.*)\r?\n[-=]+\s*)$",
    re.MULTILINE | re.ASCII,
)
_FOOTNOTE: Final = re.compile(r"\[\^[^\]]*\]")
_MARKUP: Final = re.compile(r"<script.*?</script>|<!--.*?-->|<style.*?</style>|<.*?>", re.DOTALL)
_BLANKS: Final = re.compile(r"\s+", re.ASCII)


class TitlesFromHeadings(Generator):
    """Fills in the titles."""

    priority = Priority.LOWEST

    def generate(self, site: Site) -> None:
        """Give pages, and documents if asked for, the title of their first heading."""
        configured = site.config.get("titles_from_headings")
        settings = configured if isinstance(configured, dict) else {}
        if settings.get("enabled") is False:
            return
        items: list[Page | Document] = list(site.pages)
        if settings.get("collections") is True:
            items += site.docs_to_write
        for item in items:
            if item.extname.lower() not in site.config.markdown_ext:
                continue
            if isinstance(item, Page) and item.data["title"] is not None:
                continue
            heading = _HEADING.search(item.content or "")
            if heading is not None:
                item.data["title"] = _text(site, heading["atx"] or heading["setext"] or "")
            strip = settings.get("strip_title")
            if "strip_title" in item.data:
                strip = item.data["strip_title"]
            if strip is True and item.content is not None:
                _strip(item, item.content)


def _strip(item: Page | Document, content: str) -> None:
    item.content = _HEADING.sub("", content).strip(STRIPPED)
    if isinstance(item, Document) and item.collection.label == "posts" and item.generate_excerpt:
        item.data["excerpt"] = Excerpt(item)


def _text(site: Site, heading: str) -> str:
    """*heading* without its markup."""
    options = site.config.get("kramdown")
    html = kramdown.convert(heading, options if isinstance(options, dict) else None).html
    text = _BLANKS.sub(" ", _MARKUP.sub("", html)).strip(STRIPPED)
    return _FOOTNOTE.sub("", text)
