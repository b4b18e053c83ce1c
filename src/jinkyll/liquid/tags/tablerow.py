"""``{% tablerow %}``."""

from __future__ import annotations

import re

from jinja2 import nodes

from jinkyll.liquid.errors import LiquidSyntaxError
from jinkyll.liquid.expressions import parse_expression
from jinkyll.liquid.lexer import QUOTED_FRAGMENT, TAG_ATTRIBUTES
from jinkyll.liquid.parser import Body, Parser, block_call

__all__ = ["parse_tablerow"]

_TABLEROW = re.compile(rf"(\w+)\s+in\s+((?:{QUOTED_FRAGMENT})+)", re.ASCII)


def parse_tablerow(parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% tablerow x in items [cols:n] [limit:n] [offset:n] %}..{% endtablerow %}``."""
    match = _TABLEROW.search(markup)
    if not match:
        raise LiquidSyntaxError(
            "Syntax Error in 'table_row loop' - "
            "Valid syntax: table_row [item] in [collection] cols=3"
        )
    attributes = dict(TAG_ATTRIBUTES.findall(markup))
    inner = Body()
    parser.parse_block("tablerow", offset, inner)
    call = nodes.Call(
        nodes.ImportedName("tablerow"),
        [nodes.ContextReference(), nodes.Const(match[1]), parse_expression(match[2])],
        [
            nodes.Keyword(name, parse_expression(attributes[name]))
            for name in ("cols", "limit", "offset")
            if name in attributes
        ],
        None,
        None,
    )
    body.add(block_call(call, inner), offset, blank=inner.blank)
