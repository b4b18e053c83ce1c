"""How HTML that stood in the text is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.kramdown.html.elements import WITHOUT_BODY
from jinkyll.kramdown.html.output import attributes

if TYPE_CHECKING:
    from jinkyll.kramdown.converter.html import Converter
    from jinkyll.kramdown.element import Element

__all__ = ["comment", "element", "raw", "xml_comment"]


def element(converter: Converter, element: Element, indent: int, parent: Element) -> str:
    """An HTML element."""
    body = converter.inner(element, indent)
    name = element.value
    start = f"<{name}{attributes(element.attr)}"
    if element.category == "span":
        if not body and name in WITHOUT_BODY:
            return f"{start} />"
        return f"{start}>{body}</{name}>"
    in_raw = _in_raw(parent)
    spaces = " " * indent
    if element.is_closed and element.content_model == "raw":
        out = f"{start} />"
    elif body and element.content_model != "block":
        out = f"{start}>{body}</{name}>"
    elif body:
        out = f"{start}>\n{body.removesuffix(chr(10))}\n{spaces}</{name}>"
    elif name in WITHOUT_BODY:
        out = f"{start} />"
    else:
        out = f"{start}></{name}>"
    return out if in_raw else f"{spaces}{out}\n"


def _in_raw(parent: Element) -> bool:
    return parent.type == "html_element" and parent.content_model == "raw"


def xml_comment(_converter: Converter, element: Element, indent: int, parent: Element) -> str:
    """A comment or an instruction as it stood there."""
    if element.category == "block" and not _in_raw(parent):
        return f"{' ' * indent}{element.value}\n"
    return element.value


def comment(_converter: Converter, element: Element, indent: int, _parent: Element) -> str:
    """A comment made by kramdown's extension."""
    if element.category == "block":
        return f"{' ' * indent}<!-- {element.value} -->\n"
    return f"<!-- {element.value} -->"


def raw(_converter: Converter, element: Element, _indent: int, _parent: Element) -> str:
    """Raw text, if it is meant for HTML."""
    if element.formats and "html" not in element.formats:
        return ""
    return element.value + ("\n" if element.category == "block" else "")
