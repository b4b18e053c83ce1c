"""Attribute lists and extensions on lines of their own.

https://kramdown.gettalong.org/syntax.html#block-ials
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown import extension
from jinkyll.kramdown.attributes import ANY_CHARACTERS, ID_NAME, AttributeList
from jinkyll.kramdown.block.boundary import IAL
from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["parse"]

_DEFINITION: Final = re.compile(rf"\{{:({ID_NAME}):({ANY_CHARACTERS})\}}[ \t\r\f\v]*\n", re.ASCII)
_EXTENSION: Final = re.compile(rf"(?:{extension.START})[ \t\r\f\v]*\n")
_IAL: Final = re.compile(IAL)
_NEXT_IAL: Final = re.compile(rf" {{0,3}}{IAL}")
_DEFINITIONS: Final = frozenset({"link_def", "abbrev_def", "footnote_def"})


def parse(blocks: Blocks, position: int, first: int) -> bool:
    """Take an attribute list definition, an extension, or an attribute list."""
    text = blocks.text
    if not text.startswith("{:", first) or blocks.ahead.find("}", first) < 0:
        return False
    document = blocks.document
    if match := _DEFINITION.match(text, first):
        document.attribute_lists.setdefault(match[1], AttributeList()).parse(match[2])
        blocks.add(Element("eob", "ald"))
        blocks.position = match.end()
        return True
    if match := _EXTENSION.match(text, first):
        found = extension.read(document, blocks.ahead, match, "block", blocks.line(position))
        if found is None:
            return False
        if found.element is not None:
            blocks.tree.children.append(found.element)
        elif found.name == "options":
            blocks.options = document.options
            blocks.add(Element("eob", "extension"))
        blocks.position = found.end
        return True
    if match := _IAL.match(text, first):
        blocks.position = match.end()
        last = blocks.last
        if (
            last is not None
            and last.type != "blank"
            and (last.type != "eob" or last.value in _DEFINITIONS)
        ):
            if last.ial is None:
                last.ial = AttributeList()
            last.ial.parse(match[1])
            if not _NEXT_IAL.match(text, match.end()):
                blocks.add(Element("eob", "ial"))
        else:
            if blocks.ial is None:
                blocks.ial = AttributeList()
                blocks.ial_line = blocks.line(position)
            blocks.ial.parse(match[1])
        return True
    return False
