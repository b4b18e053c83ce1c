"""GraphQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lookup import find
from jinkyll.kramdown.syntax_highlighter.machine import POP, Callback, Lexer, Run, States
from jinkyll.kramdown.syntax_highlighter.patterns import quoted

if TYPE_CHECKING:
    import re

__all__ = ["GraphQl"]

_NAME = r"[_A-Za-z][_0-9A-Za-z]*"


def _description(run: Run, match: re.Match[str]) -> None:
    run.token("s2", '"""')
    run.token("w", "\n")
    run.tokens += find("markdown").tokens(match["text"])
    run.token("w", "\n")
    run.token("s2", '"""')


def _end_of_selection(run: Run, match: re.Match[str]) -> None:
    run.token("p", match[0])
    run.pop()
    if run.stack[-1] in {"query_definition", "fragment_definition"}:
        run.pop()


def _end_of_collection(run: Run, match: re.Match[str]) -> None:
    run.token("p", match[0])
    run.pop()
    if run.stack[-1] == "value":
        run.pop()


def _value(kind: str) -> Callback:
    """The function for a value, which ends the state of values except in a list."""

    def value(run: Run, match: re.Match[str]) -> None:
        run.token(kind, match[0])
        if run.stack[-1] != "list":
            run.pop()

    return value


class GraphQl(Lexer):
    """GraphQL."""

    states: ClassVar[States] = {
        "root": [
            (r"(?:query|mutation|subscription)\b", "k", "query_definition"),
            (r"\{", "p", ("query_definition", "selection_set")),
            (r"fragment\b", "k", "fragment_definition"),
            (r"scalar\b", "k", "value"),
            (r"(?:type|interface|enum|input|schema)\b", "k", "type_definition"),
            (r"union\b", "k", "union_definition"),
            (r"extend\b", "k"),
            "basic",
            (r'"""\n(?P<text>(?s:.*?))\n"""', _description),
        ],
        "basic": [(r"\s+", "w"), (r"#.*$", "c"), (r"[!,]", "p")],
        "has_directives": [
            (rf"(@{_NAME})(\s*)(\()", ("k", "w", "p"), "arguments"),
            (rf"@{_NAME}\b", "k"),
        ],
        "fragment_definition": [(r"on\b", "k"), "query_definition"],
        "query_definition": [
            "has_directives",
            (rf"{_NAME}\b", "n"),
            (r"\(", "p", "variable_definitions"),
            (r"\{", "p", "selection_set"),
            "basic",
        ],
        "type_definition": [
            (r"implements\b", "k"),
            (rf"{_NAME}\b", "n"),
            (r"\(", "p", "variable_definitions"),
            (r"\{", "p", "type_definition_set"),
            "basic",
        ],
        "union_definition": [
            (rf"{_NAME}\b", "n"),
            (r"=", "p", "union_definition_variant"),
            "basic",
        ],
        "union_definition_variant": [
            (rf"{_NAME}\b", "n", (POP, "union_definition_pipe")),
            "basic",
        ],
        "union_definition_pipe": [
            (r"\|", "p", (POP, "union_definition_variant")),
            (r"(?!\||\s+|#[^\n]*)", "", 2 * POP),
            "basic",
        ],
        "type_definition_set": [
            (r"\}", "p", 2 * POP),
            (rf"({_NAME})(\s*)(\()", ("n", "w", "p"), "variable_definitions"),
            (rf"{_NAME}\b", "n"),
            (r":", "p", "type_names"),
            "basic",
        ],
        "arguments": [
            (r"\)", "p", POP),
            (rf"{_NAME}\b", "n"),
            (r":", "p", "value"),
            "basic",
        ],
        "variable_definitions": [
            (r"\)", "p", POP),
            (rf"\${_NAME}\b", "nv"),
            (rf"{_NAME}\b", "n"),
            (r":", "p", "type_names"),
            (r"=", "p", "value"),
            "basic",
        ],
        "type_names": [
            (r"(?:Int|Float|String|Boolean|ID)\b", "nb", POP),
            (rf"{_NAME}\b", "n", POP),
            (r"\[", "p", "type_name_list"),
            "basic",
        ],
        "type_name_list": [
            (r"(?:Int|Float|String|Boolean|ID)\b", "nb"),
            (rf"{_NAME}\b", "n"),
            (r"\]", "p", 2 * POP),
            "basic",
        ],
        "selection_set": [
            "has_directives",
            (r"\}", _end_of_selection),
            (rf"({_NAME})(\s*)(\()", ("n", "w", "p"), "arguments"),
            (rf"({_NAME})(\s*)(:)", ("n", "w", "p")),
            (rf"{_NAME}\b", "n"),
            (r"(\.\.\.)(\s+)(on)\b", ("p", "w", "k")),
            (r"\.\.\.", "p"),
            (r"\{", "p", "selection_set"),
            "basic",
        ],
        "list": [(r"\]", _end_of_collection), "value"],
        "object": [
            (r"\}", _end_of_collection),
            (rf"({_NAME})(\s*)(:)", ("n", "w", "p"), "value"),
            "basic",
        ],
        "value": [
            (r'(?s:""".*?""")', "s2"),
            (rf"\${_NAME}\b", _value("nv")),
            (r"(?:true|false|null)\b", _value("kc")),
            (r"[+-]?[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?", _value("mf")),
            (r"[+-]?[1-9][0-9]*(?:[eE][+-]?[0-9]+)?", _value("mi")),
            (quoted('"'), _value("s2")),
            (rf"{_NAME}\b", _value("n")),
            (r"\{", "p", "object"),
            (r"\[", "p", "list"),
            "basic",
        ],
    }
