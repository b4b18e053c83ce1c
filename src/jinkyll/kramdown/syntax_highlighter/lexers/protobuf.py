"""Protocol buffers."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

__all__ = ["Protobuf"]

_KEYWORDS = """
ctype default extensions import max oneof option optional packed repeated required returns rpc to
"""
_TYPES = """
bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32
uint64
"""


class Protobuf(Lexer):
    """Protocol buffers."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"[,;{}\[\]()]", "p"),
            (r"/(?:\\\n)?/(?:$|(?s:.*?)[^\\]$)", "c1"),
            (r"/(?:\\\n)?\*(?s:.*?)\*(?:\\\n)?/", "cm"),
            (rf"{any_of(_KEYWORDS)}\b", "k"),
            (rf"{any_of(_TYPES)}\b", "kt"),
            (r"true|false", "kc"),
            (r"(package)(\s+)", ("kn", ""), "package"),
            (r"(message|extend)(\s+)", ("kd", ""), "message"),
            (r"(enum|group|service)(\s+)", ("kd", ""), "type"),
            (r'".*?"', "s"),
            (r"'.*?'", "s"),
            (r"(?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[LlUu]*", "mf"),
            (r"(?:\d+\.\d*|\.\d+|\d+[fF])[fF]?", "mf"),
            (r"-?(?:inf|nan)\b", "mf"),
            (r"0x[0-9a-fA-F]+[LlUu]*", "mh"),
            (r"0[0-7]+[LlUu]*", "mo"),
            (r"\d+[LlUu]*", "mi"),
            (r"[+-=]", "o"),
            (r"([a-zA-Z_][\w.]*)([ \t]*)(=)", ("na", "", "o")),
            (r"[a-zA-Z_][\w.]*", "n"),
        ],
        "package": [(r"[a-zA-Z_]\w*", "nn", POP), (r"", "", POP)],
        "message": [(r"[a-zA-Z_]\w*", "nc", POP), (r"", "", POP)],
        "type": [(r"[a-zA-Z_]\w*", "n", POP), (r"", "", POP)],
    }
