"""Wollok."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Wollok"]

_NAME = r"[a-zA-Z][a-zA-Z0-9]*"


class _Program(Run):
    """A run that knows the classes and objects declared so far.

    Rouge remembers those of all texts before, too.
    """

    __slots__ = ("entities",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.entities: set[str] = set()


def _entity(run: _Program, match: re.Match[str]) -> None:
    run.token("nc", match[0])
    run.entities.add(match[0])


def _name(run: _Program, match: re.Match[str]) -> None:
    name = match[0]
    run.token("nc" if name in run.entities or "A" <= name[0] <= "Z" else "kv", name)


class Wollok(Lexer):
    """Wollok."""

    def begin(self, text: str = "") -> Run:
        """A run that knows what was declared."""
        return _Program(self, text)

    states: ClassVar[States] = {
        "whitespaces_and_comments": [
            (r"\s+", "w"),
            (r"//.*$", "c1"),
            (r"/\*(?s:.*?)\*/", "cm"),
        ],
        "root": [
            "whitespaces_and_comments",
            (r"(import)(.+$)", ("kr", "")),
            (r"class|object|mixin", "kr", "entity"),
            (r"test|program", "kr"),
            (rf"(package)(\s+)({_NAME})", ("kr", "w", "nc")),
            (r"[{}]", ""),
            (r"self\b", "bp"),
            (r"(?:new|super|return|if|else|var|const|override|constructor)\b", "kr"),
            (rf"(method)(\s+)(_?{_NAME})", ("kr", "w", "")),
            (r"\+\+|--|\+=|-=|\*\*|!", "o"),
            (r"[-+*/%]", "o"),
            (r"<=|=>|===|==|<|>", "o"),
            (r"(?:and|or|not)\b", "o"),
            (r"[()=]", ""),
            (r",", "p"),
            "objects",
        ],
        "entity": [
            "whitespaces_and_comments",
            (r"inherits|mixed|with|and", "kr"),
            (rf"{_NAME}(?=\s*\{{)", _entity, POP),
            (_NAME, _entity),
        ],
        "objects": [
            (rf"_?{_NAME}", _name),
            (rf"\.{_NAME}", ""),
            "whitespaces_and_comments",
            (r"[0-9]+\.?[0-9]*", "m"),
            (r'"[^"]*"', "s"),
            (r"\[|#\{", "p", "lists"),
        ],
        "lists": [(r",", "p"), (r"[\]}]", "p", POP), "objects"],
    }
