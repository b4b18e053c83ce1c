"""``{% for %}``, ``{% break %}``, ``{% continue %}``, ``{% cycle %}`` and ``{% ifchanged %}``."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field

from jinja2 import nodes

from jinkyll.liquid.errors import LiquidSyntaxError
from jinkyll.liquid.expressions import parse_expression
from jinkyll.liquid.lexer import QUOTED_FRAGMENT, TAG_ATTRIBUTES, ExpressionTokens
from jinkyll.liquid.parser import Body, Parser, block_call
from jinkyll.liquid.printing import inspect

__all__ = ["parse_break", "parse_continue", "parse_cycle", "parse_for", "parse_ifchanged"]

_FOR = re.compile(rf"([\w-]+)\s+in\s+((?:{QUOTED_FRAGMENT})+)\s*(reversed)?", re.ASCII)
_SIMPLE_CYCLE = re.compile(rf"(?:{QUOTED_FRAGMENT})+", re.ASCII)
_NAMED_CYCLE = re.compile(rf"({QUOTED_FRAGMENT})\s*:\s*(.*)", re.ASCII | re.DOTALL)
_CYCLE_VALUE = re.compile(rf"\s*({QUOTED_FRAGMENT})\s*", re.ASCII)


@dataclass(slots=True)
class _Loop:
    variable: str
    collection: str
    backwards: bool
    attributes: dict[str, str] = field(default_factory=dict)


def _strict_for(markup: str) -> _Loop:
    tokens = ExpressionTokens(markup)
    variable = tokens.consume("id")
    if not tokens.accept_id("in"):
        raise LiquidSyntaxError("For loops require an 'in' clause")
    collection = tokens.expression()
    loop = _Loop(variable, collection, tokens.accept_id("reversed") is not None)
    while tokens.look("id") and tokens.look("colon", 1):
        name = tokens.accept_id("limit") or tokens.accept_id("offset")
        if not name:
            raise LiquidSyntaxError(
                "Invalid attribute in for loop. Valid attributes are limit and offset"
            )
        tokens.consume()
        loop.attributes[name] = tokens.expression()
    tokens.consume("end_of_string")
    return loop


def _lax_for(markup: str) -> _Loop:
    match = _FOR.match(markup)
    if not match:
        raise LiquidSyntaxError(
            "Syntax Error in 'for loop' - Valid syntax: for [item] in [collection]"
        )
    return _Loop(match[1], match[2], match[3] is not None, dict(TAG_ATTRIBUTES.findall(markup)))


def parse_for(parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% for x in items [reversed] [limit:n] [offset:n] %}..{% else %}..{% endfor %}``."""
    loop = parser.switch(markup, _strict_for, _lax_for)
    inner, otherwise = Body(), Body()
    end, _, _ = parser.parse_block("for", offset, inner, "else")
    if end == "else":
        end, _, _ = parser.parse_block("for", offset, otherwise, "else")
        if end == "else":  # ends the loop, so that its endfor is one too many, as in Ruby
            otherwise = Body()
    blank = inner.blank and otherwise.blank
    if blank:
        inner.drop_blank_texts()
        otherwise.drop_blank_texts()
    arguments: list[nodes.Expr] = [
        nodes.ContextReference(),
        nodes.Const(f"{loop.variable}-{loop.collection}"),
        parse_expression(loop.collection),
    ]
    keywords = []
    if "offset" in loop.attributes:
        value = loop.attributes["offset"]
        start = nodes.ImportedName("CONTINUE") if value == "continue" else parse_expression(value)
        keywords.append(nodes.Keyword("offset", start))
    if "limit" in loop.attributes:
        keywords.append(nodes.Keyword("limit", parse_expression(loop.attributes["limit"])))
    if loop.backwards:
        keywords.append(nodes.Keyword("backwards", nodes.Const(True)))  # noqa: FBT003  (a literal)
    items = nodes.Call(nodes.ImportedName("segment"), arguments, keywords, None, None)
    body.add(
        nodes.For(
            nodes.Name(loop.variable, "store"),
            items,
            inner.nodes(),
            otherwise.nodes(),
            None,
            False,  # noqa: FBT003  (Jinja2's positional fields)
        ),
        offset,
        blank=blank,
    )


def parse_break(_parser: Parser, _markup: str, offset: int, body: Body) -> None:
    """``{% break %}``: leave the loop, or end the template outside of one."""
    body.add(nodes.Break(), offset)


def parse_continue(_parser: Parser, _markup: str, offset: int, body: Body) -> None:
    """``{% continue %}``: go on with the loop's next item."""
    body.add(nodes.Continue(), offset)


def parse_cycle(parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% cycle ["group":] a, b, c %}``: one after the other each time.

    Cycles without a group share their count if they have the same literals.
    """
    match = _NAMED_CYCLE.match(markup)
    if match:
        values = _cycle_values(match[2])
        key = parse_expression(match[1])
    elif _SIMPLE_CYCLE.match(markup):
        values = _cycle_values(markup)
        literals = [value.value for value in values if isinstance(value, nodes.Const)]
        name = inspect(literals)
        if len(literals) < len(values):
            name = f"{markup} {offset} {zlib.crc32(parser.source.encode())}"
        key = nodes.Const(name)
    else:
        raise LiquidSyntaxError(
            "Syntax Error in 'cycle' - Valid syntax: cycle [name :] var [, var2, var3 ...]"
        )
    call = nodes.Call(
        nodes.ImportedName("cycle"),
        [nodes.ContextReference(), key, nodes.List(values)],
        [],
        None,
        None,
    )
    body.add_output(call, offset)


def _cycle_values(markup: str) -> list[nodes.Expr]:
    matches = [_CYCLE_VALUE.search(part) for part in markup.split(",")]
    values = [parse_expression(match[1]) for match in matches if match]
    return [
        value for value in values if not (isinstance(value, nodes.Const) and value.value is None)
    ]


def parse_ifchanged(parser: Parser, _markup: str, offset: int, body: Body) -> None:
    """``{% ifchanged %}..{% endifchanged %}``: print the body if it differs from the last one."""
    inner = Body()
    parser.parse_block("ifchanged", offset, inner)
    call = nodes.Call(nodes.ImportedName("ifchanged"), [nodes.ContextReference()], [], None, None)
    body.add(block_call(call, inner), offset, blank=inner.blank)
