"""Addresses in angle brackets.

https://kramdown.gettalong.org/syntax.html#automatic-links
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.spans import Spans

__all__ = ["parse"]

_ADDRESS: Final = re.compile(r"<((mailto|https?|ftps?):.+?|[-\w.]+?@[-\w.]+?)>")


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take a URL or an e-mail address."""
    if spans.ahead.find(">", position) < 0:
        return -1
    match = _ADDRESS.match(spans.text, position)
    if match is None:
        return -1
    address = match[1]
    link = Element("a", "", {"href": address if match[2] else f"mailto:{address}"})
    link.children.append(address.removeprefix("mailto:"))
    tree.children.append(link)
    return match.end()
