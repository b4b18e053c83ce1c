"""Standard ML."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Rule, Run, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

if TYPE_CHECKING:
    import re

__all__ = ["Sml"]

_KEYWORD_LIST = """
abstype and andalso as case datatype do else end exception fn fun handle if in infix infixr let
local nonfix of op open orelse raise rec then type val with withtype while eqtype functor include
sharing sig signature struct structure where
"""
_KEYWORDS = frozenset(_KEYWORD_LIST.split())
_SYMBOLS = frozenset([":", "|", "=", "=>", "->", "#", ":>"])
_ID = r"[\w']+"
_SYMBOL = r"[!%&$#/:<=>?@\\~`^|*+-]+"
_BINDING = rf"=(?!{_SYMBOL})"
_END = r"\b(?!')"


def _qualifier(run: Run, match: re.Match[str]) -> None:
    name = match[0][:-1]
    run.token("err" if name in _KEYWORDS else "nn", name)
    run.token("p", ".")


def _name(run: Run, match: re.Match[str]) -> None:
    name = match[0]
    run.token("kr" if name in _KEYWORDS else "p" if name in _SYMBOLS else "n", name)


def _again_twice(run: Run, match: re.Match[str]) -> None:
    run.token("kr", match[0])
    run.push(run.stack[-1], run.stack[-1])


_DELIMITERS: list[Rule] = [
    (r"[(\[{]", "p", "main"),
    (r"[)\]}]", "p", POP),
    (rf"(?:let|if|local){_END}", _again_twice),
    (rf"(?:struct|sig|while){_END}", "kr", AGAIN),
    (rf"(?:do|else|end|in|then){_END}", "kr", POP),
]


class Sml(Lexer):
    """Standard ML."""

    states: ClassVar[States] = {
        "whitespace": [(r"\s+", ""), (r"[(][*]", "c", "comment")],
        "core": [
            (r"[()\[\]{},;_]|[.][.][.]", "p"),
            (r'#"', "sc", "char"),
            (r'"', "s2", "string"),
            (r"~?0x[0-9a-fA-F]+", "mh"),
            (r"0wx[0-9a-fA-F]+", "mh"),
            (r"0w\d+", "mi"),
            (r"~?\d+(?:[.]\d+)?[eE]~?\d+", "mf"),
            (r"~?\d+[.]\d+", "mf"),
            (r"~?\d+", "mi"),
            (rf"#\s*{_ID}", "nl"),
            (rf"#\s+{_SYMBOL}", "nl"),
            (rf"(?:datatype|abstype){_END}", "kr", "dname"),
            (rf"(?=exception{_END})", "", "ename"),
            (rf"(?:functor|include|open|signature|structure){_END}", "kr", "sname"),
            (rf"(?:type|eqtype){_END}", "kr", "tname"),
            (rf"'{_ID}", "nd"),
            (rf"{_ID}[.]", _qualifier, "dotted"),
            (_ID, _name),
            (_SYMBOL, _name),
        ],
        "dotted": [(rf"{_ID}[.]", _qualifier), (_ID, _name, POP), (_SYMBOL, _name, POP)],
        "root": [(r"#!.*?\n", "cp"), (r"", "", "main")],
        "main": [
            "whitespace",
            (rf"(?:val|and){_END}", "kr", "vname"),
            (rf"fun{_END}", "kr", (POP, "main_fun", "fname")),
            "delimiters",
            "core",
        ],
        "main_fun": [
            "whitespace",
            (rf"(?:fun|and){_END}", "kr", "fname"),
            (rf"val{_END}", "kr", (POP, "main", "vname")),
            (r"[|]", "p", "fname"),
            (rf"(?:case|handle){_END}", "kr", (POP, "main")),
            "delimiters",
            "core",
        ],
        "delimiters": _DELIMITERS,
        "has_escapes": [
            (r'\\[\\"abtnvfr]', "se"),
            (r"\\\^[\x40-\x5e]", "se"),
            (r"\\[0-9]{3}", "se"),
            (r"\\u[0-9a-fA-F]{4}", "se"),
            (r"\\\s+\\", "si"),
        ],
        "string": [(r'[^"\\]+', "s2"), (r'"', "s2", POP), "has_escapes"],
        "char": [(r'[^"\\]+', "sc"), (r'"', "sc", POP), "has_escapes"],
        "breakout": [(rf"(?={any_of(_KEYWORD_LIST)}{_END})", "", POP)],
        "sname": ["whitespace", "breakout", (_ID, "nn"), (r"", "", POP)],
        "has_annotations": [(r"'[\w']*", "nd"), (r"[(]", "p", "tyvarseq")],
        "fname": ["whitespace", "has_annotations", (_ID, "nf", POP), (_SYMBOL, "nf", POP)],
        "vname": [
            "whitespace",
            "has_annotations",
            (rf"({_ID})(\s*)({_BINDING})", ("nv", "", "p"), POP),
            (rf"({_SYMBOL})(\s*)({_BINDING})", ("nv", "", "p")),
            (_ID, "nv", POP),
            (_SYMBOL, "nv", POP),
            (r"", "", POP),
        ],
        "tname": [
            "whitespace",
            "breakout",
            "has_annotations",
            (_BINDING, "p", (POP, "typbind")),
            (_ID, "kt"),
            (_SYMBOL, "kt"),
        ],
        "typbind": ["whitespace", (rf"and{_END}", "kr", (POP, "tname")), "breakout", "core"],
        "dname": [
            "whitespace",
            "breakout",
            "has_annotations",
            (r"(=)(\s*)(datatype)\b", ("p", "", "kr"), POP),
            (_BINDING, "p", (POP, "datbind", "datcon")),
            (_ID, "kt"),
            (_SYMBOL, "kt"),
        ],
        "datbind": [
            "whitespace",
            (rf"and{_END}", "kr", (POP, "dname")),
            (rf"withtype{_END}", "kr", (POP, "tname")),
            (rf"of{_END}", "kr"),
            (rf"([|])(\s*)({_ID})", ("p", "", "nc")),
            (rf"([|])(\s+)({_SYMBOL})", ("p", "", "nc")),
            "breakout",
            "core",
        ],
        "ename": [
            "whitespace",
            (rf"(exception|and)(\s+)({_ID})", ("kr", "", "nc")),
            (rf"(exception|and)(\s*)({_SYMBOL})", ("kr", "", "nc")),
            (rf"of{_END}", "kr"),
            "breakout",
            "core",
        ],
        "datcon": ["whitespace", (_ID, "nc", POP), (_SYMBOL, "nc", POP)],
        "tyvarseq": [
            "whitespace",
            (r"'[\w']*", "nd"),
            (_ID, "n"),
            (r",", "p"),
            (r"[)]", "p", POP),
            (_SYMBOL, "n"),
        ],
        "comment": [
            (r"[^(*)]+", "cm"),
            (r"[(][*]", "cm", AGAIN),
            (r"[*][)]", "cm", POP),
            (r"[(*)]", "cm"),
        ],
    }
