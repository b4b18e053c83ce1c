"""Brainfuck."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Rule, States

__all__ = ["Brainfuck"]

_CODE: list[Rule] = [
    (r"[^><+\-.,\[\]]+", "c1"),
    (r"[><]+", "nb"),
    (r"[+\-.,]+", "nf"),
]


class Brainfuck(Lexer):
    """Brainfuck; a loop at the beginning is a comment."""

    start: ClassVar[tuple[str, ...]] = ("root", "bol")
    states: ClassVar[States] = {
        "bol": [(r"\s+", ""), (r"\[", "cm", "comment_multi"), (r"", "", POP)],
        "root": [(r"\]", "err"), (r"\[", "p", "loop"), *_CODE],
        "comment_multi": [(r"\[", "cm", AGAIN), (r"\]", "cm", POP), (r"[^\[\]]+", "cm")],
        "loop": [(r"\[", "p", AGAIN), (r"\]", "p", POP), *_CODE],
    }
