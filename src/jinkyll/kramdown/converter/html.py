"""The converter: a tree in, HTML out, indented as kramdown indents it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from jinkyll.errors import ConversionError
from jinkyll.kramdown import entities
from jinkyll.kramdown.converter import (
    blocks,
    code,
    footnotes,
    html_elements,
    spans,
    table_of_contents,
)
from jinkyll.kramdown.converter.identifiers import Identifiers
from jinkyll.kramdown.element import Element, Node, Symbol
from jinkyll.kramdown.html.output import escape_text

if TYPE_CHECKING:
    from jinkyll.kramdown.document import Document
    from jinkyll.kramdown.options import Options

__all__ = ["Converter"]

Writer = Callable[["Converter", Element, int, Element], str]
"""Called with an element, its indentation and its parent."""

_WRITERS: Final[dict[str, Writer]] = {
    "a": spans.a,
    "abbreviation": spans.abbreviation,
    "blank": blocks.blank,
    "blockquote": blocks.indented,
    "br": spans.br,
    "codeblock": blocks.codeblock,
    "codespan": spans.codespan,
    "comment": html_elements.comment,
    "dd": blocks.item,
    "dl": blocks.indented,
    "dt": blocks.term,
    "em": spans.emphasis,
    "entity": spans.entity,
    "footnote": footnotes.marker,
    "header": blocks.header,
    "hr": blocks.rule,
    "html_element": html_elements.element,
    "img": spans.img,
    "li": blocks.item,
    "math": blocks.math,
    "ol": blocks.list_,
    "p": blocks.paragraph,
    "raw": html_elements.raw,
    "strong": spans.emphasis,
    "table": blocks.table,
    "tbody": blocks.indented,
    "td": blocks.cell,
    "tfoot": blocks.indented,
    "th": blocks.head_cell,
    "thead": blocks.indented,
    "tr": blocks.indented,
    "ul": blocks.list_,
    "xml_comment": html_elements.xml_comment,
    "xml_pi": html_elements.xml_comment,
}
_SYMBOLS: Final = {
    "mdash": ("mdash",),
    "ndash": ("ndash",),
    "hellip": ("hellip",),
    "laquo_space": ("laquo", "nbsp"),
    "raquo_space": ("nbsp", "raquo"),
    "laquo": ("laquo",),
    "raquo": ("raquo",),
}
_QUOTES: Final = ("lsquo", "rsquo", "ldquo", "rdquo")


@cache
def _cjk() -> re.Pattern[str]:
    """A line end between two characters of Chinese or Japanese."""
    characters = (
        r"[\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f"
        r"\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
        r"\uff66-\uff6f\uff71-\uff9d\U00020000-\U0003134f]"
    )
    return re.compile(rf"({characters})\n(?={characters})")


class Converter:
    """Writes one document."""

    indent: Final = 2

    def __init__(self, document: Document) -> None:
        self.document = document
        options = self.options = document.options
        self.symbols = symbols_of(options)
        self.identifiers = Identifiers(
            options.auto_id_prefix, transliterated=options.transliterated_header_ids
        )
        self.footnotes = footnotes.Footnotes(self)
        self.toc = table_of_contents.Toc(self)
        self.plain_code = code.plain_start(options)
        self.joins_cjk = options.remove_line_breaks_for_cjk

    def convert(self, root: Element) -> str:
        """The HTML of a document."""
        text = self.inner(root, -self.indent)
        text = self.footnotes.insert(text)
        return self.toc.insert(text)

    def inner(self, element: Element, indent: int) -> str:
        """The HTML of what is in *element*, which itself is written with *indent*."""
        children = element.children
        if len(children) == 1 and type(children[0]) is str:
            return self.text(children[0])
        return self.nodes(children, indent + 2, element)

    def nodes(self, nodes: list[Node], indent: int, parent: Element) -> str:
        """The HTML of some nodes of *parent*."""
        out: list[str] = []
        append = out.append
        for node in nodes:
            if isinstance(node, Element):
                append(_WRITERS[node.type](self, node, indent, parent))
            elif type(node) is Symbol:
                append(self.symbols[node])
            elif "<" in node or ">" in node or "&" in node or self.joins_cjk:
                append(self.text(node))
            else:
                append(node)
        return "".join(out)

    def text(self, text: str) -> str:
        """Plain text as HTML."""
        if "<" in text or ">" in text or "&" in text:
            text = escape_text(text)
        return _cjk().sub(r"\1", text) if self.joins_cjk else text

    def entity(self, code: int, original: str | None = None) -> str:
        """An entity as the options want it."""
        return entities.to_text(code, self.options.entity_output, original)

    def output_level(self, level: int) -> int:
        """The level with which a header is written."""
        return max(min(level + self.options.header_offset, 6), 1)


def symbols_of(options: Options) -> dict[str, str]:
    """How typographic characters are written."""
    return _symbols(
        options.entity_output,
        options.smart_quotes,
        tuple(sorted(options.typographic_symbols.items())),
    )


@lru_cache(maxsize=32)
def _symbols(
    entity_output: str | None,
    smart_quotes: tuple[str | int, ...],
    typographic_symbols: tuple[tuple[str, str], ...],
) -> dict[str, str]:
    own = dict(typographic_symbols)
    symbols = _Symbols()
    symbols |= {
        name: escape_text(own[name])
        if name in own
        else "".join(entities.to_text(entities.by_name(part), entity_output) for part in parts)
        for name, parts in _SYMBOLS.items()
    }
    for name, quote in zip(_QUOTES, smart_quotes, strict=True):
        with suppress(entities.UnknownEntityError):
            code = (
                entities.by_name(quote) if isinstance(quote, str) else entities.by_code_point(quote)
            )
            symbols[name] = entities.to_text(code, entity_output)
    return symbols


class _Symbols(dict[str, str]):
    """Complains of a quotation mark that has no right name when a text has such a mark."""

    def __missing__(self, name: str) -> str:
        raise ConversionError(
            f"kramdown option smart_quotes: what is given for {name} is no entity",
            hint="see https://kramdown.gettalong.org/options.html",
        )
