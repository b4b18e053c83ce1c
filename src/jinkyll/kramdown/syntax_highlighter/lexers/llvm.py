"""LLVM's intermediate representation."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

__all__ = ["Llvm"]

_KEYWORDS, _TYPES = word_lists("llvm")
_STRING = r'"[^"]*"'
_NAME = rf"(?:[-a-zA-Z$._][-a-zA-Z$._0-9]*|{_STRING})"


class Llvm(Lexer):
    """LLVM's intermediate representation."""

    states: ClassVar[States] = {
        "root": [
            (r";.*?$", "c1"),
            (r"\s+", ""),
            (rf"{_NAME}\s*:", "nl"),
            (rf"@(?:{_NAME}|\d+)|#\d+", "vg"),
            (rf"[%!](?:{_NAME}|\d+)", "nv"),
            (rf"c?{_STRING}", "s"),
            (r"0[xX][a-fA-F0-9]+", "m"),
            (r"-?\d+(?:[.]\d+)?(?:[eE][-+]?\d+(?:[.]\d+)?)?", "m"),
            (r"[=<>{}\[\]()*.,!]|x", "p"),
            (r"i[1-9]\d*", "kt"),
            (r"\w+", words("err", kt=_TYPES, k=_KEYWORDS)),
        ]
    }
