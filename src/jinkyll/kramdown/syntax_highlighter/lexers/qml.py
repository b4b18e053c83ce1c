"""QML."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.javascript import Javascript
from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, States

__all__ = ["Qml"]

_ID = r"[$a-zA-Z_][a-zA-Z0-9_.]*"


class Qml(Javascript):
    """Qt's QML."""

    states: ClassVar[States] = {
        **Javascript.states,
        "root": [
            (rf"({_ID})(\s*)(\{{)", ("kt", "", "p"), "type_block"),
            (
                rf"({_ID})(\s+)(on)(\s+)({_ID})(\s*)(\{{)",
                ("kt", "", "k", "", "nl", "", "p"),
                "type_block",
            ),
            (r"[{]", "p", AGAIN),
            *Javascript.states["root"],
        ],
        "type_block": [
            (rf"(id)(\s*)(:)(\s*)({_ID})", ("nl", "", "p", "", "kd")),
            (rf"({_ID})(\s*)(:)", ("nl", "", "p"), "expr_start"),
            (rf"(signal)(\s+)({_ID})", ("kd", "", "nl"), "signal"),
            (
                rf"(property)(\s+)({_ID})(\s+)({_ID})(\s*)(:?)",
                ("kd", "", "kt", "", "nl", "", "p"),
                "expr_start",
            ),
            (r"[}]", "p", POP),
            "root",
        ],
        "signal": [
            "comments_and_whitespace",
            (r"\(", "p", (POP, "signal_args")),
            (r"", "", POP),
        ],
        "signal_args": [
            "comments_and_whitespace",
            (rf"({_ID})(\s+)({_ID})(\s*)(,?)", ("kt", "", "n", "", "p")),
            (r"\)", "p", POP),
        ],
    }
