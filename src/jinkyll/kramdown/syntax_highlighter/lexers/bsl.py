"""BSL, the language of 1C:Enterprise."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, Run, States
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

if TYPE_CHECKING:
    import re

__all__ = ["Bsl"]

_KEYWORDS, _BUILTINS = (frozenset(text.split()) for text in word_lists("bsl"))


def _word(run: Run, match: re.Match[str]) -> None:
    word, gap = match["word"], match["gap"] or ""
    name = word.lower()
    if name in _KEYWORDS:
        kind = "k"
    elif match["gap"] is not None and name in _BUILTINS:
        run.token("nb", word + gap)
        return
    else:
        kind = "nv"
    run.token(kind, word)
    run.token("", gap)


class Bsl(Lexer):
    """BSL."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"//.*$", "c1"),
            (r"[\[\]:(),;]", "p"),
            (r"&.*$", "kd"),
            (r"[-+/*%=<>.?]", "o"),
            (r"#.*$", "kd"),
            (r"(?P<word>[\wа-яёА-ЯЁ]+)(?P<gap>\s*(?=\())?", _word),
            (r"'.*'", "ld"),
            (r'".*?(?:"|$)', "s1"),
            (r'\|(?:(?!"").)*?(?:"|$)', "s"),
        ]
    }
