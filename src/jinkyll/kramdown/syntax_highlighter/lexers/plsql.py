"""Oracle's PL/SQL."""

from __future__ import annotations

import re
from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, Run, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

__all__ = ["PlSql"]

_TYPES, _FUNCTIONS, _RESERVED, _KEYWORDS = word_lists("plsql")
_WORDS = words("n", kt=_TYPES, nf=_FUNCTIONS, kr=_RESERVED, k=_KEYWORDS)
_CLOSING = {"{": "}", "[": "]", "(": ")", "<": ">"}
_ID = r"\w[\w$]*"


def _quoted(run: Run, match: re.Match[str]) -> None:
    run.token("o", match[0])
    run.push(f"q'{match['delimiter']}")


def _word(run: Run, match: re.Match[str]) -> None:
    run.token(_WORDS.get(match["word"].upper(), "n"), match["word"])
    if match["dot"]:
        run.token("p", ".")
        run.push("dotnames")


def _last_name(run: Run, match: re.Match[str]) -> None:
    run.token("nf" if _WORDS.get(match[0].upper()) == "nf" else "n", match[0])


class PlSql(Lexer):
    """PL/SQL."""

    @classmethod
    def rules(cls, state: str) -> list[Rule]:
        """A state's rules; a q and a quote begin the state of a string and its delimiter."""
        if not state.startswith("q'"):
            return cls.states[state]
        close = re.escape(_CLOSING.get(state[2], state[2]))
        return [
            (rf"(?:{close}[^']|[^{close}]'|[^{close}'])+", "sx"),
            (rf"{close}'", "o", POP),
        ]

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"--.*", "c1"),
            (r"/\*", "cm", "multiline_comments"),
            (r"[qQ]'(?P<delimiter>.)", _quoted),
            (r"'", "o", "single_string"),
            (r'"', "o", "double_string"),
            (r"(\$(?i:IF|THEN|ELSE|ELSIF|ERROR|END|\$\$?\w\w*))(\s+)", ("cp", "")),
            (r"[+-]?(?:\.\d+(?:[eE][+-]?\d+)?|\d+\.(?:\d+(?:[eE][+-]?\d+)?)?)[fFdD]?", "mf"),
            (r"[+-]?\d+", "mi"),
            (r"%(?i:TYPE|ROWTYPE|FOUND|ISOPEN|NOTFOUND|ROWCOUNT)\b", "na"),
            (r"=>|\|\||\*\*|<<|>>|\.\.|<>|[:!~^<>]=|[-+%/*=<>@&!^\[\]]", "o"),
            (r"((?i:NOT|AND|OR|LIKE|BETWEEN|IN))(\s)", ("ow", "")),
            (r"(?i:(IS)(\s+)(?:(NOT)(\s+))?(NULL\b))", ("ow", "", "ow", "", "ow")),
            (r"\.(?=\w)", "p", "dotnames"),
            (r"[;:()\[\],.]", "p"),
            (
                (
                    r"(?i:(create)(\s+)(?:(or)(\s+)(replace)(\s+))?(package|function|procedure|type)"
                    rf"(?:(\s+)(body))?(\s+)({_ID}))"
                ),
                ("kr", "", "kr", "", "kr", "", "kr", "", "kr", "", "n"),
            ),
            (
                (
                    r"(?i:(when)(\s+)(?:(not)(\s+))?(matched)(\s+)(then)(\s+)(update|insert)\b"
                    r"(?:(\s+)(set)(\s+))?)"
                ),
                ("kr", "", "kr", "", "kr", "", "kr", "", "kr", "", "kr", ""),
            ),
            (rf"(?P<word>{_ID})(?P<dot>\.(?=\w))?", _word),
        ],
        "multiline_comments": [(r"(?:[*][^/]|[^*])+", "cm"), (r"[*]/", "cm", POP)],
        "single_string": [
            (r"\\.", "se"),
            (r"''", "se"),
            (r"'", "o", POP),
            (r"[^\\']+", "s1"),
        ],
        "double_string": [
            (r"\\.", "se"),
            (r'""', "se"),
            (r'"', "o", POP),
            (r'[^\\"]+', "nv"),
        ],
        "dotnames": [(rf"({_ID})(\.(?=\w))", ("n", "p")), (_ID, _last_name, POP)],
    }
