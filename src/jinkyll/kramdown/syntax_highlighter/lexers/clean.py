"""Clean."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, States, words

__all__ = ["Clean"]

_KEYWORDS = """
if otherwise let in with where case of infix infixl infixr class instance generic derive special
implementation definition system module from import qualified as dynamic code inline foreign
export ccall stdcall
"""


def _comment(kind: str) -> list[Rule]:
    return [
        (r"\*/", kind, POP),
        (r"//.*", kind),
        (r"/\*", kind, "comment"),
        (r"[^*/]+", kind),
        (r"[*/]", kind),
    ]


class Clean(Lexer):
    """Clean."""

    states: ClassVar[States] = {
        "common_literals": [
            (r"'(?:[^'\\]|\\(?:x[0-9a-fA-F]+|\d+|.))'", "sc"),
            (r"[+~-]?\d+\.\d+(?:E[+-]?\d+)?\b", "mf"),
            (r"[+~-]?\d+E[+-]?\d+\b", "mf"),
            (r"[+~-]?\d+", "mi"),
            (r'"', "s2", "string"),
        ],
        "comment_doc": _comment("cd"),
        "comment": _comment("cm"),
        "root": [
            (r"\s+", "w"),
            (r"//\*.*", "cd"),
            (r"//.*", "c1"),
            (r"/\*\*", "cd", "comment_doc"),
            (r"/\*", "cm", "comment"),
            (r"[+~-]?0[0-7]+", "mo"),
            (r"[+~-]?0x[0-9a-fA-F]+", "mh"),
            "common_literals",
            (r"(\[)(\s*)(')(?=.*?'\])", ("p", "w", "s1"), "charlist"),
            (r"code(?:\s+inline)?\s*\{", "cp", "abc"),
            (r"_*[a-z][\w`]*", words("n", k=_KEYWORDS)),
            (r"_*[A-Z][\w`]*", words("kt", kc="True False")),
            (r"[^\w\s`]", "p"),
            (r"_\b", "p"),
        ],
        "escapes": [
            (r"\\[xX][0-9a-fA-F]{1,2}", "se"),
            (r"\\[dD]\d{0,3}", "se"),
            (r"\\0[0-7]{0,3}", "se"),
            (r"\\[0-7]{1,3}", "se"),
            (r"\\[nrfbtv\\\"']", "se"),
        ],
        "string": [(r'"', "s2", POP), "escapes", (r'[^\\"]+', "s2")],
        "charlist": [(r"(')(\])", ("s1", "p"), POP), "escapes", (r"[^\\']", "s1")],
        "abc_basic": [(r"\s+", "w"), (r"\|.*", "c1"), "common_literals"],
        "abc": [
            "abc_basic",
            (r"\}", "cp", POP),
            (r"\.\w*", "k", "abc_rest_of_line"),
            (r"\w+", "nb", "abc_rest_of_line"),
        ],
        "abc_rest_of_line": [
            (r"\n", "w", POP),
            (r"\}", "cp", 2 * POP),
            "abc_basic",
            (r"\S+", "n"),
        ],
    }
