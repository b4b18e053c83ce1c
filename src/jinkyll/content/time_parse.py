"""Reading of times as Ruby's ``Time.parse`` does it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

__all__ = ["parse_time"]

_ISO: Final = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt\s]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d*)?)?)?"
    r"\s*(?:(Z|UTC)|([-+])(\d{2}):?(\d{2}))?\s*",
    re.ASCII,
)


def parse_time(text: str, zone: dt.tzinfo) -> dt.datetime:
    """The time that *text* means, in *zone*; raises ValueError if it means none."""
    match = _ISO.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day, hour, minute, second, utc, sign, hours, minutes = match.groups()
    offset: dt.tzinfo | None = None
    if utc:
        offset = dt.UTC
    elif sign:
        delta = dt.timedelta(hours=int(hours), minutes=int(minutes))
        offset = dt.timezone(delta if sign == "+" else -delta)
    moment = dt.datetime(
        int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0),
        tzinfo=offset or zone,
    )  # fmt: skip
    return moment.astimezone(zone)
