"""CoffeeScript."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States, words

__all__ = ["CoffeeScript"]

_ID = r"[$a-zA-Z_][a-zA-Z0-9_]*"
_WORDS = words(
    "nx",
    k="""
    for by while until loop break continue return switch when then if else do yield throw try catch
    finally await new delete typeof instanceof super extends this class import export debugger
    """,
    no="true false yes no on off null NaN Infinity undefined",
    nb="""
    Array Boolean Date Error Function Math netscape Number Object Packages RegExp String sun
    decodeURI decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat
    parseInt document window
    """,
)


class CoffeeScript(Lexer):
    """CoffeeScript."""

    states: ClassVar[States] = {
        "root": [
            (r"^(?=\s|/|<!--)", "", "slash_starts_regex"),
            "comments",
            (r"\s+", ""),
            (
                (
                    r"[+][+]|--|~|&&|(?:and|or|is|isnt|not|in|of)\b|[?]|:|=|[|][|]|\\(?=\n)"
                    r"|(?:<<|>>>?|==?|!=?|[-<>+*`%&|^/])=?"
                ),
                "o",
                "slash_starts_regex",
            ),
            (r"[-=]>", "nf"),
            (rf"(@)([ \t]*)({_ID})", ("vi", "", "na"), "slash_starts_regex"),
            (rf"([.])([ \t]*)({_ID})", ("p", "", "na"), "slash_starts_regex"),
            (rf"{_ID}(?=\s*:)", "na", "slash_starts_regex"),
            (_ID, _WORDS, "slash_starts_regex"),
            (r"[{(\[;,]", "p", "slash_starts_regex"),
            (r"[})\].]", "p"),
            (r"\d+[.]\d+(?:[eE]\d+)?[fd]?", "mf"),
            (r"0x[0-9a-fA-F]+", "mh"),
            (r"\d+", "mi"),
            (r'"""', "s", "tdqs"),
            (r"'''", "s", "tsqs"),
            (r'"', "s", "dqs"),
            (r"'", "s", "sqs"),
        ],
        "comments": [(r"(?s:###[^#].*?###)", "cm"), (r"#.*$", "c1")],
        "regex_comment": [
            (r"^#(?!\{).*$", "c1"),
            (r"(\s+)(#(?!\{).*)$", ("", "c1")),
        ],
        "multiline_regex": [
            (r"///(?:[gimy]+\b|\B)", "sr", POP),
            "regex_comment",
            "has_interpolation",
            "comments",
            (r"\s+", ""),
            "code_escape",
            (r"\\\D", "se"),
            (r"\\\d+", "nv"),
            (r"(?s:.)", "sr"),
        ],
        "slash_starts_regex": [
            "comments",
            (r"\s+", ""),
            (r"///", "sr", (POP, "multiline_regex")),
            (
                r"/(?:\\.|[^\[/\\\n]|\[(?:\\.|[^\]\\\n])*\])+/(?:[gimy]+\b|\B)",
                "sr",
                POP,
            ),
            (r"", "", POP),
        ],
        "code_escape": [
            (
                r"\\(?:c[A-Z]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{4}\})",
                "se",
            )
        ],
        "strings": [(r"[^#\\'\"]+", "s"), "code_escape", (r"\\.", "se"), (r"#", "s")],
        "double_strings": [(r"'", "s"), "has_interpolation", "strings"],
        "single_strings": [(r'"', "s"), "strings"],
        "interpolation": [(r"\}", "si", POP), "root"],
        "has_interpolation": [(r"#\{", "si", "interpolation")],
        "dqs": [(r'"', "s", POP), "double_strings"],
        "tdqs": [(r'"""', "s", POP), (r'"', "s"), "double_strings"],
        "sqs": [(r"'", "s", POP), "single_strings"],
        "tsqs": [(r"'''", "s", POP), (r"'", "s"), "single_strings"],
    }
