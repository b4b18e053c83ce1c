"""What the two kinds of headers share: an id in braces at the end of the line.

https://kramdown.gettalong.org/syntax.html#specifying-a-header-id
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.characters import WHITESPACE
from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["add", "split"]

_START: Final = (
    ":A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_ID: Final = re.compile(r"[\t ]\{\#([^\t {}#]+)\}\Z")
_ASCII_NAME: Final = re.compile(r"[:A-Z_a-z][:A-Z_a-z\-.0-9]*\Z")


@cache
def _name() -> re.Pattern[str]:
    """XML's names; made when there is one that is not ASCII, because it takes 15 ms."""
    return re.compile(rf"[{_START}][{_START}\-.0-9\u00b7\u0300-\u036f\u203f-\u2040]*\Z")


def split(contents: str) -> tuple[str, str | None]:
    """The text of a header and the id given with it."""
    text = contents.rstrip(WHITESPACE)
    if (
        text.endswith("}")
        and (match := _ID.search(text))
        and (_ASCII_NAME if match[1].isascii() else _name()).match(match[1])
    ):
        return text[: match.start()].rstrip(WHITESPACE), match[1]
    return text, None


def add(blocks: Blocks, position: int, level: int, text: str, identifier: str | None) -> None:
    """Add a header that begins at *position*."""
    header = Element("header", text, None, blocks.line(position))
    header.level = level
    header.raw_text = text
    if identifier is not None:
        header.attr["id"] = identifier
    blocks.add(header)
