"""What all drops have in common: a table of fields, and data behind it.

`FieldsDrop.liquid_get` is the gate through which every look-up of a template
into the site goes; whoever wants to know what a page reads has to listen here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from jinkyll.liquid.drop import Drop

if TYPE_CHECKING:
    from jinkyll.render.drops.drops import Drops

__all__ = ["ENUMERABLE", "PLAIN", "FieldsDrop"]

#: Values of these types hold nothing of the site and need no drop.
PLAIN = frozenset({str, int, float, bool, type(None), date, datetime})

#: What Ruby's Enumerable answers where there is nothing else of that name.
ENUMERABLE = frozenset({"count", "first", "keys", "max", "min", "sort"})

Field = Callable[[Any], object]


class FieldsDrop(Drop):
    """Answers with its own fields first, then with the data of the object behind it.

    ``fields`` maps each name to a function of the drop, in the order in which
    Jekyll's drop lists them.
    """

    __slots__ = ("_drops",)

    fields: ClassVar[Mapping[str, Field]] = {}
    ruby_class: ClassVar[str] = "Drop"

    def __init__(self, drops: Drops) -> None:
        self._drops = drops

    def fallback(self) -> dict[str, Any]:
        """The data that answers for what is no field."""
        return {}

    def liquid_get(self, key: str) -> object:
        """Answer ``drop.key``."""
        field = self.fields.get(key)
        if field is not None:
            return field(self)
        value = dict.get(self.fallback(), key)
        if value is None or value.__class__ in PLAIN:
            return self._enumerable(key) if value is None and key in ENUMERABLE else value
        return self._drops.wrap(value)

    def liquid_has(self, key: str) -> bool:
        """Tell whether the drop has *key*."""
        return key in self.fields or key in self.fallback() or key in ENUMERABLE

    def keys(self) -> list[str]:
        """All names: fields, then the data's."""
        return [*self.fields, *(key for key in self.fallback() if key not in self.fields)]

    def items(self) -> list[tuple[str, object]]:
        """All names with their values."""
        return [(key, self.liquid_get(key)) for key in self.keys()]

    def liquid_to_s(self) -> str:
        """Ruby's drops print the name of their class."""
        return f"Jekyll::Drops::{self.ruby_class}"

    def __iter__(self) -> Iterator[object]:
        """A loop over a drop goes over its names."""
        return iter(self.keys())

    def __getitem__(self, key: str) -> object:
        return self.liquid_get(key)

    def __setitem__(self, key: str, value: object) -> None:
        """Let a hook add to what templates see."""
        self.fallback()[key] = value

    def __contains__(self, key: str) -> bool:
        return self.liquid_has(key)

    def get(self, key: str, default: object = None) -> object:
        """The value of *key*, or *default*."""
        return self.liquid_get(key) if self.liquid_has(key) else default

    def _enumerable(self, key: str) -> object:
        """What Ruby's Enumerable answers for drops without such data."""
        pairs: list[list[object]] = [list(pair) for pair in self.items()]
        if key == "count":
            return len(pairs)
        if key == "keys":
            return [pair[0] for pair in pairs]
        if key == "first":
            return pairs[0] if pairs else None
        pairs.sort(key=lambda pair: str(pair[0]))
        return pairs if key == "sort" else pairs[0 if key == "min" else -1] if pairs else None
