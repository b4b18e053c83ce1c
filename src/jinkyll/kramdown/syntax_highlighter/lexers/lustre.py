"""Lustre and Lutin."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States, Words, words

__all__ = ["Lustre", "Lutin"]


def _states(table: Words) -> States:
    return {
        "root": [
            (r"\s+", ""),
            (r"false|true", "kc"),
            (r"--.*", "c1"),
            (r"/\*(?s:.*?)\*/", "cm"),
            (r"\(\*(?s:.*?)\*\)", "cm"),
            (r"[a-zA-Z_][\w']*", table),
            (r"[(){}\[\];]+", "p"),
            (r"[,!$%&*+./:<=>?@^|~#-]+", "o"),
            (r"-?\d[\d_]*(?:.[\d_]*)?[eE][+-]?\d[\d_]*", "mf"),
            (r"\d[\d_]*", "mi"),
            (r"'(?:\\[\\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'", "sc"),
            (r"'[.]'", "sc"),
            (r'"', "s2", "string"),
        ],
        "string": [
            (r'[^\\"]+', "s2"),
            (r"\\(?:[\\\"'ntbr]|\d{3}|x[0-9a-fA-F]{2})", "se"),
            (r"\\\n", "s2"),
            (r'"', "s2", POP),
        ],
    }


class Lustre(Lexer):
    """Lustre."""

    states: ClassVar[States] = _states(
        words(
            "n",
            k="""
            extern unsafe assert const current enum function let node operator returns step struct
            tel type var model package needs provides uses is body end include merge
            """,
            ow="div and xor mod or not nor if then else fby pre when with",
            kt="int real bool",
        )
    )


class Lutin(Lexer):
    """Lutin."""

    states: ClassVar[States] = _states(
        words(
            "n",
            k="""
            let in node extern system returns weak strong assert raise try catch trap do exist erun
            run type ref exception include false true
            """,
            ow="div and xor mod or not nor if then else pre",
            kt="int real bool trace loop fby",
        )
    )
