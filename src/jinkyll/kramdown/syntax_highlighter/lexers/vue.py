"""Vue components."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.markup import Html
from jinkyll.kramdown.syntax_highlighter.lookup import find
from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Vue"]

_LANGUAGES = {
    "html": "html",
    "css": "css",
    "javascript": "javascript",
    "sass": "sass",
    "scss": "scss",
    "coffee": "coffeescript",
}


class _Component(Run):
    """A run with the script under way, and the language of the part it is in."""

    __slots__ = ("expression", "inner", "script", "style")

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.script: Run | None = find("javascript").begin()
        self.style: Run | None = None
        self.expression = find("javascript").begin()
        self.inner = find("html")


def _part(run: _Component, match: re.Match[str]) -> None:
    run.token("nt", "<")
    run.token("", match["gap"])
    run.token("k", match["part"])
    run.inner = find({"template": "html", "style": "css", "script": "javascript"}[match["part"]])
    run.push(match["part"], "lang_tag")


def _language(run: _Component, match: re.Match[str]) -> None:
    run.token("na", match["name"])
    run.token("", match["space"])
    run.token("s", match["value"])
    name = match["value"].lower().replace('"', "").replace("'", "")
    run.inner = find(_LANGUAGES.get(name, "plaintext"))


def _embedded(run: _Component, match: re.Match[str]) -> None:
    run.tokens += run.inner.tokens(match[0])


def _script(run: _Component, match: re.Match[str]) -> None:
    if run.script:
        run.delegate(run.script, match[0])


def _begin_expression(run: _Component, match: re.Match[str]) -> None:
    run.token("si", match[0])
    run.push("template_interpol")
    run.expression.reset()


def _expression(run: _Component, match: re.Match[str]) -> None:
    run.delegate(run.expression, match[0])


class Vue(Html):
    """Vue's single-file components."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of scripts."""
        return _Component(self, text)

    states: ClassVar[States] = {
        **Html.states,
        "root": [
            (r"<(?P<gap>\s*)(?P<part>template|style|script)", _part),
            *Html.states["root"],
        ],
        "tag": [
            (r"[a-zA-Z0-9_:#\[\]()*.-]+\s*=\s*", "na", "attr"),
            *Html.states["tag"],
        ],
        "lang_tag": [
            (
                (
                    r"(?P<name>lang\s*=)(?P<space>\s*)"
                    r"(?P<value>\"(?:\\.|[^\\])*?\"|'(?:\\.|[^\\])*?'|[^\s>]+)"
                ),
                _language,
            ),
            "tag",
        ],
        "style": [
            (r"(<\s*/\s*)(style)(\s*>)", ("nt", "k", "nt"), POP),
            (r"[^<]+|<", _embedded),
        ],
        "script": [
            (r"(<\s*/\s*)(script)(\s*>)", ("nt", "k", "nt"), POP),
            (r"[^<]+|<", _script),
        ],
        "template": [
            (r"(<\s*/\s*)(template)(\s*>)", ("nt", "k", "nt"), POP),
            (r"\{\{", _begin_expression),
            (r"[^{<]+", _embedded),
            (r"[<{][^<{]*", _embedded),
        ],
        "template_interpol": [(r"\}\}", "si", POP), (r"\}", "err"), "template_interpol_inner"],
        "template_interpol_inner": [
            (r"\{", _expression, AGAIN),
            (r"\}", _expression, POP),
            (r"[^{}]+", _expression),
        ],
    }
