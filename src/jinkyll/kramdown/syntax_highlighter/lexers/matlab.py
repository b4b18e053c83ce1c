"""MATLAB."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lookup import find
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

if TYPE_CHECKING:
    import re

__all__ = ["Matlab"]

_KEYWORDS = """
arguments break case catch classdef continue else elseif end for function global if import methods
otherwise parfor persistent properties return spmd switch try while
"""


@cache
def _words() -> dict[str, str]:
    """MATLAB's keywords and functions."""
    (functions,) = word_lists("matlab")
    return words("n", k=_KEYWORDS, nb=functions)


def _word(run: Run, match: re.Match[str]) -> None:
    run.token(_words().get(match[0], "n"), match[0])


def _command(run: Run, match: re.Match[str]) -> None:
    run.token("k", "!")
    run.tokens += find("shell").tokens(match["command"])


class Matlab(Lexer):
    """MATLAB."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"(?s:[{]%.*?%[}])", "cm"),
            (r"%.*$", "c1"),
            (r"([.][.][.])(.*?)$", ("k", "c")),
            (r"^!(?P<command>.*?)(?=%|$)", _command),
            (r"[a-zA-Z][_a-zA-Z0-9]*", _word),
            (r"[(){};:,/\\\]\[]", "p"),
            (r"~=|==|<<|>>|[-~+/*%=<>&^|.@]", "o"),
            (r"(?:\d+\.\d*|\d*\.\d+)(?:[eE][+-]?[0-9]+)?", "mf"),
            (r"\d+[eE][+-]?[0-9]+", "mf"),
            (r"\d+L", "il"),
            (r"\d+", "mi"),
            (r"'(?=.*')", "s1", "chararray"),
            (r'"(?=.*")', "s2", "string"),
            (r"'", "o"),
        ],
        "chararray": [(r"[^']+", "s1"), (r"''", "se"), (r"'", "s1", POP)],
        "string": [(r'[^"]+', "s2"), (r'""', "se"), (r'"', "s2", POP)],
    }
