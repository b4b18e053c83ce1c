"""Times from what people write: Ruby's `Time.parse`, and Liquid's idea of a date."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

__all__ = ["local_time", "parse_time", "to_time"]

_DIGITS = re.compile(r"[0-9]+")


def local_time(timezone: tzinfo | None) -> datetime:
    """The time now, in *timezone* or the machine's."""
    now = datetime.now(UTC)
    return now.astimezone(timezone)


def to_time(value: object, timezone: tzinfo | None = None) -> date | None:
    """Liquid's `Utils.to_date`: a time for what can be one, None for the rest.

    Takes times and dates, numbers and digits (seconds since 1970), ``now`` and
    ``today``, and whatever `parse_time` reads.
    """
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        text = value.lower()
        if text in {"now", "today"}:
            return local_time(timezone)
        if _DIGITS.fullmatch(text):
            return _from_seconds(int(text[:20]), timezone)
        return parse_time(text, timezone) if text else None
    if isinstance(value, int) and not isinstance(value, bool):
        return _from_seconds(value, timezone)
    return None


def _from_seconds(seconds: int, timezone: tzinfo | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone(timezone)
    except (OverflowError, ValueError, OSError):
        return None


def parse_time(text: str, timezone: tzinfo | None = None) -> datetime | None:
    """Placeholder."""
    try:
        value = datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    return (
        value
        if value.tzinfo
        else value.replace(tzinfo=timezone)
        if timezone
        else value.astimezone()
    )
