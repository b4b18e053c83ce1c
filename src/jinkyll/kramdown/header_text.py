"""The plain text of a header or a term, of which its id is made."""

from __future__ import annotations

from jinkyll.kramdown import entities
from jinkyll.kramdown.element import Element, Symbol

__all__ = ["raw_text"]


def raw_text(element: Element, *, gfm: bool) -> str:
    """The text in *element*; kramdown takes only text, GFM also code, math and entities."""
    out: list[str] = []
    _collect(element, out, gfm=gfm)
    return "".join(out)


def _collect(element: Element, out: list[str], *, gfm: bool) -> None:
    for node in element.children:
        if type(node) is str:
            out.append(node)
        elif isinstance(node, Symbol):
            if gfm:
                out.append(_symbol(node))
        elif isinstance(node, Element):
            if gfm and node.type in {"codespan", "math"}:
                out.append(node.value)
            elif gfm and node.type == "entity":
                out.append(entities.character(int(node.value)) or "")
            else:
                _collect(node, out, gfm=gfm)


def _symbol(name: str) -> str:
    if name == "laquo_space":
        return "\u00ab\u00a0"
    if name == "raquo_space":
        return "\u00a0\u00bb"
    return chr(entities.by_name(name))
