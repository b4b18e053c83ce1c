"""Mathematica."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, States, words
from jinkyll.kramdown.syntax_highlighter.patterns import quoted
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

__all__ = ["Mathematica"]

(_BUILTINS,) = word_lists("mathematica")
_NUMBER = r"(?:\.\d+|\d+\.\d*|\d+)"
_PRECISION = rf"(?:`(?:`?{_NUMBER})?)?"
_EXPONENT = r"(?:\*\^[+-]?\d+)?"
_ID = r"[a-zA-Z$][$a-zA-Z0-9]*"
_SYMBOL = rf"(?:{_ID}|\\\[{_ID}\])+"
_STRING = f"(?:{quoted(chr(34))})"


class Mathematica(Lexer):
    """Mathematica."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", "w"),
            (r"\(\*", "c", "comment"),
            (rf"\d+\^\^(?:\.\w+|\w+\.\w*|\w+){_PRECISION}{_EXPONENT}", "m"),
            (rf"{_NUMBER}{_PRECISION}{_EXPONENT}", "m"),
            (rf"::(?:{_ID}|{_STRING})", "nt"),
            (r"(?:In|Out)\[[0-9]+\]:?=", "gp"),
            (rf"`?{_SYMBOL}(?:`{_SYMBOL})*`?", words("nv", bp="Module With Block", nb=_BUILTINS)),
            (rf"#(?:{_ID}|\"{_ID}\")|#[0-9]*", "nf"),
            (r"[+\-*/|,;.:@~=><&`'^?!_%]", "o"),
            (r"[\[\](){}]", "p"),
            (_STRING, "s"),
        ],
        "comment": [
            (r"\(\*", "c", AGAIN),
            (r"\*\)", "c", POP),
            (rf"::{_ID}::", "cp"),
            (rf"[ ]:(?:{_ID}|[^\S])+:[ ]", "cp"),
            (r".", "c"),
        ],
    }
