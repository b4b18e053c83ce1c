"""Janet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

if TYPE_CHECKING:
    import re

__all__ = ["Janet"]

(_BUNDLED,) = word_lists("janet")
_WORDS = words(
    "nf",
    k="break def do fn if quote quasiquote splice set unquote var while",
    kr=_BUNDLED,
)
_PUNCTUATION = r"_!$%^&*+=~<>.?/\-"
_MORE = rf"[\w{_PUNCTUATION}:]*"
_SYMBOL = rf"(?u:(?:[^\W\d]|[{_PUNCTUATION}]){_MORE})"
_HEX = r"[0-9a-fA-F][0-9a-fA-F_]*"


def _function(run: Run, match: re.Match[str]) -> None:
    name = match[0]
    run.token(_WORDS.get(name, "nf"), name)
    run.goto(name if name in {"quote", "quasiquote"} else "root")


class Janet(Lexer):
    """Janet."""

    states: ClassVar[States] = {
        "root": [
            (r"#.*?$", "c1"),
            (r"\s+", "w"),
            (r"(?:true|false|nil)\b", "no"),
            (rf"(['~])({_SYMBOL})", ("o", "ss")),
            (rf"(?u::{_MORE})", "kc"),
            (r"[+-]?\d{1,2}r[\w.]+(?:&[+-]?\w+)?", "mf"),
            (rf"[+-]?0x(?:{_HEX}(?:\.{_HEX})?|\.{_HEX})", "mh"),
            (r"[+-]?(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?", "mf"),
            (r'@?"', "s2", "string"),
            (r"@?(?P<ticks>`+)(?s:.*?)(?P=ticks)", "sh"),
            (r"\(", "p", "function"),
            (r"(')(@?[(\[{])", ("o", "p"), "quote"),
            (r"(~)(@?[(\[{])", ("o", "p"), "quasiquote"),
            (r"[#~,';|]", "o"),
            (r"@?[(){}\[\]]", "p"),
            (_SYMBOL, "n"),
        ],
        "string": [
            (r'"', "s2", POP),
            (r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|.)", "se"),
            (r'[^"\\]+', "s2"),
        ],
        "function": [(r"\)", "p", POP), (_SYMBOL, _function), "root"],
        "quote": [(r"[(\[{]", "p", AGAIN), (r"[)\]}]", "p", POP), (_SYMBOL, "se"), "root"],
        "quasiquote": [
            (r"(,)(\()", ("o", "p"), "function"),
            (r"(\()(\s*)(unquote)(\s+)(\()", ("p", "", "k", "", "p"), "function"),
            (rf"(,)({_SYMBOL})", ("o", "n")),
            (rf"(\()(\s*)(unquote)(\s+)({_SYMBOL})", ("p", "", "k", "", "n")),
            "quote",
        ],
    }
