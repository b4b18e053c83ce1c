"""Lua."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Lua"]

_BUILTIN_LIST = """
LUA_BUILTINS
"""
_BUILTINS = frozenset(_BUILTIN_LIST.split())


def _name(run: Run, match: re.Match[str]) -> None:
    name = match[0]
    if name == "gsub":
        run.token("nb", name)
        run.push("gsub")
    elif name in _BUILTINS:
        run.token("nb", name)
    else:
        owner, dot, member = name.partition(".")
        run.token("n", owner)
        run.token("p", dot)
        run.token("n", member)


class Lua(Lexer):
    """Lua."""

    states: ClassVar[States] = {
        "root": [(r"#!.*?$", "cp"), (r"", "", "base")],
        "base": [
            (r"--\[(?P<comment>=*)\[(?s:.*?)\](?P=comment)\]", "cm"),
            (r"--.*$", "c1"),
            (r"(?:\d*\.\d+|\d+\.\d*)(?:[eE][+-]?\d+)?'", "mf"),
            (r"\d+[eE][+-]?\d+", "mf"),
            (r"0[xX][0-9a-fA-F]*", "mh"),
            (r"\d+", "mi"),
            (r"\s", ""),
            (r"\[(?P<long>=*)\[(?s:.*?)\](?P=long)\]", "s"),
            (r"==|~=|<=|>=|\.\.\.|\.\.|[=+\-*/%^<>#]", "o"),
            (r"[\[\]{}().,:;]", "p"),
            (r"(?:and|or|not)\b", "ow"),
            (
                r"(?:break|do|else|elseif|end|for|if|in|repeat|return|then|until|while)\b",
                "k",
            ),
            (r"local\b", "kd"),
            (r"(?:true|false|nil)\b", "kc"),
            (r"function\b", "k", "function_name"),
            (r"[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?", _name),
            (r"'", "s1", "sqs"),
            (r'"', "s2", "dqs"),
        ],
        "function_name": [
            (r"\s+", ""),
            (
                r"(?:([A-Za-z_][A-Za-z0-9_]*)(\.))?([A-Za-z_][A-Za-z0-9_]*)",
                ("nc", "p", "nf"),
                POP,
            ),
            (r"\(", "p", POP),
        ],
        "gsub": [(r"\)", "p", POP), (r"[(,]", "p"), (r"\s+", ""), (r'"', "sr", "regex")],
        "regex": [
            (r'"', "sr", (POP, "regex_end")),
            (r"\[\^?", "se", "regex_group"),
            (r"\\.", "se"),
            (r"[(][?][:=<!]", "se"),
            (r"[{][\d,]+[}]", "se"),
            (r"[()?]", "se"),
            (r".", "sr"),
        ],
        "regex_end": [(r"[$]+", "sr", POP), (r"", "", POP)],
        "regex_group": [
            (r"/", "se"),
            (r"\]", "se", POP),
            (r"(\\)(.)", ("se", "sr")),
            (r".", "sr"),
        ],
        "escape": [(r"\\(?:[abfnrtv\\\"']|\d{1,3})", "se")],
        "sqs": ["escape", (r"'", "s1", POP), (r"[^']+", "s1")],
        "dqs": ["escape", (r'"', "s2", POP), (r'[^"]+', "s2")],
    }
