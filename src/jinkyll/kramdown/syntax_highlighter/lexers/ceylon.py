"""Ceylon."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States
from jinkyll.kramdown.syntax_highlighter.patterns import quoted

__all__ = ["Ceylon"]

_STRING = f"(?:{quoted(chr(34))})"
_GROUPS = r"\d{1,3}(?:_\d{3})+"
_EXPONENT = r"(?:[eE][+-]?[0-9]+)?"


class Ceylon(Lexer):
    """Ceylon.

    Some words are known only after a newline and ten blanks: that is how Rouge's pattern is laid
    out.
    """

    states: ClassVar[States] = {
        "whitespace": [(r"[^\S\n]+", ""), (r"//.*?\n", "c1"), (r"/\*", "cm")],
        "root": [
            "whitespace",
            (
                (
                    r"(?:shared|abstract|formal|default|actual|variable|deprecated|small"
                    r"|\n {10}late|literal|doc|by|see|throws|optional|license|tagged|final|native"
                    r"|\n {10}annotation|sealed)\b"
                ),
                "nd",
            ),
            (
                (
                    r"(?:break|case|catch|continue|else|finally|for|in|\n {10}if|return|switch|this"
                    r"|throw|try|while|is|exists|dynamic|\n {10}nonempty|then|outer|assert|let)\b"
                ),
                "k",
            ),
            (r"(?:abstracts|extends|satisfies|super|given|of|out|assign)\b", "kd"),
            (r"(?:function|value|void|new)\b", "kt"),
            (r"(assembly|module|package)(\s+)", ("kn", ""), "import"),
            (r"(?:true|false|null)\b", "kc"),
            (r"(class|interface|object|alias)(\s+)", ("kd", ""), "class"),
            (r"(import)(\s+)", ("kn", ""), "import"),
            (_STRING, "s"),
            (r"'\\.'|'[^\\]'|'\\\{#[0-9a-fA-F]{4}\}'", "sc"),
            (r'"[^`]*``[^`]*``[^`]*"', "si"),
            (r"(\.)([a-z_]\w*)", ("o", "na")),
            (r"[a-zA-Z_]\w*:", "nl"),
            (r"(?:\\I[a-z]|[A-Z])\w*", "nd"),
            (r"[a-zA-Z_]\w*", "n"),
            (r"[~^*!%&\[\](){}<>|+=:;,./?`-]", "o"),
            (rf"{_GROUPS}\.{_GROUPS}[kMGTPmunpf]?", "mf"),
            (rf"{_GROUPS}\.[0-9]+{_EXPONENT}[kMGTPmunpf]?", "mf"),
            (rf"[0-9]+\.{_GROUPS}[kMGTPmunpf]?", "mf"),
            (rf"[0-9]+\.[0-9]+{_EXPONENT}[kMGTPmunpf]?", "mf"),
            (r"#[0-9a-fA-F]{4}(?:_[0-9a-fA-F]{4})+", "mh"),
            (r"#[0-9a-fA-F]+", "mh"),
            (r"\$[01]{4}(?:_[01]{4})+", "mb"),
            (r"\$[01]+", "mb"),
            (rf"{_GROUPS}[kMGTP]?", "mi"),
            (r"[0-9]+[kMGTP]?", "mi"),
            (r"\n", ""),
        ],
        "class": ["whitespace", (r"[A-Za-z_]\w*", "nc", POP)],
        "import": [(r"[a-z][\w.]*", "nn", POP), (_STRING, "s", POP)],
    }
