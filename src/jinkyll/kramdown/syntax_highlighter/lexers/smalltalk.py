"""Smalltalk."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Rule, States

__all__ = ["Smalltalk"]

_OPERATORS = r"[-+*/\\~<>=|&!?,@%]"
_LITERALS: list[Rule] = [
    (r"'(?s:''|.)*?'", "s", "after_object"),
    (r"[$].", "sc", "after_object"),
    (r"#[(]", "ss", "parenth"),
    (r"(?:\d+r)?-?\d+(?:\.\d+)?(?:e-?\d+)?", "m", "after_object"),
    (rf'#(?:"[^"]*"|{_OPERATORS}+|[\w:]+)', "ss", "after_object"),
]


class Smalltalk(Lexer):
    """Smalltalk."""

    states: ClassVar[States] = {
        "root": [
            (r"(<)(\w+:)(.*?)(>)", ("p", "k", "", "p")),
            "whitespaces",
            (r"([a-zA-Z]\w*:)(\s*)(\w+)", ("nf", "", "nv")),
            (r"^(\s*)([a-zA-Z]\w*\b)(\s*)$", ("", "nf", "")),
            (rf"^(\s*)({_OPERATORS}+)(\s*)(\w+)(\s*)$", ("", "nf", "", "nv", "")),
            (r"([|])([\w\s]*)([|])", ("p", "nv", "p")),
            (r"\[", "p", "block_variables"),
            (r"(?:self|super|true|false|nil|thisContext)\b", "bp", "after_object"),
            (r"[A-Z]\w*(?!:)\b", "nc", "after_object"),
            (r"[a-z]\w*(?!:)\b", "nv", "after_object"),
            *_LITERALS,
            (r"\^|:=|_", "o"),
            (r"[)}\]]", "p", "after_object"),
            (r"[({\[!]", "p"),
        ],
        "block_variables": [
            "whitespaces",
            (r"(:)(\s*)(\w+)", ("o", "", "nv")),
            (r"[|]", "p", POP),
            (r"", "", POP),
        ],
        "parenth": [(r"[)]", "ss", (POP, "after_object")), "in_parenth"],
        "inner_parenth": [(r"#[(]", "ss", AGAIN), (r"[)]", "ss", POP), "in_parenth"],
        "in_parenth": [
            (r"#[(]", "ss", "inner_parenth"),
            "whitespaces",
            *_LITERALS,
            (rf"(?:{_OPERATORS}|[\w:])+", "ss"),
        ],
        "whitespaces": [(r"! !$", "k"), (r"\s+", ""), (r'"(?s:.*?)"', "c")],
        "after_object": [
            "whitespaces",
            (r"(?:ifTrue|ifFalse|whileTrue|whileFalse|timesRepeat):", "nb", POP),
            (r"new(?!:)\b", "nb"),
            (r":=|_", "o", POP),
            (r"[a-zA-Z]+\w*:", "nf", POP),
            (r"[a-zA-Z]+\w*", "nf"),
            (rf"{_OPERATORS}+", "nf", POP),
            (r"[.]", "p", POP),
            (r";", "p"),
            (r"", "", POP),
        ],
    }
