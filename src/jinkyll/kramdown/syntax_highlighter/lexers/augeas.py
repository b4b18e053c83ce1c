"""Augeas' lenses."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Augeas"]

_RESERVED_LIST = """
_ let del store value counter seq key label autoload incl excl transform test get put in after set
clear insa insb print_string print_regexp print_endline print_tree lens_ctype lens_atype
lens_ktype lens_vtype lens_format_atype regexp_match
"""
_RESERVED = frozenset(_RESERVED_LIST.split())


def _word(run: Run, match: re.Match[str]) -> None:
    name = match[0]
    if name == "module":
        run.token("kr", name)
        run.push("module")
    elif name in _RESERVED:
        run.token("kr", name)
    else:
        run.token("kn" if "A" <= name[0] <= "Z" else "n", name)


class Augeas(Lexer):
    """Augeas."""

    states: ClassVar[States] = {
        "comment": [
            (r"\*\)", "cm", POP),
            (r"\(\*", "cm", AGAIN),
            (r"[^*)]+", "cm"),
            (r"[*)]", "cm"),
        ],
        "root": [
            (r"\s+", ""),
            (r"\(\*", "cm", "comment"),
            (r"(:)(\w+)", ("p", "kt")),
            (r"\w[\w']*", _word),
            (r'"', "s", "string"),
            (r"/", "s", "regexp"),
            (r"[-*+.=?|]+", "o"),
            (r"[\[\](){}:;]", "p"),
        ],
        "module": [(r"\s+", ""), (r"[A-Z][a-zA-Z0-9_.]*", "nn", POP)],
        "regexp": [(r"/", "sr", POP), (r"[^\\/]+", "sr"), (r"\\[\\/]?", "sr")],
        "string": [(r'"', "s", POP), (r"\\", "se", "escape"), (r'[^\\"]+', "s")],
        "escape": [
            (r"[abfnrtv\"'&\\]", "se", POP),
            (r"\^[\]\[A-Z@^_]", "se", POP),
            (r"[oO][0-7]+", "se", POP),
            (r"[xX][\da-fA-F]+", "se", POP),
            (r"\d+", "se", POP),
            (r"\s+", "se", POP),
            (r".", "s", POP),
        ],
    }
