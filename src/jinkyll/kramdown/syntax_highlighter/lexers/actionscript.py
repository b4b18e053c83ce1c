"""ActionScript."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.javascript import Javascript, word_rule
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States, words
from jinkyll.kramdown.syntax_highlighter.patterns import quoted

__all__ = ["ActionScript"]

_ID = r"[$a-zA-Z_][a-zA-Z0-9_]*"
_WORDS = words(
    "nx",
    k="""
    for in while do break return continue switch case default if else throw try catch finally new
    delete typeof is this with
    """,
    kd="var function",
    kr="""
    dynamic final internal native public protected private class const override static package
    interface extends implements namespace set get import include super flash_proxy object_proxy
    trace
    """,
    kc="true false null NaN Infinity undefined",
    nb="""
    void Function Math Class Object RegExp decodeURI decodeURIComponent encodeURI
    encodeURIComponent eval isFinite isNaN parseFloat parseInt
    """,
)


class ActionScript(Lexer):
    """ActionScript."""

    states: ClassVar[States] = {
        "comments_and_whitespace": [(r"\s+", ""), (r"//.*?$", "c1"), (r"/\*(?s:.*?)\*/", "cm")],
        "expr_start": [
            "comments_and_whitespace",
            (r"/", "sr", (POP, "regex")),
            (r"[{]", "p", "object"),
            (r"", "", POP),
        ],
        "regex": Javascript.states["regex"],
        "regex_end": [(r"[gim]+", "sr", POP), (r"", "", POP)],
        "regex_group": Javascript.states["regex_group"],
        "root": [
            (r"\s*#!(?s:.*?)\n", "cp", "statement"),
            (r"\n", "", "statement"),
            "comments_and_whitespace",
            (r"\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|===|!==", "o", "expr_start"),
            (r"[:;<>+*%&|^/!=]=?", "o", "expr_start"),
            (r"[(\[,]", "p", "expr_start"),
            (r"[)\].]", "p"),
            (r"[?]", "p", ("ternary", "expr_start")),
            (r"[{}]", "p", "statement"),
            (_ID, word_rule(_WORDS)),
            (r"-?[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?", "mf"),
            (r"0x[0-9a-fA-F]+", "mh"),
            (r"-?[0-9]+", "mi"),
            (quoted('"'), "s2"),
            (quoted("'"), "s1"),
        ],
        "statement": [
            (rf"({_ID})(\s*)(:)", ("nl", "", "p")),
            (r"[{}]", "p"),
            "expr_start",
        ],
        "object": [
            "comments_and_whitespace",
            (r"[}]", "p", (POP, "statement")),
            (rf"({_ID})(\s*)(:)", ("na", "", "p"), "expr_start"),
            (r":", "p"),
            "root",
        ],
        "ternary": [(r":", "p", (POP, "expr_start")), "root"],
    }
