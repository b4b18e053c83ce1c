"""Ruby in HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lookup import find
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Erb"]

_OPEN = r"<%[%=#-]?"
_CLOSE = r"%%>|-%>|%>"


class _Template(Run):
    """A run with the text around and the Ruby under way."""

    __slots__ = ("parent", "ruby")

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.parent = find(lexer.options.get("parent", "html")).begin()
        self.ruby = find("ruby").begin()


def _parent(run: _Template, match: re.Match[str]) -> None:
    run.delegate(run.parent, match[0])


def _ruby(run: _Template, match: re.Match[str]) -> None:
    run.delegate(run.ruby, match[0])


class Erb(Lexer):
    """ERB, with the option `parent` for the language around it."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of both languages."""
        return _Template(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"<%#", "c", "comment"),
            (_OPEN, "cp", "ruby"),
            (rf"(?s:.+?(?={_OPEN})|.+)", _parent),
        ],
        "comment": [(_CLOSE, "c", POP), (rf"(?s:.+?(?={_CLOSE})|.+)", "c")],
        "ruby": [(_CLOSE, "cp", POP), (rf"(?s:.+?(?={_CLOSE})|.+)", _ruby)],
    }
