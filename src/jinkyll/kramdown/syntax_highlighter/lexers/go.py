"""Go."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import ALNUM, POP, Lexer, StandIns, States, words

__all__ = ["Go"]

_WORDS = words(
    "n",
    k="""
    break default func interface select case defer go map struct chan else goto package switch
    const fallthrough if range type continue for import return var
    """,
    kt="""
    bool byte complex64 complex128 error float32 float64 int8 int16 int32 int64 int rune string
    uint8 uint16 uint32 uint64 uintptr uint
    """,
    nb="append cap close complex copy delete imag len make new panic print println real recover",
    no="true false iota nil",
)
_ESCAPE = r"""\\[abfnrtv\\'"]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\x[0-9A-Fa-f]{2}"""
_FLOAT = r"\d+\.\d*(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?"


class Go(Lexer):
    """Go."""

    stand_ins: ClassVar[StandIns | None] = ALNUM
    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"(?u:[^\W\d]\w*)", _WORDS),
            (r"//.*", "c"),
            (r"(?s:/\*.*?\*/)", "c"),
            (rf"(?:\d+|{_FLOAT})i", "m"),
            (_FLOAT, "m"),
            (r"0[xX][0-9A-Fa-f]+|[0-9]+", "m"),
            (rf"'(?:[^\n]|{_ESCAPE}|\\[0-7]{{3}})'", "sc"),
            (r"\.\.\.|[-+&=!|<*^>%:]+|[./]", "o"),
            (r"[()\[\]{},;]", "p"),
            (r"`", "s", "raw_string"),
            (r'"', "s", "interpreted_string"),
        ],
        "interpreted_string": [
            (_ESCAPE, "se"),
            (r"\\.", "err"),
            (r'"', "s", POP),
            (r'[^"\\]+', "s"),
        ],
        "raw_string": [(r"`", "s", POP), (r"[^`]+", "s")],
    }
