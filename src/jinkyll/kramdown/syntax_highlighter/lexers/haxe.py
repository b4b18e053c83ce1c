"""Haxe."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["Haxe"]

_WORDS = words(
    "nx",
    k="""
    break case cast catch class continue default do else enum false for function if import
    interface macro new null override package private public return switch this throw true try
    untyped while using
    """,
    kd="abstract dynamic extern extends from implements inline static to typedef var",
    kr="super trace build autoBuild",
    nb="""
    Void Dynamic Math Class Any Float Int UInt String StringTools Sys EReg isNaN parseFloat
    parseInt Array Map Date DateTools Bool Lambda Reflect Std File FileSystem
    """,
)
_ID = r"[$a-zA-Z_][a-zA-Z0-9_]*"
_HEX = r"[0-9a-fA-F]"


def _word(run: Run, match: re.Match[str]) -> None:
    kind = _WORDS.get(match[0], "nx")
    run.token(kind, match[0])
    if match[0] == "using":
        run.push("namespace")
    elif kind in {"k", "kd"}:
        run.push("expr_start")


def _metadata(run: Run, match: re.Match[str]) -> None:
    run.token("nd", match["decorator"])
    run.token("p", match["parenthesis"])
    if not match["parenthesis"]:
        run.pop()


class Haxe(Lexer):
    """Haxe."""

    states: ClassVar[States] = {
        "comments_and_whitespace": [(r"\s+", ""), (r"//.*?$", "c1"), (r"/\*(?s:.*?)\*/", "cm")],
        "expr_start": [
            "comments_and_whitespace",
            (r"#(?:if|elseif|else|end).*", "cp"),
            (r"~", "sr", (POP, "regex")),
            (r"[{]", "p", "object"),
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
        "regex_end": [(r"[gim]+", "sr", POP), (r"", "", POP)],
        "regex_group": [
            (r"/", "se"),
            (r"[^/]\n", "err", 2 * POP),
            (r"\]", "se", POP),
            (r"\\.", "se"),
            (r".", "sr"),
        ],
        "root": [
            (r"\n", "", "statement"),
            (r"\{", "p", "expr_start"),
            "comments_and_whitespace",
            (r"@", "nd", "metadata"),
            (r"\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>|==|!=", "o", "expr_start"),
            (r"[-:<>+*%&|\^/!=]=?", "o", "expr_start"),
            (r"[(\[,]", "p", "expr_start"),
            (r";", "p", "statement"),
            (r"[)\]}.]", "p"),
            (r"[?]", "p", ("ternary", "expr_start")),
            (_ID, _word),
            (r"\d+\.\d+(?:[eE]\d+)?[fd]?", "mf"),
            (rf"0x{_HEX}+", "mh"),
            (r"[0-9]+", "mi"),
            (r'"', "s2", "str_double"),
            (r"'", "s1", "str_single"),
        ],
        "statement": [(rf"({_ID})(\s*)(:)", ("nl", "", "p")), "expr_start"],
        "object": [
            "comments_and_whitespace",
            (r"[}]", "p", (POP, "statement")),
            (rf"({_ID})(\s*)(:)", ("na", "", "p"), "expr_start"),
            (r":", "p"),
            "root",
        ],
        # Rouge has no such state and fails.
        "namespace": [(r"", "", POP)],
        "metadata": [
            (rf"(?P<decorator>{_ID})(?P<parenthesis>\()?", _metadata),
            (rf":{_ID}(?:\.{_ID})*", "nd", POP),
            (r"\)", "nd", POP),
            "root",
        ],
        "ternary": [(r":", "p", (POP, "expr_start")), "root"],
        "str_double": ["str_escape", (r'"', "s2", POP), (r'[^\\"]+', "s2")],
        "str_single": [
            "str_escape",
            (r"'", "s1", POP),
            (r"\$\$", "s1"),
            (rf"\${_ID}", "si"),
            (r"\$\{", "si", "str_interpol"),
            (r"[^\\$']+", "s1"),
        ],
        "str_escape": [
            (r"""\\[\\tnr'"]""", "se"),
            (r"\\[0-7]{3}", "se"),
            (rf"\\x{_HEX}{{2}}", "se"),
            (rf"\\u(?:{_HEX}{{4}}|\{{{_HEX}{{1,6}}\}})", "se"),
        ],
        "str_interpol": [(r"\}", "si", POP), "root"],
    }
