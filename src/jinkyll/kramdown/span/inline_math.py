"""Math among text.

https://kramdown.gettalong.org/syntax.html#math-blocks
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.kramdown.characters import WHITESPACE
from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.spans import Spans

__all__ = ["parse"]


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take what stands between two pairs of dollar signs."""
    text = spans.text
    if not text.startswith("$$", position):
        return -1
    end = spans.ahead.find("$$", position + 2)
    if end < 0:
        return -1
    math = Element("math", text[position + 2 : end].strip(WHITESPACE))
    math.category = "span"
    tree.children.append(math)
    return end + 2
