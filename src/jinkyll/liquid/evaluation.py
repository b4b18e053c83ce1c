"""Evaluation of an expression without compiling it.

For what is used once: the outputs of a post's body, the arguments of tags. It
calls the same functions as compiled templates do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import nodes

from jinkyll.liquid import comparison as compare
from jinkyll.liquid.drop import Drop
from jinkyll.liquid.errors import LiquidArgumentError, UndefinedDropMethod, UndefinedVariable
from jinkyll.liquid.expressions import EMPTY, OPERATORS, MethodLiteral
from jinkyll.liquid.lookup import COMMANDS, command, find, lookup, lookup_strict
from jinkyll.liquid.loops import range_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinkyll.liquid.context import Context

__all__ = ["evaluate", "is_literal", "test"]


def evaluate(node: nodes.Expr, context: Context) -> object:
    """Answer the value of an expression or condition in this context."""
    return _EVALUATORS[node.__class__](node, context)


def is_literal(literal: MethodLiteral, value: object, context: Context) -> bool | None:
    """Answer ``value == empty`` or ``value == blank``."""
    if literal is EMPTY:
        return compare.is_empty(value)
    return compare.is_blank(value) if context.environment.active_support else None


def test(operator: str, left: object, right: object, context: Context) -> object:
    """Answer ``left operator right``."""
    if operator not in OPERATORS:
        raise LiquidArgumentError(f"Unknown operator {operator}")
    if operator == "contains" and isinstance(right, MethodLiteral):
        return isinstance(left, str) and not isinstance(left, MethodLiteral)
    if isinstance(left, MethodLiteral):
        left, right = right, left
    if isinstance(left, MethodLiteral):
        return operator in {"!=", "<>"}
    if operator in {"==", "!=", "<>"}:
        if isinstance(right, MethodLiteral):
            equal = is_literal(right, left, context)
        else:
            equal = compare.equal(left, right)
        return equal if operator == "==" else not equal
    if isinstance(right, MethodLiteral):
        return False
    if operator == "contains":
        return compare.contains(left, right)
    return compare.order(left, operator, right)


def strict_lookup(obj: object, key: object, *, is_command: bool = False) -> object:
    """Look up as under ``strict_variables``; raises UndefinedVariable."""
    try:
        value = lookup_strict(obj, key, is_command=is_command)
    except LookupError:
        text = "" if key is None else str(key)
        raise UndefinedVariable(f"undefined variable {text}", subject=text) from None
    if (
        value is None
        and isinstance(obj, Drop)
        and type(obj).liquid_get is Drop.liquid_get
        and key not in type(obj)._invokable
    ):
        raise UndefinedDropMethod(f"undefined method {key}", subject=str(key))
    return value


def _const(node: nodes.Const, _context: Context) -> object:
    value: object = node.value
    return "" if isinstance(value, MethodLiteral) else value


def _name(node: nodes.Name, context: Context) -> object:
    return context.variables[node.name]


def _getattr(node: nodes.Getattr, context: Context) -> object:
    obj = evaluate(node.node, context)
    key = node.attr
    if context.strict_variables:
        return strict_lookup(obj, key, is_command=key in COMMANDS)
    return command(obj, key) if key in COMMANDS else lookup(obj, key)


def _getitem(node: nodes.Getitem, context: Context) -> object:
    key = evaluate(node.arg, context)
    if isinstance(node.node, nodes.ContextReference):
        return context.find_dynamic(key)
    obj = evaluate(node.node, context)
    return strict_lookup(obj, key) if context.strict_variables else find(obj, key)


def _call(node: nodes.Call, context: Context) -> object:
    first, last = node.args
    return range_of(evaluate(first, context), evaluate(last, context))


def _argument(node: nodes.Expr, context: Context) -> object:
    if isinstance(node, nodes.Const) and isinstance(node.value, MethodLiteral):
        return node.value
    return evaluate(node, context)


def _filter(node: nodes.Filter, context: Context) -> object:
    inner = node.node
    value = None if inner is None else evaluate(inner, context)
    args = [_argument(arg, context) for arg in node.args]
    if node.kwargs:
        args.append({pair.key: evaluate(pair.value, context) for pair in node.kwargs})
    return context.environment.apply_filter(node.name, context, value, args)


def _test(node: nodes.Test, context: Context) -> object:
    return compare.truthy(evaluate(node.node, context))


def _compare(node: nodes.Compare, context: Context) -> object:
    operand = node.ops[0]
    return test(operand.op, _operand(node.expr, context), _operand(operand.expr, context), context)


def _and(node: nodes.And, context: Context) -> object:
    return evaluate(node.left, context) and evaluate(node.right, context)


def _or(node: nodes.Or, context: Context) -> object:
    return evaluate(node.left, context) or evaluate(node.right, context)


def _operand(node: nodes.Expr, context: Context) -> object:
    return node.value if isinstance(node, nodes.Const) else evaluate(node, context)


_EVALUATORS: dict[type[nodes.Expr], Callable[[Any, Context], object]] = {
    nodes.Const: _const,
    nodes.Name: _name,
    nodes.Getattr: _getattr,
    nodes.Getitem: _getitem,
    nodes.Call: _call,
    nodes.Filter: _filter,
    nodes.Test: _test,
    nodes.Compare: _compare,
    nodes.And: _and,
    nodes.Or: _or,
}
