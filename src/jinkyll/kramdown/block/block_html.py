"""HTML in blocks of its own.

https://kramdown.gettalong.org/syntax.html#html-blocks
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.element import Element
from jinkyll.kramdown.html import native, reader
from jinkyll.kramdown.html.elements import SPAN

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["parse"]

_TRAILING: Final = re.compile(r"[ \t]*\n")


def parse(blocks: Blocks, position: int, first: int) -> bool:
    """Take a comment, an element, or the end tag of the element that is being filled."""
    text = blocks.text
    line = blocks.line(position)
    if first == position and text.startswith("<!--", first):
        comment = reader.comment_at(blocks.ahead, first)
        if comment is not None:
            blocks.tree.children.append(Element("xml_comment", comment[0], None, line))
            trailing = _TRAILING.match(text, comment.end())
            blocks.position = trailing.end() if trailing else comment.end()
            return True
    if tag := reader.TAG.match(text, first):
        if tag[1].lower() in SPAN:
            return False
        blocks.position = tag.end()
        element = reader.Reader(blocks).start_tag(tag, line)
        if blocks.options.html_to_native:
            native.convert(element)
        return True
    if end_tag := reader.END_TAG.match(text, first):
        name = end_tag[1].lower()
        if name in SPAN or blocks.tree.type != "html_element" or blocks.tree.value != name:
            return False
        blocks.position = end_tag.end()
        blocks.end_tag_found = True
        return True
    return False
