"""MoonScript."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.lua import LUA_BUILTINS
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["MoonScript"]

_KEYWORDS = (
    "break|class|continue|do|else|elseif|end|extends|for|if|import|in|repeat|return|switch|super"
    "|then|unless|until|using|when|with|while"
)


def _name(run: Run, match: re.Match[str]) -> None:
    name = match[0]
    if name in LUA_BUILTINS:
        run.token("nb", name)
        return
    first, dot, last = name.partition(".")
    run.token("n", first)
    run.token("p", dot)
    run.token("n", last)


class MoonScript(Lexer):
    """MoonScript."""

    states: ClassVar[States] = {
        "root": [(r"#!.*?$", "cp"), (r"", "", "main")],
        "base": [
            (r"(?:\d*\.\d+|\d+\.\d*)(?:[eE][+-]?\d+)?'", "mf"),
            (r"\d+[eE][+-]?\d+", "mf"),
            (r"0[xX][0-9a-fA-F]*", "mh"),
            (r"\d+", "mi"),
            (r"@\w*", "vi"),
            (r"[A-Z]\w*", "nc"),
            (r'"?[^"]+":', "ss"),
            (r"\w+:", "ss"),
            (r":\w+", "ss"),
            (r"\s+", "w"),
            (r"==|~=|!=|<=|>=|\.\.\.|\.\.|->|=>|[=+\-*/%^<>#!\\]", "o"),
            (r"[\[\]{}().,:;]", "p"),
            (r"(?:and|or|not)\b", "ow"),
            (rf"(?:{_KEYWORDS})\b", "k"),
            (r"(?:local|export)\b", "kd"),
            (r"(?:true|false|nil)\b", "kc"),
            (r"[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?", _name),
        ],
        "main": [
            (r"--.*$", "c1"),
            (r"\[(?P<level>=*)\[(?s:.*?)\](?P=level)\]", "sh"),
            "base",
            (r"'", "s1", "sqs"),
            (r'"', "s2", "dqs"),
        ],
        "sqs": [(r"'", "s1", POP), (r"[^']+", "s1")],
        "interpolation": [(r"\}", "si", POP), "base"],
        "dqs": [
            (r"#\{", "si", "interpolation"),
            (r'"', "s2", POP),
            (r"#[^{]", "s2"),
            (r'[^"#]+', "s2"),
        ],
    }
