"""Elixir."""

from __future__ import annotations

import re
from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, Run, States

__all__ = ["Elixir"]

_CLOSING = {"{": "}", "[": "]", "(": ")", "<": ">"}


def _sigil(run: Run, match: re.Match[str]) -> None:
    sigil, opening = match["sigil"] or "", match["opening"]
    kind = "sx"
    if sigil in {"R", "r"}:
        run.push("regex_flags")
        kind = "sr"
    elif sigil in {"W", "w"}:
        run.push("list_flags")
    run.token(kind, match[0])
    run.push(f"~{'i' if sigil and sigil in 'SRCW' else '-'}{kind}{opening}")


def _sigil_rules(state: str) -> list[Rule]:
    interpolated, kind, opening = state[1] == "i", state[2:4], state[4]
    closing = re.escape(_CLOSING.get(opening, opening))
    rules: list[Rule] = [(closing, kind, POP)]
    if interpolated:
        rules += ["interpoling", ("#", kind)]
    else:
        rules.append((r"[\\#]", kind))
    rules.append((rf"[^\#{re.escape(opening)}{closing}\\]+", kind))
    return rules


class Elixir(Lexer):
    """Elixir."""

    @classmethod
    def rules(cls, state: str) -> list[Rule]:
        """A state's rules; a tilde begins the state of a string and its delimiter."""
        return _sigil_rules(state) if state[0] == "~" else cls.states[state]

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"#.*$", "c1"),
            (
                (
                    r"(?:case|cond|end|bc|lc|if|unless|try|loop|receive|fn|defmodule|defp?|defprotocol"
                    r"|defimpl|defrecord|defmacrop?|defdelegate|defexception|defguardp?|defstruct|exit"
                    r"|raise|throw|after|rescue|catch|else)\b(?![?!])|do\b"
                ),
                "k",
            ),
            (r"(?:import|require|use|recur|quote|unquote|super|refer)\b(?![?!])", "kn"),
            (r"(?:and|not|or|when|xor|in)\b", "ow"),
            (
                (
                    r"%=|\*=|\*\*=|\+=|-=|\^=|\|\|=|<=>|<(?![<=])|>(?![<=>])|<=|>=|===|==|=~|!=|!~"
                    r"|(?=\s)\?|&(?:&&?|(?!\d))|\|\||\^|\*|\+|-|/|\||\+\+|--|\*\*|//|<-|<>|<<|>>|=|\."
                    r"|~~~"
                ),
                "o",
            ),
            (
                (
                    r":(?:[a-zA-Z_]\w*(?:[?!]|=(?![>=]))?|<>|===?|>=?|<=?|&&?|%\(\)|%\[\]|%\{\}"
                    r"|\+\+?|--?|\|\|?|!|//|[%&`/|]|=?~|<-)|[a-zA-Z_]\w*[?!]?:(?!:)"
                ),
                "ss",
            ),
            (r':"', "ss", "interpoling_symbol"),
            (r"(?:nil|true|false)\b(?![?!])|[A-Z]\w*\b", "no"),
            (r"__(?:FILE|LINE|MODULE|MAIN|FUNCTION)__\b(?![?!])", "bp"),
            (r"[a-zA-Z_!]\w*[!?]?", "n"),
            (r"::|[%(){};,/|:\\\[\]]", "p"),
            (r"@[a-zA-Z_]\w*|&\d", "nv"),
            (r"\d(?:_?\d)*\.(?![^\d\s])(?:_?\d)+(?:[eE][-+]?\d(?:_?\d)*)?\b", "mf"),
            (r"0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*\b", "mh"),
            (r"0o[0-7](?:_?[0-7])*\b", "mo"),
            (r"0b[01](?:_?[01])*\b", "mb"),
            (r"\d(?:_?\d)*\b", "mi"),
            "strings",
            (r"~(?P<sigil>[A-Za-z])?(?P<opening>[{\[(<|/'\"])", _sigil),
        ],
        "strings": [
            (r'(?:%[A-Ba-z])?"""(?s:.*?)"""', "sd"),
            (r"'''(?s:.*?)'''", "sd"),
            (r'"', "s2", "dqs"),
            (r"'", "s1", "sqs"),
            (
                (
                    r"\?(?:\\(?:x\d{1,2}|[0-9a-fA-F]{1,2}(?![0-9a-fA-F])\b"
                    r"|0[0-7]{0,2}(?![0-7])\b[^x0MC])|(?:\\[MC]-)+\w|[^\s\\])"
                ),
                "sx",
            ),
        ],
        "dqs": [
            "escapes",
            "interpoling",
            (r'[^#"\\]+', "s2"),
            (r'"', "s2", POP),
            (r"[#\\]", "s2"),
        ],
        "sqs": [
            "escapes",
            "interpoling",
            (r"[^#'\\]+", "s1"),
            (r"'", "s1", POP),
            (r"[#\\]", "s1"),
        ],
        "interpoling": [(r"#\{", "si", "interpoling_string")],
        "interpoling_string": [(r"\}", "si", POP), "root"],
        "escapes": [
            (r"\\x[0-9a-fA-F]{2}", "se"),
            (r"\\u\{?\d+\}?", "se"),
            (r"\\[\\abdefnrstv0\"']", "se"),
        ],
        "interpoling_symbol": [(r'"', "ss", POP), "interpoling", (r'[^#"]+', "ss")],
        "regex_flags": [(r"[fgimrsux]*", "sr", POP)],
        "list_flags": [(r"[csa]?", "sx", POP)],
    }
