"""Dashes, ellipses and guillemets.

https://kramdown.gettalong.org/syntax.html#typographic-symbols
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.element import Element, Symbol

if TYPE_CHECKING:
    import re

    from jinkyll.kramdown.spans import Spans

__all__ = ["PLAIN_FORM", "STARTS", "make", "parse"]

PLAIN_FORM: Final = r"-(--?)|\.(\.\.)"
"""Dashes and dots."""

_SYMBOLS: Final = (
    ("---", Symbol("mdash")),
    ("--", Symbol("ndash")),
    ("...", Symbol("hellip")),
    ("<< ", Symbol("laquo_space")),
    (" >>", Symbol("raquo_space")),
    ("<<", Symbol("laquo")),
    (">>", Symbol("raquo")),
)
_PLAIN_SYMBOLS: Final = dict(_SYMBOLS[:3])
_ESCAPED: Final = {"\\<<": "60", "\\>>": "62"}
STARTS: Final = ("--", "...", "\\", " >>", "<", ">>")


def make(_spans: Spans, match: re.Match[str]) -> Symbol:
    """The symbol of dashes or dots."""
    return _PLAIN_SYMBOLS[match[0]]


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take a symbol."""
    text = spans.text
    if text[position] == "\\":
        code = _ESCAPED.get(text[position : position + 3])
        if code is None:
            return -1
        tree.children += [Element("entity", code), Element("entity", code)]
        return position + 3
    for written, symbol in _SYMBOLS:
        if text.startswith(written, position):
            tree.children.append(symbol)
            return position + len(written)
    return -1
