"""Horizontal rules.

https://kramdown.gettalong.org/syntax.html#horizontal-rules
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["RULE", "parse"]

RULE: Final = re.compile(r" {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n")


def parse(blocks: Blocks, position: int, _first: int) -> bool:
    """Take a line of three or more of one mark."""
    match = RULE.match(blocks.text, position)
    if match is None:
        return False
    blocks.add(Element("hr", "", None, blocks.line(position)))
    blocks.position = match.end()
    return True
