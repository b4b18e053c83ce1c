"""Nim, which sees no underscores in names."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States

__all__ = ["Nim"]

_KEYWORDS = """
addr as asm atomic bind block break case cast const continue converter defer discard distinct do
elif else end enum except export func finally for from generic if import include interface
iterator let macro method mixin nil object of out proc ptr raise ref return static template try
tuple type using var when while with without yield
"""
_OPERATORS = "and or not xor shl shr div mod in notin is isnot"
_TYPES = """
int int8 int16 int32 int64 float float32 float64 bool char range array seq set string
"""


def _any_of(names: str) -> str:
    return f"(?:{'|'.join(''.join(f'{letter}_?' for letter in name) for name in names.split())})"


_NAME = r"[a-zA-Z](?:[a-zA-Z0-9]|_[a-zA-Z0-9])*"
_ESCAPE = r"""[\\abcefnrtvl"']|x[a-fA-F0-9]{2}|[0-9]{1,3}"""


class Nim(Lexer):
    """Nim."""

    states: ClassVar[States] = {
        "root": [
            (r"##.*$", "sd"),
            (r"#.*$", "c"),
            (r"[*=><+\-/@$~&%!?|\\\[\]]", "o"),
            (r"\.\.|\{\.|\(\.|[.,{}():^`;]", "p"),
            (r'\w+"', "s", "rdqs"),
            (r'"""', "s", "tdqs"),
            (r'"', "s", "dqs"),
            (r"'", "sc", "chars"),
            (rf"{_any_of(_OPERATORS)}\b", "ow"),
            (r"p_?r_?o_?c_?\s(?![(\[\]])", "k", "funcname"),
            (rf"{_any_of(_KEYWORDS)}\b", "k"),
            (rf"{_any_of(_TYPES)}\b", "kt"),
            (rf"{_any_of('true false')}\b", "kp"),
            (_NAME, "n"),
            (r"[0-9][0-9_]*(?=[eE.]|'?[fF](?:32|64))", "mf", ("floatsuffix", "floatnumber")),
            (r"0[xX][a-fA-F0-9][a-fA-F0-9_]*", "mh", "intsuffix"),
            (r"0[bB][01][01_]*", "m", "intsuffix"),
            (r"0o[0-7][0-7_]*", "mo", "intsuffix"),
            (r"[0-9][0-9_]*", "mi", "intsuffix"),
            (r"\s+", ""),
            (r".+$", "err"),
        ],
        "chars": [(rf"\\(?:{_ESCAPE})", "se"), (r"'", "sc", POP), (r".", "sc")],
        "strings": [
            (r"\$[\w#]+", "si"),
            (r"[^\\'\"$\n]+", "s"),
            (r"['\"\\]", "s"),
            (r"\$", "s"),
        ],
        "dqs": [(rf"\\(?:{_ESCAPE}|\n)", "se"), (r'"', "s", POP), "strings"],
        "rdqs": [(r'"(?!")', "s", POP), (r'"', "se", POP), "strings"],
        "tdqs": [(r'"""(?!")', "s", POP), "strings", (r"\n", "s")],
        "funcname": [(_NAME, "nf", POP), (r"`.+`", "nf", POP)],
        "floatnumber": [
            (r"\.(?!\.)[0-9_]*", "mf"),
            (r"[eE][+-]?[0-9][0-9_]*", "mf"),
            (r"", "", POP),
        ],
        "floatsuffix": [(r"'?[fF](?:32|64)", "mf"), (r"", "", POP)],
        "intsuffix": [
            (r"'?[iI](?:32|64)", "il"),
            (r"'?[iI](?:8|16)", "mi"),
            (r"'?[uU]", "mi"),
            (r"", "", POP),
        ],
    }
