"""Schemas of CSV files."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, States

__all__ = ["Csvs"]


class Csvs(Lexer):
    """CSV schemas."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"//[\S\t ]*", "c1"),
            (r"/\*[^*]*\*/", "cm"),
            (r"(version)( )(\d+\.\d+)", ("k", "w", "mf")),
            (r"T?\d{2}:\d{2}:\d{2}(?:\.\d{5})?(?:Z|[-+]\d{2}:\d{2})?", "ld"),
            (r"\d{4}-\d{2}-\d{2}|\d{2}/\d{2}/\d{4}", "ld"),
            (r"(?:\d+[.]?\d*|[.]\d+)(?:[eE][+-]?[0-9]+)?", "mf"),
            (r"@\w+", "kp"),
            (r"[-.\w]+:", "nv"),
            (r'^"[^"]+"', "nv"),
            (r'\$(?:[-.\w]+|"[^"]+")/?', "nv"),
            (r"[a-zA-Z]+", "k"),
            (r'"[^"]*"', "s2"),
            (r"'[^\r\n\f']'", "sc"),
            (r"[,()*]", "p"),
        ]
    }
