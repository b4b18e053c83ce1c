"""End-of-block markers.

https://kramdown.gettalong.org/syntax.html#eob-marker
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.block.boundary import EOB
from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["MARKER", "parse"]

MARKER: Final = re.compile(EOB)


def parse(blocks: Blocks, position: int, _first: int) -> bool:
    """Take a line of nothing but a circumflex."""
    match = MARKER.match(blocks.text, position)
    if match is None:
        return False
    blocks.add(Element("eob"))
    blocks.position = match.end()
    return True
