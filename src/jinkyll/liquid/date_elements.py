"""The parts of a date that a text names: Ruby's `Date._parse`.

Ruby tries a row of notations, takes the first that fits, and does without what
is missing. The notations and their order are those of Ruby's `date` library.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

__all__ = ["Elements", "date_elements"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "|".join(_MONTHS)
_ERA = r"(c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))"
_FLAGS = re.IGNORECASE | re.ASCII
_MAX_LENGTH = 128
_JAPANESE_ERAS = {"m": 1867, "t": 1911, "s": 1925, "h": 1988, "r": 2018}
_CENTURY = 69


@dataclass(slots=True)
class Elements:
    """What was found; the rest is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    fraction: Fraction | None = None
    zone: str | None = None
    complete_century: bool = True
    week_based: bool = False

    def any_time(self) -> bool:
        """Tell whether `Time.parse` could make a time of it."""
        return any(
            part is not None
            for part in (
                self.year,
                self.month,
                self.day,
                self.year_day,
                self.hour,
                self.minute,
                self.second,
                self.fraction,
            )
        )


_JUNK = re.compile(r"[^-+',./:@0-9a-zA-Z\[\]]+")
_DAY_NAME = re.compile(r"\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*", _FLAGS)
_TIME = re.compile(
    r"""(
      (?:\d+\s*:\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?|\d+\s*h(?:\s*\d+m?(?:\s*\d+s?)?)?)
      (?:\s*[ap](?:m\b|\.m\.))?
      |\d+\s*[ap](?:m\b|\.m\.)
    )
    (?:\s*(
      (?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?
      |[a-z.\s]+(?:standard|daylight)\stime\b
      |[a-z]+(?:\sdst)?\b
    ))?""",
    _FLAGS | re.VERBOSE,
)
_CLOCK = re.compile(
    r"(\d+)\s*h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d*))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?",
    _FLAGS,
)


def date_elements(text: str, *, complete: bool = True) -> Elements:
    """Read *text*; with *complete* a year of two digits gets its century.

    Raises ValueError for a text of more than 128 letters.
    """
    if len(text) > _MAX_LENGTH:
        raise ValueError(f"string length ({len(text)}) exceeds the limit {_MAX_LENGTH}")
    found = Elements()
    if not text.isascii():  # letters of other scripts count as letters, and mean nothing
        text = "".join(
            letter if letter.isascii() else "x" if letter.isalnum() else " " for letter in text
        )
    text = _JUNK.sub(" ", text)
    text = _DAY_NAME.sub(" ", text, count=1)
    text = _read_time(text, found)
    for read in _NOTATIONS:
        rest = read(text, found)
        if rest is not None:
            text = rest
            break
    text = _read_before_christ(text, found)
    _read_fragment(text, found)
    if complete and found.complete_century and found.year is not None and 0 <= found.year <= 99:
        found.year += 1900 if found.year >= _CENTURY else 2000
    return found


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"


def _read_time(text: str, found: Elements) -> str:
    match = _TIME.search(text)
    if not match:
        return text
    if match[2]:
        found.zone = match[2]
    clock = _CLOCK.match(match[1])
    if clock:
        hour, minute, second, fraction, half = clock.groups()
        found.hour = int(hour)
        if minute:
            found.minute = int(minute)
        if second:
            found.second = int(second)
        if fraction is not None:
            found.fraction = Fraction(int(fraction or 0), 10 ** len(fraction))
        if half:
            found.hour = found.hour % 12 + (12 if half in "pP" else 0)
    return _without(text, match)


def _set_date(
    found: Elements,
    year: str | None,
    month: str | None,
    day: str | None,
    *,
    before_christ: bool = False,
) -> None:
    """Sort out which is which: an apostrophe or three digits make a year."""
    if year and month and not day:
        year, month, day = day, year, month
    if year is None:
        if day and len(day) > 2:
            year, day = day, year
        if day and day[0] == "'":
            year, day = day, year
    if year:
        start = re.search(r"\d", year)
        body = year[start.start() :] if start else ""
        digits = re.match(r"\d+", body)
        if (digits and digits.end() < len(body) and year[0] != "'") or (
            digits and digits.end() < len(body)
        ):
            year, day = day, digits[0]
    if month and (month[0] == "'" or len(month) > 2):
        year, month, day = month, day, year
    if day and (day[0] == "'" or len(day) > 2):
        year, day = day, year
    if year and (number := re.search(r"([-+])?(\d+)", year)):
        if number[1] or len(number[2]) > 2 or year[0] == "'":
            found.complete_century = year[0] == "'" and not number[1] and len(number[2]) <= 2
        value = int(number[0])
        found.year = 1 - value if before_christ else value
    if month and (number := re.search(r"\d+", month)):
        found.month = int(number[0])
    if day and (number := re.search(r"\d+", day)):
        found.day = int(number[0])


