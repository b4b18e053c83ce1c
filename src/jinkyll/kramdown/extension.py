"""kramdown's extensions: `{::comment}`, `{::nomarkdown}`, `{::options}`, in blocks and in spans.

https://kramdown.gettalong.org/syntax.html#extensions
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from jinkyll.kramdown.attributes import ID_NAME, AttributeList
from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.document import Document
    from jinkyll.kramdown.lookahead import Lookahead

__all__ = ["START", "Extension", "read"]

START: Final = (
    rf"\{{::([a-zA-Z0-9_]+)(?:[ \t\r\n\f\v]((?:\\\}}|[^}}])*?)|)(/)?\}}|\{{:/({ID_NAME})?\}}"
)
"""A start tag, an empty tag or an end tag."""


class Extension(NamedTuple):
    """An extension that was read: what stands for it, if anything, and where it ends."""

    element: Element | None
    name: str
    end: int


@lru_cache(maxsize=64)
def _block_stop(name: str) -> re.Pattern[str]:
    return re.compile(rf"^ {{0,3}}\{{:/(?:{name})?\}} *\n", re.MULTILINE)


@lru_cache(maxsize=64)
def _span_stop(name: str) -> re.Pattern[str]:
    return re.compile(rf"\{{:/(?:{name})?\}}")


def read(
    document: Document, ahead: Lookahead, tag: re.Match[str], category: str, line: int
) -> Extension | None:
    """Read the extension whose tag was matched; None if there is none such, or no end tag."""
    name = tag[1]
    if name is None:
        return None
    attributes = AttributeList()
    attributes.parse(tag[2] or "")
    body: str | None = None
    end = tag.end()
    if not tag[3]:
        text = ahead.text
        if ahead.find("{:/", end) < 0:
            return None
        stop = (_block_stop if category == "block" else _span_stop)(name).search(text, end)
        if stop is None:
            return None
        body = text[end : stop.start()]
        if category == "block":
            body = body.removesuffix("\n")
        end = stop.end()
    if name == "options":
        _set_options(document, attributes)
        return Extension(None, name, end)
    if name not in {"comment", "nomarkdown"}:
        return None
    if body is None:
        return Extension(None, name, end)
    element = Element("comment" if name == "comment" else "raw", body, None, line)
    element.category = category
    if name == "nomarkdown":
        element.formats = tuple(re.split(r"\s+", attributes.attributes.get("type", "")))
        if element.formats == ("",):
            element.formats = ()
    return Extension(element, name, end)


def _set_options(document: Document, attributes: AttributeList) -> None:
    for name, value in attributes.attributes.items():
        if name == "forbidden_inline_options" or not document.options.knows(name):
            continue
        if name not in document.options.forbidden_inline_options:
            document.options = document.options.with_inline(name, value)
