"""Plain scalars: what a word without quotes is in Ruby.

Source: Psych's ``ScalarScanner``.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from functools import lru_cache
from typing import Any, Final

__all__ = ["WORDS", "scalar"]

WORDS: Final = {
    "null": None, "yes": True, "true": True, "on": True, "no": False, "false": False, "off": False,
}  # fmt: skip
"""Words that are no text, in lower case."""

_DATE: Final = re.compile(r"\d{4}-(?:1[012]|0\d|\d)-(?:[12]\d|3[01]|0\d|\d)", re.ASCII)
_TIME: Final = re.compile(
    r"(?P<year>-?\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[Tt]|\s+)"
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d):(?P<second>\d\d)(?:\.(?P<fraction>\d*))?"
    r"(?:\s*(?:(?P<utc>Z)|(?P<sign>[-+])(?P<hours>\d{1,2})(?P<colon>:?)(?P<minutes>\d\d)?))?",
    re.ASCII,
)
_INTEGER: Final = re.compile(
    r"(?P<binary>[-+]?0b[01_,]+)|(?P<octal>[-+]?0[0-7_,]+)"
    r"|(?P<decimal>[-+]?(?:0|[1-9](?:[0-9]|,[0-9]|_[0-9])*))|(?P<hex>[-+]?0x[0-9a-fA-F_,]+)",
    re.ASCII,
)
_FLOAT: Final = re.compile(r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?", re.ASCII)
_SIXTIES: Final = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(?P<fraction>\.[0-9_]*)?")
_BASES: Final = {"binary": 2, "octal": 8, "decimal": 10, "hex": 16}
_SPECIAL_FLOATS: Final = {
    ".inf": math.inf, "+.inf": math.inf, "-.inf": -math.inf, ".nan": math.nan,
}  # fmt: skip


def scalar(text: str, zone: dt.tzinfo = dt.UTC) -> Any:
    """What a plain scalar is in Ruby: null, boolean, number, date, time or text.

    *zone* is that of times written without one.
    """
    if not text:
        return None
    if "\n" in text:
        return text
    first = text[0]
    if first.isalpha() or first in "_~":
        if len(text) > 5:
            return text
        if text == "~":
            return None
        return WORDS.get(text.lower(), text)
    if first.isdecimal():
        if match := _DATE.fullmatch(text):
            return _date(text)
        if match := _TIME.fullmatch(text):
            return _time(match, zone) or text
    elif first not in "+-.":
        return text
    elif special := _SPECIAL_FLOATS.get(text.lower()):
        return special
    if match := _INTEGER.fullmatch(text):
        return _integer(match, text)
    if match := _SIXTIES.fullmatch(text):
        return _sixties(text, fraction=match["fraction"] is not None)
    if _FLOAT.fullmatch(text):
        return _float(text)
    return text


def _integer(match: re.Match[str], text: str) -> int | str:
    digits = text.replace("_", "").replace(",", "")
    try:
        return int(digits, _BASES[match.lastgroup or "decimal"])
    except ValueError:  # 0b_ has no digits; a number of more than 4,300 digits
        return text


def _float(text: str) -> float | str:
    try:
        return float(text.replace("_", "").replace(",", ""))
    except ValueError:  # a lone dot
        return text


def _sixties(text: str, *, fraction: bool) -> int | float:
    parts = text.split(":")
    # Psych counts the powers from the wrong end when there are two parts: 1:30 is 5400.
    weights = (3600, 60, 1)
    if fraction:
        return sum(
            float(part.replace("_", "")) * weight
            for part, weight in zip(parts, weights, strict=False)
        )
    return sum(
        int(part.replace("_", "")) * weight for part, weight in zip(parts, weights, strict=False)
    )


def _date(text: str) -> dt.date | str:
    year, month, day = map(int, text.split("-"))
    try:
        return dt.date(year, month, day)
    except ValueError:
        return text


@lru_cache(maxsize=64)
def _zone(sign: str, hours: str, minutes: str) -> dt.tzinfo | None:
    offset = dt.timedelta(hours=int(hours), minutes=int(minutes))
    if offset >= dt.timedelta(hours=24):
        return None
    # A named zone, because Ruby tells +00:00 from UTC and Python only so.
    return dt.timezone(-offset if sign == "-" else offset, f"{sign}{hours:0>2}:{minutes}")


def _time(match: re.Match[str], local: dt.tzinfo) -> dt.datetime | None:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"])
    if not (year > 0 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        return None
    zone: dt.tzinfo | None = dt.UTC
    if match["sign"]:
        if len(match["hours"]) == 1 and match["minutes"] and not match["colon"]:
            return None  # three digits: Psych takes the first two for hours, and gives up
        zone = _zone(match["sign"], match["hours"], match["minutes"] or "00")
        if zone is None:
            return None
    microseconds = int(f"{match['fraction'] or '':0<6.6}")
    if day <= 28 and hour < 24 and second < 60:
        moment = dt.datetime(year, month, day, hour, minute, second, microseconds, zone)
        return moment if match["utc"] or match["sign"] else moment.astimezone(local)
    try:
        # Ruby lets the 31st of a short month, 24:00 and second 60 run over.
        moment = dt.datetime(year, month, 1, tzinfo=zone) + dt.timedelta(
            days=day - 1, hours=hour, minutes=minute, seconds=second, microseconds=microseconds
        )
    except OverflowError:
        return None
    return moment if match["utc"] or match["sign"] else moment.astimezone(local)
