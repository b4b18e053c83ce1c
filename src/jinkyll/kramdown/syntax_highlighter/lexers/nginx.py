"""nginx configuration."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States

__all__ = ["Nginx"]

_ID = r"[^\s$;{}()#]+"


class Nginx(Lexer):
    """nginx configuration."""

    states: ClassVar[States] = {
        "root": [
            (r"(include)(\s+)([^\s;]+)", ("k", "", "n")),
            (_ID, "k", "statement"),
            "base",
        ],
        "block": [(r"\}", "p", POP), (_ID, "kn", "statement"), "base"],
        "statement": [(r"\{", "p", (POP, "block")), (r";", "p", POP), "base"],
        "base": [
            (r"\s+", ""),
            (r"#.*", "c1"),
            (r"(?:on|off)\b", "no"),
            (r"[$][\w-]+", "nv"),
            (r"([a-zA-Z0-9.-]+)(:)([0-9]+)", ("nf", "p", "mi")),
            (r"[a-zA-Z-]+/[a-zA-Z-]+", "nc"),
            (r"[0-9]+[kmgKMG]?\b", "mi"),
            (r"(~)(\s*)([^\s{]+)", ("p", "", "sr")),
            (r"[:=~]", "p"),
            (rf"/(?:{_ID})?", "n"),
            (r"[^#\s;{}$\\]+", "s"),
            (r"[$;]", ""),
        ],
    }
