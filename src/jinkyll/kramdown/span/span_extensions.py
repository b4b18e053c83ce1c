"""Attribute lists and extensions among text.

https://kramdown.gettalong.org/syntax.html#span-ials
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown import attributes, extension
from jinkyll.kramdown.attributes import ANY_CHARACTERS, AttributeList
from jinkyll.kramdown.element import Element, Symbol

if TYPE_CHECKING:
    from jinkyll.kramdown.spans import Spans

__all__ = ["parse"]

_EXTENSION: Final = re.compile(extension.START)
_IAL: Final = re.compile(rf"\{{:({ANY_CHARACTERS})\}}")


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take an extension, or an attribute list that follows an element."""
    text = spans.text
    document = spans.document
    if spans.ahead.find("}", position) < 0:
        return -1
    if match := _EXTENSION.match(text, position):
        found = extension.read(document, spans.ahead, match, "span", 0)
        if found is None:
            return -1
        if found.element is not None:
            tree.children.append(found.element)
        return found.end
    if match := _IAL.match(text, position):
        last = tree.children[-1] if tree.children else None
        if type(last) is Element:
            ial = AttributeList()
            ial.parse(match[1])
            if last.ial is None:
                last.ial = AttributeList()
            last.ial.update(ial)
            attributes.apply(last.attr, ial, document.attribute_lists)
            return match.end()
        if type(last) is Symbol:
            return match.end()
        document.diagnose(
            spans.line(position),
            f"the attribute list {match[0]} follows no element",
            "put it right after a link, an image, emphasis or code, without a space",
        )
    return -1
