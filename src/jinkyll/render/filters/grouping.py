"""Filters that group a list: ``group_by`` and ``group_by_exp``.

Source: https://jekyllrb.com/docs/liquid/filters/ and Jekyll's ``GroupingFilters``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.liquid import context_filter
from jinkyll.liquid.drop import Drop
from jinkyll.liquid.errors import LiquidSyntaxError
from jinkyll.liquid.expressions import lax_output, strict_output
from jinkyll.liquid.printing import ruby_to_s
from jinkyll.render.filters.properties import item_property

if TYPE_CHECKING:
    from jinja2 import nodes

    from jinkyll.liquid import Context

__all__ = ["group_by", "group_by_exp"]


def group_by(items: object, name: object) -> object:
    """Groups ``{name, items, size}`` of the items with the same property *name*, as text."""
    values = _groupable(items)
    if values is None:
        return items
    key = ruby_to_s(name)
    groups: dict[object, list[object]] = {}
    for item in values:
        groups.setdefault(ruby_to_s(item_property(item, key)), []).append(item)
    return [_group(name, members) for name, members in groups.items()]


@context_filter
def group_by_exp(context: Context, items: object, variable: object, expression: object) -> object:
    """Groups ``{name, items, size}`` of the items for which *expression* is the same."""
    values = _groupable(items)
    if values is None:
        return items
    output = context.environment.repeated.function(_output, ruby_to_s(expression), len(values))
    groups: dict[object, tuple[object, list[object]]] = {}
    local = ruby_to_s(variable)
    context.push()
    try:
        for item in values:
            context.set_local(local, item)
            value = output(context)
            groups.setdefault(_identity(value), (value, []))[1].append(item)
    finally:
        context.pop()
    return [_group(value, members) for value, members in groups.values()]


def _output(text: str) -> nodes.Expr:
    try:
        return strict_output(text)
    except LiquidSyntaxError:
        return lax_output(text)


def _groupable(items: object) -> list[object] | None:
    if isinstance(items, list):
        return items
    if isinstance(items, dict):
        return [list(pair) for pair in items.items()]
    if isinstance(items, range | tuple):
        return list(items)
    if isinstance(items, Drop) and hasattr(items, "__iter__"):
        return list(items.__iter__())
    return None


def _group(name: object, members: list[object]) -> dict[str, object]:
    return {"name": name, "items": members, "size": len(members)}


def _identity(value: object) -> object:
    """A key that tells 1, 1.0 and true apart, and that lists and maps have, too."""
    if isinstance(value, list | tuple):
        return (list, *map(_identity, value))
    if isinstance(value, dict):
        return (dict, *((key, _identity(each)) for key, each in value.items()))
    return (value.__class__, value)
