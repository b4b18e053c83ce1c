"""FreeFEM."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.c import Cpp
from jinkyll.kramdown.syntax_highlighter.machine import POP, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

__all__ = ["FreeFem"]

_RESERVED, _BUILTINS, _ATTRIBUTES = word_lists("freefem")
_WORDS = words(
    "n",
    k="break catch continue else for if return try while",
    kt="""
    bool border complex dmatrix fespace func gslspline ifstream int macro matrix mesh mesh3 mpiComm
    mpiGroup mpiRequest NewMacro EndMacro ofstream Pmmap problem Psemaphore real solve string varf
    """,
    kr=_RESERVED,
    nb=_BUILTINS,
    na=_ATTRIBUTES,
)


class FreeFem(Cpp):
    """FreeFEM."""

    states: ClassVar[States] = {
        **Cpp.states,
        "expr_bol": [
            "inline_whitespace",
            (r"include|load|ENDIFMACRO|IFMACRO", "cp", "macro"),
            (r"", "", POP),
        ],
        "statements": [
            "whitespace",
            (r'(?:u8|u|U|L)?"', "s", "string"),
            (
                r"(?i:(?:u8|u|L)?'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])')",
                "sc",
            ),
            "numbers",
            (r"\*/", "err"),
            (r"[~!%^&*+=|?:<>/-]", "o"),
            (r"'", "o"),
            (r"[()\[\],.;]", "p"),
            (r"case\b", "k", "case"),
            (r"(?:true|false|NaN)\b", "nb"),
            (r"[a-zA-Z_]\w*", _WORDS),
        ],
    }
