"""Java in HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.templates import Template, parent
from jinkyll.kramdown.syntax_highlighter.lookup import find
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Jsp"]


class _Page(Template):
    """A run with the Java under way, too."""

    __slots__ = ("java",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.java = find("java").begin()


def _java(run: _Page, match: re.Match[str]) -> None:
    run.delegate(run.java, match[0])


class Jsp(Lexer):
    """JSP."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of HTML and Java."""
        return _Page(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"<%--", "c", "jsp_comment"),
            (r"<%@\s*(?:page|include|taglib)\s*", "nt", "jsp_directive"),
            (r"<jsp:directive\.(?:page|include|taglib)", "nt", "jsp_directive2"),
            (r"<jsp:(?:scriptlet|declaration|expression)>", "nt", "jsp_expression"),
            (r"<[a-zA-Z]*:[a-zA-Z]*\s*", "nt", "jsp_tag"),
            (r"</[a-zA-Z]*:[a-zA-Z]*>", "nt"),
            (r"<%[!=]?", "nt", "jsp_expression2"),
            (r"(?s:.+?(?=<%|</?[a-zA-Z]*:)|.+)", parent),
        ],
        "jsp_comment": [(r"--%>", "c", POP), (r"[^-]+|-", "c")],
        "jsp_directive": [(r"%>", "nt", POP), "attributes", (r"(?s:.+?)(?=%>)", parent)],
        "jsp_directive2": [(r"/>", "nt", POP), "attributes", (r"(?s:.+?)(?=/>)", parent)],
        "jsp_expression": [
            (r"</jsp:(?:scriptlet|declaration|expression)>", "nt", POP),
            "attributes",
            (r"[^</]+", _java),
        ],
        "jsp_expression2": [(r"%>", "nt", POP), (r"[^%>]+", _java)],
        "jsp_tag": [(r"/?>", "nt", POP), "attributes", (r"(?s:.+?)(?=/?>)", parent)],
        "attributes": [(r"\s*[a-zA-Z0-9_:-]+\s*=\s*", "na", "attr")],
        "attr": [
            (r'"', "s", (POP, "double_quotes")),
            (r"'", "s", (POP, "single_quotes")),
            (r"[^\s>]+", "s", POP),
        ],
        "double_quotes": [(r'"', "s", POP), (r"\$\{", "si", "jsp_interp"), (r'[^"]+', "s")],
        "single_quotes": [(r"'", "s", POP), (r"\$\{", "si", "jsp_interp"), (r"[^']+", "s")],
        "jsp_interp": [
            (r"\}", "si", POP),
            (r"'", "l", "jsp_interp_literal"),
            (r"[^'}]+", _java),
        ],
        "jsp_interp_literal": [(r"'", "l", POP), (r"[^']+", "l")],
    }
