"""Vim script."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

if TYPE_CHECKING:
    import re

__all__ = ["VimL"]


@cache
def _words() -> dict[str, str]:
    """Vim's commands, and its functions, options and events; the two lists are apart by a line."""
    commands, others = word_lists("viml")
    return words("", k=commands, nb=others)


def _word(run: Run, match: re.Match[str]) -> None:
    run.token(_words().get(match[0], ""), match[0])


class VimL(Lexer):
    """Vim script."""

    states: ClassVar[States] = {
        "root": [
            (r'^(\s*)(".*?)$', ("", "c")),
            (r"^\s*\\", "se"),
            (r"[ \t]+", ""),
            (r"/(?:[^/\\\n]|\\[\\/]?)*+/|/[^\n]*/", "sr"),
            (r'"(?:[^"\\\n]|\\[\\"]?)*+"|"[^\n]*"', "s2"),
            (r"'(?:[^'\\\n]|\\[\\']?)*+'|'[^\n]*'", "s1"),
            (r"-?\d+", "m"),
            (r"#[0-9a-fA-F]{6}", "mh"),
            (r"^:", "p"),
            (r"[():<>+=!\[\]{}|,~.-]", "p"),
            (r"(?:let|if|else|endif|elseif|fun|function|endfunction)\b", "k"),
            (r"(?:NONE|bold|italic|underline|dark|light)\b", "nb"),
            (r"[absg]:\w+\b", "nv"),
            (r"\w+\b", _word),
            (r"(?s:.)", ""),
        ]
    }
