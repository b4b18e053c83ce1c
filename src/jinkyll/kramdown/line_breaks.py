"""GFM's hard line breaks: a backslash at the end of a line, or with `hard_wrap` any line end.

https://github.com/kramdown/parser-gfm
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.element import Element, Node

if TYPE_CHECKING:
    from jinkyll.kramdown.options import Options

__all__ = ["insert", "mark"]

_BLOCKS: Final = frozenset(
    [
        "blank",
        "p",
        "header",
        "blockquote",
        "codeblock",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "td",
        "hr",
    ]
)
_SPANS: Final = frozenset(
    ["a", "br", "img", "codespan", "footnote", "em", "strong", "entity", "abbreviation"]
)
_NO_CATEGORY: Final = frozenset(["root", "thead", "tbody", "tfoot", "tr"])


def mark(options: Options) -> str:
    """What breaks a line."""
    return "\n" if options.hard_wrap else "\\\n"


def insert(element: Element, line_break: str) -> None:
    """Put line breaks into the text below *element*, but not in HTML or headers with made ids."""
    children = element.children
    kept: list[Node] = []
    index = 0
    while index < len(children):
        node = children[index]
        index += 1
        if type(node) is str:
            # Text that was taken in pieces is one text.
            if index < len(children) and type(children[index]) is str:
                pieces = [node]
                while index < len(children) and type(piece := children[index]) is str:
                    pieces.append(piece)
                    index += 1
                node = "".join(pieces)
            if line_break in node:
                last = index == len(children)
                kept += _broken(node, line_break, omit_last=last and _is_block(element))
                continue
        elif (
            isinstance(node, Element)
            and node.children
            and node.type != "html_element"
            and not node.automatic_id
        ):
            insert(node, line_break)
        kept.append(node)
    element.children = kept


def _is_block(element: Element) -> bool:
    if element.type in _BLOCKS:
        return True
    if element.type in _SPANS or element.type in _NO_CATEGORY:
        return False
    return element.category == "block"


def _broken(text: str, line_break: str, *, omit_last: bool) -> list[Node]:
    lines = text.split(line_break)
    omit = omit_last and not lines[-1]
    nodes: list[Node] = []
    for index, line in enumerate(lines):
        nodes.append(f"\n{line}" if index else line)
        if index < len(lines) - 2 or (index == len(lines) - 2 and not omit):
            nodes.append(Element("br"))
    return nodes
