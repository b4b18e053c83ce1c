"""Robot Framework."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["RobotFramework"]

_WITH_KEYWORDS = """
library, resource, setup, teardown, template, suite setup, suite teardown, task setup,
task teardown, task template, test setup, test teardown, test template, variables
"""
_WITH_ARGUMENTS = """
arguments, default tags, documentation, force tags, metadata, return, tags, timeout, task timeout,
test timeout
"""
_NEXT = {
    setting.strip(): state
    for state, settings in (("keyword", _WITH_KEYWORDS), ("args", _WITH_ARGUMENTS))
    for setting in settings.split(",")
}
_SECTIONS = {
    "setting": "section_settings",
    "test case": "section_tests",
    "task": "section_tests",
    "keyword": "section_keywords",
    "variable": "section_variables",
}
_ID = r"[^|$@&% \t\n]+(?: (?:\\.|[^|$@&% \t\n])+)*"


class _Table(Run):
    """A run that knows the column it is in, and what comes next."""

    __slots__ = ("column", "next", "template")

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.column = 0
        self.next: str | None = None
        self.template = False


def _separator(run: _Table, match: re.Match[str]) -> None:
    run.token("w", match[0])
    run.column += 1
    if run.next:
        run.push(run.next)
    elif run.template:
        run.push("args")
    elif run.column == 1:
        run.next = "keyword"
        run.push("keyword")
    else:
        run.push("args")
    run.push("cell_start")


def _continuation(run: _Table, match: re.Match[str]) -> None:
    run.token("w", match[0])
    run.column += 1
    run.push("args")


def _newline(run: _Table, match: re.Match[str]) -> None:
    run.token("w", match[0])
    run.column = 0
    run.next = None
    run.push("cell_start")


def _heading(run: Run, match: re.Match[str]) -> None:
    run.token("gh", match[0])
    state = _SECTIONS.get(match["section"].removesuffix("s").lower())
    if state:
        run.push(state)


def _setting(run: _Table, match: re.Match[str]) -> None:
    run.next = _NEXT.get(match["setting"].lower())
    run.token("bp", match["setting"])
    run.token("p", match["colon"])


def _test(run: _Table, match: re.Match[str]) -> None:
    run.template = False
    run.token("nl", match[0])


def _variable_setting(run: _Table, match: re.Match[str]) -> None:
    run.token("nv", match[0])
    run.next = "args"
    run.push("var")


def _variable(run: _Table, match: re.Match[str]) -> None:
    run.token("nv", match[0])
    if run.next is not None:
        run.next = "keyword"
    run.push("var")


def _keyword_setting(run: _Table, match: re.Match[str]) -> None:
    run.token("p", "[")
    run.token("bp", match["setting"])
    run.token("p", "]")
    setting = match["setting"].lower()
    if setting == "template":
        run.template = True
    run.next = _NEXT.get(setting, run.next)
    run.pop()


def _for(run: _Table, match: re.Match[str]) -> None:
    run.token("nf", match[0])
    if run.next is not None:
        run.next = "keyword"


def _keyword(run: _Table, match: re.Match[str]) -> None:
    run.token("nf", match[0])
    run.next = None


class RobotFramework(Lexer):
    """Robot Framework."""

    start: ClassVar[tuple[str, ...]] = ("root", "prior_text")

    def begin(self, text: str = "") -> Run:
        """A run that knows the column it is in."""
        return _Table(self, text)

    states: ClassVar[States] = {
        "prior_text": [(r"^[^*].*", ""), (r"", "", POP)],
        "section_include": [
            (r"(?=(?:\| )?\*)", "", POP),
            (r"\| ", "w"),
            (r" +\| +|[ ]{2,}|\t+", _separator),
            (r"\.\.\. *", _continuation),
            (r" ?\|", "w"),
            (r"\n", _newline),
        ],
        "root": [
            (r"\s+", "w"),
            (r"^(?:\| )?\*[* ]*(?P<section>[a-zA-Z]+(?: [a-zA-Z]+)?).*", _heading),
        ],
        "section_settings": [
            "section_include",
            (r"(?P<setting>[a-zA-Z]+(?: [a-zA-Z]+)?)(?P<colon>:?)", _setting),
        ],
        "section_tests": [
            "section_include",
            (r"[$@&%{}]+", "nl"),
            (r" (?![ |])", "nl"),
            (_ID, _test),
        ],
        "section_keywords": [
            "section_include",
            (r"[$@&%]\{", "nv", "var"),
            (r"[$@&%{}]+", "nl"),
            (r" (?![ |])", "nl"),
            (_ID, "nl"),
        ],
        "section_variables": ["section_include", (r"[$@&%]\{", _variable_setting)],
        "cell_start": [(r"#.*", "c"), (r"", "", POP)],
        "keyword": [
            (r"\[(?P<setting>[a-zA-Z]+(?: [a-zA-Z]+)?)\]", _keyword_setting),
            (r"[$@&%]\{", _variable),
            (r"(?i:FOR)", _for),
            (r" (?![ |])", "nf"),
            (r"(?i:Given|When|Then|And|But) ", "nb"),
            (_ID, _keyword),
            (r"", "", POP),
        ],
        "args": [
            (r"[$@&%]\{", _variable),
            (r"[$@&%]+", "s"),
            (r" (?![ |])", "s"),
            (_ID, "s"),
            (r"", "", POP),
        ],
        "var": [
            (r"(\})( )(=)", ("nv", "w", "p"), POP),
            (r"[$@&%]\{", "nv", "var"),
            (r"[{\[]", "nv", "var"),
            (r"[}\]]", "nv", POP),
            (r"[^$@&%{}\[\]]+", "nv"),
        ],
    }
