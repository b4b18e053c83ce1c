"""LiveScript."""

from __future__ import annotations

import re
from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.javascript import (
    JAVASCRIPT_BUILTINS,
    JAVASCRIPT_CONSTANTS,
)
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words

__all__ = ["LiveScript"]

_BUILTINS = f"{JAVASCRIPT_BUILTINS} this it that arguments"
_WORDS = words(
    "nv",
    k="""
loop until for in of while break return continue switch case fallthrough default otherwise when
then if unless else throw try catch finally new delete typeof instanceof super by from to til with
require do debugger import export yield
""",
    no=f"{JAVASCRIPT_CONSTANTS} yes no on off void",
    nb=_BUILTINS,
    kd="const let var function class extends implements",
)
_INTERPOLATED = words("nv", nb=_BUILTINS)
_CLASS = re.compile(r"[A-Z].*?[^-][a-z]|[A-Z][a-z]", re.DOTALL)
_ID = r"(?i:[$a-z_](?:(?:-(?=[a-z]))?[a-z0-9_])*)"
_DIGITS = r"\d[\d_]*"
_INT = rf"{_DIGITS}(?:e[+-]?{_DIGITS})?[$\w]*"
_OPERATORS = (
    r"[+][+]|--|&&|(?:and|x?or|is(?:nt)?|not)\b(?!-[a-zA-Z]|_)|[|][|]|[.](?:[|&^]|<<|>>>?)[.]"
    r"|\\(?=\n)|[.:]=|<<<<?|<[|]|[|]>|(?:<<|>>|==?|!=?|[-<>+*%^/~?])=?"
)


def _word(run: Run, match: re.Match[str]) -> None:
    word = match[0]
    if word in {"break", "continue"}:
        run.token("k", word)
        run.push("loop_control")
        return
    kind = _WORDS.get(word)
    run.token(kind or ("nc" if _CLASS.match(word) else "nv"), word)
    run.push("id")


def _variable(run: Run, match: re.Match[str]) -> None:
    run.token("si", "#")
    run.token(_INTERPOLATED.get(match["name"], "nv"), match["name"])


class LiveScript(Lexer):
    """LiveScript."""

    states: ClassVar[States] = {
        "root": [
            (r"^(?=\s|/)", "", "slash_starts_regex"),
            "comments",
            "whitespace",
            (r"(<\[)((?s:.*?))(\]>)", ("p", "s", "p")),
            (r"!\s*function\b", "kd"),
            (r"!?[-~]>|<[-~]!?", "kd"),
            (r"=>", "k"),
            (rf"(::)({_ID})", ("p", "na"), "id"),
            (rf"(::)({_INT})", ("p", "mi"), "id"),
            (rf"(@)({_ID})", ("vi", "na"), "id"),
            (rf"([.])({_ID})", ("p", "na"), "id"),
            (r"([.])(\d+)", ("p", "mi"), "id"),
            (rf"{_ID}(?=\s*:[^:=])", "na"),
            (_OPERATORS, "o", "slash_starts_regex"),
            (rf"(&)({_ID})?", ("nb", "na")),
            (r"[|]|case(?=\s)", "k", "switch_underscore"),
            (r"@", "vi"),
            (r"[.]{3}", "p"),
            (r":", "p"),
            (_ID, _word),
            (rf"\](?=[!?.]|{_ID})", "p", "id"),
            (r"[{(\[;,]", "p", "slash_starts_regex"),
            (r"[})\].]", "p"),
            (rf"{_DIGITS}[.]{_INT}", "mf"),
            (r"0x[0-9A-Fa-f]+", "mh"),
            (_INT, "mi"),
            (r'"""', "s", "double_heredoc"),
            (r"'''", "s", "single_heredoc"),
            (r'"', "s", "double_string"),
            (r"'", "s", "single_string"),
            (r"\\\S[^\s,;\])}]*", "s"),
        ],
        "double_heredoc": [(r'"""', "s", POP), (r'"', "s"), "double_strings"],
        "single_heredoc": [(r"'''", "s", POP), (r"'", "s"), "single_strings"],
        "double_string": [(r'"', "s", POP), "double_strings"],
        "single_string": [(r"'", "s", POP), "single_strings"],
        "code_escape": [
            (
                r"\\(?:c[A-Z]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{4}\})",
                "se",
            )
        ],
        "interpolated_expression": [(r"\}", "si", POP), "root"],
        "interpolation": [
            (r"#\{", "si", "interpolated_expression"),
            (rf"#(?P<name>{_ID})", _variable),
        ],
        "whitespace": [(rf"(\s+?)(?:^([^\S\n]*)(:{_ID}))?", ("", "", "nl"))],
        "slash_starts_regex": [
            "comments",
            "whitespace",
            (r"//", "sr", (POP, "multiline_regex")),
            (
                (
                    r"/(?:\\.|[^\[/\\\n]|\[(?:\\.|[^\]\\\n])*\])+/"
                    r"(?:[gimy]+\b|(?u:(?!\w)))"
                ),
                "sr",
                POP,
            ),
            (r"", "", POP),
        ],
        "multiline_regex": [
            (r"//(?:[gimy]+\b|(?u:(?!\w)))", "sr", POP),
            (r"^#(?:\s+.*)?$", "c1"),
            (r"(\s+)(#)(\s+.*)?$", ("", "c1", "c1")),
            "interpolation",
            "code_escape",
            (r"\\\D", "se"),
            (r"\\\d+", "nv"),
            (r"(?s:.)", "sr"),
        ],
        "comments": [(r"/\*(?s:.*?)\*/", "cm"), (r"#.*$", "c1")],
        "switch_underscore": [
            (r"[^\S\n]+", ""),
            (r"_(?=\s*=>|\s+then\b)", "k"),
            (r"", "", POP),
        ],
        "loop_control": [(r"[^\S\n]+", ""), (rf"{_ID}(?=[);\n])", "nl"), (r"", "", POP)],
        "id": [
            (r"[!?]|[.](?!=)", "p"),
            (r"[{]", "p", "id_braces"),
            (_ID, "na"),
            (_INT, "mi"),
            (r"", "", (POP, "slash_starts_regex")),
        ],
        "id_braces": [
            (r"[,;]", "p"),
            (_ID, "na"),
            (_INT, "mi"),
            "whitespace",
            (r"[}]", "p", POP),
        ],
        "strings": [(r"[^#\\'\"]+", "s"), "code_escape", (r"\\.", "se"), (r"#", "s")],
        "double_strings": [(r"'", "s"), "interpolation", "strings"],
        "single_strings": [(r'"', "s"), "strings"],
    }
