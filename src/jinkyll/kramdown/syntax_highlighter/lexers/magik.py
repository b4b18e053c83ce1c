"""Magik."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

__all__ = ["Magik"]

_KEYWORDS = """
_package _pragma _block _endblock _handling _default _protect _protection _endprotect _try _with
_when _endtry _catch _endcatch _throw _lock _endlock _if _then _elif _else _endif _for _over
_while _loop _finally _endloop _loopbody _continue _leave _return _class _local _constant
_recursive _global _dynamic _import _private _iter _abstract _method _endmethod _proc _endproc
_gather _scatter _allresults _optional _thisthread _self _clone _super _primitive _unset _true
_false _maybe _is _isnt _not _and _or _xor _cf _andif _orif _div _mod
"""
_ID = r"(?:(?:[a-zA-Z0-9_!?]|\\.)++|\|[^|\n]*\|)+"


class Magik(Lexer):
    """Magik."""

    states: ClassVar[States] = {
        "root": [
            (r"##.*", "cd"),
            (r"#.*", "c1"),
            (r"(_method)(\s+)", ("k", "w"), "method_name"),
            (rf"{any_of(_KEYWORDS)}\b", "k"),
            (r'"[^"\n]*"', "s"),
            (r"'[^'\n]*'", "s"),
            (rf":{_ID}", "ss"),
            (rf"@\s*{_ID}:{_ID}", "nl"),
            (rf"@\s*{_ID}", "nl"),
            (r"%[uU][0-9a-zA-Z]{4}|%[^\s]+", "sc"),
            (r"[0-9]+(?:r[0-9a-zA-Z]|R[0-9a-zA-Z]|[eE&][+-]?[0-9]+|\.[0-9]+)*", "m"),
            (rf"{_ID}:{_ID}", "n"),
            (_ID, "n"),
            (r"[\[\]{}().,;$]", "p"),
            (r"<<|>>|[-~+/*%=&^<>]|!=", "o"),
            (r"\s+", "w"),
        ],
        "method_name": [(rf"({_ID})(\.)({_ID})", ("nc", "p", "nf"), POP)],
    }
