"""Stata."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, States, words
from jinkyll.kramdown.syntax_highlighter.patterns import any_of
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

__all__ = ["Stata"]

_COMMANDS, _FUNCTIONS = word_lists("stata")
_WORDS = words(
    "n",
    kr="""
    if else foreach forv forva forval forvalu forvalue forvalues to while in of continue break
    nobreak
    """,
    kt="""
    byte int long float double str strL numeric string integer scalar matrix local global numlist
    varlist newlist
    """,
)


class Stata(Lexer):
    """Stata."""

    states: ClassVar[States] = {
        "root": [
            (r"^\s*#.*$", "cp"),
            (r"^\*!.*$", "ch"),
            (r"^\s*\*.*$", "c1"),
            (rf"^\s*{any_of(_COMMANDS)}\b", "k"),
            (r"[ \t]+", "w"),
            (r"[\n\r]+", ""),
            (r"//.*?$", "c1"),
            (r"/(?:\\\n)?[*](?s:.*?)[*](?:\\\n)?/", "cm"),
            (r"`\"(?:\\.|.)*?\"'", "s2"),
            (r'"(?:\\.|.)*?"', "s2"),
            (r"`(?:\\.|.)*?'", "s2"),
            (r"\$\w+", "s2"),
            (r"%\S+", "py"),
            (r"str(?:204[0-5]|20[0-3][0-9]|[01][0-9]{3}|[0-9]{3}|[0-9]{2}|[1-9])\b", "kt"),
            (rf"{any_of(_FUNCTIONS)}(?=\()", "nf"),
            (r"\.\.(?=.*\])", "o"),
            (r"[+-]?(?:\d+(?:[.]\d+)?|[.]\d+)(?:[eE][+-]?\d+)?", "m"),
            (r"[ICOicoLFDSlfds]\w*(?:\.|(?=\(.*\)\.))", "o"),
            (r"\w+", _WORDS),
            (r"[\[\]{}();,]", "p"),
            (r"[-<>?*+'^/\\!#.=~:&|]", "o"),
        ]
    }
