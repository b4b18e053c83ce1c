"""ABAP."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

if TYPE_CHECKING:
    import re

__all__ = ["Abap"]

_KEYWORDS, _BUILTINS = word_lists("abap")
_WORDS = words(
    "n",
    k=_KEYWORDS,
    kt="""
    B C D DECFLOAT16 DECFLOAT34 F I INT8 N P S T X CLIKE CSEQUENCE DECFLOAT STRING XSTRING
    """,
)
_CALLED = words("n", k="data field-symbol", nb=_BUILTINS)


def _call(run: Run, match: re.Match[str]) -> None:
    name = match["name"]
    run.token("o", match["arrow"])
    run.token("n" if match["arrow"] else _CALLED.get(name.lower(), "n"), name)
    run.token("p", "(")


def _word(run: Run, match: re.Match[str]) -> None:
    run.token(_WORDS.get(match[0].upper(), "n"), match[0])


class Abap(Lexer):
    """ABAP."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r'".*', "c1"),
            (r"^\*.*", "cm"),
            (r"\d+", "mi"),
            (r"['`]", "s1", "single_string"),
            (r"[\[\](){}.,:|]", "p"),
            (r"(?P<arrow>->|=>)?(?P<name>[A-Za-z][A-Za-z0-9_\-]*)\(", _call),
            (r"\w+", _word),
            (r"[-*+%/~=&?<>!#@^]+", "o"),
        ],
        "single_string": [
            (r"\\.", "se"),
            (r"''|``", "se"),
            (r"['`]", "s1", POP),
            (r"[^\\'`]+", "s1"),
        ],
    }
