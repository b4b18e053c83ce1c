"""What ``where`` found out about a list, for the next time that it is asked about it.

Menus pick page after page out of one list (``site.pages | where: "path", path``, as the
theme Minima does for each page): reading a property of all items each time would make the
time for a site grow with the cube of its pages.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from jinkyll.liquid.printing import ruby_to_s
from jinkyll.render.filters.properties import item_property

if TYPE_CHECKING:
    from jinkyll.content.site import Site
    from jinkyll.liquid import Context

__all__ = ["Selections", "listed", "selections_of"]

_MOST = 16
"""Lists that are remembered; each is kept alive by that."""
_CHANGING = frozenset({"content", "excerpt", "output"})
"""Properties that change while a page is rendered."""


class Selections:
    """The lists that one template asked about, while one page is rendered."""

    __slots__ = ("_looked_at", "record")

    def __init__(self, record: object) -> None:
        self.record = record
        """Where looks at items are recorded: it learns of each item when a list is first read."""
        self._looked_at: dict[
            tuple[int, str], tuple[list[object], int, dict[str, list[object]] | None]
        ] = {}

    def find(self, items: list[object], name: str, text: str) -> list[object] | None:
        """The items whose property *name* is *text*; None when *items* are new here."""
        place = (id(items), name)
        known = self._looked_at.get(place)
        if known is None or known[1] != len(items):
            if name not in _CHANGING:
                if len(self._looked_at) == _MOST:
                    self._looked_at.clear()
                self._looked_at[place] = (items, len(items), None)
            return None
        _, length, index = known
        if index is None:
            index = _indexed(items, name)
            self._looked_at[place] = (items, length, index)
        return index.get(text, [])[:]


def selections_of(context: Context) -> Selections | None:
    """What is known in *context*, None where no site is rendered."""
    site = context.registers.get("site")
    if site is None:
        return None
    record = cast("Site", site).reads.items
    known = cast("Selections | None", context.registers.get("selections"))
    if known is None or known.record is not record:
        known = context.registers["selections"] = Selections(record)
    return known


def listed(value: object) -> list[object]:
    """Ruby's ``Array()``."""
    if value is None:
        return []
    if isinstance(value, dict):
        return [list(pair) for pair in value.items()]
    if isinstance(value, datetime):
        # Ruby takes a time apart, so that the year alone finds the posts of that year.
        day = value.timetuple()
        clock = (value.second, value.minute, value.hour)
        calendar = (value.day, value.month, value.year, value.isoweekday() % 7, day.tm_yday)
        return [*clock, *calendar, bool(value.dst()), value.tzname()]
    return value if isinstance(value, list) else [value]


def _indexed(items: list[object], name: str) -> dict[str, list[object]]:
    index: dict[str, list[object]] = {}
    for item in items:
        value = item_property(item, name)
        if value.__class__ is str:
            index.setdefault(value, []).append(item)
        else:
            for text in {ruby_to_s(each) for each in listed(value)}:
                index.setdefault(text, []).append(item)
    return index
