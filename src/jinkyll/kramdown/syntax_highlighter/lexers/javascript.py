"""JavaScript and TypeScript."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import (
    AGAIN,
    POP,
    Callback,
    Lexer,
    Rule,
    Run,
    States,
    Words,
    words,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

__all__ = ["JAVASCRIPT_BUILTINS", "JAVASCRIPT_CONSTANTS", "Javascript", "Typescript"]

_ID = r"(?u:(?:\$|[^\W\d])\w*)"

_JAVASCRIPT = {
    "k": """
    as async await break case catch continue debugger default delete do else export finally from
    for if import in instanceof new of return super switch this throw try typeof void while yield
    """,
    "kd": "var let const with function class extends constructor get set static",
    "kr": "enum implements interface package private protected public",
    "kc": "true false null NaN Infinity undefined",
    "nb": """
    Array Boolean Date Error Function Math netscape Number Object Packages RegExp String sun
    decodeURI decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat
    parseInt document window navigator self global Promise Set Map WeakSet WeakMap Symbol Proxy
    Reflect Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Uint16ClampedArray
    Int32Array Uint32Array Uint32ClampedArray Float32Array Float64Array DataView ArrayBuffer
    """,
}
JAVASCRIPT_BUILTINS = _JAVASCRIPT["nb"]
JAVASCRIPT_CONSTANTS = _JAVASCRIPT["kc"]
_TYPESCRIPT = {
    "k": "is namespace static private protected public implements readonly",
    "kd": "type abstract",
    "kr": "string any void number namespace module declare default interface keyof",
    "nb": "Pick Partial Readonly Record",
}


def word_rule(table: Words) -> Callback:
    """The function for a word: after keywords and declarations an expression may start."""

    def word(run: Run, match: re.Match[str]) -> None:
        kind = table.get(match[0], "nx")
        run.tokens.append((kind, match[0]))
        if kind in {"k", "kd"}:
            run.stack.append("expr_start")

    return word


class Javascript(Lexer):
    """JavaScript."""

    entries: ClassVar[Mapping[str, str]] = {"expr_start": " \t\n\r\f\v/<{"}

    states: ClassVar[States] = {
        "root": [
            (r"\s*#!.*\n", "cp", "statement"),
            "comments_and_whitespace",
            (_ID, word_rule(words("nx", **_JAVASCRIPT))),
            (r"[)\].]", "p"),
            (r"[(\[,]", "p", "expr_start"),
            (r";", "p", "statement"),
            (
                r"\+\+|--|~|\?\?=?|&&|\|\||\\(?=\n)|<<|>>>?|===|!==",
                "o",
                "expr_start",
            ),
            (r"[-<>+*%&|^/!=]=?", "o", "expr_start"),
            (r"`", "s2", "template_string"),
            (r"[?][.]", "p"),
            (r"[?]", "p", ("ternary", "expr_start")),
            (r"(@)(\w+)?", ("p", "nd"), "expr_start"),
            (r"[{}]", "p", "statement"),
            (r"[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?", "mf"),
            (r"0[xX][0-9a-fA-F]+", "mh"),
            (r"0[oO][0-7][0-7_]*", "mo"),
            (r"0[bB][01][01_]*", "mb"),
            (r"[0-9]+", "mi"),
            (r'"', "dl", "dq"),
            (r"'", "dl", "sq"),
            (r":", "p"),
        ],
        "comments_and_whitespace": [
            (r"\s+", ""),
            (r"<!--", "c"),
            (r"//.*?$", "c1"),
            (r"/\*", "cm", "multiline_comment"),
        ],
        "multiline_comment": [(r"\*/", "cm", POP), (r"[^*/]+", "cm"), (r"[*/]", "cm")],
        "expr_start": [(r"\s+(?=[^\s/<{])", "", POP), "expression"],
        "expression": [
            "comments_and_whitespace",
            (r"/", "sr", (POP, "regex")),
            (r"\{", "p", (POP, "object")),
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
        "regex_end": [(r"[gimuy]+", "sr", POP), (r"", "", POP)],
        "regex_group": [
            (r"/", "se"),
            (r"[^/]\n", "err", 2 * POP),
            (r"\]", "se", POP),
            (r"\\.", "se"),
            (r".", "sr"),
        ],
        "dq": [(r'[^\\"]+', "s2"), (r'"', "dl", POP), (r'\\[\\nrt"]?', "se")],
        "sq": [(r"[^\\']+", "s1"), (r"'", "dl", POP), (r"\\[\\nrt']?", "se")],
        "statement": [
            (r"case\b", "k", (POP, "expr_start")),
            (rf"({_ID})(\s*)(:)", ("nl", "", "p")),
            "expression",
        ],
        "object": [
            "comments_and_whitespace",
            (r"\{", "p", AGAIN),
            (r"\}", "p", (POP, "statement")),
            (rf"({_ID})(\s*)(:)", ("na", "", "p"), "expr_start"),
            (r":", "p"),
            "root",
        ],
        "ternary": [(r":", "p", (POP, "expr_start")), "root"],
        "template_string": [
            (r"\$\{", "p", "template_string_expr"),
            (r"`", "s2", POP),
            (r"\\[$`]", "se"),
            (r"[^$`\\]+", "s2"),
            (r"[\\$]", "s2"),
        ],
        "template_string_expr": [(r"\}", "p", POP), "root"],
    }


_TYPESCRIPT_WORDS = words(
    "nx",
    **{
        kind: f"{_JAVASCRIPT.get(kind, '')} {_TYPESCRIPT.get(kind, '')}"
        for kind in ("k", "kd", "kr", "kc", "nb")
    },
)


def typed(states: States) -> dict[str, list[Rule]]:
    """The states of a JavaScript lexer with TypeScript's words, labels and operators."""
    plain_words = (_ID, word_rule(_TYPESCRIPT_WORDS))
    return {
        **states,
        "root": [
            (r"[?][.]", "p"),
            (r"[?]{2}", "o"),
            *(plain_words if rule[0] == _ID else rule for rule in states["root"]),
        ],
        "statement": [
            (rf"({_ID})(\??)(\s*)(:)", ("nl", "p", "", "p"), "expr_start"),
            *states["statement"],
        ],
    }


class Typescript(Javascript):
    """TypeScript."""

    states: ClassVar[States] = typed(Javascript.states)
