"""Elm."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States

__all__ = ["Elm"]


class Elm(Lexer):
    """Elm."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"--.*", "c1"),
            (r"\{-", "cm", "multiline_comment"),
            (
                r"(?:module|exposing|port|import|as|type|alias|if|then|else|case|of|let|in)\b",
                "k",
            ),
            (r"[a-z]\w*", "n"),
            (r"_", "n"),
            (r"[A-Z]\w*", "kt"),
            (r"->|::|//|\.\.|&&|\|\||\+\+|\|>|<\||>>|<<|==|/=|<=|>=", "o"),
            (r"[+-/*%=<>^|!]", "o"),
            (r"\\", "o"),
            (r"[@#$&~?]", "o"),
            (r'"""', "s", "multiline_string"),
            (r"'(?:\\.|.)'", "sc"),
            (r'"', "s", "double_quote"),
            (r"0[xX][\da-fA-F]+", "mh"),
            (r"\d+[eE][+-]?\d+", "mf"),
            (r"\d+\.\d+(?:[eE][+-]?\d+)?", "mf"),
            (r"\d+", "mi"),
            (r"[\[\](),;`{}:]", "p"),
        ],
        "multiline_comment": [
            (r"-\}", "cm", POP),
            (r"\{-", "cm", "multiline_comment"),
            (r"[^-{}]+", "cm"),
            (r"[-{}]", "cm"),
        ],
        "double_quote": [(r'[^\\"]+', "s2"), (r'\\"', "se"), (r'"', "s2", POP)],
        "multiline_string": [
            (r'\\"', "se"),
            (r'"""', "s", POP),
            (r'[^"]+', "s"),
            (r'"', "s"),
        ],
    }
