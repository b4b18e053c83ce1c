"""Dart."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

if TYPE_CHECKING:
    import re

__all__ = ["Dart"]

_ID = r"[a-zA-Z_]\w*"
_KEYWORDS = """
as assert await break case catch continue default do else finally for if in is new rethrow return
super switch this throw try while with yield
"""
_DECLARATIONS = """
abstract async dynamic const covariant external extends factory final get implements late native on
operator required set static sync typedef var
"""
_TYPES = """
bool Comparable double Dynamic enum Function int List Map Never Null num Object Pattern Set String
Symbol Type Uri void
"""


def _method(run: Run, match: re.Match[str]) -> None:
    run.tokens += run.lexer.tokens(match["before"])
    run.token("nf", match["name"])
    run.token("", match["gap"])
    run.token("p", "(")


class Dart(Lexer):
    """Dart."""

    states: ClassVar[States] = {
        "root": [
            (
                (
                    r"^(?=[\w.\[\]\s]*+\()(?P<before>\s*(?:[a-zA-Z_][a-zA-Z\d_.\[\]]*\s+)+?)(?P<name>[a-zA-Z_]\w*)"
                    r"(?P<gap>\s*)\("
                ),
                _method,
            ),
            (r"\s+", ""),
            (r"//.*?$", "c1"),
            (r"(?s:/\*.*?\*/)", "cm"),
            (r'"', "s", "dqs"),
            (r"'", "s", "sqs"),
            (r'r"[^"]*"', "sx"),
            (r"r'[^']*'", "sx"),
            (rf"#(?:{_ID})*", "ss"),
            (rf"@{_ID}", "nd"),
            (rf"{any_of(_KEYWORDS)}\b", "k"),
            (rf"{any_of(_DECLARATIONS)}\b", "kd"),
            (rf"{any_of(_TYPES)}\b", "kt"),
            (r"(?:true|false|null)\b", "kc"),
            (r"(?:class|interface|mixin)\b", "kd", "class"),
            (
                r"(?:import|deferred|export|library|part\s*of|part|source)\b",
                "kn",
                "import",
            ),
            (rf"(\.)({_ID})", ("o", "na")),
            (rf"{_ID}:", "nl"),
            (rf"\$?{_ID}", "n"),
            (r"[~^*!%&|+=:/?-]", "o"),
            (r"[\[\](){}<>.,;]", "p"),
            (r"\d*\.\d+(?:[eE]-?\d+)?", "mf"),
            (r"0x[\da-fA-F]+", "mh"),
            (r"\d+L?", "mi"),
        ],
        "class": [(r"\s+", ""), (_ID, "nc", POP)],
        "dqs": [(r'"', "s", POP), (r'[^\\$"]+', "s"), "string"],
        "sqs": [(r"'", "s", POP), (r"[^\\$']+", "s"), "string"],
        "import": [(r";", "o", POP), (r"(?:show|hide)\b", "kd"), "root"],
        "string": [
            (rf"\${_ID}", "si"),
            (r"\$\{[^}]+\}", "si"),
            (r"\\[nrt\"'\\]", "se"),
        ],
    }
