"""Ruby's `strftime`, with all flags, widths and conversions of its `Time` and `Date`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache

from jinkyll.liquid.errors import LiquidArgumentError
from jinkyll.liquid.printing import is_utc, offset_of

__all__ = ["strftime"]

DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_DIRECTIVE = re.compile(r"%([-0^#_:]*)([1-9][0-9]*)?(:*)([EO]?)([a-zA-Z%+])|%[-0^#_]*[0-9]*\Z")
_MAX_WIDTH = 1024


def strftime(value: date, layout: str) -> str:
    """Write a time or date; a `date` counts as midnight in UTC.

    What is no directive stands as it is, as in Ruby; a time, unlike a date,
    raises LiquidArgumentError for a directive without its end.
    """
    if "%" not in layout:
        return layout
    moment = (
        value
        if isinstance(value, datetime)
        else _Midnight(value.year, value.month, value.day, tzinfo=UTC)
    )
    form, writers = _compiled(layout)
    return form % tuple([write(moment) for write in writers])


Writer = Callable[[datetime], str]


@lru_cache(maxsize=256)
def _compiled(layout: str) -> tuple[str, tuple[Writer, ...]]:
    """A form for Python's ``%``, and what fills its gaps: a site has few layouts."""
    texts: list[str] = []
    writers: list[Writer] = []
    end = 0
    for match in _DIRECTIVE.finditer(layout):
        texts.append(layout[end : match.start()].replace("%", "%%"))
        writers.append(_writer(match, layout))
        end = match.end()
    texts.append(layout[end:].replace("%", "%%"))
    return "%s".join(texts), tuple(writers)


def _writer(match: re.Match[str], layout: str) -> Writer:
    """What writes a directive; the usual ones without looking at their flags each time."""
    flags, digits, colons, modifier, kind = match.groups()
    if kind is None or digits or colons or modifier or flags not in {"", "-"}:
        return lambda time: _directive(match, time, layout)
    if kind in _TEXTS:
        return _TEXTS[kind]
    number = _NUMBERS.get(kind)
    if number is None:
        return lambda time: _directive(match, time, layout)
    if flags:
        return lambda time: str(number(time))
    form = f"%{'' if kind in _BLANK_PADDED else '0'}{_DEFAULT_WIDTHS[kind]}d"
    return lambda time: form % number(time)


class _Midnight(datetime):
    """A date as a time."""


_DEFAULT_WIDTHS = {
    "Y": 4, "G": 4, "C": 2, "y": 2, "m": 2, "j": 3, "d": 2, "e": 2, "H": 2, "k": 2, "I": 2, "l": 2,
    "M": 2, "S": 2, "u": 1, "w": 1, "g": 2, "V": 2, "U": 2, "W": 2, "s": 1, "Q": 1,
}  # fmt: skip
_BLANK_PADDED = frozenset("ekl")

