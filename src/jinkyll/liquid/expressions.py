"""Expressions, outputs and conditions into Jinja2's nodes.

As in Ruby's Liquid the strict grammar is tried first; what it refuses goes,
with a warning in the mode ``warn``, to the lax one, which makes something of
nearly everything. Both end in `parse_expression`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from jinja2 import nodes

from jinkyll.liquid.errors import LiquidSyntaxError
from jinkyll.liquid.lexer import QUOTED_FRAGMENT, SPACE, TAG_ATTRIBUTES, ExpressionTokens
from jinkyll.liquid.numbers import to_i

__all__ = [
    "BLANK",
    "EMPTY",
    "MethodLiteral",
    "lax_condition",
    "lax_output",
    "parse_expression",
    "strict_condition",
    "strict_output",
]


class MethodLiteral(str):
    """The words ``empty`` and ``blank``: a question when compared with, else an empty string."""

    __slots__ = ()


EMPTY = MethodLiteral()
BLANK = MethodLiteral()

_LITERALS: dict[str, object] = {
    "": None,
    "nil": None,
    "null": None,
    "true": True,
    "false": False,
    "blank": BLANK,
    "empty": EMPTY,
}
_INTEGER = re.compile(r"-?\d+", re.ASCII)
_FLOAT = re.compile(r"-?\d[\d.]+", re.ASCII)
_FLOAT_VALUE = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_RANGE = re.compile(r"\(\s*(?>(\S+)\s*\.\.)\s*(\S+)\s*\)", re.ASCII)
_VARIABLE = re.compile(r"\[[^\]]+\]|[\w\-]+\??", re.ASCII)
_SIMPLE = re.compile(r"[a-zA-Z_][\w-]*(?:\.[a-zA-Z_][\w-]*)*", re.ASCII)
_MAX_DIGITS = 4000
_MAX_DEPTH = 50


@lru_cache(maxsize=8192)
def parse_expression(markup: str | None, depth: int = 0) -> nodes.Expr:
    """Read one expression: a literal, a range, a variable with its look-ups.

    Never fails; the nodes are shared between equal expressions and must not be
    changed. *depth* counts ranges and brackets within each other.
    """
    if markup is None:
        return nodes.Const(None)
    markup = markup.strip(SPACE)
    if markup in _LITERALS:
        return nodes.Const(_LITERALS[markup])
    if len(markup) > 1 and markup[0] in "\"'" and markup[0] == markup[-1]:
        return nodes.Const(markup[1:-1])
    if _INTEGER.fullmatch(markup) and len(markup) < _MAX_DIGITS:
        return nodes.Const(int(markup))
    if depth < _MAX_DEPTH and (match := _RANGE.fullmatch(markup)):
        return _range(parse_expression(match[1], depth + 1), parse_expression(match[2], depth + 1))
    if _FLOAT.fullmatch(markup) and (number := _FLOAT_VALUE.match(markup)):
        return nodes.Const(float(number[0]))
    return _variable(markup, depth)


def _range(first: nodes.Expr, last: nodes.Expr) -> nodes.Expr:
    if isinstance(first, nodes.Const) and isinstance(last, nodes.Const):
        ends = (first.value, last.value)
        if not any(isinstance(end, bool) for end in ends):
            return nodes.Const(range(to_i(ends[0]), to_i(ends[1]) + 1))
    return nodes.Call(nodes.ImportedName("range_of"), [first, last], [], None, None)


def _variable(markup: str, depth: int) -> nodes.Expr:
    parts = _VARIABLE.findall(markup) if not _SIMPLE.fullmatch(markup) else markup.split(".")
    if not parts or len(parts) > _MAX_DEPTH:
        return nodes.Name("", "load")
    first, *rest = parts
    node: nodes.Expr
    if first[0] == "[" and depth < _MAX_DEPTH:
        node = nodes.Getitem(
            nodes.ContextReference(), parse_expression(first[1:-1], depth + 1), "load"
        )
    else:
        node = nodes.Name(first, "load")
    for part in rest:
        if part[0] == "[" and depth < _MAX_DEPTH:
            node = nodes.Getitem(node, parse_expression(part[1:-1], depth + 1), "load")
        else:
            node = nodes.Getattr(node, part, "load")
    return node


# Outputs: an expression and its filters

_FILTERS = re.compile(r"\|\s*(.*)", re.DOTALL)
_FILTER = re.compile(rf"(?:\s+|{QUOTED_FRAGMENT}|,)+", re.ASCII)
_FILTER_NAME = re.compile(r"\w+", re.ASCII)
_FILTER_ARGUMENT = re.compile(rf"(?::|,)\s*((?:\w+\s*:\s*)?{QUOTED_FRAGMENT})", re.ASCII)
_FRAGMENT_AND_REST = re.compile(rf"({QUOTED_FRAGMENT})(.*)", re.DOTALL | re.ASCII)


def _filter(node: nodes.Expr, name: str, arguments: list[str]) -> nodes.Expr:
    args: list[nodes.Expr] = []
    keywords: list[nodes.Keyword] = []
    for argument in arguments:
        if match := TAG_ATTRIBUTES.fullmatch(argument):
            keywords.append(nodes.Keyword(match[1], parse_expression(match[2])))
        else:
            args.append(parse_expression(argument))
    return nodes.Filter(node, name, args, keywords, None, None)


@lru_cache(maxsize=8192)
def strict_output(markup: str) -> nodes.Expr:
    """Read what stands in ``{{ }}`` or behind ``assign x =``, strictly.

    Equal outputs share their nodes, which must not be changed.
    """
    tokens = ExpressionTokens(markup)
    if tokens.look("end_of_string"):
        return nodes.Const(None)
    node = parse_expression(tokens.expression())
    while tokens.accept("pipe"):
        name = tokens.consume("id")
        arguments = []
        if tokens.accept("colon"):
            arguments.append(tokens.argument())
            while tokens.accept("comma"):
                arguments.append(tokens.argument())
        node = _filter(node, name, arguments)
    tokens.consume("end_of_string")
    return node


def lax_output(markup: str) -> nodes.Expr:
    """Read an output as Ruby's lax parser does, which takes anything."""
    match = _FRAGMENT_AND_REST.search(markup)
    if not match:
        return nodes.Const(None)
    node = parse_expression(match[1])
    filters = _FILTERS.search(match[2])
    if filters:
        for text in _FILTER.findall(filters[1]):
            name = _FILTER_NAME.search(text)
            if name:
                node = _filter(node, name[0], _FILTER_ARGUMENT.findall(text))
    return node


