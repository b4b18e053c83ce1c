"""Mail messages."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States

__all__ = ["Email"]


class Email(Lexer):
    """The fields of a message, then its body."""

    start: ClassVar[tuple[str, ...]] = ("root", "fields")
    states: ClassVar[States] = {
        "fields": [(r":", "o", "field_body"), (r"[^\n\r:]+", "nt"), (r"[\n\r]", "nt")],
        "field_body": [
            (r"(?:\r?\n){2}", "", 2 * POP),
            (r"\r?\n(?![ \v\t\f])", "", POP),
            (r"[^\n\r]+", "na"),
            (r"[\n\r]", "na"),
        ],
        "root": [(r"\n", ""), (r"^>.*", "c"), (r".+", "")],
    }
