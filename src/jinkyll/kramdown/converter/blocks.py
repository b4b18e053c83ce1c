"""How blocks are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.characters import WHITESPACE
from jinkyll.kramdown.converter import code
from jinkyll.kramdown.converter.identifiers import basic
from jinkyll.kramdown.element import Element
from jinkyll.kramdown.html.output import attributes, escape

if TYPE_CHECKING:
    from jinkyll.kramdown.converter.html import Converter

__all__ = [
    "blank",
    "cell",
    "codeblock",
    "head_cell",
    "header",
    "indented",
    "item",
    "list_",
    "math",
    "paragraph",
    "rule",
    "table",
    "term",
]

_AUTO_IDS: Final = re.compile(r"auto_ids(?:-([\w-]+))?", re.ASCII)
_SHOWN_SPACES: Final = re.compile(r"(^[ \t]+)|([ \t]+$)|([ \t]+)", re.MULTILINE)


def blank(_converter: Converter, _element: Element, _indent: int, _parent: Element) -> str:
    """One blank line, however many there were."""
    return "\n"


def paragraph(converter: Converter, element: Element, indent: int, _parent: Element) -> str:
    """A paragraph, what is in it if transparent, or a figure of an image that stands alone."""
    if element.transparent:
        return converter.inner(element, indent)
    children = element.children
    if len(children) == 1:
        image = children[0]
        if (
            type(image) is Element
            and image.type == "img"
            and image.ial is not None
            and "standalone" in image.ial.references
        ):
            return _figure(element, image, indent)
    body = converter.inner(element, indent)
    attr = attributes(element.attr) if element.attr else ""
    return f"{' ' * indent}<p{attr}>{body}</p>\n"


def _figure(element: Element, image: Element, indent: int) -> str:
    figure_attr, image_attr = dict(element.attr), dict(image.attr)
    for name in ("class", "id"):
        if name in image_attr and name not in figure_attr:
            figure_attr[name] = image_attr.pop(name)
    inner = " " * (indent + 2)
    outer = " " * indent
    return (
        f"{outer}<figure{attributes(figure_attr)}>\n"
        f"{inner}<img{attributes(image_attr)} />\n"
        f"{inner}<figcaption>{image_attr.get('alt') or ''}</figcaption>\n"
        f"{outer}</figure>\n"
    )


def codeblock(converter: Converter, element: Element, indent: int, _parent: Element) -> str:
    """Code, highlighted if the highlighter knows its language."""
    attr = dict(element.attr)
    language = code.language(attr)
    if language is not None:
        code.remove_language(attr)
    highlighted = code.highlight(converter, element.value, element.language or language, "block")
    spaces = " " * indent
    if highlighted is not None:
        attr = code.with_classes(converter, attr, language, "block")
        return f"{spaces}<div{attributes(attr)}>{highlighted}{spaces}</div>\n"
    text = escape(element.value).removesuffix("\n")
    if "show-whitespaces" in (element.attr.get("class") or "") and re.search(
        r"\bshow-whitespaces\b", element.attr["class"] or ""
    ):
        text = _SHOWN_SPACES.sub(_show_spaces, text)
    code_attr = "" if language is None else attributes({"class": f"language-{language}"})
    return f"{spaces}<pre{attributes(attr)}><code{code_attr}>{text}\n</code></pre>\n"


def _show_spaces(match: re.Match[str]) -> str:
    suffix = "-l" if match[1] else "-r" if match[2] else ""
    return "".join(
        f'<span class="ws-tab{suffix}">\t</span>'
        if character == "\t"
        else f'<span class="ws-space{suffix}">&#8901;</span>'
        for character in match[0]
    )


def indented(converter: Converter, element: Element, indent: int, _parent: Element) -> str:
    """An element whose content stands on lines of its own."""
    spaces = " " * indent
    name = element.type
    body = converter.inner(element, indent)
    return f"{spaces}<{name}{attributes(element.attr)}>\n{body}{spaces}</{name}>\n"


def header(converter: Converter, element: Element, indent: int, _parent: Element) -> str:
    """A header with its id; remembered for the table of contents."""
    attr = element.attr
    options = converter.options
    if options.auto_ids and attr.get("id") is None:
        identifier: str | None = converter.identifiers.make(element.raw_text)
        attr = {**attr, "id": identifier}
    identifier = attr.get("id")
    if identifier is not None:
        converter.toc.add(element, identifier)
    level = converter.output_level(element.level)
    body = converter.inner(element, indent)
    if options.header_links and identifier:
        body = f'<a href="#{identifier}"></a>{body}'
    return f"{' ' * indent}<h{level}{attributes(attr)}>{body}</h{level}>\n"


def rule(_converter: Converter, element: Element, indent: int, _parent: Element) -> str:
    """A horizontal rule."""
    return f"{' ' * indent}<hr{attributes(element.attr)} />\n"


def list_(converter: Converter, element: Element, indent: int, parent: Element) -> str:
    """A list, unless it only marks the place of the contents or of the footnotes."""
    if element.ial is not None:
        references = element.ial.references
        if "toc" in references and (place := converter.toc.place(element)):
            return place
        if "footnotes" in references and (place := converter.footnotes.place()):
            return place
    return indented(converter, element, indent, parent)


def item(converter: Converter, element: Element, indent: int, _parent: Element) -> str:
    """An item of a list, or a definition."""
    spaces = " " * indent
    name = element.type
    children = element.children
    first = children[0] if children else None
    bare: Element | None = None
    if type(first) is Element and first.type == "p" and first.transparent:
        bare = first
    if bare is not None and len(children) == 1:
        body = converter.inner(bare, indent + 2)
    else:
        body = converter.inner(element, indent)
    start = f"{spaces}<{name}{attributes(element.attr)}>"
    if first is None or bare is not None:
        end = spaces if body.endswith("\n") else ""
        return f"{start}{body}{end}</{name}>\n"
    return f"{start}\n{body}{spaces}</{name}>\n"


def term(converter: Converter, element: Element, indent: int, parent: Element) -> str:
    """A term that is defined."""
    attr = element.attr
    if attr.get("id") is None and parent.ial is not None:
        for reference in parent.ial.references:
            if match := _AUTO_IDS.match(reference):
                identifier = f"{match[1] or ''}{basic(element.raw_text)}"
                attr = {**attr, "id": identifier.lstrip(WHITESPACE)}
                break
    body = converter.inner(element, indent)
    return f"{' ' * indent}<dt{attributes(attr)}>{body}</dt>\n"


def table(converter: Converter, element: Element, indent: int, _parent: Element) -> str:
    """A table; what is not aligned by the default gets a style."""
    spaces = " " * indent
    body = []
    for group in element.children:
        if isinstance(group, Element):
            cells = _group(converter, group, indent + 2, element.alignment)
            body.append(cells)
        else:
            body.append(converter.text(group))
    return f"{spaces}<table{attributes(element.attr)}>\n{''.join(body)}{spaces}</table>\n"


def _group(
    converter: Converter, group: Element, indent: int, alignment: tuple[str, ...] | list[str]
) -> str:
    for row in group.children:
        if not isinstance(row, Element):
            continue
        for column, node in enumerate(row.children):
            if isinstance(node, Element) and node.type == "td":
                node.column = column
                node.is_header = group.type == "thead"
                node.alignment = alignment
    return converter.nodes([group], indent, group)


def cell(converter: Converter, element: Element, indent: int, _parent: Element) -> str:
    """A cell of a table."""
    body = converter.inner(element, indent) or converter.entity(160)
    attr = element.attr
    alignment = "default"
    if element.column < len(element.alignment):  # a table of HTML may have odd rows
        alignment = element.alignment[element.column]
    if alignment != "default":
        style = f"text-align: {alignment}"
        if "style" in attr:
            style = f"{attr['style'] or ''}; {style}"
        attr = {**attr, "style": style}
    name = "th" if element.is_header else "td"
    return f"{' ' * indent}<{name}{attributes(attr)}>{body}</{name}>\n"


def head_cell(converter: Converter, element: Element, indent: int, parent: Element) -> str:
    """A `th` of HTML that is in no table; kramdown itself fails on it."""
    element.is_header = True
    return cell(converter, element, indent, parent)


def math(converter: Converter, element: Element, indent: int, _parent: Element) -> str:
    """Math, for MathJax to set."""
    value, attr = element.value, element.attr
    block = element.category == "block"
    if converter.options.math_engine == "mathjax":
        result = f"\\[{escape(value)}\\]\n" if block else f"\\({escape(value)}\\)"
        if not attr:
            return result
        if block:
            return f"{' ' * indent}<div{attributes(attr)}>{result}</div>\n"
        return f"<span{attributes(attr)}>${value}$</span>"
    attr = {**attr, "class": f"{attr.get('class') or ''} kdmath".lstrip(WHITESPACE)}
    if block:
        return f"{' ' * indent}<div{attributes(attr)}>$$\n{value}\n$$</div>\n"
    return f"<span{attributes(attr)}>${value}$</span>"
