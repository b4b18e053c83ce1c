"""Markdown, with the languages of its fenced code."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lookup import find, find_fancy
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["ApiBlueprint", "Markdown"]

_CHAR = r"(?:\\.|[^\\\n])"


class _Document(Run):
    """A run with HTML under way, and perhaps fenced code of some language."""

    __slots__ = ("fenced", "html")

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.html = find("html").begin()
        self.fenced: Run | None = None


def _front_matter(run: _Document, match: re.Match[str]) -> None:
    run.tokens += find("yaml").tokens(match[0])


def _fence(run: _Document, match: re.Match[str]) -> None:
    code = match["code"]
    info = match["info"].strip()
    found = find_fancy(info or "guess", code or "")
    run.token("", match["indent"])
    run.token("p", match["fence"])
    run.token("nl", match["info"])
    run.fenced = found[1].begin() if found else None
    _code(run, code or "")
    run.token("", match["gap"])
    if match["closing"]:
        run.token("p", match["closing"])
    else:
        run.push(match["fence"])


def _code(run: _Document, code: str) -> None:
    if run.fenced is None:
        run.token("sb", code)
    elif code:
        run.delegate(run.fenced, code)


def _fence_end(run: _Document, match: re.Match[str]) -> None:
    run.pop()
    run.token("", match["before"])
    run.token("p", match["end"])


def _fenced_line(run: _Document, match: re.Match[str]) -> None:
    _code(run, match[0])


def _html(run: _Document, match: re.Match[str]) -> None:
    run.delegate(run.html, match[0])


class Markdown(Lexer):
    """Markdown."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of HTML and of fenced code."""
        return _Document(self, text)

    @classmethod
    def rules(cls, state: str) -> list[Rule]:
        """A state's rules; a row of fence characters is the state of fenced code without an end."""
        if state[0] in "`~":
            return [
                (rf"^(?P<before>[ \t]*)(?P<end>{state})", _fence_end),
                (r"^.*\n", _fenced_line),
            ]
        return cls.states[state]

    states: ClassVar[States] = {
        "root": [
            (r"(?s:---\s*\n.*?\n?)^---\s*$\n?", _front_matter),
            (r"\\.", "se"),
            (r"^[\S ]+\n---*\n", "gh"),
            (r"^[\S ]+\n===*\n", "gu"),
            (r"^#(?=[^#]).*?$", "gh"),
            (r"^#+.*?$", "gu"),
            (
                (
                    r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*\n)"
                    r"(?:(?P<code>(?s:.*?))(?P<gap>\n(?P=indent))(?P<closing>(?P=fence)))?"
                ),
                _fence,
            ),
            (r"\n\n(?:(?:    |\t).*?\n|\n)+", "sb"),
            (rf"(?P<ticks>`+)(?:{_CHAR}|\n)+?(?P=ticks)", "sb"),
            (r"^(?:\s*[*]){3,}\s*$", "p"),
            (r"^(?:\s*[-]){3,}\s*$", "p"),
            (r"^\s*[*+-](?=\s)", "p"),
            (r"^\s*\d+\.", "p"),
            (r"^\s*>.*?$", "gt"),
            (
                rf"^(\s*)(\[)({_CHAR}+?)(\])(\s*)(:)",
                ("", "p", "ss", "p", "", "p"),
                ("title", "url"),
            ),
            (rf"(!?\[)({_CHAR}*?|[^\]]*?)(\])(?=[\[(])", ("p", "nv", "p"), "link"),
            (rf"[*][*]{_CHAR}*?[*][*]", "gs"),
            (rf"__{_CHAR}*?__", "gs"),
            (rf"[*]{_CHAR}*?[*]", "ge"),
            (rf"_{_CHAR}*?_", "ge"),
            (r"<.*?@.+[.].+>", "nv"),
            (rf"<(?:https?|mailto|ftp)://{_CHAR}*?>", "nv"),
            (r"[^\\`\[*\n&<]+", ""),
            (r"&\S*;", _html),
            (rf"<{_CHAR}*?>", _html),
            (r"[&<]", ""),
            (r"\[", ""),
            (r"\n", ""),
        ],
        "link": [
            (rf"(\[)({_CHAR}*?)(\])", ("p", "ss", "p"), POP),
            (r"[(]", "p", ("inline_title", "inline_url")),
            (r"[ \t]+", ""),
            (r"", "", POP),
        ],
        "url": [
            (r"[ \t]+", ""),
            (rf"(<)({_CHAR}*?)(>)", ("nt", "sx", "nt"), POP),
            (r"\S+", "sx", POP),
        ],
        "title": [
            (rf'"{_CHAR}*?"', "nn"),
            (rf"'{_CHAR}*?'", "nn"),
            (rf"[(]{_CHAR}*?[)]", "nn"),
            (r"\s*(?=[\"'()])", ""),
            (r"", "", POP),
        ],
        "inline_title": [(r"[)]", "p", POP), "title"],
        "inline_url": [(r"[^<\s)]+", "sx", POP), (r"\s+", ""), "url"],
    }


class ApiBlueprint(Markdown):
    """API Blueprint: Markdown with sections of its own."""

    states: ClassVar[States] = {
        **Markdown.states,
        "root": [
            (r"(\S+)(:\s*)(.*)$", ("nv", "p", "s")),
            (r"^(#+)(\s*Group\s+)(.*)$", ("p", "k", "gh")),
            (r"^(#+)(.*)(\[.*\])$", ("p", "gh", "s")),
            (r"^([+\-*])(\s*Relation:)(\s*.*)$", ("p", "k", "s")),
            (r"^(\s+[+\-*]\s*)(Attributes|Parameters)(.*)$", ("p", "k", "s")),
            (r"^([+\-*]\s*)(Request|Response)(\s+\d\d\d)?(.*)$", ("p", "k", "m", "s")),
            *Markdown.states["root"],
        ],
    }
