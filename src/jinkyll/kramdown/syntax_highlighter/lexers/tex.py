"""TeX and LaTeX."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States

__all__ = ["Tex"]

_COMMAND = r"\\(?:[a-zA-Z]+|\s+|.)"


class Tex(Lexer):
    """TeX."""

    states: ClassVar[States] = {
        "root": [
            (r"\\\[", "p", "displaymath"),
            (r"\\\(", "p", "inlinemath"),
            (r"\$\$", "p", "displaymath"),
            (r"\$", "p", "inlinemath"),
            (r"\\(?:begin|end)\{.*?\}", "nt"),
            (r"(\\verb)\b(?P<mark>\S)(.*?)((?P=mark))", ("nb", "kp", "sx", "kp")),
            (_COMMAND, "k", "command"),
            "general",
            (r"[^\\$%&_^{}]+", ""),
        ],
        "general": [(r"%.*$", "c"), (r"[{}&_^]", "p")],
        "math": [
            (_COMMAND, "nv"),
            "general",
            (r"[0-9]+", "m"),
            (r"[-=!+*/()\[\]]", "o"),
            (r"[^=!+*/()\[\]\\$%&_^{}0-9-]+", "nb"),
        ],
        "inlinemath": [(r"\\\)", "p", POP), (r"\$", "p", POP), "math"],
        "displaymath": [
            (r"\\\]", "p", POP),
            (r"\$\$", "p", POP),
            (r"\$", "nb"),
            "math",
        ],
        "command": [(r"\[.*?\]", "na"), (r"\*", "k"), (r"", "", POP)],
    }
