"""``{% assign %}``, ``{% capture %}``, ``{% increment %}`` and ``{% decrement %}``."""

from __future__ import annotations

import re

from jinja2 import nodes

from jinkyll.liquid.errors import LiquidSyntaxError
from jinkyll.liquid.lexer import SPACE, VARIABLE_SIGNATURE
from jinkyll.liquid.parser import Body, Parser

__all__ = ["parse_assign", "parse_capture", "parse_decrement", "parse_increment"]

_ASSIGN = re.compile(rf"((?:{VARIABLE_SIGNATURE})+)\s*=\s*(.*)\s*", re.ASCII | re.DOTALL)
_CAPTURE = re.compile(rf"((?:{VARIABLE_SIGNATURE})+)", re.ASCII)


def parse_assign(parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% assign name = expression | filters %}``."""
    match = _ASSIGN.search(markup)
    if not match:
        raise LiquidSyntaxError("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]")
    target = nodes.Name(match[1], "store")
    body.add(nodes.Assign(target, parser.output(match[2])), offset, blank=True)


def parse_capture(parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% capture name %}..{% endcapture %}``."""
    match = _CAPTURE.search(markup)
    if not match:
        raise LiquidSyntaxError("Syntax Error in 'capture' - Valid syntax: capture [var]")
    inner = Body()
    parser.parse_block("capture", offset, inner)
    target = nodes.Name(match[1], "store")
    body.add(nodes.AssignBlock(target, None, inner.nodes()), offset, blank=True)


def _count(function: str, markup: str, offset: int, body: Body) -> None:
    call = nodes.Call(
        nodes.ImportedName(function),
        [nodes.ContextReference(), nodes.Const(markup.strip(SPACE))],
        [],
        None,
        None,
    )
    body.add_output(call, offset)


def parse_increment(_parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% increment name %}``: print the counter, then add one to it."""
    _count("increment", markup, offset, body)


def parse_decrement(_parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% decrement name %}``: take one from the counter, then print it."""
    _count("decrement", markup, offset, body)
