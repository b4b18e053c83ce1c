"""Apex, the language of Salesforce."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["Apex"]

_WORDS = words(
    "",
    k="""
    assert break case catch continue default do else finally for if goto instanceof new return
    switch this throw try while insert update delete

    select from where like typeof end using scope with data category group by rollup cube having
    order asc desc nulls first last limit offset view reference tracking viewstat or and
    """,
    kd="""
    abstract const enum extends final implements native private protected public static super
    synchronized throws transient volatile sharing without inherited virtual global testmethod
    """,
    kt="boolean byte char double float int long short var void",
    kc="true false null",
    kn="package",
)
_DIGIT = r"(?:[0-9]_+[0-9]|[0-9])"


def _word(run: Run, match: re.Match[str]) -> None:
    kind = _WORDS.get(match[0].lower())
    if kind:
        run.token(kind, match[0])
    elif match["before"] == "@":
        run.token("nd", match[0])
    elif match["after"] or match["before"] == ".":
        run.token("o", match["before"])
        run.token({":": "nl", "(": "nf", "": "py"}[match["after"]], match["name"])
        run.token("p", match["after"])
    else:
        run.token("n", match[0])


class Apex(Lexer):
    """Apex."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"//.*?$", "c1"),
            (r"/\*(?s:.*?)\*/", "cm"),
            (r"(?:class|interface)\b", "kd", "class"),
            (r"import\b", "kn", "import"),
            (r"(?P<before>[@$.]?)(?P<name>[a-zA-Z_][a-zA-Z0-9_]*)(?P<after>[:(]?)", _word),
            (r'"', "s2", "dq"),
            (r"'", "s1", "sq"),
            (rf"{_DIGIT}+\.{_DIGIT}+(?:[eE]{_DIGIT}+)?[fd]?", "mf"),
            (r"0[bB](?:[01]_+[01]|[01])+", "mb"),
            (r"0[xX](?:[0-9a-fA-F]_+[0-9a-fA-F]|[0-9a-fA-F])+", "mh"),
            (r"0(?:[0-7]_+[0-7]|[0-7])+", "mo"),
            (rf"{_DIGIT}+L?", "mi"),
            (r"[-+/*~^!%&<>|=.?]", "o"),
            (r"[\[\](){},:;]", "p"),
        ],
        "class": [(r"\s+", ""), (r"[a-zA-Z_][a-zA-Z0-9_]*", "nc", POP)],
        "import": [(r"\s+", ""), (r"[a-zA-Z0-9_.]+\*?", "nn", POP)],
        "escape": [(r"\\[btnfr\\\"']", "se")],
        "dq": ["escape", (r'[^\\"]+', "s2"), (r'"', "s2", POP)],
        "sq": ["escape", (r"[^\\']+", "s2"), (r"'", "s2", POP)],
    }
