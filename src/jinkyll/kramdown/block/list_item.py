"""The first line of an item, which decides how far the lines after it must be indented.

https://kramdown.gettalong.org/syntax.html#lists
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from jinkyll.kramdown.attributes import ANY_CHARACTERS, ID_NAME, AttributeList
from jinkyll.kramdown.block.boundary import HTML, IAL

if TYPE_CHECKING:
    from jinkyll.kramdown.element import Element

__all__ = ["Shape", "dedent", "first_line", "item_ial"]

_IAL: Final = re.compile(rf"\s*(?:\{{:(?!(?:{ID_NAME})?:|/)({ANY_CHARACTERS})\}})\s*", re.ASCII)
_NOTHING_ELSE: Final = re.compile(
    rf"(?:\s*(?:\{{:(?!(?:{ID_NAME})?:|/){ANY_CHARACTERS}\}})\s*)?\s*\n", re.ASCII
)
_TABS: Final = re.compile(r"( *)(\t+)")


class Shape(NamedTuple):
    """How lines after an item's first one are recognised."""

    indentation: int
    content: re.Pattern[str]
    """A line that is indented enough."""
    lazy: re.Pattern[str]
    """A line that belongs to the item without being indented."""


@lru_cache(maxsize=64)
def _shape(indentation: int) -> Shape:
    tabs, spaces = divmod(indentation, 4)
    return Shape(
        indentation,
        re.compile(
            rf"(?:(?:\t| {{4}}){{{tabs}}} {{{spaces}}}|(?:\t| {{4}}){{{tabs + 1}}})"
            r".*[^ \t\r\n\f\v].*\n"
        ),
        re.compile(rf"(?! {{0,{min(indentation, 3)}}}(?:{IAL}|{HTML})).*[^ \t\r\n\f\v].*\n"),
    )


def first_line(marker: str, content: str) -> tuple[str, Shape]:
    """The content of an item's first line without indentation, and what it asks of the others."""
    indentation = len(marker)
    if content[0] == " " and content[1].isalpha():  # as it mostly is
        return content[1:], _shape(indentation + 1)
    if _NOTHING_ELSE.match(content):
        indentation = 4
    else:
        while tabs := _TABS.match(content):
            spaces = len(tabs[1])
            width = 4 - (spaces + indentation) % 4 + (len(tabs[2]) - 1) * 4
            content = tabs[1] + " " * width + content[tabs.end() :]
        indentation += len(content) - len(content.lstrip(" "))
    return content.lstrip(" \t\n\v\f\r"), _shape(indentation)


def item_ial(content: str, item: Element) -> str:
    """Give *item* the attribute list at the beginning of its content, and return the rest."""
    if "{:" not in content:
        return content
    match = _IAL.match(content)
    if match is None:
        return content
    if item.ial is None:
        item.ial = AttributeList()
    item.ial.parse(match[1])
    return content[match.end() :]


def dedent(line: str, indentation: int) -> tuple[str, bool]:
    """The line without the item's indentation, and whether it had all of it."""
    if line[0] == "\t":
        rest = line.lstrip("\t")
        line = " " * 4 * (len(line) - len(rest)) + rest
    if line.startswith(" " * indentation):
        return line[indentation:], True
    return line, False
