"""OpenEdge's ABL."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

if TYPE_CHECKING:
    import re

__all__ = ["OpenEdge"]

_KEYWORDS, _TYPES = word_lists("openedge")
_WORDS = words("nv", nb=_KEYWORDS, kt=_TYPES)


def _word(run: Run, match: re.Match[str]) -> None:
    run.token(_WORDS.get(match[0].upper(), "nv"), match[0])


class OpenEdge(Lexer):
    """OpenEdge's ABL."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"(\.)(\s+)", ("o", "")),
            (r"//[^\n]*", "c1"),
            (r"/[*](?s:.*?)[*]/", "cm"),
            (r"(\{?&)(\S+)", ("cp", "nx"), "preproc"),
            (r'"', "s", "string"),
            (r"(?i:'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])')", "sc"),
            "numbers",
            (r"\*/", "err"),
            (r"[~!%^*+=|?:<>/-]", "o"),
            (r"[()\[\],]", "p"),
            (r"(?i:TRUE|FALSE|NULL)\b", "kc"),
            (r"[a-zA-Z_&{}][a-zA-Z0-9_\-&}]*", _word),
        ],
        "numbers": [
            (r"(?:\d+[.]\d*|[.]\d+)(?:[eE][+-]?\d+[luLU]*)?", "mf"),
            (r"\d+[eE][+-]?\d+[luLU]*", "mf"),
            (r"0[xX][0-9a-fA-F]+[luLU]*", "mh"),
            (r"0[0-7]+[luLU]*", "mo"),
            (r"\d+[luLU]*", "mi"),
        ],
        "string": [
            (r'"', "s", POP),
            (r"\\(?:[\\abfnrtv\"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})", "se"),
            (r'[^\\"]+', "s"),
            (r"\\", "s"),
        ],
        "preproc": [
            (r"\n", "", POP),
            (r"\s+", ""),
            (r"(\{?&)(\S+)", ("cp", "nx")),
            (r'"', "s", "string"),
            "numbers",
            (r"\S+", "n"),
        ],
    }
