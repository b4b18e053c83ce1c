"""Footnote markers.

https://kramdown.gettalong.org/syntax.html#footnotes
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.attributes import ID_NAME
from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.spans import Spans

__all__ = ["parse"]

_MARKER: Final = re.compile(rf"\[\^({ID_NAME})\]")


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take a marker; without a definition it is text."""
    match = _MARKER.match(spans.text, position)
    if match is None:
        return -1
    name = match[1]
    if name in spans.document.footnotes:
        tree.children.append(Element("footnote", name))
    else:
        spans.document.diagnose(
            spans.line(position),
            f"the footnote [^{name}] has no definition",
            f"define it on a line of its own: [^{name}]: text",
        )
        tree.children.append(match[0])
    return match.end()