def _month_number(name: str) -> str:
    return str(_MONTHS.index(name[:3].lower()) + 1)


_EUROPEAN = re.compile(
    rf"'?(\d+)[^-\d\s]*\s*({_MONTH})[^-\d\s']*(?:\s*{_ERA}?\s*('?-?\d+(?:(?:st|nd|rd|th)\b)?))?",
    _FLAGS,
)
_AMERICAN = re.compile(
    rf"\b({_MONTH})[^-\d\s']*\s*('?\d+)[^-\d\s']*(?:\s*,?\s*{_ERA}?\s*('?-?\d+))?", _FLAGS
)
_ISO = re.compile(r"('?[-+]?\d+)-(\d+)-('?-?\d+)", _FLAGS)
_JAPANESE = re.compile(r"\b([mtshr])(\d+)\.(\d+)\.(\d+)", _FLAGS)
_VMS = re.compile(rf"('?-?\d+)-({_MONTH})[^-/.]*-('?-?\d+)", _FLAGS)
_VMS_MONTH_FIRST = re.compile(rf"\b({_MONTH})[^-/.]*-('?-?\d+)(?:-('?-?\d+))?", _FLAGS)
_SLASHES = re.compile(r"('?-?\d+)/\s*('?\d+)(?:\D\s*('?-?\d+))?", _FLAGS)
_DOTS = re.compile(r"('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)", _FLAGS)
_WEEK = re.compile(r"\b(\d{2}|\d{4})?-?w(\d{2})(?:-?(\d))?\b", _FLAGS)
_WEEK_DAY = re.compile(r"-w-(\d)\b", _FLAGS)
_MONTH_DAY = re.compile(r"--(\d{2})?-(\d{2})\b", _FLAGS)
_MONTH_MAYBE_DAY = re.compile(r"--(\d{2})(\d{2})?\b", _FLAGS)
_FRACTION_DAY = re.compile(r"[,.](\d{2}|\d{4})-\d{3}\b", _FLAGS)
_ORDINAL = re.compile(r"\b(\d{2}|\d{4})-(\d{3})\b", _FLAGS)
_DIGIT_ORDINAL = re.compile(r"\d-\d{3}\b", _FLAGS)
_ORDINAL_ONLY = re.compile(r"\b-(\d{3})\b", _FLAGS)
_YEAR = re.compile(r"'(\d+)\b", _FLAGS)
_MONTH_NAME = re.compile(rf"\b({_MONTH})\S*", _FLAGS)
_DAY_ORDINAL = re.compile(r"(\d+)(st|nd|rd|th)\b", _FLAGS)
_DIGITS = re.compile(
    r"([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?"
    r"(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\])?",
    _FLAGS,
)
_BEFORE_CHRIST = re.compile(r"\b(bc\b|bce\b|b\.c\.|b\.c\.e\.)", _FLAGS)
_FRAGMENT = re.compile(r"\s*(\d{1,2})\s*", _FLAGS)


def _is_bc(era: str | None) -> bool:
    return bool(era) and era is not None and era[0] in "bB"


def _read_european(text: str, found: Elements) -> str | None:
    if not (match := _EUROPEAN.search(text)):
        return None
    day, month, era, year = match.groups()
    _set_date(found, year, _month_number(month), day, before_christ=_is_bc(era))
    return _without(text, match)


def _read_american(text: str, found: Elements) -> str | None:
    if not (match := _AMERICAN.search(text)):
        return None
    month, day, era, year = match.groups()
    _set_date(found, year, _month_number(month), day, before_christ=_is_bc(era))
    return _without(text, match)


def _read_iso(text: str, found: Elements) -> str | None:
    return _read_three(_ISO, text, found)


def _read_three(pattern: re.Pattern[str], text: str, found: Elements) -> str | None:
    if not (match := pattern.search(text)):
        return None
    _set_date(found, *match.groups())
    return _without(text, match)


def _read_japanese(text: str, found: Elements) -> str | None:
    if not (match := _JAPANESE.search(text)):
        return None
    found.year = int(match[2]) + _JAPANESE_ERAS[match[1].lower()]
    found.month, found.day = int(match[3]), int(match[4])
    return _without(text, match)


def _read_vms(text: str, found: Elements) -> str | None:
    if match := _VMS.search(text):
        _set_date(found, match[3], _month_number(match[2]), match[1])
    elif match := _VMS_MONTH_FIRST.search(text):
        _set_date(found, match[3], _month_number(match[1]), match[2])
    else:
        return None
    return _without(text, match)


def _read_slashes(text: str, found: Elements) -> str | None:
    return _read_three(_SLASHES, text, found)


def _read_dots(text: str, found: Elements) -> str | None:
    return _read_three(_DOTS, text, found)


