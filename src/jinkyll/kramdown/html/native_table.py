"""Tables of HTML that kramdown could have written, for the option `html_to_native`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.characters import WHITESPACE
from jinkyll.kramdown.element import Element
from jinkyll.kramdown.html.elements import BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["finish", "is_simple"]

_ALIGNMENT: Final = re.compile(r"text-align:\s+(center|left|right|justify|inherit)", re.ASCII)
_OWN_ALIGNMENT: Final = re.compile(r"(?:;\s*)?text-align:\s+(center|left|right)", re.ASCII)
_CELLS: Final = frozenset({"th", "td"})


def is_simple(table: Element) -> bool:
    """Tell whether the cells hold no blocks, are as many in each row, and aligned by column."""
    rows = list(_rows(table))
    cells = [[c for c in _elements(row) if c.value in _CELLS] for row in rows]
    if not all(_only_spans(cell) for cell in _all_cells(table)):
        return False
    if len({len(row) for row in cells if row}) > 1 or (any(cells) and not all(cells)):
        return False
    alignments = set()
    for row in cells:
        found = tuple(_alignment(cell) for cell in row)
        if "justify" in found or "inherit" in found:
            return False
        alignments.add(found)
    if len(alignments) > 1:
        return False
    return _rows_of(table, "td") or (
        all(_group(part) for part in table.children)
        and any(part.value == "tbody" for part in _elements(table))
    )


def _elements(element: Element) -> Iterator[Element]:
    return (child for child in element.children if isinstance(child, Element))


def _rows(element: Element) -> Iterator[Element]:
    if element.value == "tr":
        yield element
        return
    for child in _elements(element):
        yield from _rows(child)


def _all_cells(element: Element) -> Iterator[Element]:
    if element.value in _CELLS:
        yield element
        return
    for child in _elements(element):
        yield from _all_cells(child)


def _only_spans(element: Element) -> bool:
    return all(child.value not in BLOCK and _only_spans(child) for child in _elements(element))


def _alignment(cell: Element) -> str:
    match = _ALIGNMENT.search(cell.attr.get("style") or "")
    return match[1] if match else "default"


def _rows_of(element: Element, cell: str) -> bool:
    return all(
        row.value == "tr" and all(child.value == cell for child in _elements(row))
        for row in _elements(element)
    )


def _group(part: object) -> bool:
    if not isinstance(part, Element):
        return True
    return (part.value == "thead" and _rows_of(part, "th")) or (
        part.value in {"tfoot", "tbody"} and _rows_of(part, "td")
    )


def finish(table: Element) -> None:
    """Give a table whose parts are kramdown's its alignment, and a body if it has none."""
    _align(table, table)
    table.children = [c for c in _elements(table) if c.type != "html_element"]
    _only_td(table)
    first = table.children[0] if table.children else None
    if isinstance(first, Element) and first.type == "tr":
        body = Element("tbody")
        body.children = table.children
        table.children = [body]


def _align(table: Element, element: Element) -> None:
    if element.type != "tr":
        for child in _elements(element):
            _align(table, child)
        return
    alignment = []
    for cell in _elements(element):
        style = cell.attr.get("style")
        own = "default"
        if style is not None:
            if match := _OWN_ALIGNMENT.search(style):
                own = match[1]
                style = style[: match.start()] + style[match.end() :]
                cell.attr["style"] = style
            if not style.strip(WHITESPACE):
                del cell.attr["style"]
        alignment.append(own)
    table.alignment = alignment


def _only_td(element: Element) -> None:
    if element.type == "th":
        element.type = "td"
        return
    for child in _elements(element):
        _only_td(child)
