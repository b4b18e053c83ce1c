"""``{% if %}``, ``{% unless %}`` and ``{% case %}``."""

from __future__ import annotations

import re

from jinja2 import nodes

from jinkyll.liquid.errors import LiquidSyntaxError
from jinkyll.liquid.expressions import comparison, parse_expression
from jinkyll.liquid.lexer import QUOTED_FRAGMENT, SPACE
from jinkyll.liquid.parser import Body, Parser

__all__ = ["parse_case", "parse_if", "parse_unless"]

_CASE = re.compile(rf"({QUOTED_FRAGMENT})", re.ASCII)
_WHEN = re.compile(
    rf"({QUOTED_FRAGMENT})(?:(?:\s+or\s+|\s*,\s*)({QUOTED_FRAGMENT}.*))?", re.ASCII | re.DOTALL
)
_MAX_CHAIN = 40


def parse_if(parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% if a %}..{% elsif b %}..{% else %}..{% endif %}``."""
    _parse_chain(parser, "if", parser.condition(markup), offset, body)


def parse_unless(parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% unless a %}..{% elsif b %}..{% else %}..{% endunless %}``."""
    _parse_chain(parser, "unless", nodes.Not(parser.condition(markup)), offset, body)


def _parse_chain(parser: Parser, name: str, test: nodes.Expr, offset: int, body: Body) -> None:
    tests: list[nodes.Expr | None] = [test]
    places = [offset]
    branches = [Body()]
    while True:
        end, markup, place = parser.parse_block(name, offset, branches[-1], "elsif", "else")
        if end.startswith("end"):
            break
        tests.append(parser.condition(markup) if end == "elsif" else None)
        places.append(place)
        branches.append(Body())
    blank = all(branch.blank for branch in branches)
    if blank:
        for branch in branches:
            branch.drop_blank_texts()
    body.add(_chain(tests, places, branches), offset, blank=blank)


def _chain(tests: list[nodes.Expr | None], places: list[int], branches: list[Body]) -> nodes.If:
    """Tie branches together; what follows an else never runs."""
    first = tests[0]
    rest: list[nodes.If] = []
    otherwise: list[nodes.Node] = []
    for index in range(1, len(tests)):
        test = tests[index]
        if test is None:
            otherwise = branches[index].nodes()
            break
        if index == _MAX_CHAIN:
            otherwise = [_chain(tests[index:], places[index:], branches[index:])]
            break
        rest.append(nodes.If(test, branches[index].nodes(), [], [], lineno=places[index] + 1))
    return nodes.If(first, branches[0].nodes(), rest, otherwise, lineno=places[0] + 1)


def parse_case(parser: Parser, markup: str, offset: int, body: Body) -> None:
    """``{% case x %}{% when a, b or c %}..{% else %}..{% endcase %}``.

    Each ``when`` that fits is printed, not only the first; an ``else`` that
    is reached before any of them ends the block (Liquid 4.0.4).
    """
    match = _CASE.search(markup)
    if not match:
        raise LiquidSyntaxError("Syntax Error in 'case' - Valid syntax: case [condition]")
    left = parse_expression(match[1])
    whens: list[tuple[list[nodes.Expr] | None, Body, int]] = []
    before = Body()
    inner = before
    while True:
        end, markup, place = parser.parse_block("case", offset, inner, "when", "else")
        if end.startswith("end"):
            break
        inner = Body()
        if end == "else" and markup.strip(SPACE):
            raise LiquidSyntaxError(
                "Syntax Error in tag 'case' - Valid else condition: {% else %} (no parameters) "
            )
        whens.append((_when(markup) if end == "when" else None, inner, place))
    blank = before.blank and all(each.blank for _, each, _ in whens)
    if blank:
        for _, each, _ in whens:
            each.drop_blank_texts()
    if not whens:
        body.add_mark()
        body.blank = body.blank and blank
        return
    if _exclusive(whens):
        tests: list[nodes.Expr | None] = [
            _any_of(left, values) if values is not None else None for values, _, _ in whens
        ]
        if tests[0] is not None:
            chain = _chain(tests, [place for *_, place in whens], [each for _, each, _ in whens])
            body.add(chain, offset, blank=blank)
            return
    _add_one_by_one(parser, left, whens, offset, body, blank=blank)


def _when(markup: str) -> list[nodes.Expr]:
    values = []
    rest: str | None = markup
    while rest is not None:
        match = _WHEN.search(rest)
        if not match:
            raise LiquidSyntaxError(
                "Syntax Error in tag 'case' - Valid when condition: "
                "{% when [condition] [or condition2...] %}"
            )
        values.append(parse_expression(match[1]))
        rest = match[2]
    return values


def _any_of(left: nodes.Expr, values: list[nodes.Expr]) -> nodes.Expr:
    tests = [comparison(left, "==", value) for value in values]
    node = tests[-1]
    for test in reversed(tests[:-1]):
        node = nodes.Or(test, node)
    return node


def _exclusive(whens: list[tuple[list[nodes.Expr] | None, Body, int]]) -> bool:
    """Tell whether no two values can fit at once, so that the first match decides."""
    seen: set[str] = set()
    for index, (values, _, _) in enumerate(whens):
        if values is None:
            return index == len(whens) - 1
        if len(values) > _MAX_CHAIN:
            return False
        for value in values:
            if not isinstance(value, nodes.Const) or type(value.value) is not str:
                return False
            if value.value in seen:
                return False
            seen.add(value.value)
    return True


def _add_one_by_one(
    parser: Parser,
    left: nodes.Expr,
    whens: list[tuple[list[nodes.Expr] | None, Body, int]],
    offset: int,
    body: Body,
    *,
    blank: bool,
) -> None:
    matched = parser.identifier()
    statements: list[nodes.Node] = [nodes.Assign(matched, nodes.Const(None), lineno=offset + 1)]
    target = statements
    for values, each, place in whens:
        if values is None:
            otherwise = nodes.If(
                nodes.Test(matched, "truthy", [], [], None, None),
                [],
                [],
                each.nodes(),
                lineno=place + 1,
            )
            target.append(otherwise)
            target = otherwise.body
            continue
        for value in values:
            test = comparison(left, "==", value)
            done = nodes.Assign(matched, nodes.Const(1), lineno=place + 1)
            target.append(nodes.If(test, [done, *each.nodes()], [], [], lineno=place + 1))
    for statement in statements:
        body.add(statement, statement.lineno - 1, blank=blank)
