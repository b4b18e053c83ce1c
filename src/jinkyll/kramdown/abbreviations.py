"""Abbreviations in the text, wherever they stand as words.

https://kramdown.gettalong.org/syntax.html#abbreviations
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinkyll.kramdown.element import Element, Node

if TYPE_CHECKING:
    from jinkyll.kramdown.document import Document

__all__ = ["replace"]


def replace(element: Element, document: Document) -> None:
    """Make elements of the abbreviations in the text below *element*, except in raw HTML."""
    names = sorted(document.abbreviations, key=len, reverse=True)
    _replace(element, re.compile("|".join(map(re.escape, names))))


def _replace(element: Element, pattern: re.Pattern[str]) -> None:
    children = element.children
    raw = element.content_model == "raw"
    kept: list[Node] = []
    index = 0
    while index < len(children):
        node = children[index]
        index += 1
        if type(node) is str:
            while index < len(children) and type(piece := children[index]) is str:
                node += piece
                index += 1
            if raw:
                kept.append(node)
            else:
                kept += _split(node, pattern)
            continue
        if isinstance(node, Element):
            _replace(node, pattern)
        kept.append(node)
    element.children = kept


def _split(text: str, pattern: re.Pattern[str]) -> list[Node]:
    nodes: list[Node] = []
    done = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        before = text[start - 1 : start]
        after = text[end : end + 1]
        if _is_word(before) or _is_word(after):
            continue
        if start > done:
            nodes.append(text[done:start])
        nodes.append(Element("abbreviation", match[0]))
        done = end
    if done < len(text):
        nodes.append(text[done:])
    return nodes


def _is_word(character: str) -> bool:
    """Ruby's word characters, which stops at ASCII."""
    return character == "_" or (character.isascii() and character.isalnum())
