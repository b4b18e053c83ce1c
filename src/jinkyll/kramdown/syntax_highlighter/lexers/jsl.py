"""JSL, the script of JMP."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, States

__all__ = ["Jsl"]

_NAME = r"[a-zA-Z_][\w\s'%.\\]*"
_MONTHS = "(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_TIME = r":\d{2}:\d{2}(?::\d{2}(?:\.\d*)?)?"


class Jsl(Lexer):
    """JSL."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", "w"),
            (r"//.*?$", "c1"),
            (r"/[*]", "cm", "comment"),
            (r"<<", "o", "message"),
            (rf"(::|:)?({_NAME})(\()", ("p", "k", "p")),
            (
                rf"\d{{2}}{_MONTHS}\d{{2}}(?:\d{{2}})?(?::\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d*)?)?)?",
                "ld",
            ),
            (r"(?i:-?(?:[0-9]+(?:[.][0-9]+)?|[.][0-9]*)(?:e[+-]?[0-9]+)?i?)", "m"),
            (rf'(::|:)?({_NAME}|"(?:\\!"|[^"])*?"[nN])', ("p", "nv")),
            (r'(")(\\\[)((?s:.*?))(\]\\)(")', ("s2", "se", "s2", "se", "s2")),
            (r'"', "s2", "dq"),
            (r"[-+*/!%&<>|=:`^]", "o"),
            (r"[\[\](){},;]", "p"),
        ],
        "message": [
            (r"\s+", "w"),
            (_NAME, "nf"),
            (r"[(),;]", "p", POP),
            (r"[&|!=<>]", "o", POP),
        ],
        "dq": [
            (r"\\![btrnNf0\\\"]", "se"),
            (r"\\", "s2"),
            (r'"', "s2", POP),
            (r'[^\\"]+', "s2"),
        ],
        "comment": [
            (r"/[*]", "cm", AGAIN),
            (r"[*]/", "cm", POP),
            (r"[^/*]+", "cm"),
            (r"[/*]", "cm"),
        ],
    }
