"""SuperCollider."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, States, words

__all__ = ["SuperCollider"]

_WORDS = words(
    "n",
    k="var arg classvar const super this",
    kc="""
    true false nil inf thisThread thisMethod thisFunction thisProcess thisFunctionDef
    currentEnvironment topEnvironment
    """,
    kr="case do for forBy loop if while new newCopyArgs",
)


class SuperCollider(Lexer):
    """SuperCollider."""

    states: ClassVar[States] = {
        "nested_comment": [
            (r"/[*]", "cm", AGAIN),
            (r"[*]/", "cm", POP),
            (r"[^*/]+", "cm"),
            (r".", "cm"),
        ],
        "root": [
            (r"\s+", ""),
            (r"//.*?$", "c1"),
            (r"/[*]", "cm", "nested_comment"),
            (r"[\-+]?0[xX][0-9a-fA-F]+", "mh"),
            (r"[\-+]?\d+r[0-9a-zA-Z]*(?:\.[0-9A-Z]*)?", "mf"),
            (r"[\-+]?(?:\d+(?:\.\d+)?(?:[eE][\-+]?\d+)?(?:pi)?|pi)", "mf"),
            (r"\$(?:\\.|.)", "sc"),
            (r'"(?:[^\\"]|\\.)*+"', "s"),
            (r"'(?:[^\\']|\\.)*+'", "sx"),
            (r"\\\w+", "sx"),
            (r"[A-Za-z_]\w*:", "nl"),
            (r"[A-Z]\w*", "nc"),
            (r"_\w+", "nf"),
            (r"[a-z]\w*", _WORDS),
            (r"~\w+", "vg"),
            (r"[{}()\[\];,.]", "p"),
            (r"[+\-*/&|%<>=]+", "o"),
            (r"[\^:#]", "o"),
            (r"_\b", "nb"),
        ],
    }
