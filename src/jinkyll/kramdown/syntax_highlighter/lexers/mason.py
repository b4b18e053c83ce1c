"""Mason: Perl in HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.templates import Template, parent
from jinkyll.kramdown.syntax_highlighter.lookup import find
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Mason"]

_PERL = "(?i:args|flags|attr|init|once|shared|perl|cleanup|filter)"


class _Component(Template):
    """A run with the Perl under way, too."""

    __slots__ = ("perl",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.perl = find("perl").begin()


def _perl(run: _Component, match: re.Match[str]) -> None:
    run.delegate(run.perl, match[0])


def _line(run: _Component, match: re.Match[str]) -> None:
    run.token("cp", "%")
    run.delegate(run.perl, match[0][1:])


class Mason(Lexer):
    """Mason's components."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of HTML and Perl."""
        return _Component(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"\s+", "w"),
            (r"(?i:<%(?:text|doc)>)", "cp", "text_block"),
            (rf"<%{_PERL}>", "cp", "perl_block"),
            (r"(<%(?i:def|method))([^>]*)(>)", ("cp", "n", "cp"), "component_block"),
            (r"^%.*$", _line),
            (r"<%", "cp", "component_call"),
            (r"<&\|", "cp", ("component_with_content", "component_sub")),
            (r"<&", "cp", "component_sub"),
            (r"(?s:.+?)(?=</?&|</?%|^%|^#)", parent),
            (r"(?s:.+)", parent),
        ],
        "perl_block": [
            (rf"</%{_PERL}>", "cp", POP),
            (r"\s+", "w"),
            (r"^#.*$", "c"),
            (r'(?s:.*?[^"])(?=</%)', _perl),
        ],
        "text_block": [
            (r"(?i:</%(?:text|doc)>)", "cp", POP),
            (r"\s+", "w"),
            (r"^#.*$", "c"),
            (r'(?s:.*?[^"])(?=</%)', "c"),
        ],
        "component_block": [
            (r"(?i:</%(?:def|method)>)", "cp", POP),
            (r"\s+", "w"),
            (r"^#.*$", "c"),
            "root",
        ],
        "component_with_content": [(r"</&>", "cp", POP), "root"],
        "component_sub": [(r"&>", "cp", POP), (r"(?s:.*?)(?=&>)", _perl)],
        "component_call": [(r"%>", "cp", POP), (r"(?s:.*?)(?=%>)", _perl)],
    }
