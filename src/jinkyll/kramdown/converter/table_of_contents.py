"""The table of contents, where a list with the reference `toc` stands.

https://kramdown.gettalong.org/converter/html.html#toc
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.element import Element, Node

if TYPE_CHECKING:
    from jinkyll.kramdown.converter.html import Converter

__all__ = ["Toc"]

_PLACE: Final = "\x02toc\x03"
_NO_TOC: Final = re.compile(r"\bno_toc\b")


class Toc:
    """The headers of a document that are listed, and the list they replace."""

    def __init__(self, converter: Converter) -> None:
        self.converter = converter
        self.headers: list[tuple[int, str, list[Node]]] = []
        self.list: Element | None = None

    def add(self, header: Element, identifier: str) -> None:
        """Remember a header, if it is to be listed."""
        if header.level in self.converter.options.toc_levels and not _NO_TOC.search(
            header.attr.get("class") or ""
        ):
            self.headers.append((header.level, identifier, header.children))

    def place(self, element: Element) -> str:
        """A mark where the table is to stand; empty if there is one already."""
        if self.list is not None:
            return ""
        self.list = element
        return _PLACE

    def insert(self, text: str) -> str:
        """*text* with the table where it was wanted."""
        if self.list is None:
            return text
        tree = self._tree(self.list)
        table = ""
        if tree.children:
            tree.ial = None
            table = self.converter.nodes([tree], 0, tree)
        return text.replace(_PLACE, table, 1)

    def _tree(self, replaced: Element) -> Element:
        sections = Element(replaced.type, "", dict(replaced.attr))
        if sections.attr.get("id") is None:
            sections.attr["id"] = "markdown-toc"
        prefix = sections.attr["id"]
        stack: list[tuple[int, Element, Element]] = []
        for level, identifier, children in self.headers:
            item = Element("li")
            paragraph = Element("p")
            paragraph.transparent = True
            link = Element("a", "", {"href": f"#{identifier}", "id": f"{prefix}-{identifier}"})
            link.children = _for_entry(children)
            paragraph.children.append(link)
            inner = Element(replaced.type)
            item.children = [paragraph, inner]
            while stack and stack[-1][0] >= level:
                _close(stack.pop())
            (stack[-1][2] if stack else sections).children.append(item)
            stack.append((level, item, inner))
        while stack:
            _close(stack.pop())
        return sections


def _close(entry: tuple[int, Element, Element]) -> None:
    _level, item, inner = entry
    if not inner.children:
        item.children.pop()


def _for_entry(nodes: list[Node]) -> list[Node]:
    """The content of a header without footnotes, and without the tags of links."""
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, Element):
            if node.type == "footnote":
                continue
            children = _for_entry(node.children)
            if node.type == "a":
                kept += children
                continue
            node = copy.copy(node)
            node.children = children
        kept.append(node)
    return kept
