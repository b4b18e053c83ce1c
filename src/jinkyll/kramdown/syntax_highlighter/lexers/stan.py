"""Stan."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

if TYPE_CHECKING:
    import re

__all__ = ["Stan"]

_FUNCTION_LIST, _DISTRIBUTION_LIST, _RESERVED = word_lists("stan")
_SUFFIXES = [
    "",
    "_lpmf",
    "_lupmf",
    "_lpdf",
    "_lcdf",
    "_lccdf",
    "_rng",
    "_log",
    "_cdf_log",
    "_ccdf_log",
]
_BUILTINS = {
    *_FUNCTION_LIST.split(),
    *(f"{name}{suffix}" for name in _DISTRIBUTION_LIST.split() for suffix in _SUFFIXES),
}
_CONSTANTS = frozenset(
    [
        "pi",
        "e",
        "sqrt2",
        "log2",
        "log10",
        "not_a_number",
        "positive_infinity",
        "negative_infinity",
        "machine_precision",
    ]
)
_WORDS = words(
    "nv",
    k="if else while for break continue print reject return",
    kt="""
    int real vector ordered positive_ordered simplex unit_vector row_vector matrix
    cholesky_factor_corr cholesky_factor_cov corr_matrix cov_matrix data void complex array
    """,
    kr=_RESERVED,
)
_GAP = r"(?:\s|//.*?\n|/[*].*?[*]/)+"
_DECIMAL = r"(?:\d+[.]\d*|[.]?\d+)e[+-]?\d+|\d*[.]\d+"


def _call(run: Run, match: re.Match[str]) -> None:
    name = match["name"]
    run.tokens += run.lexer.tokens(match["type"])
    if name in _BUILTINS:
        run.token("nb", name)
    elif name in _CONSTANTS:
        run.token("kc", match[0])
    else:
        run.token("nf", name)


class Stan(Lexer):
    """Stan."""

    states: ClassVar[States] = {
        "root": [
            "whitespace",
            (r"#include", "cp", "include"),
            (r"#.*$", "gd"),
            (
                (
                    r"functions|(?:transformed\s+)?data|(?:transformed\s+)?parameters|model"
                    r"|generated\s+quantities"
                ),
                "nn",
            ),
            (r"\{", "p", "bracket_scope"),
            "scope",
        ],
        "include": [(r"(\s+)(\S+)(\s*)", ("", "cpf", ""), POP)],
        "whitespace": [
            (r"\n+", ""),
            (r"//.*$", "c1"),
            (r"[ \t\r]+", ""),
            (r"/(?:\\\n)?[*](?s:.*?)[*](?:\\\n)?/", "cm"),
        ],
        "statements": [
            "whitespace",
            (r"#include", "cp", "include"),
            (r"#.*$", "gd"),
            (r'"', "s", "string"),
            (
                (
                    rf"(?:{_DECIMAL}|\d+){_GAP}[+-]{_GAP}(?:{_DECIMAL}|\d+)i|(?:{_DECIMAL}|\d+)i"
                    rf"|{_DECIMAL}"
                ),
                "mf",
            ),
            (r"\d+", "mi"),
            (r"\*/", "err"),
            (r"[=<>!+\-*/^'\\~?:]|&&|\|\||\.[+\-*/^]", "o"),
            (r"[\[\],.;]", "p"),
            (r"[|](?![|])", "p"),
            (r"T\b", "kr"),
            (r"(?:lower|upper)\b", "na"),
            (r"[a-zA-Z_][a-zA-Z0-9_]*", _WORDS),
        ],
        "scope": [
            "whitespace",
            (
                (
                    r"(?P<type>(?:[a-z_](?:\s*\[[0-9, ]\])?\s+)*)(?P<name>[a-zA-Z_][a-zA-Z0-9_]*)"
                    r"(?=\([^;]*?\))"
                ),
                _call,
            ),
            (r"\{", "p", "bracket_scope"),
            (r"\(", "p", "parens_scope"),
            "statements",
        ],
        "bracket_scope": ["scope", (r"\}", "p", POP)],
        "parens_scope": ["scope", (r"\)", "p", POP)],
        # Rouge has no such state and fails.
        "string": [(r"", "", POP)],
    }
