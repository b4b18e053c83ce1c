"""Xojo."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

__all__ = ["Xojo"]

_KEYWORDS = """
addhandler aggregates array asc assigns attributes begin break byref byval call case catch class
const continue char ctype declare delegate dim do downto each else elseif end enum event exception
exit extends false finally for function global goto if implements inherits interface lib loop mod
module new next nil object of optional paramarray private property protected public raise
raiseevent rect redim removehandler return select shared soft static step sub super then to true
try until using uend uhile
"""
_TYPES = """
boolean cfstringref cgfloat cstring curency date double int8 int16 int32 int64 integer ostype
pstring ptr short single string structure variant uinteger uint8 uint16 uint32 uint64 ushort
windowptr wstring
"""
_OPERATORS = "addressof weakaddressof and as in is isa mod not or xor"


class Xojo(Lexer):
    """Xojo."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", "w"),
            (r"(?i:rem\b.*?$)", "c1"),
            (r"[/'].*$", "c1"),
            (r"(?is:#tag Note.*?#tag EndNote)", "cp"),
            (r"#.*$", "cp"),
            (r'".*?"', "s2"),
            (r"[(){}!#,:]", "p"),
            (rf"(?i:{any_of(_KEYWORDS)})\b", "k"),
            (rf"(?i:{any_of(_TYPES)})\b", "kd"),
            (rf"(?i:{any_of(_OPERATORS)})\b", "o"),
            (r"[+-]?(?:\d+\.\d*|\d*\.\d+)", "mf"),
            (r"[+-]?\d+", "mi"),
            (r"&[CHch][0-9a-fA-F]+", "mh"),
            (r"&[Oo][0-7]+", "mo"),
            (r"(?=\w)[\w.]+\b", ""),
            (r"<=|>=|<>|[=><+\-*/\\]", "o"),
        ]
    }
