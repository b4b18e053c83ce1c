"""MiniZinc."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, States, words
from jinkyll.kramdown.syntax_highlighter.patterns import quoted

__all__ = ["MiniZinc"]

_WORDS = words(
    "nx",
    k="""
    ann annotation any constraint else endif function for forall if include list of op output
    minimize maximize par predicate record satisfy solve test then type var where
    """,
    kt="array set bool enum float int string tuple",
    nb="""
abort abs acosh array_intersect array_union array1d array2d array3d array4d array5d array6d asin
assert atan bool2int card ceil concat cos cosh dom dom_array dom_size fix exp floor index_set
index_set_1of2 index_set_2of2 index_set_1of3 index_set_2of3 index_set_3of3 int2float is_fixed join
lb lb_array length ln log log2 log10 min max pow product round set2array show show_int show_float
sin sinh sqrt sum tan tanh trace ub ub_array
""",
    o="in subset superset union diff symdiff intersect",
)


class MiniZinc(Lexer):
    """MiniZinc."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", "w"),
            (r"\\\n", "w"),
            (r"%.*", "c1"),
            (r"/(?:\\\n)?[*](?s:.*?)[*](?:\\\n)?/", "cm"),
            (quoted('"'), "s"),
            (r"not|<->|->|<-|\\/|xor|/\\|[<>=]|!=|[-+*/\\]|div|mod|\.\.", "o"),
            (r"[|()\[\]{},:;]", "p"),
            (r"(?:true|false)\b", "kc"),
            (r"\d+(?:\.(?!\.)\d*)?(?:[eE][-+]?\d+)?", "m"),
            (r"[$a-zA-Z_]\w*", _WORDS),
        ]
    }
