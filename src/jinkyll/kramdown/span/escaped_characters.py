"""Characters escaped by a backslash.

https://kramdown.gettalong.org/syntax.html#escaping
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jinkyll.kramdown.element import Element
    from jinkyll.kramdown.spans import Spans

__all__ = ["ESCAPED", "parse"]

_CHARACTERS: Final = frozenset("\\.*_+`<>()[]{}#!:|\"'$=-")
ESCAPED: Final = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=-])")


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take a backslash and the character it escapes."""
    character = spans.text[position + 1 : position + 2]
    if character in _CHARACTERS or (character == "~" and spans.gfm):
        tree.children.append(character)
        return position + 2
    return -1
