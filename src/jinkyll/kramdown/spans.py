"""The span pass: raw text -> the nodes of a line of text.

The next character that may mean something is found by one search, and says which constructs are
asked, in kramdown's order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from jinkyll.kramdown import nesting
from jinkyll.kramdown.element import Element, Node, Symbol
from jinkyll.kramdown.lookahead import Lookahead
from jinkyll.kramdown.span import (
    autolink,
    codespan,
    emphasis,
    escaped_characters,
    footnote_marker,
    html_entity,
    inline_math,
    line_break,
    link,
    smart_quotes,
    span_extensions,
    span_html,
    strikethrough,
    typographic_symbols,
)

if TYPE_CHECKING:
    from jinkyll.kramdown.document import Document

__all__ = ["SPAN_CONSTRUCTS", "Mode", "Spans"]

Parser = Callable[["Spans", Element, int], int]
"""Called with the element being filled and a position; returns the position after what it has
taken, or -1 if the construct is not there."""


Maker = Callable[["Spans", re.Match[str]], Node | None]
"""Called with a match of the plain form of a construct; None leaves it to the parser."""


class Construct(NamedTuple):
    """A span construct: kramdown's name of it, what it can begin with, and its parser."""

    name: str
    starts: tuple[str, ...]
    parser: Parser
    plain: str = ""
    """The pattern of the form that it mostly has, found along with the start.

    It begins with a character, not with a group, so that a search can skip what it can't begin
    with, and has a group, by which it is known.
    """
    make: Maker | None = None


SPAN_CONSTRUCTS: Final = (
    Construct("emphasis", ("*", "_"), emphasis.parse, emphasis.PLAIN_FORM, emphasis.make),
    Construct("codespan", ("`",), codespan.parse, codespan.PLAIN_FORM, codespan.make),
    # Addresses in angle brackets would else be tags.
    Construct("autolink", ("<",), autolink.parse),
    Construct("span_html", ("<",), span_html.parse),
    # Before links: a footnote's name is no link's text.
    Construct("footnote_marker", ("[",), footnote_marker.parse),
    Construct("link", ("[", "!["), link.parse, link.PLAIN_FORM, link.make),
    # A quote takes the character before it, so it is asked at that character's place too.
    Construct("smart_quotes", ('"', "'", "<", "$", "&", "]"), smart_quotes.parse),
    Construct("inline_math", ("$",), inline_math.parse),
    Construct("span_extensions", ("{:",), span_extensions.parse),
    Construct("html_entity", ("&",), html_entity.parse),
    Construct(
        "typographic_syms",
        typographic_symbols.STARTS,
        typographic_symbols.parse,
        typographic_symbols.PLAIN_FORM,
        typographic_symbols.make,
    ),
    Construct("line_break", ("  \n", "\\"), line_break.parse),
    Construct("escaped_chars", ("\\",), escaped_characters.parse),
    Construct("strikethrough_gfm", ("~~",), strikethrough.parse),
)

_RIGHT: Final = {"'": Symbol("rsquo"), '"': Symbol("rdquo")}
_LEFT: Final = {"'": Symbol("lsquo"), '"': Symbol("ldquo")}
_OPENING: Final = frozenset(" \t\n\r\v\f\\[{(-")
_UNDECIDED: Final = frozenset("'\"0123456789")
"""What follows an opening quote and asks for a closer look."""
_RARE: Final = ("  \n", " >>", ">>")
"""What is not looked for in text that does not have it: a space is no rare beginning."""


Attempt = tuple[str, int, bool, bool, bool]
"""What was tried where, and inside of which of em, strong and a link."""


class Mode(NamedTuple):
    """Which constructs are looked for."""

    search: Callable[[str, int], re.Match[str] | None]
    parsers: dict[str, tuple[Parser, ...]]
    """By the first character."""
    makers: dict[int, Maker]
    """By the last group of a match."""
    smart_quotes: bool


@lru_cache
def _mode(names: tuple[str, ...], *, in_link: bool = False, rare: bool = True) -> Mode:
    constructs = [c for c in SPAN_CONSTRUCTS if c.name in names]
    starts = dict.fromkeys(start for c in constructs for start in c.starts)
    if not in_link:
        starts.pop("]", None)
    if not rare:
        for start in _RARE:
            starts.pop(start, None)
    first = {start[0] for start in starts}
    plain: list[str] = []
    makers: dict[int, Maker] = {}
    for construct in constructs:
        if construct.make is not None:
            before = re.compile("|".join(plain)).groups
            plain.append(construct.plain)
            groups = range(before + 1, re.compile("|".join(plain)).groups + 1)
            makers.update(dict.fromkeys(groups, construct.make))
    return Mode(
        re.compile("|".join([*plain, *map(re.escape, starts)])).search,
        {
            character: tuple(
                c.parser for c in constructs if any(s[0] == character for s in c.starts)
            )
            for character in first
        },
        makers,
        "smart_quotes" in names,
    )


