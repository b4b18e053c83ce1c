"""Hard line breaks.

https://kramdown.gettalong.org/syntax.html#paragraphs
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.spans import Spans

__all__ = ["parse"]


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take two spaces, or two backslashes, at the end of a line."""
    if not spans.text.startswith(("  \n", "\\\\\n"), position):
        return -1
    tree.children.append(Element("br"))
    return position + 2
