"""The filter `date`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.liquid.filters.registry import context_filter
from jinkyll.liquid.printing import ruby_to_s
from jinkyll.liquid.strftime import strftime
from jinkyll.liquid.times import to_time

if TYPE_CHECKING:
    from jinkyll.liquid.context import Context

__all__ = ["date"]


@context_filter
def date(context: Context, value: object, layout: object) -> object:
    """``{{ page.date | date: "%-d %B %Y" }}``; what is no date is passed on.

    Takes times and dates, seconds since 1970, "now", and dates as text.
    """
    text = ruby_to_s(layout)
    if not text:
        return value
    time = to_time(value, context.environment.timezone)
    return value if time is None else strftime(time, text)
