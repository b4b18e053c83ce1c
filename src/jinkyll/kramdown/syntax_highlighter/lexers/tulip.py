"""Tulip."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, States

__all__ = ["Tulip"]

_ID = r"[a-zA-Z][\w-]*"


class Tulip(Lexer):
    """Tulip."""

    states: ClassVar[States] = {
        "comments_and_whitespace": [(r"\s+", ""), (r"#.*?$", "c")],
        "root": [
            "comments_and_whitespace",
            (rf"@{_ID}", "k"),
            (rf"(\\{_ID})(\{{)", ("nf", "s"), "nested_string"),
            (rf"([+]{_ID})(\{{)", ("nd", "s"), "nested_string"),
            (rf"\\{_ID}", "nf"),
            (rf"[+]{_ID}", "nd"),
            (r'"[{]', "s", "dqi"),
            (r'"', "s", "dq"),
            (r"'\{", "s", "nested_string"),
            (rf"'{_ID}", "s"),
            (rf"[.]{_ID}", "nt"),
            (rf"[$](?:{_ID})?", "nv"),
            (rf"-{_ID}:?", "nl"),
            (rf"%{_ID}", "nf"),
            (rf"`{_ID}", "ow"),
            (r"[?~%._>,!\[\]:{}()=;/-]", "p"),
            (r"[0-9]+(?:[.][0-9]+)?", "m"),
            (_ID, "n"),
            (r"<", "cp", "angle_brackets"),
        ],
        "dq": [(r'[^\\"]+', "s"), (r'"', "s", POP), (r"\\.", "se")],
        "dqi": [
            (r"[$][(]", "si", "interp_root"),
            (r"[{]", "s", AGAIN),
            (r"[}]", "s", POP),
            (r"[^{}$]+", "s"),
            (r".", "s"),
        ],
        "interp_root": [(r"[)]", "si", POP), "interp"],
        "interp": [(r"[(]", "p", "interp"), (r"[)]", "p", POP), "root"],
        "nested_string": [
            (r"\\.", "se"),
            (r"\{", "s", AGAIN),
            (r"\}", "s", POP),
            (r"[^{}\\]+", "s"),
        ],
        "angle_brackets": [
            "comments_and_whitespace",
            (r">", "cp", POP),
            (r"[*:]", "p"),
            (r"[A-Z][\w-]*", "kt"),
            (_ID, "nv"),
        ],
    }
