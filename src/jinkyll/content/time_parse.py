"""Times as Ruby's ``Time.parse`` reads them.

ISO dates are read here and at once, any other shape by ``jinkyll.liquid.times``.

Source: https://docs.ruby-lang.org/en/3.1/Time.html#method-c-parse
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

__all__ = ["parse_time"]

_ISO: Final = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[Tt ](\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?(?:(UTC|Z)|([-+]\d{2}):?(\d{2})))?)?",
    re.ASCII,
)


def parse_time(text: str, zone: dt.tzinfo) -> dt.datetime:
    """The time that *text* means, in *zone*, in whole seconds.

    Raises:
        ValueError: the text holds no time, or one that there is not.
    """
    match = _ISO.fullmatch(text)
    if match is not None:
        year, month, day, hour, minute, second, utc, hours, minutes = match.groups()
        offset = None
        if utc:
            offset = 0
        elif hours:
            offset = int(hours) * 3600 + int(hours[0] + minutes) * 60
        return _moment(
            (int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0)),
            offset,
            zone,
        )
    from jinkyll.liquid import times  # noqa: PLC0415  (slow, and most sites write ISO dates)

    return times.parse_time(text, zone).astimezone(zone).replace(microsecond=0)


def _moment(parts: tuple[int, ...], offset: int | None, zone: dt.tzinfo) -> dt.datetime:
    """The time of a calendar and a clock at *offset* (seconds), or in *zone*; in *zone*."""
    year, month, day, hour, minute, second = parts
    if not (1 <= month <= 12 and 1 <= day <= 31 and minute <= 59 and second <= 60):
        raise ValueError("argument out of range")
    if hour > 24 or (hour == 24 and (minute or second)):
        raise ValueError("argument out of range")
    # The 31st of a short month, 24:00 and second 60 run over.
    try:
        moment = dt.datetime(year, month, 1) + dt.timedelta(  # noqa: DTZ001  (zone follows)
            days=day - 1, hours=hour, minutes=minute, seconds=second
        )
        if offset is not None:
            return (moment - dt.timedelta(seconds=offset)).replace(tzinfo=dt.UTC).astimezone(zone)
        early = moment.replace(tzinfo=zone)
        late = early.replace(fold=1)
        # Of the two hours at the end of summer time Ruby takes the later one.
        early_offset, late_offset = early.utcoffset(), late.utcoffset()
        if early_offset is not None and late_offset is not None and early_offset > late_offset:
            return late
        if early_offset == late_offset:
            return early
        return early.astimezone(dt.UTC).astimezone(zone)
    except OverflowError as error:
        raise ValueError("argument out of range") from error
