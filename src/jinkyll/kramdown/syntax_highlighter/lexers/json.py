"""JSON, with and without comments, and HOCON."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, States

__all__ = ["Hocon", "Json", "JsonDoc"]

_VALUE: list[Rule] = [
    (r"\s+", "w"),
    (r"true|false|null", "kc"),
    (r"-?(?:0|[1-9]\d*)\.\d+(?:[eE][+-]?\d+)?", "mf"),
    (r"-?(?:0|[1-9]\d*)(?:[eE][+-]?\d+)?", "mi"),
    (r'"[^\\"]*"', "s2"),
    (r'"', "s2", "string"),
    (r"\[", "p", "array"),
    (r"\{", "p", "object"),
]


class Json(Lexer):
    """JSON."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", "w"),
            (r"\{", "p", "object"),
            (r"\[", "p", "array"),
            "name",
            "value",
            (r"[\]}]", "p"),
        ],
        "object": [(r"\s+", "w"), "name", "value", (r"\}", "p", POP), (r",", "p")],
        "name": [(r'("[^"\\\n]*(?:\\.[^"\\\n]*)*")(\s*)(:)', ("nl", "w", "p"))],
        "value": _VALUE,
        "string": [(r'[^\\"]+', "s2"), (r"\\.", "se"), (r'"', "s2", POP)],
        "array": ["value", (r"\]", "p", POP), (r",", "p")],
    }


class JsonDoc(Json):
    """JSON with comments, bare keys and elisions, as documentation shows it."""

    states: ClassVar[States] = {
        **Json.states,
        "name": [(r"([$\w]++)(\s*)(:)", ("na", "", "p")), *Json.states["name"]],
        "value": [
            (r"/[*].*?[*]/", "c"),
            (r"//.*?$", "c1"),
            (r"\.\.\.", "c1"),
            *_VALUE,
        ],
    }


class Hocon(Json):
    """HOCON."""

    states: ClassVar[States] = {
        **Json.states,
        "comments": [(r"//.*?$", "c1"), (r"#.*?$", "c1")],
        "root": ["comments", *Json.states["root"]],
        "object": [(r"(?:include|url|file|classpath)\b", "k"), *Json.states["object"]],
        "name": [
            (r'(".*?")(\s*)([:=]|(?=\{))', ("nl", "w", "p")),
            (r"([-\w.]+)(\s*)([:=]|(?=\{))", ("nl", "w", "p")),
        ],
        "value": [
            "comments",
            (r"\s+", "w"),
            (r"\d+\.(?:\d+\.?){3,}", "l"),
            (r"true|false|null", "kc"),
            (r"-?(?:0|[1-9]\d*)\.\d+(?:[eE][+-]?\d+)?", "mf"),
            (r"-?(?:0|[1-9]\d*)(?:[eE][+-]?\d+)?", "mi"),
            (r"[$][{][?]?", "si", "interpolation"),
            (r'"""', "s2", "multiline_string"),
            (r'"', "s2", "string"),
            (r"\[", "p", "array"),
            (r"\{", "p", "object"),
            (r"[()=]", "p"),
            (r'[^$"{}\[\]:=,+#`^?!@*&]', "l"),
        ],
        "interpolation": [(r"[\w\-.]", "nv"), (r"\}", "si", POP)],
        "string": [
            (r"[$][{][?]?", "si", "interpolation"),
            (r'[^\\"${]+', "s2"),
            *Json.states["string"],
        ],
        "multiline_string": [(r'"[^"]{1,2}', "s2"), "string"],
    }
