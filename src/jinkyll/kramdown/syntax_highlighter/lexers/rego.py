"""Rego, the language of the Open Policy Agent."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, States, words

__all__ = ["Rego"]


class Rego(Lexer):
    """Rego."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"#.*", "c1"),
            (r"[\[\](){}|.,;!]", "p"),
            (r'"[^"]*"', "s2"),
            (r"-?\d+\.\d+(?:[eE][+-]?\d+)?", "mf"),
            (r"-?\d+(?:[eE][+-]?\d+)?", "m"),
            (r"\\u[0-9a-fA-F]{4}", "mh"),
            (r"\\[\"/bfnrt]", "se"),
            (r"[=><+\-*%/&:?@^~]", "o"),
            (
                r"(?u:\w+)",
                words("n", kc="true false null", ow="as default else import not package some with"),
            ),
        ]
    }
