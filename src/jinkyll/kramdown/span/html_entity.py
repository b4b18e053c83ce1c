"""Entities.

https://kramdown.gettalong.org/syntax.html#html-spans
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown import entities
from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.spans import Spans

__all__ = ["AMPERSAND", "ENTITY", "element"]

ENTITY: Final = re.compile(r"&([\w:][-\w.:]*);|&#(\d+);|&#x([0-9a-fA-F]+);", re.ASCII)
AMPERSAND: Final = 38


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take an entity; an unknown name is text after an ampersand."""
    match = ENTITY.match(spans.text, position)
    if match is None:
        return -1
    try:
        tree.children.append(element(match))
    except entities.UnknownEntityError:
        tree.children.append(Element("entity", str(AMPERSAND)))
        tree.children.append(match[0][1:])
    return match.end()


def element(match: re.Match[str]) -> Element:
    """The element of an entity that was matched; its value is the code point.

    Raises:
        UnknownEntityError: there is no such name.
    """
    name, decimal, hexadecimal = match.groups()
    if name:
        code = entities.by_name(name)
    else:
        digits, base = (decimal, 10) if decimal else (hexadecimal, 16)
        # No character has a number of so many digits, and Python reads no number of very many.
        code = entities.by_code_point(int(digits, base) if len(digits) < 20 else 0x7FFFFFFF)
    entity = Element("entity", str(code))
    entity.original = match[0]
    return entity
