"""Jsonnet."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States, words

__all__ = ["Jsonnet"]

_WORDS = words(
    "nx",
    k="self super local for in if then else import importstr error tailstrict assert",
    kd="function",
    kc="null true false",
    nb="""
acos asin atan ceil char codepoint cos exp exponent filter floor force length log makeArray
mantissa objectFields objectHas pow sin sqrt tan thisFile type abs assertEqual escapeStringBash
escapeStringDollars escapeStringJson escapeStringPython filterMap flattenArrays foldl foldr format
join lines manifestIni manifestPython manifestPythonVars map max min mod range set setDiff
setInter setMember setUnion sort split stringChars substr toString uniq
""",
)


class Jsonnet(Lexer):
    """Jsonnet."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"//.*?$", "c1"),
            (r"#.*?$", "c1"),
            (r"/\*(?s:.*?)\*/", "cm"),
            (r"-?(?:0|[1-9]\d*)\.\d+(?:[eE][+-]\d+)?", "mf"),
            (r"-?(?:0|[1-9]\d*)(?:[eE][+-]\d+)?", "mi"),
            (r"[{}:.,;+\[\]=%()]", "p"),
            (r'"', "s", "string_double"),
            (r"'", "s", "string_single"),
            (r"\|\|\|", "s", "string_block"),
            (r"\$", "k"),
            (r"[a-zA-Z_]\w*", _WORDS),
        ],
        "string": [(r"\\(?:[\\/bfnrt]|u[0-9a-fA-F]{4}|.)", "se")],
        "string_double": ["string", (r'"', "s", POP), (r'[^\\"]+', "s")],
        "string_single": ["string", (r"'", "s", POP), (r"[^\\']+", "s")],
        "string_block": ["string", (r"[|][|][|]", "s", POP), (r"[^|\\]+", "s"), (r"[|]", "s")],
    }
