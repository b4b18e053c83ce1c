"""Differences between files: unified, context and plain."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, States

__all__ = ["Diff"]


class Diff(Lexer):
    """Patches."""

    states: ClassVar[States] = {
        "root": [
            (r"^ .*$\n?", ""),
            (r"^---$\n?", "p"),
            (r"^[+>]+.*$\n?", "gi"),
            (r"^[-<]+.*$\n?", "gd"),
            (r"^!.*$\n?", "gs"),
            (r"^(?:[Ii]ndex|diff).*$\n?", "gh"),
            (r"^(@@[^@]*@@)([^\n]*\n)", ("p", "")),
            (r"^\w.*$\n?", "p"),
            (r"^=.*$\n?", "gh"),
            (r"\s.*$\n?", ""),
        ]
    }
