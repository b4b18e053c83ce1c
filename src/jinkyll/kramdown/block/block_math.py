"""Math in blocks of its own.

https://kramdown.gettalong.org/syntax.html#math-blocks
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.block import paragraph, table
from jinkyll.kramdown.block.boundary import BEFORE
from jinkyll.kramdown.characters import WHITESPACE
from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["parse"]

_START: Final = re.compile(r"(\\)?\$\$(.*?)\$\$([ \t\r\f\v]*\n)?", re.DOTALL)


def parse(blocks: Blocks, position: int, first: int) -> bool:
    """Take math that stands between block boundaries."""
    text = blocks.text
    if not text.startswith("$$", first + (text[first] == "\\")):
        return False
    match = _START.match(text, first)
    if match is None or not blocks.after_block_boundary():
        return False
    if match[1]:
        if match[3] is None:
            return False
        # An escaped block: without the backslash it is math in a paragraph, or in a table.
        return table.parse(blocks, first + 1, first + 1) or paragraph.parse(
            blocks, first + 1, first + 1
        )
    if not BEFORE.match(text, match.end()):
        return False
    blocks.add(Element("math", match[2].strip(WHITESPACE), None, blocks.line(position)))
    blocks.position = match.end()
    return True
