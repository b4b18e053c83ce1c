"""Definition lists.

https://kramdown.gettalong.org/syntax.html#definition-lists
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.block import paragraph
from jinkyll.kramdown.block.eob_marker import MARKER
from jinkyll.kramdown.block.list_item import Shape, dedent, first_line, item_ial
from jinkyll.kramdown.element import Element, Node

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["parse"]

_BLANK: Final = re.compile(r"(?:[ \t\r\f\v]*\n)+")
_DEFINITIONS: Final = [re.compile(rf"( {{0,{spaces}}}:)([\t| ].*\n)") for spaces in (0, 0, 1, 2, 3)]
"""The lines that begin a definition, by how far the definition before was indented."""


def parse(blocks: Blocks, position: int, _first: int) -> bool:
    """Take definitions whose terms are the paragraph before."""
    text = blocks.text
    children = blocks.tree.children
    if not _DEFINITIONS[4].match(text, position) or not _terms_before(children):
        return False
    element = Element("dl")
    element.ial, blocks.ial = blocks.ial, None
    terms = children.pop()
    first_as_para = False
    if _is(terms, "blank"):
        terms = children.pop()
        first_as_para = True
    assert isinstance(terms, Element)  # noqa: S101  (a paragraph)
    element.location = terms.location
    for line in paragraph.first_text(terms).rstrip("\n").split("\n"):
        term = Element("dt", "", None, terms.location)
        term.value = term.raw_text = item_ial(line, term)
        element.children.append(term)
    element.ial = terms.ial

    definitions, end = _read(blocks, position, first_as_para=first_as_para)
    blocks.position = end
    trailing_blank: Node | None = None
    for definition, content in definitions:
        element.children.append(definition)
        blocks.parse(definition, content, definition.location)
        if definition.children:
            trailing_blank = _finish(definition)

    if children and _is(children[-1], "dl"):
        _extend(children[-1], element)
    elif len(children) > 1 and _is(children[-1], "blank") and _is(children[-2], "dl"):
        children.pop()
        _extend(children[-1], element)
    else:
        children.append(element)
    if trailing_blank is not None:
        children.append(trailing_blank)
    return True


def _terms_before(children: list[Node]) -> bool:
    if not children:
        return False
    last = children[-1]
    if _is(last, "p"):
        return True
    return (
        len(children) > 1
        and isinstance(last, Element)
        and last.type == "blank"
        and last.value == "\n"
        and _is(children[-2], "p")
    )


def _is(node: Node, kind: str) -> bool:
    return isinstance(node, Element) and node.type == kind


def _extend(to: Node, element: Element) -> None:
    if isinstance(to, Element):
        to.children += element.children


def _read(
    blocks: Blocks, position: int, *, first_as_para: bool
) -> tuple[list[tuple[Element, str]], int]:
    text = blocks.text
    size = len(text)
    start_pattern = _DEFINITIONS[4]
    found: list[tuple[Element, list[str]]] = []
    lines: list[str] = []
    shape: Shape | None = None
    last_is_blank = False
    while position < size:
        if start := start_pattern.match(text, position):
            element = Element("dd", "", None, blocks.line(position))
            element.first_as_para = first_as_para
            content, shape = first_line(start[1], start[2])
            lines = [item_ial(content, element)]
            found.append((element, lines))
            start_pattern = _DEFINITIONS[min(shape.indentation, 4)]
            first_as_para = last_is_blank = False
            position = start.end()
            continue
        if MARKER.match(text, position):
            break
        assert shape is not None  # noqa: S101  (the first line began a definition)
        line = shape.content.match(text, position)
        if line is None and not last_is_blank:
            line = shape.lazy.match(text, position)
        if line is not None:
            lines.append(dedent(line[0], shape.indentation)[0])
            first_as_para = last_is_blank = False
            position = line.end()
        elif blank := _BLANK.match(text, position):
            first_as_para = last_is_blank = True
            lines.append(blank[0])
            position = blank.end()
        else:
            break
    return [(element, "".join(pieces)) for element, pieces in found], position


def _finish(definition: Element) -> Node | None:
    """Take away the blank line at the end, and the tags of a first paragraph right after a term."""
    children = definition.children
    blank = children.pop() if _is(children[-1], "blank") else None
    first = children[0] if children else None
    if isinstance(first, Element) and first.type == "p" and not definition.first_as_para:
        if len(children) > 1:
            paragraph.add_line_end(first)
        first.transparent = True
    return blank
