"""Filters on lists. Whatever the value is, it is taken as a list as Liquid does it."""

from __future__ import annotations

import math
import string
from collections.abc import Callable, Iterable
from datetime import datetime
from decimal import Decimal
from functools import cmp_to_key
from typing import cast

from jinkyll.liquid.comparison import class_name, compare, equal, truthy
from jinkyll.liquid.drop import Drop, liquid_items
from jinkyll.liquid.errors import LiquidArgumentError
from jinkyll.liquid.lookup import find, first_of
from jinkyll.liquid.loops import MAX_RANGE_STEPS
from jinkyll.liquid.numbers import to_float, to_index, to_number
from jinkyll.liquid.printing import inspect, ruby_to_s
from jinkyll.liquid.printing import join as join_items
from jinkyll.liquid.strftime import strftime

__all__ = [
    "compact",
    "concat",
    "first",
    "input_items",
    "item_property",
    "join",
    "last",
    "map_",
    "reverse",
    "size",
    "sort",
    "sort_natural",
    "sum_",
    "uniq",
    "where",
]


def _flatten(items: Iterable[object], result: list[object]) -> list[object]:
    for item in items:
        if isinstance(item, list | tuple):
            _flatten(item, result)
        else:
            result.append(item)
    return result


def input_items(value: object) -> list[object]:
    """Liquid's `InputIterator`: lists flattened, a map as one item, nil as none."""
    if isinstance(value, list | tuple):
        if any(issubclass(kind, list | tuple) for kind in set(map(type, value))):
            return _flatten(value, [])
        return list(value)
    if value is None:
        return []
    if isinstance(value, dict):
        return [value]
    if isinstance(value, range):
        if len(value) > MAX_RANGE_STEPS:
            raise LiquidArgumentError("range is too big for a list")
        return list(value)
    if isinstance(value, Drop) and isinstance(value, Iterable) and not value.liquid_is_map:
        return list(liquid_items(value))
    if isinstance(value, datetime):
        return _parts_of(value)
    return [value]


def _parts_of(time: datetime) -> list[object]:
    """What Ruby makes of a time when it is asked for a list."""
    parts = time.timetuple()
    zone = strftime(time, "%Z") or None
    return [
        *(time.second, time.minute, time.hour, time.day, time.month, time.year),
        *(time.isoweekday() % 7, parts.tm_yday, bool(time.dst()), zone),
    ]


def _property_error(name: object) -> LiquidArgumentError:
    return LiquidArgumentError(f"cannot select the property '{ruby_to_s(name)}'")


_MAX_SHIFT = 4096


def item_property(item: object, name: object) -> object:
    """Ruby's ``item[name]``, which texts and numbers answer as well.

    Raises LiquidArgumentError where Ruby raises TypeError, LookupError where
    the item has no ``[]`` at all.
    """
    if isinstance(item, dict | Drop):
        return find(item, name)
    if isinstance(name, float) and math.isfinite(name):
        name = int(name)
    if isinstance(item, str):
        if isinstance(name, str):
            return name if name in item else None
        if isinstance(name, range):
            return slice_range(item, name)
        if isinstance(name, int) and not isinstance(name, bool):
            to_index(name)
            return item[name] if -len(item) <= name < len(item) else None
        raise _property_error(name)
    if isinstance(item, int) and not isinstance(item, bool):
        if isinstance(name, range):
            width = len(name) if name else None
            start = max(min(name.start, _MAX_SHIFT), -_MAX_SHIFT)
            bits = item >> start if start >= 0 else item << -start
            return bits & (-1 if width is None else (1 << min(width, 4096)) - 1)
        if isinstance(name, int) and not isinstance(name, bool):
            return (item >> name) & 1 if 0 <= name < 10_000 else int(item < 0 <= name)
        raise _property_error(name)
    if isinstance(item, list | tuple):
        if isinstance(name, int) and not isinstance(name, bool):
            return find(item, name)
        raise _property_error(name)
    raise LookupError(name)


def slice_range(text: str, ends: range) -> str | None:
    """Ruby's ``text[first..last]``."""
    start, stop = ends.start, ends.stop
    if start < 0:
        start += len(text)
    if stop - 1 < 0:
        stop += len(text)
    return text[start : max(stop, start)] if 0 <= start <= len(text) else None


def _has_items(item: object) -> bool:
    """Tell whether Ruby's item has a ``[]``."""
    return isinstance(item, str | dict | list | tuple | Drop) or (
        isinstance(item, int) and not isinstance(item, bool)
    )


