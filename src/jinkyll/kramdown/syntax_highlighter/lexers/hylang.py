"""Hy."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

if TYPE_CHECKING:
    import re

__all__ = ["HyLang"]

(_BUILTINS,) = word_lists("hylang")
_ID = r"[\w!$%*+,<=>?/.-]+"
_KEYWORD = r"[\w!#$%*+,<=>?/.-]+"
_WORDS = words(
    "n",
    k="""
    False None True and as assert break class continue def del elif else except finally for from
    global if import in is lambda nonlocal not or pass raise return try
    """,
    nb=_BUILTINS,
)


def _form(run: Run, match: re.Match[str]) -> None:
    run.token("p", "(")
    run.token("w", match["gap"])
    run.token(_WORDS.get(match["name"], "nf"), match["name"])


class HyLang(Lexer):
    """Hy."""

    states: ClassVar[States] = {
        "root": [
            (r";.*?$", "c1"),
            (r"\s+", "w"),
            (r"-?\d+\.\d+", "mf"),
            (r"-?\d+", "mi"),
            (r'"(?:[^"\\]|\\.|\\)*+"|"(?s:.*)"', "s"),
            (rf"'{_KEYWORD}", "ss"),
            (rf"::?{_KEYWORD}", "no"),
            (r"\\(?:.|[a-zA-Z]+)", "sc"),
            (r"~@|[`'#^~&@]", "o"),
            (rf"\((?P<gap>\s*)(?P<name>{_ID})", _form),
            (_ID, _WORDS),
            (r"[\[\]{}()]", "p"),
        ]
    }
