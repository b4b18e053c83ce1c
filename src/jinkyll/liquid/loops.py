"""What `for` and `tablerow` loop over, and the drops that count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from jinkyll.liquid.drop import Drop
from jinkyll.liquid.numbers import to_i, to_integer

if TYPE_CHECKING:
    from jinkyll.liquid.context import Context

__all__ = ["ForLoop", "items_of", "range_of", "segment", "slice_collection"]

MAX_RANGE_STEPS = 10_000_000
"""How many steps of loops over ranges a page may take."""

CONTINUE = object()
"""The value of ``offset:continue``."""


class ForLoop(Drop):
    """The variable ``forloop``."""

    __slots__ = ("index0", "length", "name", "parentloop")

    def __init__(self, name: str, length: int, parentloop: ForLoop | None) -> None:
        self.name = name
        self.length = length
        self.parentloop = parentloop
        self.index0 = 0

    def liquid_get(self, key: str) -> object:
        """Answer ``forloop.index`` and its sisters."""
        if key == "index":
            return self.index0 + 1
        if key == "last":
            return self.index0 == self.length - 1
        if key == "first":
            return self.index0 == 0
        if key in {"index0", "length", "parentloop", "name"}:
            return getattr(self, key)
        if key == "rindex":
            return self.length - self.index0
        return self.length - self.index0 - 1 if key == "rindex0" else None

    def liquid_to_s(self) -> str:
        """Print the name of Ruby's class."""
        return "Liquid::ForloopDrop"


def range_of(first: object, last: object) -> range:
    """Evaluate ``(first..last)``; the ends may be numbers, strings, nil."""
    return range(_range_end(first), _range_end(last) + 1)


def _range_end(value: object) -> int:
    return to_i(value) if value is None or isinstance(value, str) else to_integer(value)


def items_of(collection: object) -> Sequence[object]:
    """All that a loop over *collection* sees: pairs of a map, a string as one item."""
    if isinstance(collection, list | tuple):
        return collection
    if isinstance(collection, range):
        return collection
    if isinstance(collection, dict):
        return [[key, value] for key, value in collection.items()]
    if isinstance(collection, str):
        return [collection] if collection else []
    if isinstance(collection, Drop) and isinstance(collection, Iterable):
        return list(collection)
    return []


def slice_collection(collection: object, start: int, stop: int | None) -> Sequence[object]:
    """Answer the items from *start* up to *stop*, as Ruby's loops count them."""
    if isinstance(collection, str):
        return items_of(collection)
    if isinstance(collection, Drop) and stop is not None and isinstance(collection, Iterable):
        return list(islice(collection, max(start, 0), max(stop, 0)))
    items = items_of(collection)
    if start <= 0 and stop is None:
        return items
    return items[max(start, 0) : None if stop is None else max(stop, 0)]


def segment(
    context: Context,
    name: str,
    collection: object,
    *,
    offset: object = None,
    limit: object = None,
    backwards: bool = False,
) -> Sequence[object]:
    """Evaluate what a `for` loops over, and keep where it ends for ``offset:continue``."""
    start = context.offsets.get(name, 0) if offset is CONTINUE else to_i(offset)
    stop = None if limit is None or limit is False else to_i(limit) + start
    if collection.__class__ is list and start == 0 and stop is None:
        items: Sequence[object] = collection
    else:
        items = slice_collection(collection, start, stop)
    if isinstance(items, range):
        context.count_range(len(items))
    context.offsets[name] = start + len(items)
    if backwards:
        return items[::-1]
    return items
