"""AppleScript."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, States
from jinkyll.kramdown.syntax_highlighter.patterns import quoted
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

__all__ = ["AppleScript"]

(
    _OPERATORS,
    _CLASSES,
    _LITERALS,
    _COMMANDS,
    _CONTROLS,
    _DECLARATIONS,
    _RESERVED,
    _BUILTINS,
    _PARAMETERS,
    _PROPERTIES,
    _STUDIO_CLASSES,
    _STUDIO_COMMANDS,
    _REFERENCES,
) = (
    # Phrases, one a line, and patterns already; they are tried in this order.
    f"(?:{'|'.join(text.strip(chr(10)).split(chr(10)))})"
    for text in word_lists("applescript")
)


class AppleScript(Lexer):
    """AppleScript."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", "w"),
            (r"¬\n", "se"),
            (r"'s\s+", ""),
            (r"(?:--|#).*?$", "c1"),
            (r"\(\*", "cm"),
            (r"[(){}!,.:]", "p"),
            (r"(«)([^»]+)(»)", ("", "nb", "")),
            (
                (
                    r"((?:considering|ignoring)\s*)(application responses|case|diacriticals|hyphens"
                    r"|numeric strings|punctuation|white space)"
                ),
                ("k", "nb"),
            ),
            (r"-|\*|\+|&|≠|>=?|<=?|=|≥|≤|/|÷|\^", "o"),
            (rf"{_OPERATORS}\b", "ow"),
            (r"^(\s*)(in|on|script|to)(\s+)", ("", "k", "")),
            (rf"(as )({_CLASSES})\b", ("k", "nc")),
            (rf"{_LITERALS}\b", "nb"),
            (rf"{_COMMANDS}\b", "nb"),
            (rf"{_CONTROLS}\b", "k"),
            (rf"{_DECLARATIONS}\b", "k"),
            (rf"{_RESERVED}\b", "nb"),
            (rf"{_BUILTINS}s?\b", "nb"),
            (rf"{_PARAMETERS}\b", "nb"),
            (rf"{_PROPERTIES}\b", "na"),
            (rf"{_STUDIO_CLASSES}s?\b", "nb"),
            (rf"{_STUDIO_COMMANDS}\b", "nb"),
            (rf"{_REFERENCES}\b", "nb"),
            (quoted('"'), "s2"),
            (r"[a-zA-Z]\w*\b", "nv"),
            (r"(?:\d+\.\d*|\d*\.\d+)(?:E[-+][0-9]+)?", "mf"),
            (r"\d+", "mi"),
        ]
    }
