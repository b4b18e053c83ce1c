"""The option `html_to_native`: HTML elements become kramdown's own where it has such.

https://kramdown.gettalong.org/options.html
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown import entities
from jinkyll.kramdown.characters import WHITESPACE
from jinkyll.kramdown.element import Element, Node, Symbol
from jinkyll.kramdown.html import native_table
from jinkyll.kramdown.html.elements import SPAN, content_model
from jinkyll.kramdown.span import html_entity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["convert"]

_WITHOUT_TEXT: Final = frozenset(
    [
        "html",
        "head",
        "hgroup",
        "ol",
        "ul",
        "dl",
        "table",
        "colgroup",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "select",
        "optgroup",
    ]
)
_TEXT_IN_PARAGRAPHS: Final = frozenset(
    [
        "body",
        "section",
        "nav",
        "article",
        "aside",
        "header",
        "footer",
        "address",
        "div",
        "li",
        "dd",
        "blockquote",
        "figure",
        "figcaption",
        "fieldset",
        "form",
    ]
)
_WITHOUT_BLANKS: Final = _TEXT_IN_PARAGRAPHS | {"td", "th"}
_STRIPPED: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "form",
        "footer",
        "header",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "legend",
        "li",
        "nav",
        "p",
        "section",
        "td",
        "th",
    ]
)
_SIMPLE: Final = frozenset(
    [
        "em",
        "strong",
        "blockquote",
        "hr",
        "br",
        "img",
        "p",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "ul",
        "ol",
        "dl",
        "li",
        "dt",
        "dd",
    ]
)
_EMPHASIS: Final = {"em": "em", "i": "em", "strong": "strong", "b": "strong"}
_QUOTES: Final = frozenset({"lsquo", "rsquo", "ldquo", "rdquo"})
_SYMBOLS: Final = frozenset({"mdash", "ndash", "hellip", "laquo", "raquo"})
_BLOCKS: Final = frozenset(
    [
        "blank",
        "p",
        "header",
        "blockquote",
        "codeblock",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "td",
        "hr",
    ]
)
_NEITHER: Final = frozenset(["thead", "tbody", "tfoot", "tr", "th"])
_SPACES: Final = re.compile(r"\s+", re.ASCII)
_EDGES: Final = re.compile(r"\A\s|\s\Z", re.ASCII)
_HIGHLIGHTER: Final = re.compile(r"\s+\bhighlighter-\w+\b|\bhighlighter-\w+\b\s*", re.ASCII)
_LANGUAGE: Final = re.compile(r"\blanguage-[^ \t\r\n\f\v]+")
_MATH: Final = re.compile(r"\bmath/tex\b")
_CDATA: Final = re.compile(r"\A(?:%\s*)?<!\[CDATA\[\n?(.*?)(?:\s%)?\]\]>\Z", re.DOTALL)


def convert(
    element: Element,
    parent: Element | None = None,
    *,
    native: bool = True,
    keep_space: bool = False,
) -> None:
    """Convert *element* and what is in it; without *native* only their text."""
    if element.type in {"xml_comment", "xml_pi"}:
        around = "div"
        if parent is not None:
            around = parent.value if parent.type == "html_element" else parent.type
        element.category = "span" if content_model(around) == "span" else "block"
        return
    if element.type != "html_element":
        return
    own = _OWN.get(element.value)
    if native and own is not None:
        own(element)
        return
    name = element.value
    if native and name in _WITHOUT_TEXT:
        element.children = [c for c in element.children if type(c) is not str]
    if native and name in _SIMPLE:
        _become(element, name)
        _convert_children(element, native=native, keep_space=keep_space)
    else:
        _stay(element, native=native, keep_space=keep_space)
    if native:
        if name in _STRIPPED:
            _strip(element)
        if name in _WITHOUT_BLANKS:
            element.children = list(_without_blanks(element.children))
        if name in _TEXT_IN_PARAGRAPHS:
            element.children = list(_text_in_paragraphs(element.children))


def _become(element: Element, kind: str, category: str = "") -> None:
    """Make *element* one of kramdown's."""
    element.type = kind
    element.value = ""
    element.category = category
    element.content_model = None
    element.is_closed = False
    element.ial = None


def _stay(element: Element, *, native: bool, keep_space: bool = False) -> None:
    """Leave *element* what it is."""
    element.category = "span" if element.value in SPAN else "block"
    element.content_model = content_model(element.value) if native else "raw"
    element.is_closed = False
    element.ial = None
    _convert_children(element, native=native, keep_space=keep_space)


def _convert_children(element: Element, *, native: bool = True, keep_space: bool = False) -> None:
    kept: list[Node] = []
    for child in _merged(element.children):
        if isinstance(child, Element):
            convert(child, element, native=native, keep_space=keep_space)
            kept.append(child)
        elif isinstance(child, Symbol):
            kept.append(child)
        else:
            kept += _text(child, keep_space=keep_space or not native)
    element.children = kept


