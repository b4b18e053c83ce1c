"""Deleted text, with GFM input.

https://github.com/kramdown/parser-gfm
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.spans import Spans

__all__ = ["parse"]

_END: Final = re.compile(r"[^ \t\r\n\f\v~]~~")
_DELETED: Final = re.compile(r"~~(?![ \t\r\n\f\v~]).*?[^ \t\r\n\f\v~]~~", re.DOTALL)


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take what stands between two pairs of tildes; nothing around it counts inside."""
    if not spans.ahead.has(_END, position + 2):
        return -1
    match = _DELETED.match(spans.text, position)
    if match is None:
        return -1
    element = Element("html_element", "del")
    element.category = "span"
    tree.children.append(element)
    inner = type(spans)(spans.document)
    inner.parse(element, match[0][2:-2], spans.line(position))
    return match.end()
