"""Java."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of, quoted

if TYPE_CHECKING:
    import re

__all__ = ["Java"]

_ID = r"(?u:[^\W\d]\w*)"
_KEYWORDS = """
assert break case catch continue default do else finally for if goto instanceof new return switch
this throw try while
"""
_DECLARATIONS = """
abstract const enum extends final implements native private protected public static strictfp super
synchronized throws transient volatile
"""
_TYPES = "boolean byte char double float int long short var void"
_DIGIT = r"(?:[0-9]_+[0-9]|[0-9])"


def _method(run: Run, match: re.Match[str]) -> None:
    run.tokens += run.lexer.tokens(match["before"])
    run.token("nf", match["name"])
    run.token("", match["gap"])
    run.token("o", "(")


def _name(run: Run, match: re.Match[str]) -> None:
    name = match[0]
    kind = "n"
    if name[0].isupper():
        if all(sign.isupper() or not sign.isalpha() for sign in name):
            kind = "no"
        elif name.isalnum():
            kind = "nc"
    run.token(kind, name)


class Java(Lexer):
    """Java."""

    states: ClassVar[States] = {
        "root": [
            (r"[^\S\n]+", ""),
            (r"//.*?$", "c1"),
            (r"(?s:/\*.*?\*/)", "cm"),
            (rf"{any_of(_KEYWORDS)}\b", "k"),
            (
                (
                    r"(?=[\w.\[\]<>\s]*+\()(?P<before>\s*(?:[a-zA-Z_][a-zA-Z0-9_.\[\]<>]*\s+)+?)"
                    r"(?P<name>[a-zA-Z_][a-zA-Z0-9_]*)(?P<gap>\s*)\("
                ),
                _method,
            ),
            (rf"@{_ID}", "nd"),
            (rf"{any_of(_DECLARATIONS)}\b", "kd"),
            (rf"{any_of(_TYPES)}\b", "kt"),
            (r"(?:true|false|null)\b", "kc"),
            (r"(?:class|interface)\b", "kd", "class"),
            (r"(?:import|package)\b", "kn", "import"),
            (quoted('"'), "s"),
            (r"'(?:\\.|[^\\]|\\u[0-9a-f]{4})'", "sc"),
            (rf"(\.)({_ID})", ("o", "na")),
            (rf"{_ID}:", "nl"),
            (r"[A-Z][A-Z0-9_]*\b", "no"),
            (r"[A-Z][a-zA-Z0-9]*\b", "nc"),
            (rf"(?=[A-Z]|[^\x00-\x7f]){_ID}", _name),
            (rf"\$?{_ID}", "n"),
            (r"[~^*!%&\[\](){}<>|+=:;,./?-]", "o"),
            (rf"{_DIGIT}+\.{_DIGIT}+(?:[eE]{_DIGIT}+)?[fd]?", "mf"),
            (r"0[bB](?:[01]_+[01]|[01])+", "mb"),
            (r"0[xX](?:[0-9a-fA-F]_+[0-9a-fA-F]|[0-9a-fA-F])+", "mh"),
            (r"0(?:[0-7]_+[0-7]|[0-7])+", "mo"),
            (rf"{_DIGIT}+L?", "mi"),
            (r"\n", ""),
        ],
        "class": [(r"\s+", ""), (_ID, "nc", POP)],
        "import": [(r"\s+", ""), (r"[a-zA-Z0-9_.]+\*?", "nn", POP)],
    }
