"""Reading HTML: tags, attributes, and whatever stands between them.

https://kramdown.gettalong.org/syntax.html#html-blocks
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.characters import NAME
from jinkyll.kramdown.element import Element
from jinkyll.kramdown.html.elements import KNOWN, WITHOUT_BODY, content_model

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks
    from jinkyll.kramdown.lookahead import Lookahead

__all__ = ["END_TAG", "MARKDOWN", "TAG", "Reader", "attributes", "comment_at", "end_tag"]

_S: Final = r"[ \t\r\n\f\v]"
_COMMENT: Final = re.compile(r"<!--(.*?)-->", re.DOTALL)
_INSTRUCTION: Final = re.compile(r"<\?(.*?)\?>", re.DOTALL)
TAG: Final = re.compile(
    rf"<((?>{NAME})){_S}*((?>{_S}+{NAME}(?:{_S}*={_S}*(?:\w+|(\"|').*?\3))?)*){_S}*(/)?>", re.DOTALL
)
"""A start tag: name, attributes, and the slash of an empty element as group 4."""
END_TAG: Final = re.compile(rf"</({NAME}){_S}*>")
_ATTRIBUTE: Final = re.compile(rf"{_S}*({NAME})(?:{_S}*={_S}*(?:(\w+)|(\"|')(.*?)\3))?", re.DOTALL)
_RAW_START: Final = re.compile(rf"<(?:{NAME}|/|!--|\?)")
_TRAILING: Final = re.compile(r"[ \t]*\n")

MARKDOWN: Final = {"0": "raw", "1": "default", "span": "span", "block": "block"}
"""What the attribute `markdown` makes of an element's content."""


@lru_cache(maxsize=256)
def end_tag(name: str, *, any_case: bool = True) -> re.Pattern[str]:
    """The pattern of an end tag."""
    return re.compile(rf"</{re.escape(name)}{_S}*>", re.IGNORECASE if any_case else 0)


def comment_at(ahead: Lookahead, position: int) -> re.Match[str] | None:
    """The comment that begins at *position*."""
    if not ahead.text.startswith("<!--", position) or ahead.find("-->", position + 4) < 0:
        return None
    return _COMMENT.match(ahead.text, position)


def _instruction(ahead: Lookahead, position: int) -> re.Match[str] | None:
    if ahead.find("?>", position + 2) < 0:
        return None
    return _INSTRUCTION.match(ahead.text, position)


def attributes(text: str, *, lower: bool) -> dict[str, str | None]:
    """The attributes in *text*, the part of a tag after the name; the last of two equal wins."""
    found: dict[str, str | None] = {}
    for name, word, _quote, quoted in _ATTRIBUTE.findall(text):
        found[name.lower() if lower else name] = word or quoted
    return found


class Reader:
    """Reads one element of a block pass, with everything in it."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks

    def start_tag(self, tag: re.Match[str], line: int) -> Element:
        """Add the element that *tag* begins to the block being filled, and read its content."""
        name = tag[1]
        known = name.lower() in KNOWN
        if known:
            name = name.lower()
        element = Element("html_element", name, attributes(tag[2], lower=known), line)
        self.blocks.tree.children.append(element)
        closed = tag[4] is not None or name in WITHOUT_BODY
        if name in {"script", "style"}:
            self._script(element)
            self._content(element, closed=False, read=False)
        else:
            self._content(element, closed=closed, read=not closed)
        return element

    def _script(self, element: Element) -> None:
        blocks = self.blocks
        end = end_tag(element.value).search(blocks.text, blocks.position)
        content_end = len(blocks.text) if end is None else end.start()
        if content_end > blocks.position:
            content = blocks.text[blocks.position : content_end]
            raw = Element("raw", content, None, element.location)
            raw.category = "span"  # no line end after it
            element.children.append(raw)
        blocks.position = content_end if end is None else end.end()

    def _content(self, element: Element, *, closed: bool, read: bool) -> None:
        blocks = self.blocks
        if blocks.ial is not None:
            element.ial, blocks.ial = blocks.ial, None
        in_raw = blocks.tree.type == "html_element" and blocks.tree.content_model == "raw"
        model = "raw"
        if not in_raw and blocks.options.parse_block_html:
            model = content_model(element.value)
        wanted = MARKDOWN.get(element.attr.pop("markdown", None) or "")
        if wanted is not None:
            model = content_model(element.value) if wanted == "default" else wanted
        if model == "block":
            self._trailing()
        element.content_model = model
        element.is_closed = closed
        if not read:
            return
        if model == "block":
            blocks.fill(element)
        elif model == "span":
            end = end_tag(element.value).search(blocks.text, blocks.position)
            content_end = len(blocks.text) if end is None else end.start()
            if content_end > blocks.position:
                content = blocks.text[blocks.position : content_end]
                element.children.append(Element("raw_text", content, None, element.location))
            blocks.position = content_end if end is None else end.end()
        else:
            self._raw(element)
        if not in_raw:
            self._trailing()

    def _trailing(self) -> None:
        if match := _TRAILING.match(self.blocks.text, self.blocks.position):
            self.blocks.position = match.end()

    def _raw(self, element: Element) -> None:
        """Read content in which only HTML means anything, up to the end tag."""
        blocks = self.blocks
        outer, blocks.tree = blocks.tree, element
        blocks.enter()
        text = blocks.text
        children = element.children
        known = element.value in KNOWN
        while blocks.position < len(text):
            start = blocks.position
            match = _RAW_START.search(text, start)
            if match is None:
                children.append(text[start:])
                blocks.position = len(text)
                break
            position = match.start()
            if position > start:
                children.append(text[start:position])
            line = blocks.line(position)
            if comment := comment_at(blocks.ahead, position):
                children.append(Element("xml_comment", comment[0], None, line))
                blocks.position = comment.end()
            elif text.startswith("<?", position) and (
                instruction := _instruction(blocks.ahead, position)
            ):
                children.append(Element("xml_pi", instruction[0], None, line))
                blocks.position = instruction.end()
            elif tag := TAG.match(text, position):
                blocks.position = tag.end()
                self.start_tag(tag, line)
            elif end := END_TAG.match(text, position):
                blocks.position = end.end()
                if element.value == (end[1].lower() if known else end[1]):
                    break
                children.append(end[0])
            else:
                children.append(text[position])
                blocks.position = position + 1
        blocks.depth -= 1
        blocks.tree = outer
