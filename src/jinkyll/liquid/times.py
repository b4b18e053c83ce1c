"""Times from what people write: Ruby's `Time.parse`, and Liquid's idea of a date."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinkyll.liquid.date_elements import Elements

__all__ = ["listeners", "local_time", "now", "parse_time", "to_time"]

_DIGITS = re.compile(r"[0-9]+")


listeners: list[Callable[[], object]] = []
"""Called whenever a template or a date that leaves something out asks for the time."""


def local_time(zone: tzinfo | None) -> datetime:
    """The time now, in *zone* or the machine's."""
    for listen in listeners:
        listen()
    return now(zone)


def now(zone: tzinfo | None) -> datetime:
    """The time now, for those who tell themselves what they do with it."""
    return datetime.now(UTC).astimezone(zone)


def to_time(value: object, zone: tzinfo | None = None) -> date | None:
    """Liquid's `Utils.to_date`: a time for what can be one, None for the rest.

    Takes times and dates, numbers and digits (seconds since 1970), ``now`` and
    ``today``, and whatever `parse_time` reads. Times without a zone are in
    *zone*, by default the machine's.
    """
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        text = value.lower()
        if text in {"now", "today"}:
            return local_time(zone)
        if _DIGITS.fullmatch(text):
            return _from_seconds(int(text[:20]), zone)
        if not text:
            return None
        try:
            return parse_time(text, zone)
        except ValueError:
            return None
    if isinstance(value, int) and not isinstance(value, bool):
        return _from_seconds(value, zone)
    return None


