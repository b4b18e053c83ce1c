"""Headers that are underlined.

https://kramdown.gettalong.org/syntax.html#setext-style
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.block import header

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["parse"]

_UNDERLINE: Final = re.compile(r"\n([-=])[-=]*[ \t\r\f\v]*\n")


def parse(blocks: Blocks, position: int, first: int) -> bool:
    """Take a line and its underline, after a block boundary."""
    text = blocks.text
    line_end = text.find("\n", first)
    if line_end < 0 or not text.startswith(("-", "="), line_end + 1) or text[first] == "\t":
        return False
    underline = _UNDERLINE.match(text, line_end)
    if underline is None or not blocks.after_block_boundary():
        return False
    contents, identifier = header.split(text[first:line_end])
    if not contents:
        return False
    header.add(blocks, position, 2 if underline[1] == "-" else 1, contents, identifier)
    blocks.position = underline.end()
    return True
