"""The Test Anything Protocol."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States

__all__ = ["Tap"]


class Tap(Lexer):
    """What a test prints."""

    states: ClassVar[States] = {
        "root": [
            (r"^TAP version \d+\n", "nn"),
            (r"^1\.\.\d+", "kd", "plan"),
            (r"^(not ok)([^\S\n]*)(\d*)", ("gr", "", "mi"), "test"),
            (r"^(ok)([^\S\n]*)(\d*)", ("kr", "", "mi"), "test"),
            (r"^#.*\n", "c"),
            (r"^Bail out!.*\n", "gr"),
            (r"^.*\n", ""),
        ],
        "plan": [
            (r"[^\S\n]+", ""),
            (r"#", "c", "directive"),
            (r"\n", "c", POP),
            (r".*\n", "gr", POP),
        ],
        "test": [
            (r"[^\S\n]+", ""),
            (r"#", "c", "directive"),
            (r"\S+", ""),
            (r"\n", "", POP),
        ],
        "directive": [
            (r"[^\S\n]+", "c"),
            (r"(?i:TODO\b|SKIP\S*)", "cp"),
            (r"\S+", "c"),
            (r"\n", "c", 2 * POP),
        ],
    }
