"""From the language name at a code block to a lexer: Rouge's `find_fancy`."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from jinkyll.kramdown.syntax_highlighter.languages import LEXERS, MIME_TYPES, TAGS
from jinkyll.kramdown.syntax_highlighter.machine import Lexer, Run, Token

__all__ = ["PlainText", "find", "find_by_mimetype", "find_fancy", "find_option"]


class PlainText(Lexer):
    """A lexer that tells nothing apart."""

    def tokens(self, text: str) -> list[Token]:
        """The text as one plain token."""
        return [("", text)] if text else []

    def run(self, run: Run) -> list[Token]:
        """The same, within the text of another lexer."""
        run.tokens += self.tokens(run.text)
        return run.tokens


@cache
def find(tag: str, query: str = "") -> Lexer:
    """The lexer of a Rouge tag, with the options of `query` (``start_inline=1&...``); made once."""
    if tag not in LEXERS:
        return PlainText()
    module, name = LEXERS[tag]
    lexer: type[Lexer] = getattr(import_module(f"{__package__}.lexers.{module}"), name)
    return lexer(_options(query))


def find_fancy(name: str | None, code: str) -> tuple[str, Lexer] | None:
    """The tag and lexer for the language `name`, or None if Rouge knows no such language.

    `name` may carry options (``console?prompt=$``); no name, an empty one before the options and
    ``guess`` look at the code instead, and find plain text at worst.
    """
    if name is not None and "?" not in name and name != "guess":
        tag, query = TAGS.get(name), ""
    else:
        name, _, query = (name or "guess").partition("?")
        tag = _guess(code) if name == "guess" else TAGS.get(name)
    return (tag, find(tag, query)) if tag is not None else None


def find_by_mimetype(mimetype: str) -> Lexer:
    """The lexer for a media type; plain text if it is none that Rouge knows."""
    return find(MIME_TYPES.get(mimetype, "plaintext"))


def find_option(lexer: Lexer, option: str, default: str) -> Lexer:
    """The lexer that an option of `lexer` names, by any of the names; else that of a tag."""
    return find(TAGS.get(lexer.options.get(option, ""), default))


def _guess(code: str) -> str:
    from jinkyll.kramdown.syntax_highlighter.guess import (  # noqa: PLC0415  (rare, and slow)
        guess,
    )

    return guess(code)


def _options(query: str) -> dict[str, str]:
    if not query:
        return {}
    from urllib.parse import unquote_plus  # noqa: PLC0415  (rare, and slow)

    options: dict[str, str] = {}
    for pair in query.replace(";", "&").split("&"):
        if pair:
            key, _, value = pair.partition("=")
            options[unquote_plus(key)] = unquote_plus(value)
    return options