def size(value: object) -> int:
    """The number of items, letters or keys; 0 for what has none."""
    if isinstance(value, str | list | tuple | dict | range):
        return len(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return max(8, (value.bit_length() + 7) // 8)
    return 0


def first(value: object) -> object:
    """The first item of a list, or pair of a map."""
    if isinstance(value, list | tuple):
        return value[0] if value else None
    if isinstance(value, dict):
        return list(next(iter(value.items()))) if value else None
    if isinstance(value, range):
        return value.start
    return first_of(value) if isinstance(value, Drop) else None


def last(value: object) -> object:
    """The last item of a list."""
    if isinstance(value, list | tuple):
        return value[-1] if value else None
    return value.stop - 1 if isinstance(value, range) else None


def join(value: object, glue: object = " ") -> str:
    """``{{ list | join: ", " }}``."""
    return join_items(input_items(value), ruby_to_s(glue))


def reverse(value: object) -> list[object]:
    """The items from last to first."""
    return input_items(value)[::-1]


def concat(value: object, other: object) -> list[object]:
    """``{{ a | concat: b }}``: the items of both; raises LiquidArgumentError if b is no list."""
    if not isinstance(other, list | tuple):
        raise LiquidArgumentError("concat filter requires an array argument")
    return [*input_items(value), *other]


def _compare_items(left: object, right: object) -> int:
    result = compare(left, right)
    if result is not None:
        return result
    if left is None:
        return 1
    if right is None:
        return -1
    raise LiquidArgumentError("cannot sort values of incompatible types")


_FOLD = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def _compare_natural(left: object, right: object) -> int:
    one, other = ruby_to_s(left).translate(_FOLD), ruby_to_s(right).translate(_FOLD)
    return (one > other) - (one < other)


def _properties(items: list[object], name: object) -> list[object] | None:
    """The property of each item; None if one of them can't have properties."""
    if not all(map(_has_items, items)):
        return None
    if len(items) == 1:  # with nothing to compare Ruby does not look
        return items
    return [item_property(item, name) for item in items]


def sort(value: object, name: object = None) -> list[object] | None:
    """Sort, nil last; by a property if one is named."""
    items = input_items(value)
    if not items:
        return []
    if name is None:
        if all(type(item) is str for item in items):
            return sorted(cast("list[str]", items))  # type: ignore[return-value]
        return sorted(items, key=cmp_to_key(_compare_items))
    keys = _properties(items, name)
    if keys is None:
        return None
    return _sorted_by(keys, items, _compare_items)


def sort_natural(value: object, name: object = None) -> list[object] | None:
    """Sort as text without regard to case, nil last."""
    items = input_items(value)
    if not items:
        return []
    keys = items if name is None else _properties(items, name)
    if keys is None:
        return None
    named = [place for place, key in enumerate(keys) if key is not None]
    found = _sorted_by(
        [keys[place] for place in named], [items[place] for place in named], _compare_natural
    )
    # Ruby's comparison puts each nil after each other nil, which turns them round
    return found + [item for item, key in zip(items, keys, strict=True) if key is None][::-1]


def _sorted_by(
    keys: list[object], items: list[object], compare_keys: Callable[[object, object], int]
) -> list[object]:
    order = cmp_to_key(compare_keys)
    places = sorted(range(len(items)), key=lambda place: order(keys[place]))
    return [items[place] for place in places]


def where(value: object, name: object, target: object = None) -> list[object] | None:
    """The items whose property is *target*, or is true if there is no target."""
    result = []
    for item in input_items(value):
        try:
            found = item_property(item, name)
        except LookupError:
            return None
        if truthy(found) if target is None else equal(found, target):
            result.append(item)
    return result


def _identity(value: object) -> object:
    """A key under which values are the same that Ruby's `eql?` takes for the same."""
    if isinstance(value, dict | list | tuple):
        return inspect(value), type(value) is dict
    if isinstance(value, Drop):
        return value
    return value.__class__, value


def uniq(value: object, name: object = None) -> list[object] | None:
    """Each item once, or each value of a property."""
    items = input_items(value)
    if len(items) < 2:
        return items
    seen: set[object] = set()
    result = []
    for item in items:
        try:
            key = _identity(item if name is None else item_property(item, name))
        except LookupError:
            return None
        if key not in seen:
            seen.add(key)
            result.append(item)
    return result


def compact(value: object, name: object = None) -> list[object] | None:
    """The items that are not nil, or whose property is not."""
    items = input_items(value)
    if name is None:
        return [item for item in items if item is not None]
    try:
        return [item for item in items if item_property(item, name) is not None]
    except LookupError:
        return None


def map_(value: object, name: object) -> list[object]:
    """``{{ posts | map: "title" }}``: the property of each item."""
    items = input_items(value)
    if name == "to_liquid":
        return items
    result: list[object] = []
    if name.__class__ is str and all(isinstance(item, Drop) for item in items):
        return [item.liquid_get(name) for item in cast("list[Drop]", items)]
    for item in items:
        try:
            result.append(item_property(item, name))
        except LookupError:
            result.append(None)
    return result


def sum_(value: object, name: object = None) -> object:
    """Add up the items, or a property of each (Liquid 5)."""
    total: int | Decimal = 0
    for item in input_items(value):
        try:
            number = to_number(item if name is None else item_property(item, name))
        except LookupError:
            raise LiquidArgumentError(
                f"cannot select the property '{ruby_to_s(name)}' of {class_name(item)}"
            ) from None
        total = Decimal(total) + Decimal(number) if isinstance(number, Decimal) else total + number
    return to_float(total)
