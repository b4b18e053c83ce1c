"""Lines of ``key: value``, read without libyaml as long as they are beyond doubt."""

from __future__ import annotations

import re
from typing import Any, Final

from jinkyll.safe_yaml.scalars import WORDS, scalar

__all__ = ["simple_lines"]

_NO_VALUE: Final = object()
_LINE: Final = re.compile(
    r"""(?P<key>[A-Za-z_][\w-]*):
        (?:[ ]+
          (?: "(?P<double>[^"\\\n]*)"
            | '(?P<single>[^'\n]*)'
            | (?P<plain>[^\W\d_][^\n]*?)
            | (?P<number>\d[^\n]*?)
            | \[[ ]*(?P<flow>(?:[^\W\d_][^\n,\[\]{}:\#"']*,[ ]+)*[^\W\d_][^\n,\[\]{}:\#"']*)\]
          )
        )?[ ]*(?:\n|\Z)""",
    re.VERBOSE,
)
_ITEM: Final = re.compile(
    r"""[ ]*-[ ]+(?:"(?P<double>[^"\\\n]*)"|'(?P<single>[^'\n]*)'|(?P<plain>[^\W\d_][^\n]*?))
        [ ]*(?:\n|\Z)""",
    re.VERBOSE,
)
_KEY_START: Final = re.compile(r"[A-Za-z_]")


def simple_lines(text: str) -> dict[str, Any] | None:
    """The mapping, if every line is beyond doubt; None leaves the text to libyaml."""
    # What libyaml would not take, or take for the end of a line, is not printable.
    if not text.replace("\n", "").isprintable():
        return None
    result: dict[str, Any] = {}
    position, end = 0, len(text)
    while position < end:
        match = _LINE.match(text, position)
        if match is None:
            return None
        position = match.end()
        key = match["key"]
        if len(key) < 6 and key.lower() in WORDS:
            return None
        kind = match.lastgroup or "key"
        value: Any
        if kind == "key":
            # Nothing, a list, or something else on the lines below.
            items = _simple_items(text, position)
            if items is None:
                return None
            value, position = items
        else:
            value = _simple_value(kind, match[kind])
            if value is _NO_VALUE:
                return None
        result[key] = value
        if position < end and not _KEY_START.match(text, position):
            return None
    return result or None


def _simple_items(text: str, position: int) -> tuple[list[Any] | None, int] | None:
    items: list[Any] = []
    indent = -1
    while match := _ITEM.match(text, position):
        dash = text.index("-", position) - position
        if indent not in (-1, dash):
            return None
        indent = dash
        kind = match.lastgroup or "plain"
        value = _simple_value(kind, match[kind])
        if value is _NO_VALUE:
            return None
        items.append(value)
        position = match.end()
    return (items or None), position


def _simple_value(kind: str, text: str) -> Any:
    if kind == "flow":
        return [WORDS.get(one.lower(), one) for one in map(str.strip, text.split(","))]
    if kind in {"plain", "number"}:
        if ": " in text or " #" in text or text[-1] == ":":
            return _NO_VALUE
        if kind == "number":
            return scalar(text)
        if len(text) < 6:
            return WORDS.get(text.lower(), text)
    return text
