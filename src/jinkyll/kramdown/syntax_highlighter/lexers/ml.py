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

__all__ = ["FSharp", "Ocaml", "ReScript", "Reason"]

_UPPER = r"[A-Z][\w']*"
_PRIMITIVES = "unit int float bool string char list array"
_OPERATOR_WORDS = "and asr land lor lsl lxor mod or"
_OCAML_KEYWORDS = """
    as assert begin class constraint do done downto else end exception external false for fun
    function functor if in include inherit initializer lazy let module mutable new nonrec object of
    open rec sig struct then to true try type val virtual when while with
"""
_OCAML = words("n", k=f"{_OCAML_KEYWORDS} match raise", ow=_OPERATOR_WORDS, kt=_PRIMITIVES)
_REASON = words("n", k=f"{_OCAML_KEYWORDS} switch", ow=_OPERATOR_WORDS, kt=_PRIMITIVES)
_RESCRIPT = words(
    "n",
    k="""
    open let rec and as exception assert lazy if else for in to downto while switch when external
    type private mutable constraint include module of with try import export
    """,
    ow="mod land lor lxor lsl lsr asr or",
    kt="bool int float char string unit list array option ref exn format",
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
]
_QUOTES: list[Rule] = [(r"'", "k"), (r'"', "s2", "string")]
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
            (r"'[.]'", "sc"),
            *_QUOTES,
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
            (r"'[.]'", "sc"),
            *_QUOTES,
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


_SLASH_COMMENT: list[Rule] = [
    (r"[^/*]+", "cm"),
    (r"/\*", "cm", AGAIN),
    (r"\*/", "cm", POP),
    (r"[*/]", "cm"),
]


class Reason(Ocaml):
    """ReasonML."""

    states: ClassVar[States] = {
        **Ocaml.states,
        "comment": _SLASH_COMMENT,
        "root": [
            (r"\s+", ""),
            (r"false|true|[(][)]|\[\]", "bp"),
            (rf"{_UPPER}(?=\s*[.])", "nn", "dotted"),
            (r"`[a-zA-Z_][\w']*", "nt"),
            (_UPPER, "nc"),
            (r"//.*", "c1"),
            (r"/\*", "cm", "comment"),
            (r"[a-zA-Z_][\w']*", _REASON),
            (r"[(){}\[\];]+", "p"),
            (r"[;,_!$%&*+./:<=>?@^|~#-]+", "o"),
            *_NUMBERS,
            (r"'[^'/]'", "sc"),
            *_QUOTES,
            (r"[~?][a-zA-Z_][\w']*", "nv"),
        ],
    }


class ReScript(Ocaml):
    """ReScript."""

    states: ClassVar[States] = {
        **Ocaml.states,
        "comment": _SLASH_COMMENT,
        "root": [
            (r"\s+", ""),
            (r"[,.:?~\\]", ""),
            (r"true|false\b", "kc"),
            (rf"{_UPPER}(?=\s*[.])", "nn", "dotted"),
            (r"@[a-zA-Z_][\w']*(?:\.[a-zA-Z_][\w']*)*", "nd"),
            (r"#[a-zA-Z_][\w']*", "nc"),
            (_UPPER, "nc"),
            (r"//.*", "c1"),
            (r"/\*", "cm", "comment"),
            (r"[a-zA-Z_][\w']*", _RESCRIPT),
            (r"[(){}\[\];]+", "p"),
            (r"[;_!$%&*+/<=>@^|-]+", "o"),
            *_NUMBERS,
            (r"'[^'/]'", "sc"),
            *_QUOTES,
            (r"`", "s2", "interpolated_string"),
        ],
        "interpolated_string": [
            (r"[$]\{", "p", "interpolated_expression"),
            (r"`", "s2", POP),
            (r"\\[$`]", "se"),
            (r"[^$`\\]+", "s2"),
            (r"[\\$]", "s2"),
        ],
        "interpolated_expression": [(r"\}", "p", POP), "root"],
    }