def _merged(nodes: list[Node]) -> Iterator[Node]:
    """The nodes, with text that was taken in pieces as one text."""
    pieces: list[str] = []
    for node in nodes:
        if type(node) is str:
            pieces.append(node)
            continue
        if pieces:
            yield "".join(pieces)
            pieces = []
        yield node
    if pieces:
        yield "".join(pieces)


def _text(text: str, *, keep_space: bool) -> list[Node]:
    if not keep_space:
        text = _SPACES.sub(" ", text)
    nodes: list[Node] = []
    position = 0
    while match := html_entity.ENTITY.search(text, position):
        if match.start() > position:
            nodes.append(text[position : match.start()])
        position = match.end()
        if match[1] in _QUOTES or match[1] in _SYMBOLS:
            nodes.append(Symbol(match[1]))
            continue
        try:
            nodes.append(html_entity.element(match))
        except entities.UnknownEntityError:
            nodes.append(Element("entity", str(html_entity.AMPERSAND)))
            position = match.start() + 1
    if position < len(text):
        nodes.append(text[position:])
    return nodes


def _strip(element: Element) -> None:
    children = element.children
    if children and type(first := children[0]) is str:
        children[0] = first.lstrip(WHITESPACE)
    if children and type(last := children[-1]) is str:
        children[-1] = last.rstrip(WHITESPACE)


def _without_blanks(nodes: list[Node]) -> Iterator[Node]:
    for index, node in enumerate(nodes):
        if type(node) is str and not node.strip(WHITESPACE):
            if index in {0, len(nodes) - 1}:
                continue
            if _is_block(nodes[index - 1]) and _is_block(nodes[index + 1]):
                continue
        yield node


def _text_in_paragraphs(nodes: list[Node]) -> Iterator[Node]:
    paragraph: Element | None = None
    for node in nodes:
        if _is_block(node):
            paragraph = None
            yield node
            continue
        if paragraph is None:
            paragraph = Element("p")
            paragraph.transparent = True
            yield paragraph
        paragraph.children.append(node)


def _is_block(node: Node) -> bool:
    if not isinstance(node, Element):
        return False
    if node.type in _BLOCKS:
        return True
    if node.type in _NEITHER:
        return False
    return node.type in {"html_element", "xml_comment", "xml_pi", "math", "raw", "comment"} and (
        node.category == "block"
    )


def _all_text(element: Element) -> str:
    return "".join(
        _all_text(node) if isinstance(node, Element) else "" if isinstance(node, Symbol) else node
        for node in element.children
    )


def _textarea(element: Element) -> None:
    _stay(element, native=True, keep_space=True)


def _a(element: Element) -> None:
    if element.attr.get("href") is not None:
        _become(element, "a")
        _convert_children(element)
    else:
        _stay(element, native=False)


def _emphasis(element: Element) -> None:
    if _EDGES.search(_all_text(element)):
        _stay(element, native=False)
    else:
        _become(element, _EMPHASIS[element.value])
        _convert_children(element)


def _header(element: Element) -> None:
    level = int(element.value[1])
    text = _all_text(element)
    _become(element, "header")
    element.level = level
    element.raw_text = text
    _convert_children(element)


def _code(element: Element) -> None:
    parts: list[str] = []
    for node in _text(_all_text(element), keep_space=True):
        if isinstance(node, Symbol):
            parts.append(chr(entities.by_name(node)))
        elif isinstance(node, Element):
            character = entities.character(int(node.value))
            if character is None:
                _stay(element, native=False, keep_space=True)
                return
            parts.append(character)
        else:
            parts.append(node)
    if element.value == "code":
        _become(element, "codespan")
        if element.attr.get("class"):
            element.attr["class"] = _HIGHLIGHTER.sub("", element.attr["class"] or "")
    else:
        _become(element, "codeblock")
        child = element.children[0] if len(element.children) == 1 else None
        if isinstance(child, Element) and child.value == "code":
            language = _LANGUAGE.search(child.attr.get("class") or "")
            if language:
                own = element.attr.get("class") or ""
                element.attr["class"] = f"{language[0]} {own}".rstrip(WHITESPACE)
    element.value = "".join(parts)
    element.children = []


def _table(element: Element) -> None:
    if not native_table.is_simple(element):
        _stay(element, native=False)
        return
    element.children = [c for c in element.children if isinstance(c, Element)]
    _convert_children(element)
    _become(element, "table")
    native_table.finish(element)


def _script(element: Element) -> None:
    kind = element.attr.get("type") or ""
    if not _MATH.search(kind):
        _stay(element, native=True)
        return
    first = element.children.pop(0) if element.children else ""
    _become(element, "math", "block" if "mode=display" in kind else "span")
    element.value = _CDATA.sub(r"\1", first.value if isinstance(first, Element) else first)
    del element.attr["type"]


_OWN: Final[dict[str, Callable[[Element], None]]] = {
    "a": _a,
    **dict.fromkeys(_EMPHASIS, _emphasis),
    **{f"h{level}": _header for level in range(1, 7)},
    "code": _code,
    "pre": _code,
    "table": _table,
    "textarea": _textarea,
    "script": _script,
}
