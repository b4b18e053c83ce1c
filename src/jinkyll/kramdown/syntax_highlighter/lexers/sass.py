"""Sass, the indented syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.scss import Scss
from jinkyll.kramdown.syntax_highlighter.machine import POP, RESET, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Sass"]

_ID = r"[\w-]+"


class _Indented(Run):
    """A run that knows which state the lines below the current one are in, if they are deeper."""

    __slots__ = ("base", "below", "last")

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.below: str | None = None
        self.base = ""
        self.last = ""

    def begin_block(self, state: str) -> None:
        self.below = state
        self.base = self.last


def _line(run: _Indented, match: re.Match[str]) -> None:
    indentation = run.last = match[0]
    run.token("", indentation)
    if run.below and indentation.startswith(run.base) and indentation != run.base:
        run.push(run.below)
    else:
        run.below = None
        run.push("content")


def _single(run: _Indented, match: re.Match[str]) -> None:
    run.token("c1", match[0])
    run.pop()
    run.begin_block("single_comment")


def _multiple(run: _Indented, match: re.Match[str]) -> None:
    run.token("cm", match[0])
    run.pop()
    run.begin_block("multi_comment")


class Sass(Scss):
    """Sass."""

    def begin(self, text: str = "") -> Run:
        """A run that follows the indentation."""
        return _Indented(self, text)

    states: ClassVar[States] = {
        **Scss.states,
        "root": [(r"[ \t]*\n", ""), (r"[ \t]*", _line)],
        "content": [
            (r"//.*?$", _single),
            (r"/[*].*?\n", _multiple),
            (r"@import\b", "k", "import"),
            "content_common",
            (rf"={_ID}", "nf", "value"),
            (rf"[+]{_ID}", "nd", "value"),
            (r":", "na", "old_style_attr"),
            (r"(?=[^\[\n]+?:(?:[^a-z]|$))", "", "attribute"),
            (r"", "", "selector"),
        ],
        "single_comment": [(r".*?$", "c1", POP)],
        "multi_comment": [(r".*?\n", "cm", POP)],
        "import": [(r"[ \t]+", ""), (r"\S+", "s"), (r"\n", "", POP)],
        "old_style_attr": ["attr_common", (r"", "", (POP, "value"))],
        "end_section": [(r"\n", "", RESET)],
    }