# Conditions

_COMPARISON = re.compile(rf"({QUOTED_FRAGMENT})\s*([=!<>a-z_]+)?\s*({QUOTED_FRAGMENT})?", re.ASCII)
_BOOLEAN = r"\b(?:\s?and\s?|\s?or\s?)\b"
_EXPRESSIONS_AND_OPERATORS = re.compile(
    rf"(?:{_BOOLEAN}|(?:\s*+(?!{_BOOLEAN})(?:{QUOTED_FRAGMENT}|\S+)\s*+)+)", re.ASCII
)
IF_SYNTAX = "Syntax Error in tag 'if' - Valid syntax: if [expression]"
OPERATORS = frozenset({"==", "!=", "<>", "<", ">", "<=", ">=", "contains"})


def truth(node: nodes.Expr) -> nodes.Expr:
    """Wrap an expression for use as a condition: only nil and false are false."""
    if isinstance(node, nodes.Compare | nodes.And | nodes.Or | nodes.Test):
        return node
    return nodes.Test(node, "truthy", [], [], None, None)


def comparison(left: nodes.Expr, operator: str | None, right: nodes.Expr) -> nodes.Expr:
    """Make one comparison; an operator that does not exist fails when it is evaluated."""
    if operator is None:
        return truth(left)
    return nodes.Compare(left, [nodes.Operand(operator, right)])


def _join(parts: list[nodes.Expr], operators: list[str]) -> nodes.Expr:
    """Tie comparisons together from the right: ``a or b and c`` is ``a or (b and c)``."""
    node = parts[-1]
    for part, operator in zip(reversed(parts[:-1]), reversed(operators), strict=True):
        node = nodes.And(part, node) if operator == "and" else nodes.Or(part, node)
    return node


def strict_condition(markup: str) -> nodes.Expr:
    """Read what stands behind ``if``, strictly."""
    tokens = ExpressionTokens(markup)
    parts = [_strict_comparison(tokens)]
    operators = []
    while operator := tokens.accept_id("and") or tokens.accept_id("or"):
        operators.append(operator)
        parts.append(_strict_comparison(tokens))
    tokens.consume("end_of_string")
    return _join(parts, operators)


def _strict_comparison(tokens: ExpressionTokens) -> nodes.Expr:
    left = parse_expression(tokens.expression())
    operator = tokens.accept("comparison")
    if operator is None:
        return truth(left)
    return comparison(left, operator, parse_expression(tokens.expression()))


def lax_condition(markup: str) -> nodes.Expr:
    """Read a condition as Ruby's lax parser does; raises LiquidSyntaxError for hopeless ones."""
    expressions = _EXPRESSIONS_AND_OPERATORS.findall(markup)
    if not expressions:
        raise LiquidSyntaxError(IF_SYNTAX)
    parts = [_lax_comparison(expressions.pop())]
    operators: list[str] = []
    while expressions:
        operator = expressions.pop().strip(SPACE)
        parts.append(_lax_comparison(expressions.pop() if expressions else ""))
        if operator not in {"and", "or"}:
            raise LiquidSyntaxError(IF_SYNTAX)
        operators.append(operator)
    return _join(parts[::-1], operators[::-1])


def _lax_comparison(markup: str) -> nodes.Expr:
    match = _COMPARISON.search(markup)
    if not match:
        raise LiquidSyntaxError(IF_SYNTAX)
    return comparison(parse_expression(match[1]), match[2], parse_expression(match[3]))
