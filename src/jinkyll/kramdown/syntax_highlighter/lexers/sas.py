"""SAS."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, Run, States
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

if TYPE_CHECKING:
    import re

__all__ = ["Sas"]

_KEYWORDS, _MACROS, _PROCEDURES, *_OPTIONS = (frozenset(text.split()) for text in word_lists("sas"))
_OPTIONS_OF = {next(word for word in words if word.endswith(":"))[:-1]: words for words in _OPTIONS}


class _Program(Run):
    """A run that knows the procedure it is in."""

    __slots__ = ("procedure",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.procedure = ""


def _macro(run: Run, match: re.Match[str]) -> None:
    run.token("k" if match[0].upper() in _MACROS else "n", match[0])


def _procedure(run: _Program, match: re.Match[str]) -> None:
    run.procedure = match["name"].upper()
    run.token("k", match["proc"])
    run.token("", match["gap"])
    run.token("k" if run.procedure in _PROCEDURES else "n", match["name"])
    run.push("proc")


def _word(run: Run, match: re.Match[str]) -> None:
    run.token("k" if match[0].upper() in _KEYWORDS else "n", match[0])


def _word_of_procedure(run: _Program, match: re.Match[str]) -> None:
    word = match[0].upper()
    known = word in _KEYWORDS or word in _OPTIONS_OF.get(run.procedure, ())
    run.token("k" if known else "n", match[0])


_OTHERS: list[Rule] = [
    (r"[(),;:{}\[\]\\.]", "p"),
    (r"[@?]", "ss"),
    (r"[^\s]+", ""),
]


class Sas(Lexer):
    """SAS."""

    def begin(self, text: str = "") -> Run:
        """A run that knows the procedure it is in."""
        return _Program(self, text)

    states: ClassVar[States] = {
        "basics": [
            (r"\s+", ""),
            (r"^\s*%?\*[^;]*;", "c1"),
            (r"(;)(\s*)(%?\*[^;]*;)", ("p", "", "c1")),
            (r"/[*](?s:.*?)[*]/", "cm"),
            (r"(?i:'[0-9a-z]+?'d)", "ld"),
            (r"(?i:'.+?'dt)", "ld"),
            (r"(?i:'[0-9:]+?(?:[a|p]m)?'t)", "ld"),
            (r"'", "s1", "single_string"),
            (r'"', "s2", "double_string"),
            (r"&[a-zA-Z0-9_&.]+", "nv"),
            (r"\d[0-9a-fA-F]*[xX]", "mh"),
            (r"\d[0-9eE\-.]+", "m"),
            (r"(?i:_n_|_error_|_file_|_infile_|_msg_|_iorc_|_cmd_)\b", "bp"),
            (r"(?i:_character_|_numeric_|_all_)\b", "nb"),
            (r"(?i:(datalines|cards)(\s*)(;))", ("k", "", "p"), "datalines"),
            (r"(?i:(datalines4|cards4)(\s*)(;))", ("k", "", "p"), "datalines4"),
            (r"\*\*|[*/+-]", "o"),
            (r"[^¬~]?=:?|[<>]=?:?", "o"),
            (r"(?i:eq|ne|gt|lt|ge|le|in)\b", "ow"),
            (r"[&|!¦¬∘~]", "o"),
            (r"(?i:and|or|not|of|like)\b", "ow"),
            (r"\d+", "mi"),
            (r"\$", "kt"),
            (r"(?i:(%macro|%mend)(\s*)(\w+))", ("k", "", "nf")),
            (r"%mend", "k"),
            (r"%\w+", _macro),
        ],
        "root": [
            "basics",
            (r"(?P<proc>(?i:proc))(?P<gap>\s+)(?P<name>\w+)", _procedure),
            (r"((?i:data))(\s+)([\w.]+)", ("k", "", "nv")),
            (r"((?i:libname))(\s+)(\w+)", ("k", "", "nv")),
            (r"\w+", _word),
            *_OTHERS,
        ],
        "single_string": [(r"''", "se"), (r"'", "s1", POP), (r"[^']+", "s1")],
        "double_string": [
            (r"&[a-zA-Z0-9_&]+\.?", "si"),
            (r'""', "se"),
            (r'"', "s2", POP),
            (r'[^&"]+', "s2"),
            (r"&", "s2"),
        ],
        "datalines": [(r"[^;]+", "sh"), (r";", "p", POP)],
        "datalines4": [(r";{4}", "p", POP), (r"[^;]+", "sh"), (r";{1,3}", "sh")],
        "proc": [
            (r"(?i:quit|run)", "k", POP),
            "basics",
            (r"\w+", _word_of_procedure),
            *_OTHERS,
        ],
    }
