"""Dot, the language of Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lookup import find
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Dot"]


class _Graph(Run):
    """A run with the HTML of a label under way."""

    __slots__ = ("html",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.html = find("html").begin()


def _label(run: _Graph, match: re.Match[str]) -> None:
    run.token("p", match[0])
    run.html.reset()


def _html(run: _Graph, match: re.Match[str]) -> None:
    run.delegate(run.html, match[0])


class Dot(Lexer):
    """Graphs in Dot."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of a label's HTML."""
        return _Graph(self, text)

    states: ClassVar[States] = {
        "comments_and_whitespace": [
            (r"\s+", ""),
            (r"#.*", "c1"),
            (r"//.*?$", "c1"),
            (r"/(?:\\\n)?[*](?s:.*?)[*](?:\\\n)?/", "cm"),
        ],
        "html": [(r"[^<>]+", _html), (r"<(?s:.+?)>", _html), (r">", "p", POP)],
        "ID": [
            (r"([a-zA-Z][a-zA-Z_0-9]*)(\s*)(=)", ("n", "", "p")),
            (r"[a-zA-Z][a-zA-Z_0-9]*", "nv"),
            (r"(?:[0-9]+)?\.[0-9]+", "mf"),
            (r"[0-9]+", "mi"),
            (r'"(?:[^"\\]|\\"?)*+"|"(?s:.*)"', "s2"),
            (r"<", _label, "html"),
        ],
        "a_list": ["comments_and_whitespace", "ID", (r"[=;,]", "p"), (r"\]", "o", POP)],
        "root": [
            "comments_and_whitespace",
            (r"(?i:strict|graph|digraph|subgraph|node|edge)\b", "k"),
            (r"[{};:=]", "p"),
            (r"-[->]", "o"),
            (r"\[", "o", "a_list"),
            "ID",
        ],
    }