class Spans:
    """The state of the span pass over one text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = ""
        self.ahead = Lookahead("")
        self.hopeless: set[Attempt] = set()
        """Emphasis and brackets that are known never to be closed."""
        self.closed: dict[tuple[int, bool, bool, bool], int] = {}
        """Where brackets are closed that were passed over inside of others."""
        self._line, self._counted_to = 1, 0
        self.em = self.strong = self.link = 0
        """How many elements of that kind are being filled; an image counts as a link."""
        self.depth = 0
        self.reached = 0
        """Where a search that did not find its stop gave up."""
        options = document.initial
        gfm = options.input.lower() == "gfm"
        names = [c.name for c in SPAN_CONSTRUCTS if gfm or c.name != "strikethrough_gfm"]
        if gfm and options.hard_wrap:
            names.remove("line_break")
        if gfm and "no_auto_typographic" in options.gfm_quirks:
            names.remove("typographic_syms")
        self.gfm = gfm
        self._names = tuple(names)
        self._usual = _mode(self._names, rare=False), _mode(self._names, in_link=True, rare=False)
        self._all = _mode(self._names), _mode(self._names, in_link=True)
        self.mode, self.link_mode = self._all
        self.html_mode = _mode(("span_html",))

    def restrict(self, names: tuple[str, ...]) -> None:
        """Look for these constructs only, from now on."""
        self._names = names
        self._usual = self._all = _mode(names), _mode(names, in_link=True)
        self.mode, self.link_mode = self._all

    def parse(self, element: Element, text: str, line: int) -> None:
        """Fill *element* with the nodes of *text*, which begins at *line* of the document."""
        self.mode, self.link_mode = self._all if ">>" in text or "  \n" in text else self._usual
        match = self.mode.search(text, 0)
        if match is None:
            if text:
                element.children.append(text)
            return
        self._begin(text, line)
        self.fill(element, 0, self.mode, match=match)

    def _begin(self, text: str, line: int) -> None:
        self.text = text
        self.ahead = Lookahead(text)
        if self.hopeless:
            self.hopeless = set()
        if self.closed:
            self.closed = {}
        self.em = self.strong = self.link = self.depth = 0
        self._line, self._counted_to = line, 0

    def line(self, position: int) -> int:
        """The line of the document at *position* of the text."""
        if position >= self._counted_to:
            self._line += self.text.count("\n", self._counted_to, position)
        else:
            self._line -= self.text.count("\n", position, self._counted_to)
        self._counted_to = position
        return self._line

    def fill(
        self,
        tree: Element,
        position: int,
        mode: Mode,
        stop_at: str = "",
        stop: Callable[[int], bool] | None = None,
        match: re.Match[str] | None = None,
    ) -> int:
        """Fill *tree* from *position* on.

        With *stop*, which is asked at each of the characters *stop_at*, return the position where
        it was true, or -1 if it never was. *match* is what a search found already.
        """
        self.depth += 1
        if self.depth > nesting.SAFE:
            nesting.check(self.depth, "spans", self.line(position))
        text = self.text
        append = tree.children.append
        search, parsers, makers, quotes = mode
        if match is None:
            match = search(text, position)
        while match is not None:
            found = match.start()
            character = text[found]
            if quotes and (character == "'" or character == '"'):
                if found > position:
                    before = text[found - 1]
                    if before not in _OPENING:
                        append(text[position:found])
                        append(_RIGHT[character])
                        position = found + 1
                        match = search(text, position)
                        continue
                    after = text[found + 1 : found + 2]
                    if before in " \n(" and after and after not in _UNDECIDED:
                        append(text[position:found])
                        append(_LEFT[character])
                        position = found + 1
                        match = search(text, position)
                        continue
                    found -= 1
                    if found > position:
                        append(text[position:found])
                position = smart_quotes.parse(self, tree, found)
                match = search(text, position)
                continue
            if found > position:
                append(text[position:found])
            if stop is not None and character in stop_at and stop(found):
                self.depth -= 1
                return found
            group = match.lastindex
            if group is not None and (node := makers[group](self, match)) is not None:
                append(node)
                position = match.end()
            else:
                for parser in parsers.get(character, ()):
                    position = parser(self, tree, found)
                    if position >= 0:
                        break
                else:
                    append(character)
                    position = found + 1
            match = search(text, position)
        self.depth -= 1
        if stop is not None:
            self.reached = position
            return -1
        if position < len(text):
            append(text[position:])
        return len(text)

    def code_spans(self, text: str) -> list[tuple[bool, str]]:
        """Cut *text* into code spans and the text between them."""
        return self._pieces(text, ("codespan",))

    def code_and_html(self, text: str) -> list[tuple[bool, str]]:
        """Cut *text* into code spans, HTML (of an element only the name) and the text between."""
        return self._pieces(text, ("codespan", "span_html"))

    def _pieces(self, text: str, names: tuple[str, ...]) -> list[tuple[bool, str]]:
        root = Element("root")
        self._begin(text, 1)
        self.fill(root, 0, _mode(names))
        pieces: list[tuple[bool, str]] = []
        closed = True
        for node in root.children:
            if isinstance(node, Element):
                pieces.append((node.type == "codespan", node.value))
            elif not closed:
                pieces[-1] = (False, pieces[-1][1] + node)
            else:
                pieces.append((False, node))
            closed = isinstance(node, Element)
        return pieces
