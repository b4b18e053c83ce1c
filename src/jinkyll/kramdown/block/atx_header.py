"""Headers with number signs before them.

https://kramdown.gettalong.org/syntax.html#atx-style
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.block import header
from jinkyll.kramdown.characters import WHITESPACE

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["parse"]

_START: Final = re.compile(r"(\#{1,6})[\t ]*([^ \t].*)\n")
_START_GFM: Final = re.compile(r"(\#{1,6})[\t ]+(.*)\n")
_CLOSING: Final = re.compile(r"(?<!\\)\#+\Z")
_CLOSING_QUIRK: Final = re.compile(r"[\t ]\#+\Z")


def parse(blocks: Blocks, position: int, first: int) -> bool:
    """Take a header; GFM wants a space after the signs, and needs no blank line before them."""
    if first != position:
        return False
    match = (_START_GFM if blocks.gfm else _START).match(blocks.text, position)
    if match is None or not (blocks.paragraph_quirk or blocks.after_block_boundary()):
        return False
    text, identifier = header.split(match[2])
    closing = _CLOSING_QUIRK if blocks.paragraph_quirk else _CLOSING
    if text.endswith("#") and (signs := closing.search(text)):
        text = text[: signs.start()].rstrip(WHITESPACE)
    if not text:
        return False
    header.add(blocks, position, len(match[1]), text, identifier)
    blocks.position = match.end()
    return True
