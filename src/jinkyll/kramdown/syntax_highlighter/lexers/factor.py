"""Factor."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, States, words
from jinkyll.kramdown.syntax_highlighter.patterns import quoted
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

__all__ = ["Factor"]

(_BUILTINS,) = word_lists("factor")


class Factor(Lexer):
    """Factor."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"(:|::|MACRO:|MEMO:|GENERIC:|HELP:)(\s+)(\S+)", ("k", "", "nf")),
            (r"(M:|HOOK:|GENERIC#)(\s+)(\S+)(\s+)(\S+)", ("k", "", "nc", "", "nf")),
            (r"\((?=\s)", "nf", "stack_effect"),
            (r";(?=\s)", "k"),
            (r"(USING:)((?:\s|\\\s)+)", ("kn", ""), "import"),
            (r"(IN:|USE:|UNUSE:|QUALIFIED:|QUALIFIED-WITH:)(\s+)(\S+)", ("kn", "", "nn")),
            (r"(FROM:|EXCLUDE:)(\s+)(\S+)(\s+)(=>)", ("kn", "", "nn", "", "p")),
            (r"(?:ALIAS|DEFER|FORGET|POSTPONE):", "kn"),
            (
                r"(TUPLE:)(\s+)(\S+)(\s+)(<)(\s+)(\S+)",
                ("k", "", "nc", "", "p", "", "nc"),
                "slots",
            ),
            (r"(TUPLE:)(\s+)(\S+)", ("k", "", "nc"), "slots"),
            (r"(UNION:|INTERSECTION:)(\s+)(\S+)", ("k", "", "nc")),
            (
                r"(PREDICATE:)(\s+)(\S+)(\s+)(<)(\s+)(\S+)",
                ("k", "", "nc", "", "p", "", "nc"),
            ),
            (r"(C:)(\s+)(\S+)(\s+)(\S+)", ("k", "", "nf", "", "nc")),
            (
                (
                    r"(?:INSTANCE|SLOT|MIXIN|SINGLETONS?|CONSTANT|SYMBOLS?|ERROR|SYNTAX|ALIEN"
                    r"|TYPEDEF|FUNCTION|STRUCT):"
                ),
                "k",
            ),
            (r"<PRIVATE|PRIVATE>", "kn"),
            (r"(MAIN:)(\s+)(\S+)", ("kn", "", "nf")),
            (quoted('"'), "s"),
            (r'\S+"\s+(?:(?:[^"\\]|\\(?s:.))*+"|(?s:.*)")', "s"),
            (r"CHAR:\s+(?:\\[\\abfnrstv]*|\S)(?=\s)", "sc"),
            (r"#?!\s+.*$", "c"),
            (r"[tf](?=\s)", "no"),
            (r"-?\d+\.\d+(?=\s)", "mf"),
            (r"-?\d+(?=\s)", "mi"),
            (r"HEX:\s+[a-fA-F\d]+(?=\s)", "mh"),
            (r"BIN:\s+[01]+(?=\s)", "mb"),
            (r"OCT:\s+[0-7]+(?=\s)", "mo"),
            (r"[-+/*=<>^](?=\s)", "o"),
            (r"(?:deprecated|final|foldable|flushable|inline|recursive)(?=\s)", "k"),
            (r"\S+", words("n", nb=_BUILTINS)),
        ],
        "stack_effect": [
            (r"\s+", ""),
            (r"\(", "nf", AGAIN),
            (r"\)", "nf", POP),
            (r"--", "nf"),
            (r"\S+", "nv"),
        ],
        "slots": [(r"\s+", ""), (r";(?=\s)", "k", POP), (r"\S+", "nv")],
        "import": [(r";(?=\s)", "k", POP), (r"\s+", ""), (r"\S+", "nn")],
    }
