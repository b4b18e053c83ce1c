"""HTML as an element tree, for Python-Markdown's tree processors, and back to the same HTML."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

from jinkyll.kramdown.html.elements import WITHOUT_BODY
from jinkyll.kramdown.html.output import escape_attribute, escape_text

__all__ = ["add_raw", "build", "serialize"]

_TAG: Final = re.compile(
    r"<!--.*?-->|<(/)?([^\W\d][-\w.:]*)((?:\s+[^\W\d][-\w.:]*=\"[^\"]*\")*)\s*(/)?>", re.DOTALL
)
_ATTRIBUTE: Final = re.compile(r"([^\W\d][-\w.:]*)=\"([^\"]*)\"")
_RAW: Final = "jinkyll-raw"
_VERBATIM: Final = frozenset({"script", "style"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def add_raw(parent: Element, html: str) -> None:
    """Add HTML that nobody is to look into."""
    raw = Element(_RAW)
    raw.text = html
    parent.append(raw)


def build(root: Element, html: str) -> None:
    """Add the elements of *html* to *root*; what is not well-formed stays text."""
    stack = [root]
    position = 0
    pairs = _pairs(html)
    for match, partner in pairs:
        if match.start() < position:
            continue
        _add_text(stack[-1], html[position : match.start()])
        position = match.end()
        if match[2] is None:
            add_raw(stack[-1], match[0])
        elif match[1]:
            if partner is None:
                _add_markup(stack[-1], match[0])
            else:
                stack.pop()
        elif partner is None and not match[4]:
            _add_markup(stack[-1], match[0])
        else:
            element = Element(match[2])
            for name, value in _ATTRIBUTE.findall(match[3]):
                element.set(name, _plain(value, escape_attribute))
            stack[-1].append(element)
            if partner is not None:
                if match[2] in _VERBATIM:
                    element.text = Markup(html[match.end() : partner.start()])
                    position = partner.end()
                else:
                    stack.append(element)
    _add_text(stack[-1], html[position:])


def _pairs(html: str) -> list[tuple[re.Match[str], re.Match[str] | None]]:
    """The tags, each with the one that closes or opens it, if elements are nested properly."""
    tags = list(_TAG.finditer(html))
    partner: dict[int, re.Match[str]] = {}
    open_tags: list[re.Match[str]] = []
    count: dict[str, int] = {}
    for tag in tags:
        name = tag[2]
        if name is None or tag[4]:
            continue
        if not tag[1]:
            if name not in WITHOUT_BODY:
                open_tags.append(tag)
                count[name] = count.get(name, 0) + 1
        elif count.get(name):
            while open_tags:
                start = open_tags.pop()
                count[start[2]] -= 1
                if start[2] == name:
                    partner[start.start()] = tag
                    partner[tag.start()] = start
                    break
    return [(tag, partner.get(tag.start())) for tag in tags]


def _plain(text: str, escape_again: object) -> str:
    """Text without entities, if the same HTML can be made of it again."""
    if "&" not in text:
        return text
    plain = (
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    )
    again = escape_attribute(plain) if escape_again is escape_attribute else escape_text(plain)
    return plain if again == text else Markup(text)


def _add_text(parent: Element, text: str) -> None:
    if text:
        _append(parent, _plain(text, escape_text) if ">" not in text else Markup(text))


def _add_markup(parent: Element, html: str) -> None:
    add_raw(parent, html)


def _append(parent: Element, text: str) -> None:
    if len(parent):
        last = parent[-1]
        last.tail = text if last.tail is None else _joined(last.tail, text)
    else:
        parent.text = text if parent.text is None else _joined(parent.text, text)


def _joined(before: str, after: str) -> str:
    if isinstance(before, Markup) or isinstance(after, Markup):
        return Markup(_escaped(before) + _escaped(after))
    return before + after


def _escaped(text: str) -> str:
    return text if isinstance(text, Markup) else escape_text(text)


def serialize(root: Element) -> str:
    """Write a tree as HTML."""
    out: list[str] = []
    stack: list[Element | str] = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            out.append(item)
            continue
        if item.tail:
            stack.append(_escaped(item.tail))
        tag = item.tag
        if tag == _RAW:
            out.append(item.text or "")
            continue
        if not isinstance(tag, str):  # ElementTree's comments have a function for a tag
            out.append(f"<!--{item.text or ''}-->")  # type: ignore[unreachable]
            continue
        out.append(f"<{tag}")
        for name, value in item.attrib.items():
            text = value if isinstance(value, Markup) else escape_attribute(str(value))
            out.append(f' {name}="{text}"')
        if tag in WITHOUT_BODY and not item.text and not len(item):
            out.append(" />")
            continue
        out.append(">")
        stack.append(f"</{tag}>")
        stack.extend(reversed(item))
        if item.text:
            out.append(_escaped(item.text))
    return "".join(out)
