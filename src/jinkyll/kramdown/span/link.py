"""Links and images.

https://kramdown.gettalong.org/syntax.html#links-and-images
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown import attributes
from jinkyll.kramdown.characters import WHITESPACE
from jinkyll.kramdown.document import normalize_link_id
from jinkyll.kramdown.element import Element
from jinkyll.kramdown.span.escaped_characters import ESCAPED
from jinkyll.kramdown.span.plain import PLAIN

if TYPE_CHECKING:
    from jinkyll.kramdown.attributes import AttributeList
    from jinkyll.kramdown.spans import Spans

__all__ = ["parse"]

# A link of plain text to a plain URL, as it mostly is.
_SIMPLE: Final = re.compile(rf"\[(?!\^)({PLAIN})\]\((?!<)([^()\s]*)\)")
_REFERENCE: Final = re.compile(r"\s*?\[([^\]]+)?\]", re.ASCII)
_URL_IN_ANGLES: Final = re.compile(r"\(<(.*?)>")
_PARENTHESIS: Final = re.compile(r"(\()|(\))|\s(?=['\"])", re.ASCII)
_TITLE: Final = re.compile(r"\s*?([\"'])(.+?)\1\s*?\)", re.ASCII | re.DOTALL)


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take a link or an image, or its brackets as text."""
    text = spans.text
    image = text[position] == "!"
    start = position + (2 if image else 1)
    if text[start : start + 1] in {"", "^"}:
        return -1
    marker = text[position:start]
    if (not image and spans.link) or text.find("]", start) < 0:
        tree.children.append(marker)
        return start
    if not image and (simple := _SIMPLE.match(text, position)):
        element = Element("a", "", {"href": simple[2]})
        element.children.append(simple[1])
        tree.children.append(element)
        return simple.end()
    element = Element("img" if image else "a")
    children = element.children
    count = 1

    def stop(found: int) -> bool:
        nonlocal count
        count += -1 if text[found] == "]" else 1
        return count == sum(type(c) is Element and c.type == "img" for c in children)

    spans.link += 1
    stopped = spans.fill(element, start, spans.link_mode, "][!", stop)
    spans.link -= 1
    end = -1
    if stopped >= 0:
        end = _target(spans, element, text[start:stopped], stopped + 1)
    if end < 0:
        tree.children.append(marker)
        return start
    tree.children.append(element)
    return end


def _target(spans: Spans, element: Element, label: str, position: int) -> int:
    """Give the link its target, which follows its label at *position*; -1 if it has none."""
    text = spans.text
    label = ESCAPED.sub(r"\1", label) if "\\" in label else label
    inline = text.startswith("(", position)
    reference = None if inline else _REFERENCE.match(text, position)
    if reference is not None or not inline:
        name = normalize_link_id((reference and reference[1]) or label)
        definition = spans.document.link_definitions.get(name)
        if definition is None:
            if reference is not None and reference[1]:
                spans.document.diagnose(
                    spans.line(position),
                    f"the link reference [{reference[1]}] has no definition",
                    f"define it on a line of its own: [{reference[1]}]: URL",
                )
            return -1
        ial = None if definition.place is None else definition.place.ial
        _set(spans, element, definition.url, definition.title, label, ial)
        return position if reference is None else reference.end()

    if match := _URL_IN_ANGLES.match(text, position):
        url = match[1]
        position = match.end()
        if text.startswith(")", position):
            _set(spans, element, url, None, label)
            return position + 1
    else:
        start = position
        open_parentheses = 0
        while match := _PARENTHESIS.search(text, position):
            position = match.end()
            if match[2]:
                open_parentheses -= 1
                if open_parentheses == 0:
                    break
            elif match[1]:
                open_parentheses += 1
            else:
                break
        url = text[start + 1 : position - 1].strip(WHITESPACE)
        if open_parentheses == 0:
            _set(spans, element, url, None, label)
            return position
    title = _TITLE.match(text, position)
    if title is None:
        return -1
    _set(spans, element, url, title[2], label)
    return title.end()


def _set(
    spans: Spans,
    element: Element,
    url: str,
    title: str | None,
    label: str,
    ial: AttributeList | None = None,
) -> None:
    element.ial = ial
    if ial is not None:
        attributes.apply(element.attr, ial, spans.document.attribute_lists)
    if element.type == "a":
        element.attr["href"] = url
    else:
        element.attr["src"] = url
        element.attr["alt"] = label
        element.children.clear()
    if title is not None:
        element.attr["title"] = title
