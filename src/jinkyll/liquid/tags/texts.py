"""``{% comment %}``, ``{% raw %}``, ``{% echo %}``, ``{% liquid %}`` and ``{% # %}``."""

from __future__ import annotations

import re

from jinja2 import nodes

from jinkyll.liquid.errors import LiquidSyntaxError
from jinkyll.liquid.lexer import SPACE
from jinkyll.liquid.parser import Body, Parser

__all__ = ["parse_comment", "parse_echo", "parse_inline_comment", "parse_liquid", "parse_raw"]

_UNMARKED_LINE = re.compile(r"\n\s*[^#\s]", re.ASCII)


def parse_comment(parser: Parser, _markup: str, offset: int, body: Body) -> None:
    """``{% comment %}..{% endcomment %}``: parsed, so that blocks nest, and forgotten."""
    ignored = Body()
    while True:
        end = parser.parse_until(ignored)
        if end is None:
            error = LiquidSyntaxError("'comment' tag was never closed")
            error.offset = offset
            raise error
        if end[0] == "endcomment":
            break
    body.add_mark()


def parse_raw(parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% raw %}..{% endraw %}``: text in which Liquid means nothing."""
    if markup.strip(SPACE):
        raise LiquidSyntaxError("Syntax Error in 'raw' - Valid syntax: raw")
    text = parser.raw_text("raw", offset)
    body.add(nodes.Output([nodes.Const(text)]), offset, blank=not text)


def parse_echo(parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% echo expression %}``: an output as a tag."""
    body.add_output(parser.output(markup), offset)


def parse_liquid(parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% liquid %}``: a tag a line, without delimiters."""
    parser.parse_liquid_tag(markup, offset, body)


def parse_inline_comment(_parser: Parser, markup: str, _offset: int, body: Body) -> None:
    """``{% # a remark %}``; further lines need a ``#`` too."""
    if _UNMARKED_LINE.search(markup):
        raise LiquidSyntaxError(
            "Syntax error in tag '#' - Each line of comments must be prefixed by the '#' character"
        )
    body.add_mark()
