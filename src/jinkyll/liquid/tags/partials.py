"""Liquid's own ``{% include %}``, which Jekyll replaces, and Liquid 5's ``{% render %}``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import nodes

from jinkyll.liquid.errors import LiquidSyntaxError
from jinkyll.liquid.expressions import parse_expression
from jinkyll.liquid.lexer import QUOTED_FRAGMENT, QUOTED_STRING, TAG_ATTRIBUTES

if TYPE_CHECKING:
    from jinkyll.liquid.parser import Body, Parser

__all__ = ["parse_include", "parse_render"]

_INCLUDE = re.compile(
    rf"((?:{QUOTED_FRAGMENT})+)(\s+(?:with|for)\s+((?:{QUOTED_FRAGMENT})+))?(\s+(?:as)\s+([\w-]+))?",
    re.ASCII,
)
_RENDER = re.compile(
    rf"({QUOTED_STRING}+)(\s+(with|for)\s+((?:{QUOTED_FRAGMENT})+))?(\s+(?:as)\s+([\w-]+))?",
    re.ASCII,
)


def _attributes(markup: str) -> nodes.Dict:
    return nodes.Dict(
        [
            nodes.Pair(nodes.Const(name), parse_expression(value))
            for name, value in TAG_ATTRIBUTES.findall(markup)
        ]
    )


def _call(
    function: str, arguments: list[nodes.Expr], keywords: list[nodes.Keyword]
) -> nodes.CallBlock:
    call = nodes.Call(
        nodes.ImportedName(function),
        [nodes.ContextReference(), *arguments],
        keywords,
        None,
        None,
    )
    return nodes.CallBlock(call, [], [], [])


def parse_include(_parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% include name [with x | for xs] [as y] [, key: value] %}``: shares the variables."""
    match = _INCLUDE.search(markup)
    if not match:
        raise LiquidSyntaxError(
            "Error in tag 'include' - Valid syntax: "
            "include '[template]' (with|for) [object|collection]"
        )
    keywords = []
    if match[3]:
        keywords.append(nodes.Keyword("variable", parse_expression(match[3])))
    if match[5]:
        keywords.append(nodes.Keyword("alias", nodes.Const(match[5])))
    arguments = [parse_expression(match[1]), _attributes(markup)]
    body.add(_call("include", arguments, keywords), offset)


def parse_render(_parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% render "name" [with x | for xs] [as y] [, key: value] %}``: has its own variables."""
    match = _RENDER.search(markup)
    if not match:
        raise LiquidSyntaxError(
            "Syntax error in tag 'render' - Template name must be a quoted string"
        )
    keywords = []
    if match[4]:
        keywords.append(nodes.Keyword("variable", parse_expression(match[4])))
    if match[6]:
        keywords.append(nodes.Keyword("alias", nodes.Const(match[6])))
    if match[3] == "for":
        keywords.append(nodes.Keyword("each", nodes.Const(True)))  # noqa: FBT003  (a literal)
    arguments = [parse_expression(match[1]), _attributes(markup)]
    body.add(_call("render", arguments, keywords), offset)
