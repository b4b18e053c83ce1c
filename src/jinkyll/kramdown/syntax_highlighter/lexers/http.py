"""HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lookup import find, find_by_mimetype
from jinkyll.kramdown.syntax_highlighter.machine import Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Http"]


class _Message(Run):
    """A run that knows the content type of the message."""

    __slots__ = ("content_type",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.content_type = "text/plain"


def _header(run: _Message, match: re.Match[str]) -> None:
    name, value = match["name"], match["value"]
    if name.lower() == "content-type":
        run.content_type = value.split(";")[0].lower()
    run.token("na", name)
    run.token("", match["one"])
    run.token("p", ":")
    run.token("", match["two"])
    run.token("s", value)
    run.token("", match["end"])


def _content(run: _Message, match: re.Match[str]) -> None:
    given = run.lexer.options.get("content")
    lexer = find(given) if given else find_by_mimetype(run.content_type)
    run.tokens += lexer.tokens(match[0])


class Http(Lexer):
    """HTTP requests and responses; the option `content` names the language of the body."""

    def begin(self, text: str = "") -> Run:
        """A run that remembers the content type."""
        return _Message(self, text)

    states: ClassVar[States] = {
        "root": [
            (
                (
                    r"(GET|POST|PUT|DELETE|HEAD|OPTIONS|TRACE|PATCH)([ ]+)([^ ]+)([ ]+)"
                    r"(HTTPS?)(/)(\d(?:\.\d)?)(\r?\n|$)"
                ),
                ("nf", "", "nn", "", "k", "o", "m", ""),
                "headers",
            ),
            (
                r"(HTTPS?)(/)(\d(?:\.\d))([ ]+)(\d{3})([ ]+)?([^\r\n]*)?(\r?\n|$)",
                ("k", "o", "m", "", "m", "", "ne", ""),
                "headers",
            ),
        ],
        "headers": [
            (
                r"(?P<name>[^\s:]+)(?P<one> *):(?P<two> *)(?P<value>[^\r\n]+)(?P<end>\r?\n|$)",
                _header,
            ),
            (r"([^\r\n]+)(\r?\n|$)", ("s", "")),
            (r"\r?\n", "", "content"),
        ],
        "content": [(r"(?s:.+)", _content)],
    }
