"""SQF, the script of Arma."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

if TYPE_CHECKING:
    import re

__all__ = ["Sqf"]

_WORDS = words(
    "",
    ow="and or not",
    kd="private param params",
    kr="if then else exitwith switch do case default while for from to step foreach",
    kc="""
    true false player confignull controlnull displaynull grpnull locationnull netobjnull objnull
    scriptnull tasknull teammembernull
    """,
    kn="currentnamespace missionnamespace parsingnamespace profilenamespace uinamespace",
    nf=" ".join(word_lists("sqf")),
)


def _word(run: Run, match: re.Match[str]) -> None:
    name = match[0]
    run.token(_WORDS.get(name.lower()) or ("nv" if "_" in name[:-1] else "vg"), name)


class Sqf(Lexer):
    """SQF."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"/\*(?s:.*?)\*/", "cm"),
            (r"//.*", "c1"),
            (r"#(?:define|undef|ifn?def|else|endif|include)", "cp"),
            (r"\\\r?\n", "cp"),
            (r"__(?:EVAL|EXEC|LINE__|FILE__)", "nb"),
            (r"\".*?\"", "s"),
            (r"'.*?'", "s"),
            (r"(?:\$|0x)[0-9a-fA-F]+", "mh"),
            (r"[0-9]+\.?(?:e[0-9]+)?", "mf"),
            (r"[!%&*+\-/<=>^|#]", "o"),
            (r"[(){}\[\],:;]", "p"),
            (r"[a-zA-Z0-9_]+", _word),
        ]
    }
