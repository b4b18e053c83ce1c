"""Scala."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import LETTERS, POP, Lexer, StandIns, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of, quoted

__all__ = ["Scala"]

_OP = r"[!#%&'*+\-/:<=>?@\\^`|~\x7f\u00a6\u00a9\u00ac\u00ae\u00b0\u00b1\u00d7\u00f7\u2190-\u27bf]"
_ID = rf"(?u:(?:\$|[^\W\d])(?:\$|\w)*)(?:(?<=_){_OP}+)?"
_NAME = rf"(?:{_ID}|{_OP}+|`[^`]+`)"
_CHUNK = rf"(?:{_ID}|{_OP}+`[^`]+`)"
_KEYWORDS = """
abstract case catch def do else extends final finally for forSome if implicit lazy match new
override private protected requires return sealed super this throw try val var while with yield
"""


class Scala(Lexer):
    """Scala."""

    stand_ins: ClassVar[StandIns | None] = LETTERS
    states: ClassVar[States] = {
        "root": [
            (r"(class|trait|object)(\s+)", ("k", ""), "class"),
            (rf"'{_ID}(?!')", "ss"),
            (r"[^\S\n]+", ""),
            (r"//.*", "c1"),
            (r"/\*", "cm", "comment"),
            (rf"@{_ID}", "nd"),
            (rf"(def)(\s+)({_NAME})(\s*)", ("k", "", "nf", "")),
            (rf"(val)(\s+)({_NAME})(\s*)", ("k", "", "nv", "")),
            (rf"(this)(\n*)(\.)({_ID})", ("k", "", "o", "py")),
            (rf"({_ID}|_)(\n*)(\.)({_ID})", ("nv", "", "o", "py")),
            (rf"(?:[A-ZÀ-ÖØ-Þ$_]){_ID}\b", "nc"),
            (rf"({_ID})(\s*)(\()", ("nf", "", "o")),
            (rf"(\.)({_ID})", ("o", "py")),
            (
                rf"{any_of(_KEYWORDS)}\b|(?:<[%:-]|=>|>:|[#=@_\u21D2\u2190])(?:\b|(?=\s)|$)",
                "k",
            ),
            (rf":(?!{_OP})", "k", "type"),
            (r"(?:true|false|null)\b", "kc"),
            (r"(import|package)(\s+)", ("k", ""), "import"),
            (r"(type)(\s+)", ("k", ""), "type"),
            (r'(?s:""".*?"""(?!"))', "s"),
            (quoted('"'), "s"),
            (r"'\\.'|'[^\\]'|'\\u[0-9a-fA-F]{4}'", "sc"),
            (_ID, "n"),
            (r"`[^`]+`", "n"),
            (r"\[", "o", "typeparam"),
            (r"[(){};,.#]", "o"),
            (rf"{_OP}+", "o"),
            (r"(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fFdD]?", "mf"),
            (r"[0-9]+[fFdD]", "mf"),
            (r"0x[0-9a-fA-F]+", "mh"),
            (r"[0-9]+L?", "mi"),
            (r"\n", ""),
        ],
        "class": [
            (rf"({_NAME})(\s*)(\[)", ("nc", "", "o"), "typeparam"),
            (r"\s+", ""),
            (r"[{(]", "o", POP),
            (r"//.*", "c1", POP),
            (_NAME, "nc", POP),
        ],
        "type": [
            (r"\s+", ""),
            (r"<[%:]|>:|[#_\u21D2]|forSome|type", "k"),
            (r"([,);}]|=>|=)(\s*)", ("o", ""), POP),
            (r"[({]", "o", "type"),
            (
                rf"({_CHUNK}(?:\.{_CHUNK})*)(\s*)(\[)",
                ("kt", "", "o"),
                (POP, "typeparam"),
            ),
            (rf"({_CHUNK}(?:\.{_CHUNK})*)(\s*)$", ("kt", ""), POP),
            (r"//.*", "c1", POP),
            (rf"\.|{_NAME}", "kt"),
        ],
        "typeparam": [
            (r"[\s,]+", ""),
            (r"<[%:]|=>|>:|[#_\u21D2]|forSome|type", "k"),
            (r"[\])}]", "o", POP),
            (r"[(\[{]", "o", "typeparam"),
            (rf"\.|{_NAME}", "kt"),
        ],
        "comment": [
            (r"[^/*]+", "cm"),
            (r"/\*", "cm", "comment"),
            (r"\*/", "cm", POP),
            (r"[*/]", "cm"),
        ],
        "import": [(rf"(?:{_ID}|\.)+", "nn", POP)],
    }
