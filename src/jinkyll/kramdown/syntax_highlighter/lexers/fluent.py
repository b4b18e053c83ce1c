"""Fluent, Mozilla's translations."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, States

__all__ = ["Fluent"]

_ID = r"[a-zA-Z][a-zA-Z0-9_-]*"


class Fluent(Lexer):
    """Fluent."""

    states: ClassVar[States] = {
        "root": [
            (r"( *)(=)( *)", ("w", "p", "w"), "template"),
            (r"(?:\s*\n)+", "w"),
            (r"#{1,3}(?: .*)?$", "c1"),
            (_ID, "no"),
            (rf"-{_ID}", "ni"),
            (rf"\s*\.{_ID}", "na"),
            (r"\s+(?=[^\s.])", "w", "template"),
        ],
        "template": [
            (r"\n", "w", POP),
            (r"[^{\n}*]+", ""),
            (r"\{", "p", "placeable"),
            (r"(?=\})", "p", POP),
        ],
        "placeable": [
            (r"\s+", "w"),
            (r"\{", "p", AGAIN),
            (r"\}", "p", POP),
            (rf"\${_ID}", "nv"),
            (rf"-{_ID}", "ni"),
            (rf"\.{_ID}", "na"),
            (r"[A-Z]+", "nb"),
            (_ID, "no"),
            (r"[(),:]", "p"),
            (r"->", "p"),
            (r"\*", "pi"),
            (r"-?\d+\.\d", "mf"),
            (r"-?\d+", "mi"),
            (r'"', "s2", "string"),
            (r"(\[)(-?\d+\.\d+)(\])", ("p", "mf", "p"), "template"),
            (r"(\[)(-?\d+)(\])", ("p", "mi", "p"), "template"),
            (r"(\[)([a-zA-Z][a-zA-Z0-9_-]+)(\])", ("p", "ss", "p"), "template"),
        ],
        "string": [
            (r"\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{6}", "se"),
            (r"\\.", "se"),
            (r'[^"\\]+', "s2"),
            (r'"', "s2", POP),
        ],
    }