_NUMBERS: dict[str, Callable[[datetime], int]] = {
    "Y": lambda time: time.year,
    "G": lambda time: time.isocalendar()[0],
    "C": lambda time: time.year // 100,
    "y": lambda time: time.year % 100,
    "m": lambda time: time.month,
    "j": lambda time: time.timetuple().tm_yday,
    "d": lambda time: time.day,
    "e": lambda time: time.day,
    "H": lambda time: time.hour,
    "k": lambda time: time.hour,
    "I": lambda time: (time.hour - 1) % 12 + 1,
    "l": lambda time: (time.hour - 1) % 12 + 1,
    "M": lambda time: time.minute,
    "S": lambda time: time.second,
    "u": lambda time: time.isoweekday(),
    "w": lambda time: time.isoweekday() % 7,
    "g": lambda time: time.isocalendar()[0] % 100,
    "V": lambda time: time.isocalendar()[1],
    "U": lambda time: (time.timetuple().tm_yday + 6 - time.isoweekday() % 7) // 7,
    "W": lambda time: (time.timetuple().tm_yday + 6 - time.weekday()) // 7,
    "s": lambda time: int(time.timestamp() // 1),
}

_TEXTS: dict[str, Callable[[datetime], str]] = {
    "B": lambda time: MONTHS[time.month - 1],
    "b": lambda time: MONTHS[time.month - 1][:3],
    "h": lambda time: MONTHS[time.month - 1][:3],
    "A": lambda time: DAYS[time.isoweekday() % 7],
    "a": lambda time: DAYS[time.isoweekday() % 7][:3],
    "p": lambda time: "PM" if time.hour >= 12 else "AM",
    "P": lambda time: "pm" if time.hour >= 12 else "am",
    "Z": lambda time: _zone(time),  # noqa: PLW0108  (defined below)
    "n": lambda _time: "\n",
    "t": lambda _time: "\t",
    "%": lambda _time: "%",
}

_COMPOSED = {
    "c": "%a %b %e %H:%M:%S %Y",
    "D": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "v": "%e-%^b-%Y",
    "x": "%m/%d/%y",
    "X": "%H:%M:%S",
    "r": "%I:%M:%S %p",
    "R": "%H:%M",
    "T": "%H:%M:%S",
    "+": "%a %b %e %H:%M:%S %Z %Y",
}


_NAMELESS = re.compile(r"UTC[-+]|[-+]\d")
"""What Python calls a zone without a name."""


def _zone(time: datetime) -> str:
    if isinstance(time, _Midnight):
        return "+00:00"
    if is_utc(time):
        return "UTC"
    name = time.tzname() or ""
    return "" if _NAMELESS.match(name) else name


def _directive(match: re.Match[str], time: datetime, layout: str) -> str:
    flags, digits, colons, modifier, kind = match.groups()
    if kind is None:
        if isinstance(time, _Midnight):
            return match[0]
        raise LiquidArgumentError(f"invalid format: {layout}")
    width = int(digits) if digits else 0
    if width > _MAX_WIDTH or len(digits or "") > 4:
        return match[0]
    if modifier and kind not in ("cCxXyY" if modifier == "E" else "deHkIlmMSuUVwWy"):
        return match[0]
    if ":" in flags or colons:
        return _colons(match, time)
    if kind in _NUMBERS:
        return _number(_NUMBERS[kind](time), _DEFAULT_WIDTHS[kind], width, flags, kind)
    if kind in _TEXTS:
        return _text(_TEXTS[kind](time), width, flags, kind)
    if kind in {"N", "L"}:
        return _fraction(time, width or (9 if kind == "N" else 3), flags)
    if kind == "z":
        return _offset(time, "", width, flags)
    if kind in _COMPOSED and (kind != "+" or isinstance(time, _Midnight)):
        text = strftime(time, _COMPOSED[kind])
        return _text(text, width, flags.replace("-", "").replace("#", ""), kind)
    if kind == "Q" and isinstance(time, _Midnight):
        return _number(int(time.timestamp() * 1000), 1, width, flags, kind)
    return match[0]


def _number(value: int, default: int, width: int, flags: str, kind: str) -> str:
    padding = " " if kind in _BLANK_PADDED else "0"
    for flag in flags:
        if flag in "0_":
            padding = "0" if flag == "0" else " "
    size = width or default
    if "-" in flags:
        return str(value)
    text = str(value)
    if padding == "0" and value < 0:
        return "-" + text[1:].rjust(size - 1, "0")
    return text.rjust(size, padding)


def _text(text: str, width: int, flags: str, kind: str) -> str:
    padding = " "
    for flag in flags:
        if flag == "^":
            text = text.upper()
        elif flag == "#":
            text = text.lower() if kind in "pZ" else text.upper()
        elif flag == "0":
            padding = "0"
        elif flag == "_":
            padding = " "
    return text if "-" in flags else text.rjust(width, padding)


def _fraction(time: datetime, width: int, flags: str) -> str:  # noqa: ARG001
    digits = f"{time.microsecond:06d}000"
    return digits[:width].ljust(width, "0")


def _colons(match: re.Match[str], time: datetime) -> str:
    flags, digits, colons, _, kind = match.groups()
    count = flags.count(":") + len(colons)
    if kind != "z" or (colons and digits):
        return match[0]
    if count > 3:
        return match[0]
    return _offset(time, ":" * count, int(digits) if digits else 0, flags)


def _offset(time: datetime, colons: str, width: int, flags: str) -> str:
    text = offset_of(time)
    sign, hours, minutes = text[0], text[1:3], text[3:]
    offset = time.utcoffset()
    seconds = abs(int(offset.total_seconds())) % 60 if offset else 0
    if colons == ":::":
        rest = "" if minutes == "00" and not seconds else f":{minutes}"
        rest += f":{seconds:02d}" if seconds else ""
    elif colons == "::":
        rest = f":{minutes}:{seconds:02d}"
    elif colons == ":":
        rest = f":{minutes}"
    else:
        rest = minutes
    padding = "0"
    for flag in flags:
        if flag in "0_":
            padding = "0" if flag == "0" else " "
    if "-" in flags and is_utc(time) and not isinstance(time, _Midnight):
        sign = "-"  # the offset is unknown, as RFC 3339 writes it
    size = max(width - len(rest), 3)
    if padding == "0":
        return sign + hours.rjust(size - 1, "0") + rest
    return (sign + str(int(hours))).rjust(size) + rest
