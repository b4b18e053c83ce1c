"""Ordered and unordered lists; with GFM input also task lists.

https://kramdown.gettalong.org/syntax.html#ordered-and-unordered-lists
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.block import paragraph
from jinkyll.kramdown.block.eob_marker import MARKER
from jinkyll.kramdown.block.horizontal_rule import RULE
from jinkyll.kramdown.block.list_item import Shape, dedent, first_line, item_ial
from jinkyll.kramdown.characters import WHITESPACE
from jinkyll.kramdown.element import Element, Node

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["parse"]

_BLANK: Final = re.compile(r"(?:[ \t\r\f\v]*\n)+")
_ANY: Final = re.compile(r" {0,3}(?:[+*-]|[0-9]+\.)[\t| ]")
_ITEMS: Final = {
    kind: [re.compile(rf"( {{0,{spaces}}}{marker})([\t| ].*\n)") for spaces in (0, 0, 1, 2, 3)]
    for kind, marker in (("ul", "[+*-]"), ("ol", r"[0-9]+\."))
}
"""The lines that begin an item, by how far the items before were indented."""

_UNCHECKED: Final = re.compile(r"\s*\[ \]\s+", re.ASCII)
_CHECKED: Final = re.compile(r"\s*\[[xX]\]\s+", re.ASCII)
_BOX: Final = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" '


class _Item:
    """An item while it is read: pieces, because kramdown parses a nested list on its own."""

    __slots__ = ("element", "pieces")

    def __init__(self, element: Element, piece: str) -> None:
        self.element = element
        self.pieces = [[piece]]


def parse(blocks: Blocks, position: int, _first: int) -> bool:
    """Take a list."""
    text = blocks.text
    if _ITEMS["ul"][4].match(text, position):
        kind = "ul"
    elif _ITEMS["ol"][4].match(text, position):
        kind = "ol"
    else:
        return False
    element = Element(kind, "", None, blocks.line(position))
    blocks.add(element)
    items, end, eob_found = _read(blocks, position, kind)
    blocks.position = end

    children = [item.element for item in items]
    element.children = list(children)
    for item in items:
        _parse_item(blocks, item)
    trailing_blank: Node | None = None
    for index, child in enumerate(children):
        if child.children:
            trailing_blank = _make_transparent(children, index, eob_found=eob_found)
    if trailing_blank is not None and not eob_found:
        blocks.tree.children.append(trailing_blank)
    if blocks.gfm:
        _mark_tasks(element, children)
    return True


def _read(blocks: Blocks, position: int, kind: str) -> tuple[list[_Item], int, bool]:
    """Cut the lines into items; return them, where they end, and whether a marker ended them."""
    text = blocks.text
    size = len(text)
    starts = _ITEMS[kind]
    item_start = starts[4].match
    items: list[_Item] = []
    lines: list[str] = []
    shape: Shape | None = None
    nested_list_found = last_is_blank = False
    while position < size:
        if last_is_blank and RULE.match(text, position):
            break
        if text[position] == "^" and (marker := MARKER.match(text, position)):
            return items, marker.end(), True
        if start := item_start(text, position):
            element = Element("li", "", None, blocks.line(position))
            content, shape = first_line(start[1], start[2])
            item_start = starts[min(shape.indentation, 4)].match
            if content[:1].isalpha():  # as it mostly is: no attribute list and no marker
                nested_list_found = False
            else:
                content = item_ial(content, element)
                nested_list_found = _ANY.match(content) is not None
            last_is_blank = False
            item = _Item(element, content)
            items.append(item)
            lines = item.pieces[0]
            position = start.end()
            continue
        assert shape is not None  # noqa: S101  (the first line began an item)
        line = shape.content.match(text, position)
        if line is None and not last_is_blank:
            line = shape.lazy.match(text, position)
        if line is not None:
            content, indented = dedent(line[0], shape.indentation)
            if indented and not nested_list_found and _ANY.match(content):
                lines = []
                items[-1].pieces.append(lines)
                nested_list_found = True
            elif not indented and nested_list_found and _ANY.match(content):
                content = " " * (shape.indentation + 4) + content
            lines.append(content)
            last_is_blank = False
            position = line.end()
        elif blank := _BLANK.match(text, position):
            nested_list_found = last_is_blank = True
            lines.append(blank[0])
            position = blank.end()
        else:
            break
    return items, position, False


def _parse_item(blocks: Blocks, item: _Item) -> None:
    element = item.element
    line = element.location
    lines = item.pieces[0]
    if len(lines) == 1 and len(item.pieces) == 1:
        text = lines[0]
        if text[:1].isalpha() and "|" not in text:  # one line that can be nothing but text
            element.children.append(Element("p", text.rstrip(WHITESPACE), None, line))
            return
    for lines in item.pieces:
        piece = "".join(lines)
        # Not the item itself: an end tag in it must not end the element around the list.
        blocks.parse(element, piece, line)
        line += piece.count("\n")


def _make_transparent(items: list[Element], index: int, *, eob_found: bool) -> Node | None:
    """Leave out the tags of an item's first paragraph where kramdown does.

    Return the blank line at the end of the item, which is taken away from it.
    """
    item = items[index]
    children = item.children
    first = children[0]
    second = children[1] if len(children) > 1 else None
    assert isinstance(first, Element)  # noqa: S101  (blocks)
    if first.type == "p":
        if _is(second, "eob") and first.ial is not None:
            del children[1]
            second = children[1] if len(children) > 1 else None
        last_item = index == len(items) - 1
        if (
            second is None
            or not _is(second, "blank")
            or (last_item and len(children) == 2 and not eob_found)
        ) and (
            not last_item
            or len(items) == 1
            or any(_begins_without_paragraph(other) for other in items[:-1])
        ):
            if second is not None and not _is(second, "blank"):
                paragraph.add_line_end(first)
            first.transparent = True
    last = children[-1]
    if _is(last, "blank"):
        return children.pop()
    return None


def _is(node: Node | None, kind: str) -> bool:
    return isinstance(node, Element) and node.type == kind


def _begins_without_paragraph(item: Element) -> bool:
    first = item.children[0] if item.children else None
    return not isinstance(first, Element) or first.type != "p" or first.transparent


def _mark_tasks(element: Element, items: list[Element]) -> None:
    is_task_list = False
    for item in items:
        first = item.children[0] if item.children else None
        if not isinstance(first, Element) or first.type != "p":
            continue
        if "[" in first.value:
            value = first.value
            if match := _UNCHECKED.match(value):
                value = f"{_BOX}/>{value[match.end() :]}"
                is_task_list = True
            if match := _CHECKED.match(value):
                value = f'{_BOX}checked="checked" />{value[match.end() :]}'
                is_task_list = True
            first.value = value
        if is_task_list:
            item.attr["class"] = "task-list-item"
    if is_task_list:
        element.attr["class"] = "task-list"
