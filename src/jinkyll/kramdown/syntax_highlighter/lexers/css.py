"""CSS."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.css_words import (
    PROPERTIES,
    VALUES,
    VENDOR_PREFIXES,
)
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States
from jinkyll.kramdown.syntax_highlighter.patterns import quoted

if TYPE_CHECKING:
    import re

__all__ = ["Css"]

_IDENTIFIER = r"(?u:(?:-|[^\W\d])[\w\u00ad\u200b-\u200f\ufeff-]*)"
_UNITS = (
    "em|px|pt|pc|in|mm|cm|ex|rem|ch|vw|vh|vmin|vmax|dpi|dpcm|dppx|deg|grad|rad|turn|s|ms|Hz|kHz"
)


def _property(run: Run, match: re.Match[str]) -> None:
    name = match["property"]
    known = name in PROPERTIES or name.startswith(VENDOR_PREFIXES)
    run.token("nl" if known else "py", name)
    run.token("", match["gap"])
    run.token("p", ":")
    run.push("stanza_value")


class Css(Lexer):
    """CSS."""

    states: ClassVar[States] = {
        "root": [
            "basics",
            (r"\{", "p", "stanza"),
            (rf"::?{_IDENTIFIER}", "nd"),
            (rf"\.{_IDENTIFIER}", "nc"),
            (rf"#{_IDENTIFIER}", "nf"),
            (rf"@{_IDENTIFIER}", "k", "at_rule"),
            (_IDENTIFIER, "nt"),
            (r"[~^*!%&\[\]()<>|+=@:;,./?-]", "o"),
            "strings",
        ],
        "basics": [(r"\s+", ""), (r"(?s:/\*.*?\*/)", "c")],
        "strings": [
            (quoted('"'), "s1"),
            (quoted("'"), "s2"),
        ],
        "value": [
            "basics",
            (r"url\(.*?\)", "sx"),
            (r"#[0-9a-fA-F]{1,6}", "m"),
            (rf"-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:%|(?:{_UNITS})\b)?", "m"),
            (r"[\[\]():/.,]", "p"),
            "strings",
            (_IDENTIFIER, VALUES),
        ],
        "at_rule": [
            (rf"\{{(?=\s*{_IDENTIFIER}\s*:)", "p", "at_stanza"),
            (r"\{", "p", "at_body"),
            (r";", "p", POP),
            "value",
        ],
        "at_body": ["at_content", "root"],
        "at_stanza": ["at_content", "stanza"],
        "at_content": [(r"\}", "p", 2 * POP)],
        "stanza": [
            "basics",
            (r"\}", "p", POP),
            (rf"(?P<property>{_IDENTIFIER})(?P<gap>\s*):", _property),
        ],
        "stanza_value": [
            (r";", "p", POP),
            (r"(?=\})", "", POP),
            (r"!\s*important\b", "cp"),
            (r"^@.*?$", "cp"),
            "value",
        ],
    }
