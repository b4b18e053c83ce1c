"""Indented code.

https://kramdown.gettalong.org/syntax.html#standard-code-blocks
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.block.boundary import EOB, HTML, IAL
from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["INDENT", "match", "parse"]

INDENT: Final = re.compile(r"^(?:\t| {4})", re.MULTILINE)
_BLANK: Final = re.compile(r"(?:[ \t\r\f\v]*\n)+")
_CODE: Final = re.compile(r"(?:(?:\t| {4})[ \t]*[^ \t\r\n\f\v].*\n)+")
# A line after code belongs to it without being indented.
_LAZY: Final = re.compile(rf"(?:(?! {{0,3}}{IAL}|{EOB}| {{0,3}}{HTML})[ \t]*[^ \t\r\n\f\v].*\n)*")
_CONTINUED: Final = re.compile(r"\n( {0,3}[^ \t\r\n\f\v])")


def match(text: str, position: int) -> int:
    """The end of the code that begins at *position*; *position* itself if none does."""
    while True:
        blank = _BLANK.match(text, position)
        code = _CODE.match(text, blank.end() if blank else position)
        if code is None:
            return position
        lazy = _LAZY.match(text, code.end())
        position = code.end() if lazy is None else lazy.end()


def parse(blocks: Blocks, position: int, _first: int) -> bool:
    """Take indented lines, blank lines between them, and unindented lines after them."""
    end = match(blocks.text, position)
    if end == position:
        return False
    code = INDENT.sub("", _CONTINUED.sub(r" \1", blocks.text[position:end]))
    blocks.add(Element("codeblock", code, None, blocks.line(position)))
    blocks.position = end
    return True
