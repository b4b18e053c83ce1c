"""BibTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["BibTex"]

_PUNCTUATION = r"@!$&.\\:;<>?\[\]^`|~*/+\-"
_NAME = rf"[a-zA-Z_{_PUNCTUATION}][\w{_PUNCTUATION}]*"
_BODIES = {"preamble": "value", "string": "field"}


def _entry(run: Run, match: re.Match[str]) -> None:
    command = match["command"].lower()
    if command == "comment":
        run.token("c", match[0])
    else:
        run.token("nc", match[0])
        run.push("closing_brace", _BODIES.get(command, "command_body"), "opening_brace")


class BibTex(Lexer):
    """BibTeX's databases."""

    states: ClassVar[States] = {
        "root": [(r"\s+", ""), (rf"@(?P<command>{_NAME})", _entry), (r".+", "c")],
        "opening_brace": [(r"\s+", ""), (r"[{(]", "p", POP)],
        "closing_brace": [(r"\s+", ""), (r"[})]", "p", POP)],
        "command_body": [(r"\s+", ""), (r"[^\s,}]+", "nl", (POP, "fields"))],
        "fields": [(r"\s+", ""), (r",", "p", "field"), (r"", "", POP)],
        "field": [(r"\s+", ""), (_NAME, "na", ("value", "equal_sign")), (r"", "", POP)],
        "equal_sign": [(r"\s+", ""), (r"=", "p", POP)],
        "value": [
            (r"\s+", ""),
            (_NAME, "nv"),
            (r'"', "s", "quoted_string"),
            (r"\{", "s", "braced_string"),
            (r"\d+", "m"),
            (r"#", "p"),
            (r"", "", POP),
        ],
        "quoted_string": [(r"\{", "s", "braced_string"), (r'"', "s", POP), (r'[^{"]+', "s")],
        "braced_string": [(r"\{", "s", AGAIN), (r"\}", "s", POP), (r"[^{}]+", "s")],
    }
