"""CFScript, the script of ColdFusion."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.patterns import quoted

if TYPE_CHECKING:
    import re

__all__ = ["CfScript"]

_KEYWORDS = """
if else var xml default break switch do try catch throw in continue for return while required
"""
_CALLED = words("nf", k=_KEYWORDS)
_WORDS = words(
    "nx",
    kd="component property function remote public package private",
    k=_KEYWORDS,
    kt="""
    any array binary boolean component date guid numeric query string struct uuid void xml
    """,
)
_ID = r"[$a-zA-Z_][a-zA-Z0-9_.]*"
_OPERATORS = (
    r"(?i:\+\+|--|&&|\|\||<=|>=|<|>|==|!=|mod|eq|lt|gt|lte|gte|not|is|and|or|xor|eqv|imp|equal"
    r"|contains|\?|does not contain|greater than(?: or equal to)?|less than(?: or equal to)?)\b"
)


def _call(run: Run, match: re.Match[str]) -> None:
    run.token(_CALLED.get(match["called"], "nf"), match["called"])
    run.token("", match["gap"])
    run.token("p", "(")


def _word(run: Run, match: re.Match[str]) -> None:
    kind = _WORDS.get(match[0], "nx")
    run.token(kind, match[0])
    if kind != "nx":
        run.push("expr_start")


class CfScript(Lexer):
    """CFScript."""

    states: ClassVar[States] = {
        "root": [
            "comments_and_whitespace",
            (_OPERATORS, "o", "expr_start"),
            (r"[-<>+*%&|^/!=]=?", "o", "expr_start"),
            (r"[(\[,]", "p", "expr_start"),
            (r";", "p", "statement"),
            (r"[)\].]", "p"),
            (r"[?]", "p", ("ternary", "expr_start")),
            (r"[{}]", "p", "statement"),
            (r"(?:application|session|client|cookie|super|this|variables|arguments|cgi)\b", "no"),
            (r"(?:true|false|null)\b", "kc"),
            (r"import\b", "kn", "import"),
            (rf"({_ID})(\s*)(:)(\s*)", ("n", "", "p", ""), "expr_start"),
            (r"(?P<called>[A-Za-z_$][\w.]*)(?P<gap>\s*)\(", _call),
            (_ID, _word),
            (r"[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?", "mf"),
            (r"0x[0-9a-fA-F]+", "mh"),
            (r"[0-9]+", "mi"),
            (quoted('"'), "s2"),
            (quoted("'"), "s1"),
        ],
        "comments_and_whitespace": [(r"\s+", ""), (r"//.*?$", "c1"), (r"/\*(?s:.*?)\*/", "cm")],
        "expr_start": ["comments_and_whitespace", (r"[{]", "p", "object"), (r"", "", POP)],
        "statement": [(r"[{}]", "p"), "expr_start"],
        "object": [
            "comments_and_whitespace",
            (r"[}]", "p", "expr_start"),
            (rf"({_ID})(\s*)(:)", ("nx", "", "p"), "expr_start"),
            (r":", "p"),
            "root",
        ],
        "ternary": [(r":", "p", (POP, "expr_start")), "root"],
        "import": [(r"\s+", ""), (r"[a-zA-Z0-9_.]+\*?", "nn", POP)],
    }
