"""Footnotes: markers in the text, and the list at the end.

https://kramdown.gettalong.org/syntax.html#footnotes
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.element import Element
from jinkyll.kramdown.html.output import attributes, escape_text

if TYPE_CHECKING:
    from jinkyll.kramdown.converter.html import Converter

__all__ = ["Footnotes", "marker"]

_PLACE: Final = "\x02footnotes\x03"


class _Used:
    """A footnote that the text refers to."""

    __slots__ = ("content", "name", "number", "repeated")

    def __init__(self, name: str, number: int, content: Element) -> None:
        self.name = name
        self.number = number
        self.content = content
        self.repeated = 0


class Footnotes:
    """The footnotes of a document in the order of their markers."""

    def __init__(self, converter: Converter) -> None:
        self.converter = converter
        self.used: dict[str, _Used] = {}
        self._placed = False

    def place(self) -> str:
        """A mark where the list is to stand; empty if there is one already."""
        if self._placed:
            return ""
        self._placed = True
        return _PLACE

    def insert(self, text: str) -> str:
        """*text* with the list where it was wanted, or at the end."""
        content = self._content()
        if self._placed:
            return text.replace(_PLACE, content, 1)
        return text + content

    def marker(self, element: Element) -> str:
        """The link to a footnote."""
        converter = self.converter
        options = converter.options
        name = options.footnote_prefix + element.value
        used = self.used.get(name)
        repeat = ""
        if used is None:
            number = options.footnote_nr + len(self.used)
            content = converter.document.footnotes[element.value].content
            used = self.used[name] = _Used(name, number, content)
        else:
            used.repeated += 1
            repeat = f":{used.repeated}"
        text = options.footnote_link_text.replace("%s", str(used.number))
        return (
            f'<sup id="fnref:{name}{repeat}" role="doc-noteref">'
            f'<a href="#fn:{name}" class="footnote" rel="footnote">{text}</a></sup>'
        )

    def _content(self) -> str:
        if not self.used:
            return ""
        converter = self.converter
        items = []
        index = 0
        # A footnote may refer to others, which then follow.
        while index < len(self.used):
            items.append(self._item(list(self.used.values())[index]))
            index += 1
        start = converter.options.footnote_nr
        attr = {"start": str(start)} if start != 1 else {}
        return (
            '<div class="footnotes" role="doc-endnotes">\n'
            f"  <ol{attributes(attr)}>\n{''.join(items)}  </ol>\n</div>\n"
        )

    def _item(self, used: _Used) -> str:
        converter = self.converter
        options = converter.options
        item = Element("li", "", {"id": f"fn:{used.name}", "role": "doc-endnote"})
        item.children = list(used.content.children)
        last = item.children[-1] if item.children else None
        paragraph: Element | None = None
        if options.footnote_backlink_inline or _is(last, "p"):
            paragraph = _last_text(item)
        space = converter.entity(160) if paragraph is not None else ""
        if paragraph is None:
            paragraph = Element("p")
            item.children.append(paragraph)
        if options.footnote_backlink:
            text = escape_text(options.footnote_backlink)
            paragraph.children.append(_link(space, used.name, text))
            nbsp = converter.entity(160)
            for number in range(1, used.repeated + 1):
                again = f"{text}<sup>{number + 1}</sup>"
                paragraph.children.append(_link(nbsp, f"{used.name}:{number}", again))
        return converter.nodes([item], 4, item)


def _is(node: object, *kinds: str) -> bool:
    return isinstance(node, Element) and node.type in kinds


def _last_text(item: Element) -> Element | None:
    """A copy of the last paragraph or header, put in its place, so that it can be added to."""
    parent = item
    while parent.children and isinstance(child := parent.children[-1], Element):
        child = parent.children[-1] = copy.copy(child)
        child.children = list(child.children)
        if _is(child, "p", "header"):
            return child
        parent = child
    return None


def _link(space: str, name: str, text: str) -> Element:
    raw = Element(
        "raw",
        f'{space}<a href="#fnref:{name}" class="reversefootnote" role="doc-backlink">{text}</a>',
    )
    raw.category = "span"
    return raw


def marker(converter: Converter, element: Element, _indent: int, _parent: Element) -> str:
    """The link to a footnote."""
    return converter.footnotes.marker(element)
