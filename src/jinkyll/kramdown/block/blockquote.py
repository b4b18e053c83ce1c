"""Block quotes.

https://kramdown.gettalong.org/syntax.html#blockquotes
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.block.boundary import LAZY_END
from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["parse"]

_END: Final = re.compile(rf"\n(?:{LAZY_END})")
_MARK: Final = re.compile(r"^ {0,3}> ?", re.MULTILINE)


def parse(blocks: Blocks, position: int, _first: int) -> bool:
    """Take lines up to a boundary, whether they have the mark or not."""
    text = blocks.text
    match = _END.search(text, position)
    end = len(text) if match is None else match.start() + 1
    line = blocks.line(position)
    quote = Element("blockquote", "", None, line)
    blocks.add(quote)
    blocks.parse(quote, _MARK.sub("", text[position:end]), line)
    blocks.position = end
    return True
