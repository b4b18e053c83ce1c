"""Puppet."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States, words
from jinkyll.kramdown.syntax_highlighter.patterns import quoted

__all__ = ["Puppet"]

_NAME = r"(?:::)?(?:[a-z]\w*::)*\w+"


class Puppet(Lexer):
    """Puppet."""

    states: ClassVar[States] = {
        "root": [
            "whitespace",
            (rf"[$]{_NAME}", "nv"),
            (r"(?:before|require|notify|subscribe)(?=\s*[=+]>)", "kp"),
            (r"[a-z]\w*(?=\s*[=+]>)", "py"),
            (rf"{_NAME}(?=\s*[(])", "nf"),
            (r"[A-Z]\w*", "nc"),
            (r"[+=|~-]>|<[|~-]", "p"),
            (r"[|:}();\[\]]", "p"),
            (r"[{,]", "p", "regex_allowed"),
            (r"(?:in|and|or)\b", "ow"),
            (r"[=!<>]=", "o"),
            (r"[=!]~", "o", "regex_allowed"),
            (r"[.=<>!+*/-]", "o"),
            (rf"(class|include)(\s*)({_NAME})", ("k", "", "nc")),
            (r"node\b", "k", "regex_allowed"),
            (quoted("'"), "s1"),
            (r'"', "s2", "dquotes"),
            (r"\d+(?:[.]\d+)?(?:e[+-]\d+)?", "m"),
            (
                _NAME,
                words(
                    "n",
                    k="and case class default define else elsif if in import inherits node unless",
                    kc="false true undef",
                ),
            ),
        ],
        "whitespace": [(r"\s+", ""), (r"#.*?\n", "c")],
        "regex_allowed": ["whitespace", (r"/", "sr", "regex"), (r"", "", POP)],
        "regex": [
            (r"/", "sr", POP),
            (r"\\.", "se"),
            (r"[(){}]", "si"),
            (r"\[", "si", "regex_class"),
            (r".", "sr"),
        ],
        "regex_class": [
            (r"\]", "si", POP),
            (r"-(?=\])", "sr"),
            (r"-", "si"),
            (r"\\.", "se"),
            (r"[^\\\]-]+", "sr"),
        ],
        "dquotes": [
            (r'"', "s2", POP),
            (r'[^$\\"]+', "s2"),
            (r"(?s:\\.)", "se"),
            (rf"[$]{_NAME}", "nv"),
            (rf"[$][{{]{_NAME}[}}]", "nv"),
        ],
    }
