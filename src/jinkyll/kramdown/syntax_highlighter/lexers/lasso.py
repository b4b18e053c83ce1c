"""Lasso, in HTML or alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.templates import Template, parent
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

if TYPE_CHECKING:
    import re

__all__ = ["Lasso"]

_EXCEPTIONS, _TYPES, _TRAITS, _KEYWORDS, _BUILTINS = word_lists("lasso")
_WORDS = words(
    "nx", kn="namespace_using", ne=_EXCEPTIONS, kt=_TYPES, nd=_TRAITS, k=_KEYWORDS, nb=_BUILTINS
)
_ID = r"(?i:[a-z_][\w.]*)"
_MEMBER = rf"{_ID}(?:=(?!=))?"
_TAG = r"<\?(?:lasso(?:script)?|=)"
_HTML = rf"[^\[<]|<!--.*?-->|<(?P<tag>script|style).*?(?P=tag)>|<(?!{_TAG[1:]})"


class _Page(Template):
    """A run that may begin in Lasso."""

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        if lexer.option("start_inline", default=False):
            self.push("lasso")


def _word(run: Run, match: re.Match[str]) -> None:
    run.token("p", match["slash"])
    run.token(_WORDS.get(match["word"].lower(), "nx"), match["word"])


class Lasso(Lexer):
    """Lasso; with the option `start_inline` the code begins in Lasso."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of the text around."""
        return _Page(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"^#![ \S]+lasso9\b", "cp", "lasso"),
            (r"(?=\[|<)", "", "delimiters"),
            (r"\s+", "w"),
            (r"", "", ("delimiters", "lassofile")),
        ],
        "delimiters": [
            (r"\[no_square_brackets\]", "cp", "nosquarebrackets"),
            (r"\[noprocess\]", "cp", "noprocess"),
            (r"\[", "cp", "squarebrackets"),
            (rf"(?i:{_TAG})", "cp", "anglebrackets"),
            (rf"(?is:(?:{_HTML})+)", parent),
        ],
        "nosquarebrackets": [
            (r"\[noprocess\]", "cp", "noprocess"),
            (rf"(?i:{_TAG})", "cp", "anglebrackets"),
            (rf"(?is:(?:{_HTML}|\[(?!noprocess))+)", parent),
        ],
        "noprocess": [
            (r"\[/noprocess\]", "cp", POP),
            (r"(?i:(?:[^\[]|\[(?!/noprocess))+)", parent),
        ],
        "squarebrackets": [(r"\]", "cp", POP), "lasso"],
        "anglebrackets": [(r"\?>", "cp", POP), "lasso"],
        "lassofile": [(r"\]|\?>", "cp", POP), "lasso"],
        "whitespacecomments": [
            (r"\s+", ""),
            (r"//.*?\n", "c1"),
            (r"/\*\*!(?s:.*?)\*/", "cd"),
            (r"/\*(?s:.*?)\*/", "cm"),
        ],
        "lasso": [
            "whitespacecomments",
            (r"\d*\.\d+(?:[eE][+-]?\d+)?", "mf"),
            (r"0[xX][\da-fA-F]+", "mh"),
            (r"\d+", "mi"),
            (r"(?i:infinity|NaN)\b", "m"),
            (r"'[^'\\]*(?:\\(?s:.)[^'\\]*)*'", "s1"),
            (r'"[^"\\]*(?:\\(?s:.)[^"\\]*)*"', "s2"),
            (r"`[^`]*`", "sb"),
            (rf"\${_ID}", "nv"),
            (rf"#(?:{_ID}|\d+\b)", "vi"),
            (rf"(\.\s*)('{_ID}')", ("bp", "vc")),
            (rf"((?i:self))(\s*->\s*)('{_ID}')", ("bp", "o", "vc")),
            (rf"(\.\.?\s*)({_MEMBER})", ("bp", "nx")),
            (rf"(->\\?\s*|&\s*)({_MEMBER})", ("o", "nx")),
            (r"(?i:self|inherited|currentcapture|givenblock)\b", "bp"),
            (rf"(?i:-(?!infinity){_ID})", "na"),
            (rf"::\s*{_ID}", "nl"),
            (
                rf"((?i:define))(\s+)({_ID})(\s*=>\s*)((?i:type|trait|thread))\b",
                ("kd", "", "nc", "o", "k"),
            ),
            (
                rf"((?i:define))(\s+)({_ID})(\s*->\s*)({_ID}=?|[-+*/%])",
                ("kd", "", "nc", "o", "nf"),
                "signature",
            ),
            (rf"((?i:define))(\s+)({_ID})", ("kd", "", "nf"), "signature"),
            (
                rf"((?i:public|protected|private|provide))(\s+)((?:{_ID}=?|[-+*/%])(?=\s*\())",
                ("k", "", "nf"),
                "signature",
            ),
            (rf"((?i:public|protected|private|provide))(\s+)({_ID})", ("k", "", "nf")),
            (r"(?i:true|false|none|minimal|full|all|void)\b", "kc"),
            (r"(?i:local|var|variable|global|data(?=\s))\b", "kd"),
            (rf"({_ID})(\s+)((?i:in))\b", ("n", "", "k")),
            (rf"((?i:let|into))(\s+)({_ID})", ("k", "", "n")),
            (r",", "p", "commamember"),
            (r"(?i:and|or|not)\b", "ow"),
            (rf"({_ID})(\s*::\s*{_ID})?(\s*=(?!=|>))", ("n", "nl", "o")),
            (r"(?P<slash>/?)(?P<word>[\w.]+)", _word),
            (r"(=)((?i:n?bw|n?ew|n?cn|lte?|gte?|n?eq|n?rx|ft))\b", ("o", "ow")),
            (r":=|[-+*/%=<>&|!?\\]+", "o"),
            (r"[{}():;,@^]", "p"),
        ],
        "signature": [
            (r"=>", "o", POP),
            (r"\)", "p", POP),
            (r"[(,]", "p", "parameter"),
            "lasso",
        ],
        "parameter": [
            (r"\)", "p", POP),
            (rf"-?{_ID}", "na", POP),
            (r"\.\.\.", "bp"),
            "lasso",
        ],
        "commamember": [
            (
                (
                    rf"(?:{_ID}=?|[-+*/%])"
                    r"(?=\s*(?:\((?:[^()]*\([^()]*\))*[^)]*\)\s*)?(?:::[\w.\s]+)?=>)"
                ),
                "nf",
                "signature",
            ),
            "whitespacecomments",
            (r"", "", POP),
        ],
    }
