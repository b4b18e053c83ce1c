"""Emphasis.

https://kramdown.gettalong.org/syntax.html#emphasis
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.characters import is_alpha, is_alphanumeric
from jinkyll.kramdown.element import Element
from jinkyll.kramdown.span.plain import PLAIN

if TYPE_CHECKING:
    from jinkyll.kramdown.spans import Spans

__all__ = ["parse"]

_SPACE: Final = frozenset(" \t\n\r\v\f")
# Emphasis around plain text, as it mostly is.
_SIMPLE: Final = re.compile(rf"(\*\*?|__?)(?![ \t\n\r\v\f*_])({PLAIN})(?<![ \t\n\r\v\f])\1(?![\w*])")


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take emphasis, or the delimiter as text."""
    text = spans.text
    character = text[position]
    delimiter = character * 2 if text.startswith(character, position + 1) else character
    end = position + len(delimiter)
    kind = "strong" if len(delimiter) == 2 else "em"
    if (
        (spans.strong if kind == "strong" else spans.em)
        or (text[end : end + 1] in _SPACE)
        or (character == "_" and _in_word(text, position))
    ):
        tree.children.append(delimiter)
        return end
    if simple := _SIMPLE.match(text, position):
        element = Element(kind)
        element.children.append(simple[2])
        tree.children.append(element)
        return simple.end()
    element, stopped = _fill(spans, kind, delimiter, end)
    if stopped < 0 and kind == "strong" and tree.type != "em":
        delimiter = character
        element, stopped = _fill(spans, "em", character, position + 1)
    if stopped < 0:
        tree.children.append(text[position:end])
        return end
    tree.children.append(element)
    return stopped + len(delimiter)


def _in_word(text: str, position: int) -> bool:
    before = text[position - 1] if position else ""
    if before == "-":
        before = text[position - 2] if position > 1 else ""
    return before != "" and is_alpha(before)


def _fill(spans: Spans, kind: str, delimiter: str, position: int) -> tuple[Element, int]:
    element = Element(kind)
    text = spans.text
    if text.find(delimiter, position) < 0:
        return element, -1
    character = delimiter[0]
    size = len(delimiter)

    def stop(found: int) -> bool:
        if size == 2:
            if not text.startswith(delimiter, found):
                return False
        elif text.startswith(character * 2, found) and not text.startswith(character, found + 2):
            return False  # the end, or the beginning, of strong
        if text[found - 1] in _SPACE:
            return False
        after = text[found + size : found + size + 1]
        if character == "_" and after and is_alphanumeric(after):
            return False
        return bool(element.children)

    if kind == "em":
        spans.em += 1
        stopped = spans.fill(element, position, spans.mode, character, stop)
        spans.em -= 1
    else:
        spans.strong += 1
        stopped = spans.fill(element, position, spans.mode, character, stop)
        spans.strong -= 1
    return element, stopped