def _read_other_iso(text: str, found: Elements) -> str | None:
    match = _WEEK.search(text) or _WEEK_DAY.search(text)
    if match:
        found.week_based = True  # weeks are of no use to Time.parse
    elif match := _MONTH_DAY.search(text) or _MONTH_MAYBE_DAY.search(text):
        found.month = int(match[1]) if match[1] else None
        found.day = int(match[2]) if match[2] else None
    elif not _FRACTION_DAY.search(text) and (match := _ORDINAL.search(text)):
        found.year, found.year_day = int(match[1]), int(match[2])
    elif not _DIGIT_ORDINAL.search(text) and (match := _ORDINAL_ONLY.search(text)):
        found.year_day = int(match[1])
    else:
        return None
    return _without(text, match)


def _read_year(text: str, found: Elements) -> str | None:
    if not (match := _YEAR.search(text)):
        return None
    found.year = int(match[1])
    return _without(text, match)


def _read_month(text: str, found: Elements) -> str | None:
    if not (match := _MONTH_NAME.search(text)):
        return None
    found.month = int(_month_number(match[1]))
    return _without(text, match)


def _read_day(text: str, found: Elements) -> str | None:
    if not (match := _DAY_ORDINAL.search(text)):
        return None
    found.day = int(match[1])
    return _without(text, match)


def _read_digits(text: str, found: Elements) -> str | None:
    if not (match := _DIGITS.search(text)):
        return None
    sign, digits, time, fraction, zone = match.groups()
    if time is None and fraction is not None:
        _set_from_end(found, sign, digits)
    else:
        _set_from_start(found, sign, digits)
    if time and len(time) % 2 == 0:
        pairs = [int(time[index : index + 2]) for index in range(0, len(time), 2)]
        if fraction is not None:
            for name, value in zip(("second", "minute", "hour"), reversed(pairs), strict=False):
                setattr(found, name, value)
        else:
            for name, value in zip(("hour", "minute", "second"), pairs, strict=False):
                setattr(found, name, value)
    if fraction is not None:
        found.fraction = Fraction(int(fraction or 0), 10 ** len(fraction))
    if zone:
        found.zone = _bracketed_zone(zone) if zone[0] == "[" else zone
    return _without(text, match)


def _bracketed_zone(zone: str) -> str:
    offset, colon, name = zone[1:-1].partition(":")
    if colon:
        return name
    return f"+{offset}" if offset[:1].isdigit() else offset


def _set_from_start(found: Elements, sign: str, digits: str) -> None:
    """Digits in a row, from the year on."""
    size = len(digits)
    if size == 2:
        found.day = int(digits)
    elif size == 3:
        found.year_day = int(digits)
    elif size == 4:
        found.month, found.day = int(digits[:2]), int(digits[2:])
    elif size == 5:
        found.year, found.year_day = int(sign + digits[:2]), int(digits[2:])
    elif size == 6:
        found.year = int(sign + digits[:2])
        found.month, found.day = int(digits[2:4]), int(digits[4:])
    elif size == 7:
        found.year, found.year_day = int(sign + digits[:4]), int(digits[4:])
    elif size in {8, 10, 12, 14}:
        found.year = int(sign + digits[:4])
        found.month, found.day = int(digits[4:6]), int(digits[6:8])
        for name, start in (("hour", 8), ("minute", 10), ("second", 12)):
            if size > start:
                setattr(found, name, int(digits[start : start + 2]))
        found.complete_century = False


def _set_from_end(found: Elements, sign: str, digits: str) -> None:
    """Digits in a row before a fraction of a second, from the second back."""
    size = len(digits)
    if size not in {2, 3, 4, 5, 6, 7, 8, 10, 12, 14}:
        return
    if size == 2:
        found.day = int(digits)
        return
    rest = digits
    for name in ("second", "minute", "hour", "day", "month"):
        if not rest:
            return
        setattr(found, name, int(rest[-2:]))
        rest = rest[:-2]
    if rest:
        found.year = int(sign + rest)
        if len(rest) == 4:
            found.complete_century = False


_Reader = Callable[[str, Elements], str | None]
_NOTATIONS: tuple[_Reader, ...] = (
    _read_european,
    _read_american,
    _read_iso,
    _read_japanese,
    _read_vms,
    _read_slashes,
    _read_dots,
    _read_other_iso,
    _read_year,
    _read_month,
    _read_day,
    _read_digits,
)


def _read_before_christ(text: str, found: Elements) -> str:
    if not (match := _BEFORE_CHRIST.search(text)):
        return text
    if found.year is not None:
        found.year = 1 - found.year
    return _without(text, match)


def _read_fragment(text: str, found: Elements) -> None:
    if match := _FRAGMENT.fullmatch(text):
        number = int(match[1])
        if found.hour is not None and found.day is None:
            if 1 <= number <= 31:
                found.day = number
        elif found.day is not None and found.hour is None and 0 <= number <= 24:
            found.hour = number
