"""HTML and XML."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lookup import find
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Biml", "Html", "Xml"]

_MORE = r"[\w:.·\u00ad\u200b-\u200f\ufeff-]*"
_HTML_NAME = rf"(?u:(?:[:-]|[^\W\d]){_MORE})"
_XML_NAME = rf"(?u:(?::|[^\W\d]){_MORE})"


class _Page(Run):
    """A run with a script and a style sheet under way."""

    __slots__ = ("inner", "script", "style")

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.script: Run | None = None
        self.style: Run | None = None


def _script(run: _Page, match: re.Match[str]) -> None:
    run.token("nt", match[0])
    run.script = find("javascript").begin()
    run.push("script_content", "tag")


def _style(run: _Page, match: re.Match[str]) -> None:
    run.token("nt", match[0])
    run.style = find("css").begin()
    run.push("style_content", "tag")


def _javascript(run: _Page, match: re.Match[str]) -> None:
    if run.script:
        run.delegate(run.script, match[0])


def _css(run: _Page, match: re.Match[str]) -> None:
    if run.style:
        run.delegate(run.style, match[0])


def _quoted(kind: str) -> str:
    return rf"{kind}[^{kind}]*{kind}"


class Html(Lexer):
    """HTML, with the languages in `script` and `style`."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of scripts and style sheets."""
        return _Page(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"[^<&]+", ""),
            (r"&\S*?;", "ni"),
            (r"(?is:<!DOCTYPE .*?>)", "cp"),
            (r"(?s:<!\[CDATA\[.*?\]\]>)", "cp"),
            (r"<!--", "c", "comment"),
            (r"(?s:<\?.*?\?>)", "cp"),
            (r"<\s*script\s*", _script),
            (r"<\s*style\s*", _style),
            (r"</", "nt", "tag_end"),
            (r"<", "nt", "tag_start"),
        ],
        "tag_end": [
            (r"\s+", ""),
            (r">", "nt", POP),
            (_HTML_NAME, "nt", (POP, "tag_end_end")),
        ],
        "tag_end_end": [(r"\s+", ""), (r">", "nt", POP)],
        "tag_start": [
            (r"\s+", ""),
            (_HTML_NAME, "nt", (POP, "tag")),
            (r"", "", (POP, "tag")),
        ],
        "comment": [(r"[^-]+", "c"), (r"-->", "c", POP), (r"-", "c")],
        "tag": [
            (r"\s+", ""),
            (
                r"(?u:(?:[:\[\]()*.-]|[^\W\d])[\w:.·\u00ad\u200b-\u200f\ufeff\[\]()*-]*)\s*=\s*",
                "na",
                "attr",
            ),
            (r"(?u:(?:[:*#-]|[^\W\d])[\w:.·\u00ad\u200b-\u200f\ufeff*#-]*)", "na"),
            (r"/?\s*>", "nt", POP),
        ],
        "attr": [
            (_quoted('"'), "s", POP),
            (_quoted("'"), "s", POP),
            (r'"', "s", (POP, "dq")),
            (r"'", "s", (POP, "sq")),
            (r"[^\s>]+", "s", POP),
        ],
        "dq": [(r'"', "s", POP), (r'[^"]+', "s")],
        "sq": [(r"'", "s", POP), (r"[^']+", "s")],
        "script_content": [
            (r"[^<]+", _javascript),
            (r"<\s*/\s*script\s*>", "nt", POP),
            (r"<", _javascript),
        ],
        "style_content": [
            (r"[^<]+", _css),
            (r"<\s*/\s*style\s*>", "nt", POP),
            (r"<", _css),
        ],
    }


class Xml(Lexer):
    """XML."""

    states: ClassVar[States] = {
        "root": [
            (r"[^<&]+", ""),
            (r"&\S*?;", "ni"),
            (r"<!\[CDATA\[.*?\]\]>", "cp"),
            (r"<!--", "c", "comment"),
            (r"<\?.*?\?>", "cp"),
            (r"<![^>]*>", "cp"),
            (rf"<\s*{_XML_NAME}", "nt", "tag"),
            (rf"<\s*/\s*{_XML_NAME}\s*>", "nt"),
        ],
        "comment": [(r"[^-]+", "c"), (r"-->", "c", POP), (r"-", "c")],
        "tag": [
            (r"\s+", ""),
            (rf"{_XML_NAME}\s*=", "na", "attr"),
            (r"/?\s*>", "nt", POP),
        ],
        "attr": [
            (r"\s+", ""),
            (r"""(?s:".*?"|'.*?')|[^\s>]+""", "s", POP),
        ],
    }


def _csharp(run: Run, match: re.Match[str]) -> None:
    run.tokens += find("csharp").tokens(match[0])


class Biml(Xml):
    """BIML: XML with C#."""

    states: ClassVar[States] = {
        **Xml.states,
        "root": [
            (r"<#@\s*", "nt", "directive_tag"),
            (r"<#=?\s*", "nt", "directive_as_csharp"),
            *Xml.states["root"],
        ],
        "directive_as_csharp": [(r"\s*#>\s*", "nt", POP), (r"(?s:.*?)(?=\s*#>\s*)", _csharp)],
        "directive_tag": [
            (r"\s+", ""),
            (r"[\w.:-]+\s*=", "na", "attr"),
            (r"\w+\s*", "na"),
            (r"/?\s*#>", "nt", POP),
        ],
    }
