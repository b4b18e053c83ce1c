"""The tree between parsing and writing.

A node is a text (`str`), a typographic character (`Symbol`) or an `Element`. The types are
kramdown's (p, header, codespan, html_element ...).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinkyll.kramdown.attributes import AttributeList

__all__ = ["Element", "Node", "Symbol"]


class Symbol(str):
    """A typographic character or a smart quote; the text is kramdown's name of it (ndash)."""

    __slots__ = ()


class Element:
    """A node with a type; what a type does not use keeps the defaults below."""

    ial: AttributeList | None = None
    """The attribute list that was found with it; applied once spans have been parsed."""
    transparent = False
    """Of a paragraph: written without its tags."""
    category = "block"
    content_model: str | None = None
    """Of an HTML element: block, span or raw."""
    is_closed = False
    """Of an HTML element: it was written `<x />`."""
    level = 0
    raw_text = ""
    """Of a header or a term: what its id is made of."""
    language: str | None = None
    """Of a code block: the info string of the fence."""
    original: str | None = None
    """Of an entity: how it was written."""
    alignment: tuple[str, ...] | list[str] = ()
    """Of a table: one of default, left, center, right for each column."""
    formats: tuple[str, ...] = ()
    """Of raw text: the formats it is meant for; all if empty."""
    first_as_para = False
    """Of a definition: a blank line was before it."""
    column = 0
    """Of a td: counted from 0."""
    is_header = False
    """Of a td: it is in the table's head."""
    passed_over: list[int] | None = None
    """Of emphasis being read: where delimiters were that are not its end."""
    automatic_id = False
    """Of a header: its id was made, not given."""

    def __init__(
        self,
        type: str,  # noqa: A002  (kramdown's name)
        value: str = "",
        attr: dict[str, str | None] | None = None,
        location: int = 0,
    ) -> None:
        self.type = type
        self.value = value
        self.attr: dict[str, str | None] = {} if attr is None else attr
        self.children: list[Node] = []
        self.location = location

    def __repr__(self) -> str:
        return f"Element({self.type!r}, {self.value!r}, {self.attr!r}, children={self.children!r})"


Node = str | Element
