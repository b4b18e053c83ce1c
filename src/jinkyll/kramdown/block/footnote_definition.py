"""Footnote definitions.

https://kramdown.gettalong.org/syntax.html#footnotes
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.attributes import ID_NAME
from jinkyll.kramdown.block import codeblock
from jinkyll.kramdown.document import Footnote
from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["parse"]

_START: Final = re.compile(rf"\[\^({ID_NAME})\]:(.*\n)")


def parse(blocks: Blocks, position: int, first: int) -> bool:
    """Take a definition: the rest of its line, and what would be indented code after it."""
    text = blocks.text
    match = _START.match(text, first)
    if match is None:
        return False
    end = codeblock.match(text, match.end())
    line = blocks.line(position)
    content = Element("footnote_def", "", None, line)
    blocks.parse(content, codeblock.INDENT.sub("", text[match.start(2) : end]), line)
    place = Element("eob", "footnote_def")
    blocks.add(place)
    footnotes = blocks.document.footnotes
    footnotes[match[1]] = Footnote(content, place, line)
    blocks.position = end
    return True
