"""JavaScript and TypeScript with elements in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.javascript import Javascript, typed
from jinkyll.kramdown.syntax_highlighter.lookup import find
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Jsx", "Tsx"]


class _Component(Run):
    """A run with HTML under way."""

    __slots__ = ("html",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.html = find("html").begin()


def _html(run: _Component, match: re.Match[str]) -> None:
    run.delegate(run.html, match[0])


class Jsx(Javascript):
    """JSX."""

    start: ClassVar[tuple[str, ...]] = ("root", "expr_start")

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of HTML."""
        return _Component(self, text)

    states: ClassVar[States] = {
        **Javascript.states,
        "expression": ["tag", *Javascript.states["expression"]],
        "tag": [(r"<", "p", ("tag_opening", "element", "element_name"))],
        "tag_opening": [
            (r"</", "p", (POP, "element", "element_name")),
            "tag",
            (r"\{", "si", ("interpol", "expr_start")),
            (r"[^<{]+", _html),
        ],
        "element": [
            "comments_and_whitespace",
            (r"/>", "p", 2 * POP),
            (r">", "p", POP),
            (r"\{", "si", ("interpol", "expr_start")),
            (r"\w[\w-]*", "na"),
            (r"=", "p"),
            (r"\".*?\"|'.*?'", "s"),
        ],
        "element_name": [
            (r"[A-Z]\w*", "nc"),
            (r"\w+", "nt"),
            (r"\.", "p"),
            (r"", "", POP),
        ],
        "interpol": [
            (r"\}", "si", POP),
            (r"\{", "p", ("interpol_inner", "statement")),
            "root",
        ],
        "interpol_inner": [(r"\}", "p", (POP, "statement")), "root"],
    }


_TYPED = typed(Jsx.states)


class Tsx(Jsx):
    """TSX."""

    states: ClassVar[States] = {
        **_TYPED,
        "element_name": [(r"(\w+)(,)", ("nx", "p"), 3 * POP), *_TYPED["element_name"]],
    }
