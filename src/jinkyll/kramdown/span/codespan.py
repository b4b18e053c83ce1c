"""Code spans.

https://kramdown.gettalong.org/syntax.html#code-spans
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    import re

    from jinkyll.kramdown.spans import Spans

__all__ = ["PLAIN_FORM", "make", "parse"]

PLAIN_FORM: Final = r"`(?P<code>[^` \t\n\r\v\f][^`]*)`"
"""One backtick on either side."""

_SPACE: Final = frozenset(" \t\n\r\v\f")


def make(_spans: Spans, match: re.Match[str]) -> Element:
    """Code between single backticks."""
    return Element("codespan", match["code"])


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take a code span, or the backticks as text."""
    text = spans.text
    size = len(text)
    start = position + 1
    while start < size and text[start] == "`":
        start += 1
    delimiter = text[position:start]
    simple = len(delimiter) == 1
    if (
        simple
        and start < size
        and text[start] in _SPACE
        and (position == 0 or text[position - 1] in _SPACE)
    ):
        tree.children.append(delimiter)
        return start
    end = text.find(delimiter, start)
    if end < 0:
        tree.children.append(delimiter)
        return start
    code = text[start:end]
    if not simple:
        code = code.removeprefix(" ").removesuffix(" ")
    tree.children.append(Element("codespan", code))
    return end + len(delimiter)
