"""Property lists of the old kind, Xcode's project files among them."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States

__all__ = ["Plist"]


class Plist(Lexer):
    """Property lists."""

    states: ClassVar[States] = {
        "root": [
            (r"//.*$", "c"),
            (r"(?s:/\*.+?\*/)", "c"),
            (r"\s+", "w"),
            (r"\{", "p", "dictionary"),
            (r"\(", "p", "array"),
            (r'"(?:[^"\\]|\\.)*"', "s2"),
            (r"'(?:[^'\\]|\\.)*'", "s1"),
            (r"<", "p", "data"),
            (r"[\w$/:.-]+", "l"),
        ],
        "dictionary": ["root", (r"[=;]", "p"), (r"\}", "p", POP)],
        "array": ["root", (r",", "p"), (r"\)", "p", POP)],
        "data": [(r"[0-9a-fA-F\s]+", "mh"), (r">", "p", POP)],
    }