def _from_seconds(seconds: int, zone: tzinfo | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone(zone)
    except (OverflowError, ValueError, OSError):
        return None


_ZONES = {"UTC": 0, "Z": 0, "UT": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5,
          "MST": -7, "MDT": -6, "PST": -8, "PDT": -7} | {
    letter: hours for hours, letter in enumerate("ABCDEFGHIKLM", 1)
} | {letter: -hours for hours, letter in enumerate("NOPQRSTUVWXY", 1)}  # fmt: skip
_OFFSET = re.compile(r"([+-])(\d\d)(:?)(\d\d)(?:\3(\d\d))?", re.ASCII)
_HOURS = re.compile(r"[+-]\d\d", re.ASCII)
_UTC = frozenset({"-00:00", "-0000", "-00", "UTC", "Z", "UT"})
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


_DAY = 86400


def _in_zone(naive: datetime, zone: tzinfo | None) -> datetime:
    """*naive* in *zone*; of the two hours at the end of summer time Ruby takes the later one."""
    if zone is None:
        return naive.astimezone()
    early = naive.replace(tzinfo=zone)
    late = early.replace(fold=1)
    ahead, behind = early.utcoffset(), late.utcoffset()
    if ahead == behind or ahead is None or behind is None:
        return early
    # An hour that the clock leaves out is read as the one after it.
    return late if ahead > behind else early.astimezone(UTC).astimezone(zone)


def _offset_of(name: str, year: int, zone: tzinfo | None) -> int | None:
    """The seconds that a zone is ahead of UTC; None for a zone that nobody knows."""
    name = name.upper()
    if match := _OFFSET.fullmatch(name):
        seconds = (int(match[2]) * 60 + int(match[4])) * 60 + int(match[5] or 0)
        return -seconds if match[1] == "-" else seconds
    if _HOURS.fullmatch(name):
        return int(name) * 3600
    if name in _ZONES:
        return _ZONES[name] * 3600
    for month in (1, 7):
        moment = _in_zone(datetime(min(max(year, 1971), 9998), month, 1), zone)  # noqa: DTZ001
        if (moment.tzname() or "").upper() == name:
            return int((moment.utcoffset() or timedelta()).total_seconds())
    return None


def parse_time(text: str, zone: tzinfo | None = None) -> datetime:
    """Ruby's `Time.parse`: read a time, what is missing being taken from now, or the first.

    A time without a zone is in *zone*, by default the machine's. Raises
    ValueError if there is no time in the text, or one that does not exist.
    """
    if match := _ISO_DATE.fullmatch(text):
        year, month, day = map(int, match.groups())
        if year and 1 <= month <= 12 and 1 <= day <= 28:
            return _in_zone(datetime(year, month, day), zone)  # noqa: DTZ001
    from jinkyll.liquid.date_elements import (  # noqa: PLC0415  (thirty patterns to compile)
        date_elements,
    )

    found = date_elements(text)
    if not found.any_time():
        raise ValueError(f"no time information in {text!r}")
    if found.year_day is not None:
        return _from_year_day(found, zone)
    return _make_time(found, zone)


def _from_year_day(found: Elements, zone: tzinfo | None) -> datetime:
    number = found.year_day or 0
    if not 1 <= number <= 366:
        raise ValueError(f"yday {number} out of range")
    found.year_day = None
    year = local_time(zone).year if found.year is None else found.year
    start = date(year, 1, 1) + timedelta(days=number - 1)
    if start.year != year:
        raise ValueError(f"yday {number} out of range")
    found.year, found.month, found.day = start.year, start.month, start.day
    return _make_time(found, zone)


def _make_time(found: Elements, zone: tzinfo | None) -> datetime:
    offset = None
    parts = [found.year, found.month, found.day, found.hour, found.minute, found.second]
    today = local_time(zone) if found.year is None else None
    if found.zone:
        year = today.year if today else found.year or 0
        offset = _offset_of(found.zone, year, zone)
        if offset is not None and abs(offset) >= _DAY:
            raise ValueError("utc_offset out of range")
    if today:
        if offset is not None:
            today = today.astimezone(_fixed(offset))
        current = (today.year, today.month, today.day, today.hour, today.minute, today.second)
        for index, part in enumerate(parts):
            if part is not None:
                break
            parts[index] = current[index]
    defaults = (1970, 1, 1, 0, 0, 0)
    numbers = [
        default if part is None else part for part, default in zip(parts, defaults, strict=True)
    ]
    extra = timedelta(microseconds=int((found.fraction or 0) * 1_000_000))
    if numbers[3] == 24 and offset:  # Ruby applies the offset first
        numbers[3] = 0
        extra += timedelta(days=1)
    naive = _naive(*numbers) + extra
    try:
        return _placed(naive, offset, found.zone or "", zone)
    except OverflowError:
        raise ValueError("argument out of range") from None


def _fixed(seconds: int) -> timezone:
    """A zone without a name, as Ruby has them; without offset it is not yet UTC."""
    return timezone(timedelta(seconds=seconds), "")


def _placed(naive: datetime, offset: int | None, name: str, zone: tzinfo | None) -> datetime:
    if offset is None:
        return _in_zone(naive, zone)
    moment = (naive - timedelta(seconds=offset)).replace(tzinfo=UTC)
    if name.upper() in _UTC:
        return moment
    local = moment.astimezone(zone)
    if local.utcoffset() == timedelta(seconds=offset):
        return local
    return moment.astimezone(_fixed(offset))


def _naive(year: int, month: int, day: int, hour: int, minute: int, second: int) -> datetime:
    """Ruby's `Time.local`: the 31st of a shorter month and the hour 24 go over into the next."""
    extra = timedelta()
    if not (1 <= month <= 12 and 1 <= day <= 31 and minute < 60 and second <= 60 and hour <= 24):
        raise ValueError("argument out of range")
    if hour == 24:
        if minute or second:
            raise ValueError("argument out of range")
        hour, extra = 0, timedelta(days=1)
    if second == 60:
        second, extra = 59, extra + timedelta(seconds=1)
    try:
        return datetime(year, month, 1, hour, minute, second) + timedelta(days=day - 1) + extra  # noqa: DTZ001
    except OverflowError:
        raise ValueError("argument out of range") from None
