"""Literate programs: text around Haskell or CoffeeScript."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lookup import find
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["LiterateCoffeeScript", "LiterateHaskell"]


class _Program(Run):
    """A run with the code and the text under way."""

    __slots__ = ("code", "prose")

    def __init__(self, lexer: Lexer, text: str, code: str) -> None:
        super().__init__(lexer, text)
        self.code = find(code).begin()
        self.prose = find("markdown").begin()


def _line(run: _Program, match: re.Match[str]) -> None:
    run.token("nl", ">")
    run.delegate(run.code, match[0][1:])


def _code(run: _Program, match: re.Match[str]) -> None:
    run.delegate(run.code, match[0])


def _prose(run: _Program, match: re.Match[str]) -> None:
    run.delegate(run.prose, match[0])


class LiterateHaskell(Lexer):
    """Haskell in lines that begin with an arrow."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of the code."""
        return _Program(self, text, "haskell")

    states: ClassVar[States] = {
        "root": [(r"\s*?\n(?=>)", "", "code"), (r".*?\n", ""), (r".+\Z", "")],
        "code": [(r"> .*?(?:\n|\Z)", _line), (r"\s*\n(?=\s*[^>])", "", POP)],
    }


class LiterateCoffeeScript(Lexer):
    """CoffeeScript as the indented code of Markdown."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of code and text."""
        return _Program(self, text, "coffeescript")

    states: ClassVar[States] = {
        "root": [
            (r"^(?:    (?s:.*?)\n)+", _code),
            (r"^(?:[ ]{0,3}(?:\S(?s:.*?)|)\n)*", _prose),
        ]
    }
