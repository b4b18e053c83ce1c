"""Filters for lists: ``where``, ``where_exp``, ``find``, ``find_exp``, ``sort``, ``push`` ...

Source: https://jekyllrb.com/docs/liquid/filters/ and Jekyll's ``Filters``.
"""

from __future__ import annotations

import random
from functools import cmp_to_key
from operator import itemgetter
from typing import TYPE_CHECKING

from jinkyll.liquid import context_filter
from jinkyll.liquid.comparison import class_name, compare, truthy
from jinkyll.liquid.drop import Drop
from jinkyll.liquid.errors import LiquidArgumentError
from jinkyll.liquid.expressions import MethodLiteral, strict_condition
from jinkyll.liquid.numbers import to_integer as strict_integer
from jinkyll.liquid.printing import inspect, join, ruby_to_s
from jinkyll.render.errors import RubyError
from jinkyll.render.filters.properties import item_property
from jinkyll.render.filters.selections import listed, selections_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinkyll.liquid import Context

__all__ = [
    "find",
    "find_exp",
    "pop",
    "push",
    "sample",
    "shift",
    "sort",
    "unshift",
    "where",
    "where_exp",
]


@context_filter
def where(context: Context, items: object, name: object, target: object) -> object:
    """The items of a list whose property *name* is *target*, or a list with *target* in it."""
    if not truthy(name) or (isinstance(target, list | dict)):
        return items
    values = _values(items)
    if values is None:
        return items
    key = ruby_to_s(name)
    if values is items and target.__class__ is str:
        selections = selections_of(context)
        found = None if selections is None else selections.find(values, key, target)
        if found is not None:
            return found
    wanted = _matcher(target)
    return [item for item in values if wanted(item_property(item, key))]


def find(items: object, name: object, target: object) -> object:
    """The first item that ``where`` would give."""
    if not truthy(name) or (isinstance(target, list | dict)):
        return items
    values = _values(items)
    if values is None:
        return items
    wanted = _matcher(target)
    key = ruby_to_s(name)
    return next((item for item in values if wanted(item_property(item, key))), None)


@context_filter
def where_exp(context: Context, items: object, variable: object, expression: object) -> object:
    """The items for which *expression*, a condition on *variable*, is true."""
    values = _values(items)
    return items if values is None else list(_matching(context, values, variable, expression))


@context_filter
def find_exp(context: Context, items: object, variable: object, expression: object) -> object:
    """The first item for which *expression*, a condition on *variable*, is true."""
    values = _values(items)
    return items if values is None else next(_matching(context, values, variable, expression), None)


def sort(items: object, name: object = None, nils: object = "first") -> object:
    """A list in order: its items themselves, or by their property *name*.

    Items without the property come first, or last with ``nils: "last"``.
    """
    if items is None:
        raise LiquidArgumentError("Cannot sort a null object.")
    if name is not None and nils not in {"first", "last"}:
        raise LiquidArgumentError(
            f"Invalid nils order: '{ruby_to_s(nils)}' is not a valid nils order. "
            "It must be 'first' or 'last'."
        )
    values = _pairs(items)
    if values is None:
        method = "sort" if name is None else "map"
        raise RubyError(f"undefined method `{method}' for {inspect(items)}:{class_name(items)}")
    if name is None:
        return sorted(values, key=cmp_to_key(_strictly))
    key = ruby_to_s(name)
    keyed = [(item_property(item, key), item) for item in values]
    missing = [item for value, item in keyed if value is None]
    present = [pair for pair in keyed if pair[0] is not None]
    if all(value.__class__ is str for value, _ in present):
        present.sort(key=itemgetter(0))
    else:
        present.sort(key=cmp_to_key(_loosely))
    ordered = [item for _, item in present]
    return missing + ordered if nils == "first" else ordered + missing


def pop(items: object, number: object = 1) -> object:
    """A list without its last items."""
    if not isinstance(items, list):
        return items
    count = _count(number)
    return items[: max(len(items) - count, 0)]


def push(items: object, item: object) -> object:
    """A list with *item* at its end."""
    return [*items, item] if isinstance(items, list) else items


def shift(items: object, number: object = 1) -> object:
    """A list without its first items."""
    return items[_count(number) :] if isinstance(items, list) else items


def unshift(items: object, item: object) -> object:
    """A list with *item* in front."""
    return [item, *items] if isinstance(items, list) else items


def sample(items: object, number: object = 1) -> object:
    """An item of a list, or so many of them, picked at random."""
    if not isinstance(items, list):
        return items
    try:
        count = strict_integer(number)
    except LiquidArgumentError:
        count = 1
    if count == 1:
        return random.choice(items) if items else None  # noqa: S311  (no secret)
    if count < 0:
        raise LiquidArgumentError("negative sample number")
    return random.sample(items, min(count, len(items)))


def _values(items: object) -> list[object] | None:
    """The items of what Ruby can select from; a map's are its values."""
    if isinstance(items, list):
        return items
    if isinstance(items, dict):
        return list(items.values())
    return _pairs(items)


def _pairs(items: object) -> list[object] | None:
    if isinstance(items, list):
        return items
    if isinstance(items, dict):
        return [list(pair) for pair in items.items()]
    if isinstance(items, range | tuple):
        return list(items)
    if isinstance(items, Drop):
        iterate: Callable[[], Iterator[object]] | None = getattr(items, "__iter__", None)
        return None if iterate is None else list(iterate())
    return None


def _matching(
    context: Context, items: list[object], variable: object, expression: object
) -> Iterator[object]:
    repeated = context.environment.repeated
    condition = repeated.function(strict_condition, ruby_to_s(expression), len(items))
    name = ruby_to_s(variable)
    context.push()
    try:
        for item in items:
            context.set_local(name, item)
            if truthy(condition(context)):
                yield item
    finally:
        context.pop()


def _matcher(target: object) -> Callable[[object], bool]:
    if target is None:
        return lambda value: value is None
    text = ruby_to_s(target)
    if isinstance(target, MethodLiteral):
        return lambda value: value == text or join(listed(value), "") == text
    return lambda value: (
        value == text
        if value.__class__ is str
        else any(ruby_to_s(item) == text for item in listed(value))
    )


def _strictly(one: object, other: object) -> int:
    order = compare(one, other)
    if order is None:
        failed = inspect(other) if isinstance(other, int | float | None) else class_name(other)
        raise LiquidArgumentError(f"comparison of {class_name(one)} with {failed} failed")
    return order


def _loosely(first_pair: tuple[object, object], second_pair: tuple[object, object]) -> int:
    one, other = first_pair[0], second_pair[0]
    order = compare(one, other)
    if order is not None:
        return order
    first, second = ruby_to_s(one), ruby_to_s(other)
    return (first > second) - (first < second)


def _count(number: object) -> int:
    count = strict_integer(number)
    if count < 0:
        raise LiquidArgumentError("negative array size")
    return count
