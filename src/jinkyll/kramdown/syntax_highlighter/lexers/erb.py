"""Code in other text: Ruby (ERB), Elixir (EEx), Puppet (EPP)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lookup import find, find_option
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Eex", "Epp", "Erb"]


class _Template(Run):
    """A run with the text around and the code under way."""

    __slots__ = ("code", "parent")

    def __init__(self, lexer: Erb, text: str) -> None:
        super().__init__(lexer, text)
        self.parent = find_option(lexer, "parent", lexer.around).begin()
        self.code = find(lexer.language).begin()


def _parent(run: _Template, match: re.Match[str]) -> None:
    run.delegate(run.parent, match[0])


def _code(run: _Template, match: re.Match[str]) -> None:
    run.delegate(run.code, match[0])


def _states(opening: str, closing: str) -> States:
    return {
        "root": [
            (r"<%#", "c", "comment"),
            (opening, "cp", "code"),
            (rf"(?s:.+?(?={opening})|.+)", _parent),
        ],
        "comment": [(closing, "c", POP), (rf"(?s:.+?(?={closing})|.+)", "c")],
        "code": [(closing, "cp", POP), (rf"(?s:.+?(?={closing})|.+)", _code)],
    }


class Erb(Lexer):
    """ERB, with the option `parent` for the language around it."""

    language: ClassVar[str] = "ruby"
    around: ClassVar[str] = "html"

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of both languages."""
        return _Template(self, text)

    states: ClassVar[States] = _states(r"<%[%=#-]?", r"%%>|-%>|%>")


class Eex(Erb):
    """EEx, with the option `parent` for the language around it."""

    language: ClassVar[str] = "elixir"
    states: ClassVar[States] = _states(r"<%[%=#]?", r"%%>|%>")


class Epp(Erb):
    """EPP, with the option `parent` for the language around it, by default plain text."""

    language: ClassVar[str] = "puppet"
    around: ClassVar[str] = "plaintext"
    states: ClassVar[States] = _states(
        r"(?:<%[%=#]|<%-?(?:\s*\|)?)", r"(?:%%>|(?:\|\s*)?(?:-%>|%>))"
    )
