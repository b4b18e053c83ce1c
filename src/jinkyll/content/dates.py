"""Dates as front matter gives them: times, dates, and text that Ruby's ``Time.parse`` takes."""

from __future__ import annotations

import datetime as dt

from jinkyll.content.time_parse import parse_time
from jinkyll.errors import ReadError

__all__ = ["parse_date"]


def parse_date(
    value: object, zone: dt.tzinfo, message: str, *, path: str | None = None
) -> dt.datetime:
    """The time that *value* means, in whole seconds and in *zone*.

    A date is its midnight there; text without a zone is meant there.

    Raises:
        ReadError: ``Invalid date 'value': message``, in Jekyll's words.
    """
    if isinstance(value, dt.datetime):
        return value.replace(microsecond=0).astimezone(zone)
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day, tzinfo=zone)
    text = "" if value is None else str(value)
    try:
        return parse_time(text, zone).replace(microsecond=0)
    except (ValueError, OverflowError) as error:
        raise ReadError(
            f"Invalid date '{text}': {message}",
            path=path,
            hint="write dates as 2020-12-31 or 2020-12-31 18:30:00 +0100",
        ) from error
