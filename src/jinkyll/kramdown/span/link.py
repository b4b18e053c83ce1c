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

__all__ = ["PLAIN_FORM", "make", "parse"]

PLAIN_FORM: Final = rf"\[(?!\^)(?P<label>{PLAIN})\]\((?!<)(?P<href>[^()\s]*)\)"
"""A link of plain text to a plain URL."""
_REFERENCE: Final = re.compile(r"\s*?\[([^\]]+)?\]", re.ASCII)
_URL_IN_ANGLES: Final = re.compile(r"\(<(.*?)>")
_PARENTHESIS: Final = re.compile(r"(\()|(\))|\s(?=['\"])", re.ASCII)
_TITLE_END: Final = re.compile(r"[\"']\s*\)", re.ASCII)
_TITLE: Final = re.compile(r"\s*?([\"'])(.+?)\1\s*?\)", re.ASCII | re.DOTALL)


def make(spans: Spans, match: re.Match[str]) -> Element | None:
    """A link of plain text, unless within a link."""
    if spans.link:
        return None
    element = Element("a", "", {"href": match["href"]})
    element.children.append(match["label"])
    return element


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take a link or an image, or its brackets as text."""
    text = spans.text
    image = text[position] == "!"
    start = position + (2 if image else 1)
    if text[start : start + 1] in {"", "^"}:
        return -1
    marker = text[position:start]
    if (not image and spans.link) or spans.ahead.find("]", start) < 0:
        tree.children.append(marker)
        return start
    context = (spans.em > 0, spans.strong > 0, False)
    if ("link", position, *context) in spans.hopeless:
        tree.children.append(marker)
        return start
    closed = spans.closed.get((position, *context))
    if closed is not None and not _can_have_target(spans, text[start:closed], closed + 1):
        tree.children.append(marker)
        return start
    element = Element("img" if image else "a")
    stopped = _label(spans, element, position, start)
    end = -1
    if stopped >= 0:
        end = _target(spans, element, text[start:stopped], stopped + 1)
    if end < 0:
        tree.children.append(marker)
        return start
    tree.children.append(element)
    return end


def _label(spans: Spans, element: Element, position: int, start: int) -> int:
    """Fill the link with its label; return where the bracket that closes it is, or -1."""
    context = (spans.em > 0, spans.strong > 0, False)
    text = spans.text
    children = element.children
    open_brackets = 1
    unclosed: list[int] = []
    looked_at = images = 0

    def count_images() -> None:
        """An image's brackets were counted as an opening one, but it has closed itself."""
        nonlocal looked_at, images
        for child in children[looked_at:]:
            if type(child) is Element and child.type == "img":
                images += 1
                if unclosed:
                    unclosed.pop()
        looked_at = len(children)

    def stop(found: int) -> bool:
        nonlocal open_brackets
        count_images()
        if text[found] != "]":
            open_brackets += 1
            unclosed.append(found)
        else:
            open_brackets -= 1
            if unclosed:
                spans.closed[(unclosed.pop(), *context)] = found
        return open_brackets == images

    spans.link += 1
    stopped = spans.fill(element, start, spans.link_mode, "][!", stop)
    spans.link -= 1
    if stopped < 0:
        count_images()
        # What was opened on the way to the end is not closed either.
        spans.hopeless.update(("link", opened, *context) for opened in unclosed)
        spans.hopeless.add(("link", position, *context))
    return stopped


def _can_have_target(spans: Spans, label: str, position: int) -> bool:
    """Tell whether it is worth while to read a label, before which and after which all is known."""
    text = spans.text
    if text.startswith("(", position):
        return True
    reference = _REFERENCE.match(text, position)
    if reference is not None and reference[1]:
        return True
    label = ESCAPED.sub(r"\1", label) if "\\" in label else label
    return normalize_link_id(label) in spans.document.link_definitions


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
            if reference is not None and reference[1] and _is_meant(text, label, position):
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
        position, closed = _parenthesis(spans, start)
        url = text[start + 1 : position - 1].strip(WHITESPACE)
        if closed:
            _set(spans, element, url, None, label)
            return position
    if not spans.ahead.has(_TITLE_END, position):
        return -1
    title = _TITLE.match(text, position)
    if title is None:
        return -1
    _set(spans, element, url, title[2], label)
    return title.end()


def _is_meant(text: str, label: str, position: int) -> bool:
    """Tell whether ``[label][name]`` looks like a reference, and not like two indices."""
    before = text[max(position - len(label) - 3, 0) : max(position - len(label) - 2, 0)]
    return text[position] == "[" and not before.isalnum()


def _parenthesis(spans: Spans, position: int) -> tuple[int, bool]:
    """Where the parenthesis at *position* is closed, or interrupted by a title."""
    if ("parenthesis", position, False, False, False) in spans.hopeless:
        return len(spans.text), False
    opened: list[int] = []
    while match := _PARENTHESIS.search(spans.text, position):
        position = match.end()
        if match[1]:
            opened.append(match.start())
        elif match[2]:
            opened.pop()
            if not opened:
                return position, True
        else:
            return position, False
    spans.hopeless.update(("parenthesis", start, False, False, False) for start in opened)
    return len(spans.text), False


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
