"""CMHG, the headers of modules of RISC OS, and its message files."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States

__all__ = ["Cmhg", "MsgTrans"]

_PREPROCESSOR = "define|elif|else|endif|error|if|ifdef|ifndef|include|line|pragma|undef|warning"


class Cmhg(Lexer):
    """CMHG."""

    states: ClassVar[States] = {
        "root": [
            (r";[^\n]*", "c"),
            (rf"^([ \t]*)(#[ \t]*(?:(?:{_PREPROCESSOR})(?:[ \t].*)?)?)(?=\n)", ("", "cp")),
            (r"[-a-z]+:", "kd"),
            (r"[a-zA-Z_]\w+", "ni"),
            (r'"[^"]*"', "s"),
            (r"(?:&|0x)[0-9a-fA-F]+", "mh"),
            (r"\d+", "m"),
            (r"[,/()]", "p"),
            (r"\s+", ""),
        ]
    }


class MsgTrans(Lexer):
    """Message files."""

    states: ClassVar[States] = {
        "root": [
            (r"^#[^\n]*", "c"),
            (r"[^\t\n\r ,):?/]+", "nv"),
            (r"[\n/?]", "o"),
            (r":", "o", "value"),
        ],
        "value": [(r"\n", "", POP), (r"%[0-3%]", "o"), (r"[^\n%]+", "s")],
    }
