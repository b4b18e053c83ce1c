"""How spans are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.kramdown.converter import code
from jinkyll.kramdown.html.output import attributes, escape

if TYPE_CHECKING:
    from jinkyll.kramdown.converter.html import Converter
    from jinkyll.kramdown.element import Element

__all__ = ["a", "abbreviation", "br", "codespan", "emphasis", "entity", "img"]


def a(converter: Converter, element: Element, indent: int, _parent: Element) -> str:
    """A link."""
    return f"<a{attributes(element.attr)}>{converter.inner(element, indent)}</a>"


def img(_converter: Converter, element: Element, _indent: int, _parent: Element) -> str:
    """An image."""
    return f"<img{attributes(element.attr)} />"


def br(_converter: Converter, _element: Element, _indent: int, _parent: Element) -> str:
    """A line break; it has no attributes in kramdown."""
    return "<br />"


def emphasis(converter: Converter, element: Element, indent: int, _parent: Element) -> str:
    """Emphasis, weak or strong."""
    name = element.type
    attr = attributes(element.attr) if element.attr else ""
    return f"<{name}{attr}>{converter.inner(element, indent)}</{name}>"


def codespan(converter: Converter, element: Element, _indent: int, _parent: Element) -> str:
    """Code, highlighted if the highlighter knows its language."""
    attr = element.attr
    if not attr and converter.plain_code is not None:
        return f"{converter.plain_code}{escape(element.value)}</code>"
    language = code.language(attr) if attr else None
    highlighted = code.highlight(converter, element.value, language, "span")
    if highlighted is None:
        return f"<code{attributes(attr)}>{escape(element.value)}</code>"
    attr = code.with_classes(converter, attr, language, "span")
    return f"<code{attributes(attr)}>{highlighted}</code>"


def entity(converter: Converter, element: Element, _indent: int, _parent: Element) -> str:
    """An entity."""
    return converter.entity(int(element.value), element.original)


def abbreviation(converter: Converter, element: Element, _indent: int, _parent: Element) -> str:
    """An abbreviation with what it stands for."""
    definition = converter.document.abbreviations[element.value]
    attr = dict(definition.place.attr)
    if definition.title:
        attr["title"] = definition.title
    return f"<abbr{attributes(attr)}>{element.value}</abbr>"
