"""Typographic punctuation alone: quotes, dashes, dots and entities; HTML stays what it is.

What Jekyll's filter ``smartify`` does: of kramdown's constructs only HTML in
blocks and spans, quotes, entities and typographic symbols are looked for.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.block import block_html
from jinkyll.kramdown.blocks import Blocks
from jinkyll.kramdown.conversion import SpanPass
from jinkyll.kramdown.converter.html import Converter
from jinkyll.kramdown.document import Document
from jinkyll.kramdown.element import Element
from jinkyll.kramdown.spans import Spans

if TYPE_CHECKING:
    from jinkyll.kramdown.options import Options

__all__ = ["SPAN_CONSTRUCTS", "smartify"]

SPAN_CONSTRUCTS: Final = ("smart_quotes", "html_entity", "typographic_syms", "span_html")
"""By the names that kramdown has for them."""

_ANYTHING_TO_DO: Final = re.compile(r"[\"'<>&\r]|--|\.\.\.")
_LINE: Final = re.compile(r"(?: {0,3}(<))?.*\n?")


def smartify(text: str, options: Options) -> str:
    """*text* with typographic punctuation; a line end at the end of it goes.

    Raises:
        ConversionError: HTML nested too deeply.
    """
    text = text.removesuffix("\n")
    if not _ANYTHING_TO_DO.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n") + "\n"
    document = Document(replace(options, input="kramdown"))
    root = Element("root", "", None, 1)
    _Blocks(document).parse(root, text, 1)
    SpanPass(document, _Spans(document)).run(root)
    return Converter(document).convert(root).removesuffix("\n")


class _Blocks(Blocks):
    """Lines of text, and HTML in blocks of its own between them."""

    def _run(self) -> None:
        text = self.text
        while (position := self.position) < len(text):
            line = _LINE.match(text, position)
            assert line is not None  # noqa: S101  (the pattern matches anything)
            if line[1] is not None and block_html.parse(self, position, line.start(1)):
                if self.end_tag_found:
                    return
                continue
            self._nobody_took(position)


class _Spans(Spans):
    """The few constructs."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.restrict(SPAN_CONSTRUCTS)
