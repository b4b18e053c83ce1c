"""sed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, RESET, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Sed"]


class _Regex(Lexer):
    """A regular expression between its delimiters."""

    states: ClassVar[States] = {
        "root": [
            (r"\\.", "se"),
            (r"\[", "p", "brackets"),
            (r"[$^.*]", "o"),
            (r"[()]", "p"),
            (r".", "sr"),
        ],
        "brackets": [(r"\^", "p", (POP, "brackets_int")), (r"", "", (POP, "brackets_int"))],
        "brackets_int": [(r".-.", "nv"), (r"\]", "p", POP), (r".", "sr")],
    }


class _Replacement(Lexer):
    """What a match is replaced with."""

    states: ClassVar[States] = {
        "root": [(r"\\(?s:.)", "se"), (r"&", "o"), (r"[^\\&]+", "")],
    }


class _Script(Run):
    """A run with the regular expression and the replacement under way."""

    __slots__ = ("regex", "replacement")

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.regex = _Regex().begin()
        self.replacement = _Replacement().begin()


def _substitution(run: _Script, match: re.Match[str]) -> None:
    command, delimiter = match["command"], match["delimiter"]
    run.token("k", command)
    run.token("p", delimiter)
    run.delegate(run.regex if command == "s" else run.replacement, match["from"])
    run.token("p", delimiter)
    run.delegate(run.replacement, match["to"])
    run.token("p", delimiter)
    if command == "s":
        run.goto("flags")
    else:
        run.pop()


def _address(run: _Script, match: re.Match[str]) -> None:
    run.token("kn", "/")
    run.delegate(run.regex, match["address"])
    run.token("kn", "/")


def _other_address(run: _Script, match: re.Match[str]) -> None:
    run.token("kn", "\\" + match["mark"])
    run.delegate(run.regex, match["between"])
    run.token("kn", match["mark"])


def _write(run: _Script, match: re.Match[str]) -> None:
    # Rouge shows it three times.
    for kind in ("k", "", "n"):
        run.token(kind, match[0])


_CHARACTERS = r"(?s:\\.|[^\\])*?"


class Sed(Lexer):
    """sed's scripts."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of what is between delimiters."""
        return _Script(self, text)

    states: ClassVar[States] = {
        "whitespace": [(r"\s+", ""), (r"#.*?\n", "c", RESET), (r";", "p", RESET)],
        "root": [
            "whitespace",
            (r"\d+", "kn"),
            (r"[$,~+!]", "kn"),
            (r"/(?P<address>(?:\\.|[^\\\n])*?)/", _address),
            (r"\\(?P<mark>.)(?P<between>(?:\\.|[^\\\n])*?)(?P=mark)", _other_address),
            (r"", "", "command"),
        ],
        "command": [
            "whitespace",
            (
                (
                    rf"(?P<command>[sy])(?P<delimiter>(?s:.))(?P<from>{_CHARACTERS})"
                    rf"(?P=delimiter)(?P<to>{_CHARACTERS})(?P=delimiter)"
                ),
                _substitution,
            ),
            (r"([aic])(\s*)", ("k", ""), (POP, "text")),
            (r"[pd]", "k"),
            (r"([qQlL])(\s+)(\d+)", ("k", "", "m"), POP),
            (r"[={}DgGhHlnPqx]", "k", POP),
            (r"([rRwW])(\s+)(\S+)", ("k", "", "n"), POP),
            (r"([:btT])(\s+)(\S+)", ("k", "", "nl"), POP),
        ],
        "text": [(r"[^\\\n]+", "s"), (r"\\\n", "se"), (r"\\", "s"), (r"\n", "", POP)],
        "flags": [
            (r"[gp]+", "k", POP),
            (r"[wW]\s+\S+", _write),
            (r"", "", POP),
        ],
    }
