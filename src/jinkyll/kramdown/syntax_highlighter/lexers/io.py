"""Io."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, States, words
from jinkyll.kramdown.syntax_highlighter.patterns import quoted

__all__ = ["Io"]

_WORDS = words(
    "n",
    kc="nil false true",
    nb="args call clone do doFile doString else elseif for if list method return super then",
)


class Io(Lexer):
    """Io."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"//.*", "c1"),
            (r"#.*", "c1"),
            (r"/(?:\\\n)?[*](?s:.*?)[*](?:\\\n)?/", "cm"),
            (r"/[+]", "cm", "nested_comment"),
            (quoted('"'), "s"),
            (r":?:=", "k"),
            (r"[()]", "p"),
            (r"[-=;,*+><!/|^.%&\[\]{}]", "o"),
            (r"[A-Z]\w*", "nc"),
            (r"[a-z_]\w*", _WORDS),
            (r"(?:\d+[.]?\d*|[.]\d+)(?:[eE][+-]?[0-9]+)?", "mf"),
            (r"@@?", "k"),
        ],
        "nested_comment": [
            (r"[^/+]+", "cm"),
            (r"/[+]", "cm", AGAIN),
            (r"[+]/", "cm", POP),
        ],
    }
