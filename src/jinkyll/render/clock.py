"""What templates make of the time.

``{{ site.time | date: "%Y" }}`` stands at the foot of most themes. If only that a page
*looked* at the time were recorded, every page would have to be rendered at every build;
so what the filter ``date`` made of it is recorded, and compared by the next build. Every
other use of the time counts as one that differs at every build.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from jinkyll.liquid import times
from jinkyll.liquid.filters import registry
from jinkyll.liquid.filters.dates import date as print_date
from jinkyll.liquid.strftime import strftime
from jinkyll.render.drops.build_time import BuildTime
from jinkyll.render.filters.lists import sample as pick

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinkyll.content import Site
    from jinkyll.content.reads import Reads
    from jinkyll.liquid import Context

__all__ = ["listening", "recording", "repeated"]

_NOW: Final = frozenset({"now", "today"})


def recording(site: Site) -> dict[str, Callable[..., Any]]:
    """The filters that stand in the place of ``date`` and ``sample``, and record for *site*."""
    reads = site.reads

    @registry.context_filter
    def date(context: Context, value: object, layout: object) -> object:
        if value.__class__ is datetime and layout.__class__ is str and layout:
            return strftime(value, layout)  # the dates of posts, in archives by the thousand
        if isinstance(value, BuildTime) and isinstance(layout, str) and layout:
            text = strftime(value.plain, layout)
            reads.time(f"site\0{layout}", text)
            return text
        if isinstance(value, str) and value.lower() in _NOW and isinstance(layout, str) and layout:
            text = strftime(times.now(site.timezone), layout)
            reads.time(f"now\0{layout}", text)
            return text
        return print_date(context, value, layout)

    @registry.context_filter
    def sample(_context: Context, items: object, *arguments: object) -> object:
        reads.time()  # chance, too, is different at every build
        return pick(items, *arguments)

    return {"date": date, "sample": sample}


@contextmanager
def listening(reads: Reads) -> Iterator[None]:
    """Record whatever asks for the time now, such as ``"now" | date``."""
    times.listeners.append(reads.time)
    try:
        yield
    finally:
        times.listeners.remove(reads.time)


def repeated(how: str, begun: datetime) -> str:
    """What the recorded use *how* of the time gives for a build that has *begun* then."""
    kind, _, layout = how.partition("\0")
    return strftime(times.now(begun.tzinfo) if kind == "now" else begun, layout)
