"""The block pass: text -> a tree of blocks that still hold raw text.

One pass over the lines. `BLOCK_CONSTRUCTS` is kramdown's order of block parsers; the first
construct that takes a line has it, and a line's first character decides which are asked at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from jinkyll.kramdown import nesting
from jinkyll.kramdown.block import (
    abbreviation_definition,
    atx_header,
    block_extensions,
    block_html,
    block_math,
    blockquote,
    codeblock,
    codeblock_fenced,
    definition_list,
    eob_marker,
    footnote_definition,
    horizontal_rule,
    link_definition,
    list_,
    paragraph,
    setext_header,
    table,
)
from jinkyll.kramdown.element import Element
from jinkyll.kramdown.lookahead import Lookahead

if TYPE_CHECKING:
    from jinkyll.kramdown.attributes import AttributeList
    from jinkyll.kramdown.document import Document

__all__ = ["BLOCK_CONSTRUCTS", "Blocks"]

Parser = Callable[["Blocks", int, int], bool]
"""Called with the position of a line, and of its first character that is no space."""


class Construct(NamedTuple):
    """A block construct: its name in kramdown, where it can begin, and its parser."""

    name: str
    first_characters: str | None
    """None: any. The empty string: decided by the indentation, in `Blocks.run`."""
    parser: Parser


def _indented(_blocks: Blocks, _position: int, _first: int) -> bool:
    return False


BLOCK_CONSTRUCTS: Final = (
    # Blank lines and indented code come first: what is indented by four is never anything else.
    Construct("blank_line", "", _indented),
    Construct("codeblock", "", _indented),
    Construct("codeblock_fenced", "~`", codeblock_fenced.parse),
    Construct("blockquote", ">", blockquote.parse),
    Construct("atx_header", "#", atx_header.parse),
    # `* * *` is a rule although it looks like a list.
    Construct("horizontal_rule", "*-_", horizontal_rule.parse),
    Construct("list", "*+-0123456789", list_.parse),
    Construct("definition_list", ":", definition_list.parse),
    Construct("block_html", "<", block_html.parse),
    # Before tables, so that a header may hold a pipe.
    Construct("setext_header", None, setext_header.parse),
    Construct("block_math", "\\$", block_math.parse),
    Construct("table", None, table.parse),
    Construct("footnote_definition", "[", footnote_definition.parse),
    Construct("link_definition", "[", link_definition.parse),
    Construct("abbrev_definition", "*", abbreviation_definition.parse),
    Construct("block_extensions", "{", block_extensions.parse),
    Construct("eob_marker", "^", eob_marker.parse),
    Construct("paragraph", None, paragraph.parse),
)

_LINE_START: Final = re.compile(r"((?:[ \t\r\f\v]*\n)+)|(\t| {4})| {0,3}(.)")
_SPACE: Final = frozenset(" \t\r\f\v\n")
_UNDERLINES: Final = ("-", "=")
_REST_OF_LINE: Final = re.compile(r".*\n")


@lru_cache
def _dispatch(
    constructs: tuple[Construct, ...],
) -> tuple[dict[str, tuple[Parser, ...]], tuple[Parser, ...]]:
    anywhere = tuple(c.parser for c in constructs if c.first_characters is None)
    characters = {character for c in constructs for character in c.first_characters or ""}
    return {
        character: tuple(
            c.parser
            for c in constructs
            if c.first_characters is None or character in c.first_characters
        )
        for character in characters
    }, anywhere


class Blocks:
    """The state of the block pass: a text, a position in it, and the element being filled."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.options = document.options
        self.gfm = document.options.input.lower() == "gfm"
        quirks = self.gfm and "paragraph_end" in document.options.gfm_quirks
        self.paragraph_quirk = quirks
        """Whether a block may begin right after a paragraph."""
        self.paragraph_end = paragraph.end(quirk=quirks)
        self.by_character, self.by_default = _dispatch(BLOCK_CONSTRUCTS)
        self.text = ""
        self.ahead = Lookahead("")
        self.last_brace = -1
        """Where the last closing brace of the text is."""
        self.position = 0
        self.tree = Element("root")
        self.ial: AttributeList | None = None
        """An attribute list for the next block."""
        self.ial_line = 0
        self.end_tag_found = False
        """The end tag of the HTML element being filled was read."""
        self.depth = 0
        self._first_line = 1
        self._counted_to = 0
        self._counted = 0

    def parse(self, tree: Element, text: str, line: int) -> None:
        """Fill *tree* with the blocks of *text*, which begins at *line* of the document."""
        outer = (
            self.text,
            self.ahead,
            self.last_brace,
            self.position,
            self._first_line,
            self._counted_to,
            self._counted,
        )
        self.text, self.ahead, self.position = text, Lookahead(text), 0
        self.last_brace = text.rfind("}")
        self._first_line, self._counted_to, self._counted = line, 0, 0
        self.fill(tree)
        (
            self.text,
            self.ahead,
            self.last_brace,
            self.position,
            self._first_line,
            self._counted_to,
            self._counted,
        ) = outer

    def fill(self, tree: Element) -> bool:
        """Fill *tree* from here on; true if its end tag, being an HTML element, was found."""
        outer_tree, outer_ial = self.tree, self.ial
        self.tree, self.ial = tree, None
        self.enter()
        self._run()
        self.depth -= 1
        self._remark_on_leftovers()
        self.tree, self.ial = outer_tree, outer_ial
        found, self.end_tag_found = self.end_tag_found, False
        return found

    def _remark_on_leftovers(self) -> None:
        if self.ial is not None:
            self.document.diagnose(
                self.ial_line,
                "an attribute list that no block follows",
                "put it on the line right after a block, or right before one",
            )

    def enter(self) -> None:
        """Go one level deeper; whoever calls this goes up again.

        Raises:
            ConversionError: this is too deep.
        """
        self.depth += 1
        if self.depth > nesting.SAFE:
            nesting.check(self.depth, "blocks", self.line(self.position))

    def _run(self) -> None:
        text = self.text
        size = len(text)
        tree = self.tree
        by_character, by_default = self.by_character, self.by_default
        line_start = _LINE_START.match
        while (position := self.position) < size:
            character = text[position]
            # How most lines begin is told without a pattern.
            if character.isalpha():
                kind: int | None = 3
                first = position
            elif character == "\n" and (position + 1 == size or text[position + 1] not in _SPACE):
                kind = 1
                end = position + 1
            else:
                match = line_start(text, position)
                if match is None:  # the rest has no line end
                    self._add_text(text[position:])
                    self.position = size
                    return
                kind = match.lastindex
                end = match.end()
                first = end - 1
            if kind == 3:
                parsers = by_character.get(text[first])
                if parsers is None:
                    # Most lines begin a paragraph: no need to ask whether this is a header or a
                    # table if it has neither an underline nor a pipe.
                    line_end = text.find("\n", first)
                    if (
                        text.find("|", first, line_end) < 0
                        and not text.startswith(_UNDERLINES, line_end + 1)
                        and paragraph.parse(self, position, first)
                    ):
                        continue
                    parsers = by_default
                for parser in parsers:
                    if parser(self, position, first):
                        break
                else:
                    self._nobody_took(position)
                if self.end_tag_found:
                    return
            elif kind == 1:
                blank = text[position:end]
                children = tree.children
                last = children[-1] if children else None
                if type(last) is Element and last.type == "blank":
                    last.value += blank
                else:
                    self.add(Element("blank", blank))
                self.position = end
            elif not codeblock.parse(self, position, position):
                # Indented, and then a vertical tab or a form feed: kramdown never ends on that.
                self._nobody_took(position)

    def _nobody_took(self, position: int) -> None:
        match = _REST_OF_LINE.match(self.text, position)
        end = match.end() if match else len(self.text)
        self._add_text(self.text[position:end])
        self.position = end

    def _add_text(self, text: str) -> None:
        last = self.last
        if last is not None and last.type == "raw_text":
            last.value += text
        else:
            self.tree.children.append(Element("raw_text", text, None, self.line(self.position)))

    @property
    def last(self) -> Element | None:
        """The last child of the element being filled."""
        children = self.tree.children
        last = children[-1] if children else None
        return last if type(last) is Element else None

    def add(self, element: Element) -> None:
        """Add a block; it gets the attribute list that was waiting for one."""
        if self.ial is not None:
            element.ial = self.ial
            self.ial = None
        self.tree.children.append(element)

    def after_block_boundary(self) -> bool:
        """Tell whether a new block may begin here although it would not end a paragraph."""
        children = self.tree.children
        if not children or self.ial is not None:
            return True
        last = children[-1]
        return type(last) is Element and (
            last.type == "blank" or (last.type == "eob" and not last.value)
        )

    def line(self, position: int) -> int:
        """The line of the document at *position* of the text."""
        if position < self._counted_to:
            self._counted_to = self._counted = 0
        self._counted += self.text.count("\n", self._counted_to, position)
        self._counted_to = position
        return self._first_line + self._counted
