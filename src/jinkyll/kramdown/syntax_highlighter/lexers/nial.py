"""Nial."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

if TYPE_CHECKING:
    import re

__all__ = ["Nial"]

_FUNCTIONS, _TRANSFORMERS = word_lists("nial")
_WORDS = words(
    "nv",
    k="""
    is gets op tr if then elseif else endif case from endcase begin end for with endfor while do
    endwhile repeat until endrepeat
    """,
    kp=_FUNCTIONS,
    nb=_TRANSFORMERS,
    kc="false null pi true",
)


def _word(run: Run, match: re.Match[str]) -> None:
    run.token(_WORDS.get(match[0].lower(), "nv"), match[0])


class Nial(Lexer):
    """Nial."""

    states: ClassVar[States] = {
        "root": [
            (r"'", "s1", "str"),
            (r"[lo]+\b", "mb"),
            (r"-?\d+(?:(?:\.\d*)?[eE][+-]?\d|\.)\d*", "mf"),
            (r"-?\d+", "mi"),
            (r"`.", "sc"),
            (r'"[^\s()\[\]{}#,;]*', "ss"),
            (r"\?[^\s()\[\]{}#,;]*", "gr"),
            (r"%[^;]+;", "cm"),
            (r"^#(?:.+\n)+\n", "cm"),
            (r":=|[{}\[\](),:;]", "p"),
            (r">>|>=|<=|~=|[.!#+*\-=></|@]", "o"),
            (r"[_A-Za-z]\w*\b", _word),
            (r"\s+", ""),
        ],
        "str": [(r"''", "se"), (r"[^']+", "s1"), (r"'|$", "s1", POP)],
    }
