"""Paragraphs: what nothing else takes.

https://kramdown.gettalong.org/syntax.html#paragraphs
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from jinkyll.kramdown.block.boundary import LAZY_END, LAZY_END_BUT_IAL
from jinkyll.kramdown.characters import WHITESPACE
from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["add_line_end", "end", "first_text", "parse"]

_DEFINITION: Final = r" {0,3}:[\t| ]"
# GFM's quirk paragraph_end: other blocks need no blank line before them.
_QUIRK: Final = r" {0,3}(?:[+*-][\t| ]|[0-9]+\.[\t| ]|>|[~`]{3})|\#{1,6}[\t ]"


class End(NamedTuple):
    """The line end before a line that ends a paragraph."""

    pattern: re.Pattern[str]
    without_ial: re.Pattern[str]
    """For text without closing braces, where each opening one would be followed to the end."""


@cache
def end(*, quirk: bool) -> End:
    """How paragraphs end, without GFM's quirk or with it."""
    more = f"{_DEFINITION}|{_QUIRK}" if quirk else _DEFINITION
    return End(
        # Most lines begin with a letter, which is quickly told.
        *(
            re.compile(rf"\n(?![a-zA-Z])(?:{lines}|{more})")
            for lines in (LAZY_END, LAZY_END_BUT_IAL)
        )
    )


def parse(blocks: Blocks, position: int, first: int) -> bool:
    """Take the lines up to the end of the paragraph."""
    text = blocks.text
    if text[first] == "\t":
        return False
    end_of = blocks.paragraph_end
    pattern = end_of.without_ial if blocks.last_brace < first else end_of.pattern
    match = pattern.search(text, first)
    end = len(text) if match is None else match.start() + 1
    content = text[position:end].rstrip(WHITESPACE)
    last = blocks.last
    if last is not None and last.type == "p":
        # A line that looked like another block but was not one goes on with the paragraph.
        joint = "  \n" if text[max(position - 3, 0) : position] == "  \n" else "\n"
        if last.value:
            last.value += joint + content
        else:  # a paragraph that was written in HTML
            _continue(last, joint, content)
    else:
        blocks.add(Element("p", content.lstrip(WHITESPACE), None, blocks.line(position)))
    blocks.position = end
    return True


def _continue(paragraph: Element, joint: str, content: str) -> None:
    last = paragraph.children[-1] if paragraph.children else None
    if isinstance(last, Element) and last.type == "raw_text":
        last.value += joint + content
    else:
        paragraph.children.append(Element("raw_text", content, None, paragraph.location))


def first_text(paragraph: Element) -> str:
    """The text a paragraph begins with: all of it, unless it was written in HTML."""
    if not paragraph.children:
        return paragraph.value
    first = paragraph.children[0]
    return first.value if isinstance(first, Element) else first


def add_line_end(paragraph: Element) -> None:
    """Add a line end to the text a paragraph begins with."""
    if not paragraph.children:
        paragraph.value += "\n"
        return
    first = paragraph.children[0]
    if isinstance(first, Element):
        first.value += "\n"
    else:
        paragraph.children[0] = first + "\n"
