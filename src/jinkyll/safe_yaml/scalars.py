"""Plain scalars: what a word without quotes is to Jekyll.

Source: the transforms of the safe_yaml gem, and Psych's ``ScalarScanner`` where both agree.
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

_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME: Final = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[Tt]|\s+)"
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d):(?P<second>\d\d)(?:\.(?P<fraction>\d*))?"
    r"\s*(?:Z|(?P<sign>[-+])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?)?",
    re.ASCII,
)
_INTEGER: Final = re.compile(
    r"(?P<binary>[-+]?0b[01_,]+)|(?P<octal>[-+]?0[0-7_,]+)"
    r"|(?P<decimal>[-+]?(?:0|[1-9](?:[0-9]|,[0-9]|_[0-9])*))|(?P<hex>[-+]?0x[0-9a-fA-F_,]+)",
    re.ASCII,
)
_FLOAT: Final = re.compile(r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?", re.ASCII)
_SIXTIES: Final = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?")
_BASES: Final = {"binary": 2, "octal": 8, "decimal": 10, "hex": 16}
_SPECIAL_FLOATS: Final = {
    ".inf": math.inf, "+.inf": math.inf, "-.inf": -math.inf, ".nan": math.nan,
}  # fmt: skip


def scalar(text: str) -> Any:
    """What a plain scalar is in Ruby: null, boolean, number, date, time or text."""
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
            return _time(match) or text
    elif first not in "+-.":
        return text
    elif special := _SPECIAL_FLOATS.get(text.lower()):
        return special
    if match := _INTEGER.fullmatch(text):
        return _integer(match, text)
    if match := _SIXTIES.fullmatch(text):
        return _sixties(text)
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


def _sixties(text: str) -> float:
    """A number of base 60; always a float, as in the gem."""
    value = 0.0
    for part in text.lstrip("+-").replace("_", "").split(":"):
        value = value * 60 + float(part)
    return -value if text[0] == "-" else value


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


def _time(match: re.Match[str]) -> dt.datetime | None:
    """The time, with the offset that it is written with; without one it has none.

    None for what Ruby's ``DateTime`` refuses, which stays text.
    """
    zone = _zone(match["sign"] or "+", match["hours"] or "00", match["minutes"] or "00")
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"])
    midnight = hour == 24 and not (minute or second)
    if zone is None or second > 60:
        return None
    try:
        moment = dt.datetime(
            int(match["year"]),
            int(match["month"]),
            int(match["day"]),
            0 if midnight else hour,
            minute,
            min(second, 59),
            int(f"{match['fraction'] or '':0<6.6}"),
            zone,
        )
        return moment + dt.timedelta(days=1) if midnight else moment
    except (ValueError, OverflowError):
        return None
