"""HTML among text.

https://kramdown.gettalong.org/syntax.html#html-spans
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.characters import LETTER
from jinkyll.kramdown.element import Element
from jinkyll.kramdown.html import native, reader
from jinkyll.kramdown.html.elements import BLOCK, KNOWN, WITHOUT_BODY, content_model

if TYPE_CHECKING:
    from jinkyll.kramdown.spans import Spans

__all__ = ["parse"]

_START: Final = re.compile(rf"<(?:{LETTER}|!--|/)")
_LINE_ENDS: Final = re.compile(r"\n+")


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take a comment, a tag with what is in the element, or the `<` of something else."""
    text = spans.text
    if not _START.match(text, position):
        return -1
    if comment := reader.comment_at(spans.ahead, position):
        element = Element("xml_comment", comment[0])
        element.category = "span"
        tree.children.append(element)
        return comment.end()
    if end_tag := reader.END_TAG.match(text, position):
        tree.children.append(end_tag[0])
        return end_tag.end()
    tag = reader.TAG.match(text, position)
    if tag is None:
        tree.children.append("<")
        return position + 1
    name = tag[1]
    known = name.lower() in KNOWN
    if known:
        name = name.lower()
    if name in BLOCK:
        tree.children.append(tag[0])
        return tag.end()
    return _element(spans, tree, tag, name, known=known)


def _element(spans: Spans, tree: Element, tag: re.Match[str], name: str, *, known: bool) -> int:
    attributes = reader.attributes(tag[2], lower=known)
    for key, value in attributes.items():
        if value and "\n" in value:
            attributes[key] = _LINE_ENDS.sub(" ", value)
    options = spans.document.options
    parsed = options.parse_span_html
    if content_model(name) == "raw" or tree.content_model == "raw":
        parsed = False
    wanted = reader.MARKDOWN.get(attributes.pop("markdown", None) or "")
    if wanted == "span":
        parsed = True
    elif wanted == "default":
        parsed = content_model(name) != "raw"
    elif wanted == "raw":
        parsed = False

    element = Element("html_element", name, attributes)
    element.category = "span"
    element.content_model = "span" if parsed else "raw"
    element.is_closed = tag[4] is not None
    tree.children.append(element)
    position = tag.end()
    if not element.is_closed and name not in WITHOUT_BODY:
        end_tag = reader.end_tag(name, any_case=known)
        text = spans.text

        def stop(found: int) -> bool:
            return end_tag.match(text, found) is not None

        mode = spans.mode if parsed else spans.html_mode
        stopped = spans.fill(element, position, mode, "<", stop)
        if stopped < 0:  # closed by the end of the text
            if spans.reached < len(text):
                element.children.append(text[spans.reached :])
            position = len(text)
        else:
            end = end_tag.match(text, stopped)
            position = stopped if end is None else end.end()
    if options.html_to_native:
        native.convert(element)
    return position
