"""jekyll-toc: a table of contents from the headings of a page.

Filters ``toc`` (list, then the text with anchors), ``toc_only`` and ``inject_anchors``, for pages
with ``toc: true``; the tag ``{% toc %}``. Configuration ``toc``: ``min_level``, ``max_level``,
``ordered_list``, ``no_toc_section_class``, ``list_id``, ``list_class``, ``sublist_class``,
``item_class``, ``item_prefix``. Headings of class ``no_toc`` are left out.

Source: https://github.com/toshimaru/jekyll-toc (0.18.0).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote_plus

from jinkyll.liquid import context_filter
from jinkyll.liquid.printing import to_s
from jinkyll.plugins import api
from jinkyll.plugins.api import template_filter
from jinkyll.plugins.html import VOID, Tag, escape_address, escape_addresses, tags, tags_called
from jinkyll.plugins.rendering import site_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinkyll.liquid import Context

PURE = True

_DEFAULTS: Final[dict[str, Any]] = {
    "min_level": 1,
    "max_level": 6,
    "ordered_list": False,
    "no_toc_section_class": "no_toc_section",
    "list_id": "toc",
    "list_class": "section-nav",
    "sublist_class": "",
    "item_class": "toc-entry",
    "item_prefix": "toc-",
}
_MARKUP: Final = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_PUNCTUATION: Final = re.compile(r"[^\w\- ]")
_ID: Final = re.compile(r"""(?:^|\s)id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_CLASS: Final = re.compile(
    r"""(?:^|\s)class\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A heading: where its inside starts, its id, its text (HTML), its level."""

    position: int
    id: str
    text: str
    level: int


class Toc(api.Tag):
    """``{% toc %}``: the list for the page's own content."""

    name = "toc"

    def render(self, context: Context) -> str:
        """The list; nothing for a page without ``toc``."""
        if context.evaluate("page.toc") in {None, False}:
            return ""
        settings = _settings(context)
        return _list(_entries(to_s(context.evaluate("page.content")), settings), settings)


@template_filter
@context_filter
def toc(context: Context, html: object) -> object:
    """The list, followed by *html* with anchors in its headings."""
    if not _enabled(context):
        return html
    settings = _settings(context)
    text = to_s(html)
    entries = _entries(text, settings)
    return _list(entries, settings) + _with_anchors(text, entries)


@template_filter
@context_filter
def toc_only(context: Context, html: object) -> str:
    """The list for *html*."""
    if not _enabled(context):
        return ""
    settings = _settings(context)
    return _list(_entries(to_s(html), settings), settings)


@template_filter
@context_filter
def inject_anchors(context: Context, html: object) -> object:
    """*html* with anchors in its headings."""
    if not _enabled(context):
        return html
    text = to_s(html)
    return _with_anchors(text, _entries(text, _settings(context)))


def _enabled(context: Context) -> bool:
    return context.evaluate("page.toc") is True


def _settings(context: Context) -> dict[str, Any]:
    configured = site_of(context).config.get("toc")
    return {**_DEFAULTS, **configured} if isinstance(configured, dict) else _DEFAULTS


def _entries(html: str, settings: Mapping[str, Any]) -> list[_Entry]:
    levels = range(int(settings["min_level"]), int(settings["max_level"]) + 1)
    excluded = settings["no_toc_section_class"]
    sections = _sections(html, set(excluded) if isinstance(excluded, list) else {excluded})
    entries: list[_Entry] = []
    seen: dict[str, int] = {}
    heading: Tag | None = None
    for tag in tags_called(html, "h[1-6]"):
        if tag.closing:
            if heading is not None and tag.name == heading.name:
                entries.append(_entry(heading, html[heading.end : tag.start], seen))
                heading = None
        elif (
            int(tag.name[1]) in levels
            and "no_toc" not in _attribute(_CLASS, tag.rest).split()
            and not any(start <= tag.start < end for start, end in sections)
        ):
            heading = tag
    return entries


def _sections(html: str, classes: set[str]) -> list[tuple[int, int]]:
    """Start and end of the elements of one of *classes*: their headings don't count."""
    if not any(name in html for name in classes):
        return []
    sections: list[tuple[int, int]] = []
    path: list[tuple[str, int | None]] = []  # open elements, and where a section among them began
    for tag in tags(html):
        if tag.closing:
            while path and any(name == tag.name for name, _ in path):
                name, start = path.pop()
                if start is not None:
                    sections.append((start, tag.start))
                if name == tag.name:
                    break
        elif tag.name not in VOID and not tag.rest.endswith("/"):
            own = not classes.isdisjoint(_attribute(_CLASS, tag.rest).split())
            path.append((tag.name, tag.end if own else None))
    sections += [(start, len(html)) for _, start in path if start is not None]
    return sections


def _attribute(regex: re.Pattern[str], rest: str) -> str:
    match = regex.search(rest)
    return (
        unescape(next((value for value in match.groups() if value is not None), ""))
        if match
        else ""
    )


def _entry(heading: Tag, inside: str, seen: dict[str, int]) -> _Entry:
    own_id = _attribute(_ID, heading.rest)
    text = unescape(_MARKUP.sub("", inside))
    identifier = own_id
    if not own_id:
        base = quote_plus(_PUNCTUATION.sub("", text.lower()).replace(" ", "-"), safe="*")
        count = seen.get(base, 0)
        seen[base] = count + 1
        identifier = f"{base}-{count}" if count else base
    return _Entry(
        heading.end,
        identifier,
        escape(text).replace("&#x27;", "&#39;"),
        int(heading.name[1]),
    )


def _with_anchors(html: str, entries: Sequence[_Entry]) -> str:
    pieces: list[str] = []
    position = 0
    for entry in entries:
        pieces.append(html[position : entry.position])
        pieces.append(
            f'<a class="anchor" href="#{escape_address(entry.id)}" aria-hidden="true">'
            '<span class="octicon octicon-link"></span></a>'
        )
        position = entry.position
    pieces.append(html[position:])
    return escape_addresses("".join(pieces))


def _list(entries: Sequence[_Entry], settings: Mapping[str, Any]) -> str:
    name = "ol" if settings["ordered_list"] else "ul"
    items = _items(entries, name, settings)
    return f'<{name} id="{settings["list_id"]}" class="{settings["list_class"]}">\n{items}</{name}>'


def _items(entries: Sequence[_Entry], name: str, settings: Mapping[str, Any]) -> str:
    """The list items; deeper headings go into a list within the item before them."""
    if not entries:
        return ""
    lowest = min(entry.level for entry in entries)
    sublist_class = settings["sublist_class"]
    attributes = f' class="{sublist_class}"' if sublist_class else ""
    pieces: list[str] = []
    position = 0
    while position < len(entries):
        entry = entries[position]
        end = position + 1
        while end < len(entries) and entries[end].level > lowest:
            end += 1
        if entry.level > lowest:
            pieces.append(_items(entries[position:end], name, settings))
        else:
            classes = f"{settings['item_class']} {settings['item_prefix']}h{entry.level}"
            pieces.append(f'<li class="{classes}"><a href="#{entry.id}">{entry.text}</a>')
            if end > position + 1:
                inner = _items(entries[position + 1 : end], name, settings)
                pieces.append(f"\n<{name}{attributes}>\n{inner}</{name}>\n")
            pieces.append("</li>\n")
        position = end
    return "".join(pieces)
