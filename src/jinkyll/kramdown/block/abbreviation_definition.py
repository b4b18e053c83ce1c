"""Abbreviation definitions.

https://kramdown.gettalong.org/syntax.html#abbreviations
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.characters import WHITESPACE
from jinkyll.kramdown.document import Abbreviation
from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["parse"]

_START: Final = re.compile(r"\*\[(.+?)\]:(.*?)\n")


def parse(blocks: Blocks, _position: int, first: int) -> bool:
    """Take a definition."""
    match = _START.match(blocks.text, first)
    if match is None:
        return False
    place = Element("eob", "abbrev_def")
    blocks.add(place)
    blocks.document.abbreviations[match[1]] = Abbreviation(match[2].strip(WHITESPACE), place)
    blocks.position = match.end()
    return True
