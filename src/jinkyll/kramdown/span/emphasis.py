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

__all__ = ["PLAIN_FORM", "make", "parse"]

PLAIN_FORM: Final = (
    rf"\*(?P<strong>\*?)(?![ \t\n\r\v\f*_])(?P<em>{PLAIN})(?<![ \t\n\r\v\f])\*(?P=strong)"
    r"(?![\w*]|[^\x00-\x7f])"
)
"""Asterisks around plain text."""

_SPACE: Final = frozenset(" \t\n\r\v\f")
_UNDERSCORES: Final = re.compile(
    rf"(__?)(?![ \t\n\r\v\f*_])({PLAIN})(?<![ \t\n\r\v\f])\1(?![\w*]|[^\x00-\x7f])"
)
_ENDS: Final = {
    # What a delimiter that ends emphasis looks like at least.
    "*": re.compile(r"(?<=[^ \t\n\r\v\f])\*(?!\*(?!\*))"),
    "_": re.compile(r"(?<=[^ \t\n\r\v\f])_(?!_(?!_))"),
    "**": re.compile(r"(?<=[^ \t\n\r\v\f])\*\*"),
    "__": re.compile(r"(?<=[^ \t\n\r\v\f])__"),
}


def make(spans: Spans, match: re.Match[str]) -> Element | None:
    """Emphasis around plain text, unless within its like."""
    strong, text = match["strong"], match["em"]
    if spans.strong if strong else spans.em:
        return None
    element = Element("strong" if strong else "em")
    element.children.append(text)
    return element


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
        if tree.passed_over is not None:
            tree.passed_over.append(end)
        return end
    if character == "_" and (simple := _UNDERSCORES.match(text, position)):
        element = Element(kind)
        element.children.append(simple[2])
        tree.children.append(element)
        return simple.end()
    element, stopped = _fill(spans, kind, delimiter, position, end)
    if stopped < 0 and kind == "strong" and tree.type != "em":
        delimiter = character
        element, stopped = _fill(spans, "em", character, position, position + 1)
    if stopped < 0:
        tree.children.append(text[position:end])
        if tree.passed_over is not None:
            tree.passed_over.append(end)
        return end
    tree.children.append(element)
    return stopped + len(delimiter)


def _in_word(text: str, position: int) -> bool:
    before = text[position - 1] if position else ""
    if before == "-":
        before = text[position - 2] if position > 1 else ""
    return before != "" and is_alpha(before)


def _fill(
    spans: Spans, kind: str, delimiter: str, position: int, start: int
) -> tuple[Element, int]:
    """Fill an element from *start* on; return it and where the delimiter ends it, or -1."""
    element = Element(kind)
    text = spans.text
    context = (spans.em > 0, spans.strong > 0, spans.link > 0)
    character = delimiter[0]
    size = len(delimiter)
    begin = start
    if start == position + 1 and text.startswith(character, start):
        # Half of a delimiter is left, and is text; unless a whole one is.
        begin += not text.startswith(character, start + 1)
    if not spans.ahead.has(_ENDS[delimiter], start) or (
        (kind + character, begin, *context) in spans.hopeless
    ):
        return element, -1
    element.passed_over = []

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
        stopped = spans.fill(element, start, spans.mode, character, stop)
        spans.em -= 1
    else:
        spans.strong += 1
        stopped = spans.fill(element, start, spans.mode, character, stop)
        spans.strong -= 1
    if stopped < 0:
        # Whoever reads this once more, within something else, need not try.
        spans.hopeless.add((kind + character, begin, *context))
        # After a delimiter on the way to the end that was passed over as text, the same search
        # would be in vain: from there on all is read as it was read now.
        spans.hopeless.update(
            (kind + character, passed, *context) for passed in element.passed_over
        )
    return element, stopped
