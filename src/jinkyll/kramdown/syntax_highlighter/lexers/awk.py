"""awk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.patterns import quoted

if TYPE_CHECKING:
    import re

__all__ = ["Awk"]

_WORDS = words(
    "nx",
    k="""
    if else while for do break continue return next nextfile delete exit print printf getline
    """,
    kd="function",
    kr="BEGIN END",
    kc="CONVFMT FS NF NR FNR FILENAME RS OFS ORS OFMT SUBSEP ARGC ARGV ENVIRON",
    nb="""
    exp log sqrt sin cos atan2 length rand srand int substr index match split sub gsub sprintf
    system tolower toupper
    """,
)


def _word(run: Run, match: re.Match[str]) -> None:
    word = match[0]
    kind = _WORDS.get(word) or ("nv" if word[0] == "$" else "nx")
    run.token(kind, word)
    if kind in {"k", "kd"}:
        run.push("expr_start")


class Awk(Lexer):
    """awk."""

    states: ClassVar[States] = {
        "root": [
            "comments_and_whitespace",
            (r"[-<>+*/%^!=]=?|in\b|\+\+|--|\|", "o", "expr_start"),
            (r"&&|\|\||~!?", "o", "expr_start"),
            (r"[(\[,]", "p", "expr_start"),
            (r";", "p", "statement"),
            (r"[)\].]", "p"),
            (r"[?]", "p", ("ternary", "expr_start")),
            (r"[{}]", "p", "statement"),
            (r"[$a-zA-Z_][a-zA-Z0-9_]*", _word),
            (r"[0-9]+\.[0-9]+", "mf"),
            (r"[0-9]+", "mi"),
            (quoted('"'), "s2"),
            (r":", "p"),
        ],
        "comments_and_whitespace": [(r"\s+", ""), (r"#.*?$", "c1")],
        "expr_start": [
            "comments_and_whitespace",
            (r"/", "sr", (POP, "regex")),
            (r"", "", POP),
        ],
        "regex": [
            (r"/", "sr", (POP, "regex_end")),
            (r"[^/]\n", "err", POP),
            (r"\n", "err", POP),
            (r"\[\^?", "se", "regex_group"),
            (r"\\.", "se"),
            (r"[(][?][:=<!]", "se"),
            (r"[{][\d,]+[}]", "se"),
            (r"[()?]", "se"),
            (r".", "sr"),
        ],
        "regex_end": [(r"", "", POP)],
        "regex_group": [
            (r"/", "se"),
            (r"[^/]\n", "err", 2 * POP),
            (r"\]", "se", POP),
            (r"\\.", "se"),
            (r".", "sr"),
        ],
        "statement": [(r"[{}]", "p"), "expr_start"],
        "ternary": [(r":", "p", (POP, "expr_start")), "root"],
    }
