"""ISBL, the language of Directum."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

if TYPE_CHECKING:
    import re

__all__ = ["Isbl"]

_CONSTANT_LIST, _INTERFACE_LIST, _GLOBALS = word_lists("isbl")
_CONSTANTS = frozenset(_CONSTANT_LIST.split())
_INTERFACES = frozenset(_INTERFACE_LIST.split())
_WORDS = words(
    "nv",
    k="""
    and и else иначе endexcept endfinally endforeach конецвсе endif конецесли endwhile конецпока
    except exitfor finally foreach все if если in в not не or или try while пока
    """,
    nb=_CONSTANT_LIST,
    vg=_GLOBALS,
)
_LETTERS = "a-zA-Zа-яёА-ЯЁ"


def _member(run: Run, match: re.Match[str]) -> None:
    if match[0].lower() in _CONSTANTS:
        run.token("nb", match[0])
    else:
        run.token("kt" if "type" in run.stack else "n", match[0])


def _type(run: Run, match: re.Match[str]) -> None:
    run.token("kt" if match[0].lower() in _INTERFACES else "n", match[0])


def _word(run: Run, match: re.Match[str]) -> None:
    run.token(_WORDS.get(match[0].lower(), "nv"), match[0])


class Isbl(Lexer):
    """ISBL."""

    states: ClassVar[States] = {
        "whitespace": [(r"\s+", ""), (r"//.*?$", "c1"), (r"/[*](?s:.*?)[*]/", "cm")],
        "dotted": ["whitespace", (rf"[{_LETTERS}_0-9]+", _member, POP)],
        "type": [
            "whitespace",
            (rf"[{_LETTERS}_0-9]+", _type, POP),
            (r"[.]", "p", "dotted"),
            (r"", "", POP),
        ],
        "root": [
            "whitespace",
            (r":", "p", "type"),
            (r"[.]", "p", "dotted"),
            (r"[\[\]();]", "p"),
            (r"[&*+=<>/-]", "o"),
            (rf"[{_LETTERS}_][{_LETTERS}_0-9]*(?=[(])", "nf"),
            (rf"[{_LETTERS}_!][{_LETTERS}_0-9]*", _word),
            (r"\d+(?:\.\d+)?\b", "m"),
            (r'"(?s:.*?)"', "s2"),
            (r"'(?s:.*?)'", "s1"),
        ],
    }
