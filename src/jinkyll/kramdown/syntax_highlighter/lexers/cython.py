"""Cython."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.python import PYTHON_WORDS, Python, Script

if TYPE_CHECKING:
    import re

    from jinkyll.kramdown.syntax_highlighter.machine import Lexer, Run, States

__all__ = ["Cython"]

_NAME = r"[a-zA-Z_]\w*"
_DOTTED = r"[a-zA-Z_.][\w.]*"
_GAP = r"(?:\\\s|\s)+"
_WORDS = {**PYTHON_WORDS, **dict.fromkeys(["by", "except?", "fused", "gil", "nogil"], "k")}
_CALLED = {**_WORDS, "": "nf"}
_RESERVED = frozenset(["public", "readonly", "extern", "api", "inline", "enum", "union"])


class _Script(Script):
    """A run that knows how far a block of C definitions is indented."""

    __slots__ = ("indentation",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.indentation: int | None = None


def _type(run: _Script, match: re.Match[str]) -> None:
    word = match[0]
    if _WORDS.get(word) == "k":
        run.token("k", word)
        run.pop()
    elif word == "def":
        run.token("k", word)
        run.goto("funcname")
    elif word in {"struct", "class"}:
        run.token("kr", word)
        run.goto("classname")
    elif word in _RESERVED:
        run.token("kr", word)
    else:
        run.token("kt", word)
        run.pop()


def _indented(run: _Script, match: re.Match[str]) -> None:
    run.token("", match[0])
    run.goto("c_start")
    indentation = len(match[0])
    if run.indentation is None:
        run.indentation = indentation
    elif run.indentation > indentation:
        run.indentation = None
        run.pop(2)


def _not_indented(run: _Script, match: re.Match[str]) -> None:
    del match
    run.indentation = None
    run.stack[:] = ["root"]


class Cython(Python):
    """Cython."""

    def begin(self, text: str = "") -> Run:
        """A run that knows the indentation of definitions."""
        return _Script(self, text)

    states: ClassVar[States] = {
        **Python.states,
        "root": [
            (r"cp?def|ctypedef", "k", ("c_definitions", "c_start")),
            (
                rf"(from)({_GAP})({_DOTTED})({_GAP})(cimport)",
                ("kn", "", "nn", "", "kn"),
            ),
            (rf"(cimport)(\s+)({_DOTTED})", ("kn", "", "nn")),
            (rf"(struct)({_GAP})", ("k", ""), "classname"),
            (rf"{_NAME}(?=\()", _CALLED),
            (r"[(,]", "p", "c_start"),
            *(
                (rule[0], _WORDS) if rule[1] is PYTHON_WORDS else rule
                for rule in Python.states["root"]
            ),
        ],
        "classname": [(_GAP, ""), *Python.states["classname"]],
        "funcname": [(_GAP, ""), *Python.states["funcname"]],
        "c_start": [
            (r"[^\S\n]+", ""),
            (r"cp?def|ctypedef", "k"),
            (r"(?:un)?signed", "kt"),
            (rf"{_NAME}(?=\*+|[ \t]*\[|[ \t]+\w)", _type),
            (r"", "", -1),
        ],
        "c_definitions": [(r"\n", "", "c_indent"), "root"],
        "c_indent": [(r"[ \t]+", _indented), (r"", _not_indented)],
    }
