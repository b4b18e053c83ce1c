"""Liquid."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, RESET, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Liquid"]


def _kind(value: str | None, otherwise: str) -> str:
    for quote, kind in (("'", "s1"), ('"', "s2")):
        if value and quote in value[value.find(quote) + 1 :] and quote in value:
            return kind
    return otherwise


def _cycle(run: Run, match: re.Match[str]) -> None:
    run.token("nt", "cycle")
    run.token("w", match["gap1"])
    run.token(_kind(match["group"], "na"), match["group"])
    run.token("w", match["gap2"])
    run.token("p", match["colon"])
    run.token("w", match["gap3"])
    run.push("variable_tag_markup")


def _loop(run: Run, match: re.Match[str]) -> None:
    run.token("nt", match["tag"])
    run.token("w", match["one"])
    run.token("nv", match["item"])
    run.token("w", match["two"])
    run.token("nt", "in")
    run.token("w", match["three"])
    run.token(_kind(match["collection"], "nv"), match["collection"])
    run.token("w", match["four"])
    run.push("tag_markup")


_FILTER = r"(\|)(\s*)([a-zA-Z_][^\s%}|:]*)"


class Liquid(Lexer):
    """Liquid."""

    states: ClassVar[States] = {
        "root": [
            (r"[^{]+", ""),
            (r"(\{%-?)(\s*)", ("p", "w"), "tag_or_block"),
            (r"(\{\{-?)(\s*)", ("p", "w"), "output"),
            (r"\{", ""),
        ],
        "tag_or_block": [
            (r"(?:if|elsif|unless|case)\b", "kr", "condition"),
            (r"when\b", "kr", "when"),
            (r"(else)(\s*)(-?%\})", ("kr", "w", "p"), POP),
            (
                r"(capture|(?:in|de)crement)(\s+)([^\s%]+)(\s*)(-?%\})",
                ("nt", "w", "nv", "w", "p"),
                POP,
            ),
            (r"(comment)(\s*)(-?%\})", ("nt", "w", "p"), "comment"),
            (r"(raw)(\s*)(-?%\})", ("nt", "w", "p"), "raw"),
            (r"(end(?:if|unless|case))(\s*)(-?%\})", ("kr", "w", "p"), POP),
            (r"(end[^\s%]+)(\s*)(-?%\})", ("nt", "w", "p"), POP),
            (r"(?:assign|echo)\b", "nt", "assign"),
            (r"(?:include|render)\b", "nt", "include"),
            (
                r"cycle(?P<gap1>\s+)(?:(?P<group>[^\s:]*)(?P<gap2>\s*)(?P<colon>:))?(?P<gap3>\s*)",
                _cycle,
            ),
            (
                (
                    r"(?P<tag>for|tablerow)(?P<one>\s+)(?P<item>[\w-]+)(?P<two>\s+)in(?P<three>\s+)"
                    r"""(?P<collection>(?:[^\s%,|'"]|"[^"]*"|'[^']*')+)(?P<four>\s*)"""
                ),
                _loop,
            ),
            (r"([^\s%]+)(\s*)", ("nt", "w"), "tag_markup"),
        ],
        "output": [
            (r"(\|)(\s*)([a-zA-Z_][^\s}|:]*)", ("p", "w", "nf"), "filters"),
            "end_of_tag",
            "generic",
        ],
        "filters": [
            (_FILTER, ("p", "w", "nf")),
            "end_of_tag",
            "end_of_block",
            "variable_param_markup",
        ],
        "condition": [
            (r"[=!]=|[<>]=?", "o"),
            (r"(?:and|or|contains)\b", "ow"),
            "end_of_block",
            "generic",
        ],
        "when": ["end_of_block", "generic"],
        "end_of_tag": [(r"-?\}\}", "p", RESET)],
        "end_of_block": [(r"-?%\}", "p", RESET)],
        "param_markup": [
            "whitespace",
            "keyword",
            "string",
            "number",
            (r"([^\s=:]+)(\s*)(=|:)", ("na", "w", "o")),
            (r"[,:]", "p"),
        ],
        "variable_param_markup": ["param_markup", "variable", (r"\S+", "")],
        "tag_markup": [
            (r"reversed\b", "na"),
            "end_of_block",
            "param_markup",
            (r"\S+", ""),
        ],
        "variable_tag_markup": ["end_of_block", "variable_param_markup"],
        "keyword": [(r"(?:false|true|nil)\b", "kc")],
        "variable": [
            (r"(?:empty|blank|forloop\.[^\s%}|:]+)\b", "nb"),
            (r"\.(?=\w)|\[|\]", "p"),
            (r"(?:first|last|size)\b", "nf"),
            (r"[a-zA-Z_][\w-]*\??", "nv"),
        ],
        "string": [(r"'[^']*'", "s1"), (r'"[^"]*"', "s2")],
        "number": [(r"-", "o"), (r"\d+\.\d+", "mf"), (r"\d+", "mi")],
        "generic": ["whitespace", "keyword", "string", "number", "variable"],
        "whitespace": [(r"[ \t]+", "w")],
        "comment": [
            (r"[^{]+", "c"),
            (r"(\{%-?)(\s*)(endcomment)(\s*)(-?%\})", ("p", "w", "nt", "w", "p"), RESET),
            (r"\{", "c"),
        ],
        "raw": [
            (r"[^{]+", ""),
            (r"(\{%-?)(\s*)(endraw)(\s*)(-?%\})", ("p", "w", "nt", "w", "p"), RESET),
            (r"\{", ""),
        ],
        "assign": [
            (r"=", "o"),
            (r"(\|)(\s*)([a-zA-Z_][^\s%|:]*)", ("p", "w", "nf"), "filters"),
            "end_of_block",
            "generic",
        ],
        "include": [
            (r"(\{\{-?)(\s*)", ("p", "w"), "output_embed"),
            (r"(?:with|for)\b", "nt"),
            (r"[/\w-]+(?:\.[\w-]+)+\b", ""),
            "variable_tag_markup",
        ],
        "output_embed": [
            (r"(\|)(\s*)([a-zA-Z_][^\s}|:]*)", ("p", "w", "nf")),
            (r"-?\}\}", "p", POP),
            "variable_param_markup",
        ],
    }
