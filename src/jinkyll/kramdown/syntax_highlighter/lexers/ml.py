"""OCaml and F#."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import (
    AGAIN,
    POP,
    Lexer,
    Rule,
    Run,
    States,
    words,
)

if TYPE_CHECKING:
    import re

__all__ = ["FSharp", "Ocaml"]

_UPPER = r"[A-Z][\w']*"
_PRIMITIVES = "unit int float bool string char list array"
_OPERATOR_WORDS = "and asr land lor lsl lxor mod or"
_OCAML = words(
    "n",
    k="""
    as assert begin class constraint do done downto else end exception external false for fun
    function functor if in include inherit initializer lazy let module mutable new nonrec object of
    open rec sig struct then to true try type val virtual when while with match raise
    """,
    ow=_OPERATOR_WORDS,
    kt=_PRIMITIVES,
)
_FSHARP = words(
    "n",
    k="""
    abstract and as assert base begin class default delegate do done downcast downto elif else end
    exception extern false finally for fun function global if in inherit inline interface internal
    lazy let let! match member module mutable namespace new not null of open or override private
    public rec return return! select static struct then to true try type upcast use use! val void
    when while with yield yield! sig atomic break checked component const constraint constructor
    continue eager event external fixed functor include method mixin object parallel process
    protected pure sealed tailcall trait virtual volatile
    """,
    ow=_OPERATOR_WORDS,
    kt=_PRIMITIVES,
)
_FSHARP_PUNCTUATION_LIST = """
!= # & && ( ) * \\+ , - -. -> . .. : :: := :> ; ;; < <- = > >] >} ? ?? [ [< [> [| ] _ ` { {< | |] }
~ |> <| <>
"""
_FSHARP_PUNCTUATION = frozenset(_FSHARP_PUNCTUATION_LIST.split())
_NUMBERS: list[Rule] = [
    (r"-?\d[\d_]*(?:.[\d_]*)?[eE][+-]?\d[\d_]*", "mf"),
    (r"0[xX][0-9a-fA-F][0-9a-fA-F_]*", "mh"),
    (r"0[oO][0-7][0-7_]*", "mo"),
    (r"0[bB][01][01_]*", "mb"),
    (r"\d[\d_]*", "mi"),
    (r"'(?:\\[\\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'", "sc"),
    (r"'[.]'", "sc"),
    (r"'", "k"),
    (r'"', "s2", "string"),
]
_COMMON: dict[str, list[Rule]] = {
    "comment": [
        (r"[^(*)]+", "c"),
        (r"[(][*]", "c", AGAIN),
        (r"[*][)]", "c", POP),
        (r"[(*)]", "c"),
    ],
    "string": [
        (r'[^\\"]+', "s2"),
        (r"\\[\\\"'ntbr]", "se"),
        (r"\\\d{3}", "se"),
        (r"\\x[0-9a-fA-F]{2}", "se"),
        (r"\\\n", "s2"),
        (r'"', "s2", POP),
    ],
}


def _operator(run: Run, match: re.Match[str]) -> None:
    run.token("p" if match[0] in _FSHARP_PUNCTUATION else "o", match[0])


class Ocaml(Lexer):
    """OCaml."""

    states: ClassVar[States] = {
        **_COMMON,
        "root": [
            (r"\s+", ""),
            (r"false|true|[(][)]|\[\]", "bp"),
            (rf"{_UPPER}(?=\s*[.])", "nn", "dotted"),
            (r"`[a-zA-Z_][\w']*", "nt"),
            (_UPPER, "nc"),
            (r"[(][*](?![)])", "c", "comment"),
            (r"[a-zA-Z_][\w']*", _OCAML),
            (r"[(){}\[\];]+", "p"),
            (r"[;,_!$%&*+./:<=>?@^|~#-]+", "o"),
            *_NUMBERS,
            (r"[~?][a-zA-Z_][\w']*", "nv"),
        ],
        "dotted": [
            (r"\s+", ""),
            (r"[.]", "p"),
            (rf"{_UPPER}(?=\s*[.])", "nn"),
            (_UPPER, "nc", POP),
            (r"[a-zA-Z_][\w']*", "n", POP),
            (r"[({\[]", "p", POP),
        ],
    }


_FSHARP_ID = r"(?:[a-zA-Z][\w']*|``[^`\n\r\t]+``)"


class FSharp(Lexer):
    """F#."""

    states: ClassVar[States] = {
        **_COMMON,
        "root": [
            (r"\s+", ""),
            (r"false|true|[(][)]|\[\]", "bp"),
            (rf"{_UPPER}(?=\s*[.])", "nn", "dotted"),
            (_UPPER, "nc"),
            (r"[(][*](?![)])", "c", "comment"),
            (r"//.*?$", "c1"),
            (_FSHARP_ID, _FSHARP),
            (r"[\[\];,{}_()!$%&*+./:<=>?@^|~#-]+", _operator),
            *_NUMBERS,
            (rf"[~?]{_FSHARP_ID}", "nv"),
        ],
        "dotted": [
            (r"\s+", ""),
            (r"[.]", "p"),
            (rf"{_UPPER}(?=\s*[.])", "nn"),
            (_UPPER, "nc", POP),
            (_FSHARP_ID, "n", POP),
            (r"\[", "p", POP),
        ],
    }
