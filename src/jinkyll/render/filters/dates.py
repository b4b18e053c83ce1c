"""Filters for dates: ``date_to_string``, ``date_to_xmlschema`` and their like.

Source: https://jekyllrb.com/docs/liquid/filters/ and Jekyll's ``DateFilters``.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from jinkyll.liquid import context_filter
from jinkyll.liquid.printing import inspect, offset_of
from jinkyll.liquid.times import to_time
from jinkyll.render.errors import FatalException

if TYPE_CHECKING:
    from jinkyll.content.site import Site
    from jinkyll.liquid import Context

__all__ = ["date_to_long_string", "date_to_rfc822", "date_to_string", "date_to_xmlschema"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@context_filter
def date_to_string(
    context: Context, value: object, kind: object = None, style: object = None
) -> object:
    """``07 Nov 2008``; with ``"ordinal"`` ``7th Nov 2008``, with ``"US"`` too ``Nov 7th, 2008``."""
    return _stringified(context, value, kind, style, short=True)


@context_filter
def date_to_long_string(
    context: Context, value: object, kind: object = None, style: object = None
) -> object:
    """As ``date_to_string`` with the whole name of the month."""
    return _stringified(context, value, kind, style, short=False)


@context_filter
def date_to_xmlschema(context: Context, value: object) -> object:
    """``2008-11-07T13:07:54-08:00``."""
    if value is None or value == "":
        return value
    time = _time(context, value)
    day = f"{time.year:04d}-{time.month:02d}-{time.day:02d}"
    return f"{day}T{time.hour:02d}:{time.minute:02d}:{time.second:02d}{offset_of(time, ':')}"


@context_filter
def date_to_rfc822(context: Context, value: object) -> object:
    """``Mon, 07 Nov 2008 13:07:54 -0800``."""
    if value is None or value == "":
        return value
    time = _time(context, value)
    month = _MONTHS[time.month - 1][:3]
    day = f"{_DAYS[time.weekday()]}, {time:%d} {month} {time.year:04d}"
    return f"{day} {time:%H:%M:%S} {offset_of(time)}"


def _stringified(
    context: Context, value: object, kind: object, style: object, *, short: bool
) -> object:
    if value is None or value == "":
        return value
    time = _time(context, value)
    month = _MONTHS[time.month - 1]
    if short:
        month = month[:3]
    if kind == "ordinal":
        day = f"{time.day}{_ordinal(time.day)}"
        return (
            f"{month} {day}, {time.year:04d}" if style == "US" else f"{day} {month} {time.year:04d}"
        )
    return f"{time.day:02d} {month} {time.year:04d}"


def _ordinal(number: int) -> str:
    if 11 <= number <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _time(context: Context, value: object) -> datetime:
    """*value* as a time of the site's zone.

    Raises:
        FatalException: *value* is no date.
    """
    zone = cast("Site", context.registers["site"]).timezone
    found = to_time(value, zone)
    if isinstance(found, datetime):
        return found.astimezone(zone) if found.tzinfo else found.replace(tzinfo=zone)
    if isinstance(found, date):
        return datetime(found.year, found.month, found.day, tzinfo=zone)
    raise FatalException(f"Invalid Date: '{inspect(value)}' is not a valid datetime.")
