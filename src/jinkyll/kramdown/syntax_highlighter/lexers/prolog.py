"""Prolog."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, States

__all__ = ["Prolog"]


class Prolog(Lexer):
    """Prolog."""

    start: ClassVar[tuple[str, ...]] = ("root", "bol")
    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"%.*", "c1"),
            (r"/\*", "cm", "nested_comment"),
            (r"[\[\](){}|.,;!]", "p"),
            (r":-|-->", "p"),
            (r'"[^"]*"', "s2"),
            (r"\d+\.\d+", "mf"),
            (r"\d+", "m"),
            (r"(?u:[a-zß-öø-ÿ]\w*)", "ss"),
            (r"'[^']*'", "ss"),
            (r"[A-Z]+\w*", "nv"),
            (r"(?u:_\w*)", "nv"),
            (
                r"(?:<|>|=<|>=|==|=:=|=|/|//|\*|\+|-)(?=\s|[a-zA-Z0-9\[])",
                "o",
            ),
            (r"[#&*+-./:<=>?@^~]+", "o"),
        ],
        "bol": [(r"#.*", "c1"), (r"", "", POP)],
        "nested_comment": [
            (r"/\*", "cm", AGAIN),
            (r"\s*\*[^*/]+", "cm"),
            (r"\*/", "cm", POP),
        ],
    }
