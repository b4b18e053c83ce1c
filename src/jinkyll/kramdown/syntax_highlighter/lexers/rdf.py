"""The languages of RDF: Turtle and SPARQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["Sparql", "Turtle"]


class Turtle(Lexer):
    """Turtle."""

    states: ClassVar[States] = {
        "root": [
            (r"@(?:base|prefix)\b", "kd"),
            (r"(?:true|false)\b", "kc"),
            (r'"""(?s:.*?)"""', "s"),
            (r'"(?:[^"\\]|\\.)*+"', "s"),
            (r"'''(?s:.*?)'''", "s"),
            (r"'(?:[^'\\]|\\.)*+'", "s"),
            (r"#.*$", "c1"),
            (r"@[^\s,.;]+", "na"),
            (
                (
                    r"[+-]?(?:[0-9]+\.[0-9]*E[+-]?[0-9]+|\.[0-9]+E[+-]?[0-9]+|[0-9]+E[+-]?[0-9]+"
                    r"|[0-9]*\.[0-9])"
                ),
                "mf",
            ),
            (r"[+-]?[0-9]+", "mi"),
            (r"[.,;(){}\[\]]|\^\^", "p"),
            (r"<[^>]*>", "nl"),
            (r"(?i:base|prefix)\b", "kd"),
            (r"(?:GRAPH|a)\b", "k"),
            (r"\s+", "w"),
            (r"[^:;<>#@\"().\[\]{} ]*:", "nn"),
            (r"[^:;<>#@\"().\[\]{} ]+", "n"),
        ]
    }


_SPARQL = words(
    "err",
    nb="""
ABS AVG BNODE BOUND CEIL COALESCE CONCAT CONTAINS COUNT DATATYPE DAY ENCODE_FOR_URI FLOOR
GROUP_CONCAT HOURS IF IRI isBLANK isIRI isLITERAL isNUMERIC isURI LANG LANGMATCHES LCASE MAX MD5
MIN MINUTES MONTH NOW RAND REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SEPARATOR SHA1 SHA256
SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM
TIMEZONE TZ UCASE URI UUID YEAR
""",
    k="""
ADD ALL AS ASC ASK BASE BIND BINDINGS BY CLEAR CONSTRUCT COPY CREATE DATA DEFAULT DELETE DESC
DESCRIBE DISTINCT DROP EXISTS FILTER FROM GRAPH GROUP HAVING IN INSERT LIMIT LOAD MINUS MOVE NAMED
NOT OFFSET OPTIONAL ORDER PREFIX SELECT REDUCED SERVICE SILENT TO UNDEF UNION USING VALUES WHERE
WITH
""",
)


def _word(run: Run, match: re.Match[str]) -> None:
    run.token(_SPARQL.get(match[0].upper(), "err"), match[0])


class Sparql(Lexer):
    """SPARQL."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", "w"),
            (r"#.*", "c1"),
            (r'"""', "s2", "string_double_literal"),
            (r'"', "s2", "string_double"),
            (r"'''", "s1", "string_single_literal"),
            (r"'", "s1", "string_single"),
            (r"[$?](?u:\w+)", "nv"),
            (r"((?u:[\w-]*))(:)((?u:[\w-]+))?", ("nn", "o", "ss")),
            (r"<[^>]*>", "nn"),
            (r"(?i:true|false)", "kc"),
            (r"a\b", "k"),
            (r"[a-zA-Z](?u:\w+)", _word),
            (r"[+\-]?(?:\d+\.\d*|\.\d+)(?:[eE][+\-]?[0-9]+)?", "mf"),
            (r"[+\-]?\d+", "mi"),
            (r"[\]\[(){}.,;=]", "p"),
            (r"[/?*+=!<>]|&&|\|\||\^\^", "o"),
        ],
        "string_double_common": ["string_escapes", (r"\\", "s2"), (r'[^"\\]+', "s2")],
        "string_double": [(r'"', "s2", (POP, "string_end")), "string_double_common"],
        "string_double_literal": [
            (r'"""', "s2", (POP, "string_end")),
            (r'"', "s2"),
            "string_double_common",
        ],
        "string_single_common": ["string_escapes", (r"\\", "s1"), (r"[^'\\]+", "s1")],
        "string_single": [(r"'", "s1", (POP, "string_end")), "string_single_common"],
        "string_single_literal": [
            (r"'''", "s1", (POP, "string_end")),
            (r"'", "s1"),
            "string_single_common",
        ],
        "string_escapes": [
            (r"\\[tbnrf\"'\\]", "se"),
            (r"\\u[0-9a-fA-F]{4}", "se"),
            (r"\\U[0-9a-fA-F]{8}", "se"),
        ],
        "string_end": [
            (r"(@)([a-zA-Z]+(?:-[a-zA-Z0-9]+)*)", ("o", "py")),
            (r"\^\^", "o"),
            (r"", "", POP),
        ],
    }
