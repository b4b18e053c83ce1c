"""The path of a text: blocks, spans, abbreviations, ids, HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinkyll.errors import ConversionError
from jinkyll.kramdown import abbreviations, attributes, line_breaks
from jinkyll.kramdown.blocks import Blocks
from jinkyll.kramdown.converter.html import Converter
from jinkyll.kramdown.converter.identifiers import GfmIdentifiers
from jinkyll.kramdown.document import Document
from jinkyll.kramdown.element import Element, Node
from jinkyll.kramdown.header_text import raw_text
from jinkyll.kramdown.spans import Spans

if TYPE_CHECKING:
    from jinkyll.kramdown.options import Options

__all__ = ["SpanPass", "parse", "to_html"]

_INPUTS: Final = frozenset({"kramdown", "gfm"})
_WITH_TEXT: Final = frozenset({"p", "header", "td", "dt"})


def to_html(text: str, options: Options, line: int = 1) -> tuple[str, Document]:
    """Convert a text; return the HTML and what was found out about the text."""
    root, document = parse(text, options, line)
    return Converter(document).convert(root), document


def parse(text: str, options: Options, line: int = 1) -> tuple[Element, Document]:
    """Parse a text into a tree that is ready to be written.

    Raises:
        ConversionError: an input format that is not known, or nesting too deep.
    """
    if options.input.lower() not in _INPUTS:
        raise ConversionError(
            f"kramdown has no parser for the input format {options.input!r}",
            hint="the input formats are kramdown and GFM",
        )
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.removesuffix("\n") + "\n"
    document = Document(options)
    root = Element("root", "", None, line)
    Blocks(document).parse(root, text, line)
    SpanPass(document).run(root)
    return root, document


class SpanPass:
    """Replaces raw text by nodes, all over the tree, and applies what waited for that."""

    def __init__(self, document: Document, spans: Spans | None = None) -> None:
        self.document = document
        self.breaks = False
        """Whether there are hard line breaks to make."""
        self.line_break = line_breaks.mark(document.initial)
        self.spans = Spans(document) if spans is None else spans
        self.gfm = self.spans.gfm
        self.stripping = document.options.auto_id_stripping
        self.headers: list[Element] = []

    def run(self, root: Element) -> None:
        """Finish the tree of a document, and its footnotes."""
        document = self.document
        self.update(root, in_html=False)
        if document.abbreviations:
            abbreviations.replace(root, document)
        for footnote in list(document.footnotes.values()):
            headers, self.headers = self.headers, []
            self.update(footnote.content, in_html=False)
            self.headers = headers
            if document.abbreviations:
                abbreviations.replace(footnote.content, document)
        if self.gfm:
            if document.options.auto_ids:
                identifiers = GfmIdentifiers()
                for header in self.headers:
                    prefix = document.options.auto_id_prefix
                    header.automatic_id = True
                    header.attr["id"] = identifiers.make(header.raw_text, prefix)
            if self.breaks:
                line_breaks.insert(root, self.line_break)

    def update(self, element: Element, *, in_html: bool) -> None:
        """Kramdown's update_tree: spans, blank lines put together, attribute lists applied."""
        children = element.children
        kept: list[Node] = []
        last_blank: Element | None = None
        changed = False
        spans = self.spans
        for child in children:
            if type(child) is not Element:
                last_blank = None
                kept.append(child)
                continue
            kind = child.type
            if kind == "blank":
                if last_blank is None:
                    last_blank = child
                    kept.append(child)
                else:
                    changed = True
                continue
            if kind == "eob":
                if child.ial is not None:
                    attributes.apply(child.attr, child.ial, self.document.attribute_lists)
                changed = True
                continue
            last_blank = None
            if kind in _WITH_TEXT:
                if child.children:
                    self.update(child, in_html=in_html)
                elif child.value:
                    if self.line_break in child.value:
                        self.breaks = True
                    spans.parse(child, child.value, child.location)
            elif kind == "raw_text":
                holder = Element("raw_text")
                self.breaks = self.breaks or self.line_break in child.value
                spans.parse(holder, child.value, child.location)
                kept += holder.children
                changed = True
                continue
            elif child.children:
                self.update(child, in_html=in_html or kind == "html_element")
            if child.ial is not None:
                attributes.apply(child.attr, child.ial, self.document.attribute_lists)
            if kind == "header":
                if self.stripping:
                    child.raw_text = raw_text(child, gfm=self.gfm)
                if not in_html and "id" not in child.attr:
                    self.headers.append(child)
            elif kind == "dt":
                child.raw_text = raw_text(child, gfm=self.gfm)
            kept.append(child)
        if changed:
            element.children = kept
