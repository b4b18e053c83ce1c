"""Reading of times as Ruby's ``Time.parse`` reads them, whatever people write.

The text is searched for a day's name and a time of day, then for a date in one
shape after the other (English, American, ISO, Japanese, VMS, with slashes, with
dots, digits alone); the first shape that is found counts. What the text leaves
open comes from today, as far as it is larger than what it says, else it is the
smallest.

Source: https://docs.ruby-lang.org/en/3.1/Time.html#method-c-parse and
https://docs.ruby-lang.org/en/3.1/Date.html#method-c-_parse
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from jinkyll.content.time_parse import moment

__all__ = ["parse"]

_FLAGS: Final = re.IGNORECASE | re.ASCII
_MONTHS: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_ERA: Final = r"(c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))?"

_NOISE: Final = re.compile(r"[^-+',./:@\w\[\]]+|_")
_DAY: Final = re.compile(r"\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*", _FLAGS)
_TIME: Final = re.compile(
    r"((?:\d+\s*:\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?|\d+\s*h(?:\s*\d+m?(?:\s*\d+s?)?)?)"
    r"(?:\s*[ap](?:m\b|\.m\.))?|\d+\s*[ap](?:m\b|\.m\.))"
    r"(?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?"
    r"|[a-z.\s]+(?:standard|daylight)\stime\b|[a-z]+(?:\sdst)?\b))?",
    _FLAGS,
)
_TIME_PARTS: Final = re.compile(
    r"(\d+)\s*h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d*))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?",
    _FLAGS,
)
_ENGLISH: Final = re.compile(
    rf"('?\d+)[^-\d\s]*\s*({_MONTHS})[^-\d\s']*"
    rf"(?:\s*{_ERA}\s*('?-?\d+(?:(?:st|nd|rd|th)\b)?))?",
    _FLAGS,
)
_AMERICAN: Final = re.compile(
    rf"\b({_MONTHS})[^-\d\s']*\s*('?\d+)[^-\d\s']*(?:\s*,?\s*{_ERA}\s*('?-?\d+))?", _FLAGS
)
_DASHES: Final = re.compile(r"('?[-+]?\d+)-(\d+)-('?-?\d+)", _FLAGS)
_JAPANESE: Final = re.compile(r"\b([mtshr])(\d+)\.(\d+)\.(\d+)", _FLAGS)
_VMS: Final = re.compile(rf"('?-?\d+)-({_MONTHS})[^-/.]*-('?-?\d+)", _FLAGS)
_VMS_MONTH_FIRST: Final = re.compile(rf"\b({_MONTHS})[^-/.]*-('?-?\d+)(?:-('?-?\d+))?", _FLAGS)
_SLASHES: Final = re.compile(r"('?-?\d+)/\s*('?\d+)(?:\D\s*('?-?\d+))?", _FLAGS)
_DOTS: Final = re.compile(r"('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)", _FLAGS)
_ISO_WEEK: Final = re.compile(r"\b(?:\d{2}|\d{4})?-?w\d{2}(?:-?\d)?\b|-w-\d\b", _FLAGS)
_ISO_MONTH_DAY: Final = re.compile(r"--(\d{2})?-(\d{2})\b", _FLAGS)
_ISO_MONTH: Final = re.compile(r"--(\d{2})(\d{2})?\b", _FLAGS)
_ISO_ORDINAL: Final = re.compile(r"(?<![,.\d])\b(\d{2}|\d{4})-(\d{3})\b", _FLAGS)
_ISO_YEARLESS_ORDINAL: Final = re.compile(r"\b-(\d{3})\b", _FLAGS)
_YEAR: Final = re.compile(r"'(\d+)\b", _FLAGS)
_MONTH: Final = re.compile(rf"\b({_MONTHS})\S*", _FLAGS)
_DAY_OF_MONTH: Final = re.compile(r"(\d+)(?:st|nd|rd|th)\b", _FLAGS)
_DIGITS: Final = re.compile(
    r"([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\])?",
    _FLAGS,
)
_BEFORE_CHRIST: Final = re.compile(r"\b(?:bc\b|bce\b|b\.c\.|b\.c\.e\.)", _FLAGS)
_REST: Final = re.compile(r"\s*(\d{1,2})\s*", _FLAGS)
_NUMBER: Final = re.compile(r"[-+]?\d+", _FLAGS)
_OFFSET: Final = re.compile(r"([-+])(\d\d)(?:(:?)(\d\d)(?:\3(\d\d))?)?", _FLAGS)

_NAMED_OFFSETS: Final = {
    "UTC": 0, "Z": 0, "UT": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7,
    "MDT": -6, "PST": -8, "PDT": -7,
    **{letter: hours for hours, letter in enumerate("ABCDEFGHI", 1)},
    "K": 10, "L": 11, "M": 12,
    **{letter: -hours for hours, letter in enumerate("NOPQRSTUVWXY", 1)},
}  # fmt: skip
_LONGEST: Final = 128
"""Ruby refuses longer texts, and so no pattern can take long."""

_JAPANESE_ERAS: Final = {"m": 1867, "t": 1911, "s": 1925, "h": 1988, "r": 2018}


def parse(text: str, zone: dt.tzinfo, *, now: dt.datetime | None = None) -> dt.datetime:
    """The time that *text* means, in *zone*, in whole seconds; *now* stands for today.

    Raises:
        ValueError: the text holds no time, or one that there is not.
    """
    if len(text) > _LONGEST:
        raise ValueError("string length exceeds the limit")
    return _Parse(text).moment(zone, now)


class _Parse:
    """What one text says."""

    def __init__(self, text: str) -> None:
        self._text = _NOISE.sub(" ", text)
        self.year: int | None = None
        self.month: int | None = None
        self.day: int | None = None
        self.day_of_year: int | None = None
        self.hour: int | None = None
        self.minute: int | None = None
        self.second: int | None = None
        self.zone: str | None = None
        self._completes = True
        self._before_christ = False
        self._take(_DAY)
        self._time()
        any(shape(self) for shape in _SHAPES)
        if self._take(_BEFORE_CHRIST):
            self._before_christ = True
        self._rest()
        self._complete_year()

    def moment(self, zone: dt.tzinfo, now: dt.datetime | None) -> dt.datetime:
        """The time in *zone*."""
        parts = [self.year, self.month, self.day, self.hour, self.minute, self.second]
        if self.day_of_year is None and all(part is None for part in parts):
            raise ValueError("no time information")
        now = (now or dt.datetime.now(zone)).astimezone(zone)
        offset = self._offset(zone, now.year if self.year is None else self.year)
        if self.day_of_year is not None:
            year = now.year if self.year is None else self.year
            if not 1 <= self.day_of_year <= 366:
                raise ValueError("day of year out of range")
            day = dt.date(year, 1, 1) + dt.timedelta(days=self.day_of_year - 1)
            if day.year != year:
                raise ValueError("day of year out of range")
            parts[:3] = [day.year, day.month, day.day]
        if offset is not None:
            now = now.astimezone(dt.timezone(dt.timedelta(seconds=offset)))
        today = (now.year, now.month, now.day, now.hour, now.minute, now.second)
        smallest = (1970, 1, 1, 0, 0, 0)
        said = False
        filled: list[int] = []
        for part, current, least in zip(parts, today, smallest, strict=True):
            said = said or part is not None
            filled.append(part if part is not None else least if said else current)
        return moment(tuple(filled), offset, zone)

    def _complete_year(self) -> None:
        if self.year is not None:
            if self._before_christ:
                self.year = 1 - self.year
            if self._completes and 0 <= self.year <= 99:
                self.year += 1900 if self.year >= 69 else 2000

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.search(self._text)
        if match is not None:
            self._text = f"{self._text[: match.start()]} {self._text[match.end() :]}"
        return match

    def _time(self) -> None:
        found = self._take(_TIME)
        if found is None:
            return
        self.zone = found[2]
        match = _TIME_PARTS.match(found[1])
        if match is None:
            return
        hour, minute, second, _, half = match.groups()
        self.hour = int(hour)
        self.minute = None if minute is None else int(minute)
        self.second = None if second is None else int(second)
        if half:
            self.hour = self.hour % 12 + (12 if half in "pP" else 0)

    def _english(self) -> bool:
        match = self._take(_ENGLISH)
        if match is None:
            return False
        day, month, era, year = match.groups()
        self._date(year, _month(month), day, era=era)
        return True

    def _american(self) -> bool:
        match = self._take(_AMERICAN)
        if match is None:
            return False
        month, day, era, year = match.groups()
        self._date(year, _month(month), day, era=era)
        return True

    def _dashes(self) -> bool:
        match = self._take(_DASHES)
        if match is None:
            return False
        self._date(match[1], match[2], match[3])
        return True

    def _japanese(self) -> bool:
        match = self._take(_JAPANESE)
        if match is None:
            return False
        self.year = int(match[2]) + _JAPANESE_ERAS[match[1].lower()]
        self.month, self.day = int(match[3]), int(match[4])
        return True

    def _vms(self) -> bool:
        match = self._take(_VMS)
        if match is not None:
            self._date(match[3], _month(match[2]), match[1])
            return True
        match = self._take(_VMS_MONTH_FIRST)
        if match is not None:
            self._date(match[3], _month(match[1]), match[2])
            return True
        return False

    def _slashes(self) -> bool:
        match = self._take(_SLASHES)
        if match is None:
            return False
        self._date(match[1], match[2], match[3])
        return True

    def _dots(self) -> bool:
        match = self._take(_DOTS)
        if match is None:
            return False
        self._date(match[1], match[2], match[3])
        return True

    def _iso_rest(self) -> bool:
        if self._take(_ISO_WEEK):
            return True  # a week of a year is no date for Time.parse
        match = self._take(_ISO_MONTH_DAY)
        if match is not None:
            self.month = None if match[1] is None else int(match[1])
            self.day = int(match[2])
            return True
        match = self._take(_ISO_MONTH)
        if match is not None:
            self.month = int(match[1])
            self.day = None if match[2] is None else int(match[2])
            return True
        match = self._take(_ISO_ORDINAL)
        if match is not None:
            self.year, self.day_of_year = int(match[1]), int(match[2])
            return True
        match = self._take(_ISO_YEARLESS_ORDINAL)
        if match is not None:
            self.day_of_year = int(match[1])
        return match is not None

    def _year_alone(self) -> bool:
        match = self._take(_YEAR)
        if match is not None:
            self.year = int(match[1])
        return match is not None

    def _month_alone(self) -> bool:
        match = self._take(_MONTH)
        if match is not None:
            self.month = int(_month(match[1]))
        return match is not None

    def _day_alone(self) -> bool:
        match = self._take(_DAY_OF_MONTH)
        if match is not None:
            self.day = int(match[1])
        return match is not None

    def _digits(self) -> bool:
        match = self._take(_DIGITS)
        if match is None:
            return False
        sign, digits, time, fraction, zone = match.groups()
        places = _PLACES_OF_TIMES if time is None and fraction is not None else _PLACES_OF_DATES
        for name, start, end in places.get(len(digits), ()):
            number = int(digits[start:end])
            setattr(self, name, -number if name == "year" and sign == "-" else number)
        if len(digits) >= 8 and places is _PLACES_OF_DATES:
            self._completes = False
        if time is not None:
            pairs = [int(time[at : at + 2]) for at in range(0, len(time) - len(time) % 2, 2)]
            if len(time) % 2 == 0:
                names = ("hour", "minute", "second")
                if fraction is not None:
                    names = names[3 - len(pairs) :]  # type: ignore[assignment]
                for name, number in zip(names, pairs, strict=False):
                    setattr(self, name, number)
        if zone:
            self.zone = zone
        return True

    def _rest(self) -> None:
        match = _REST.fullmatch(self._text)
        if match is None:
            return
        number = int(match[1])
        if self.hour is not None and self.day is None:
            if 1 <= number <= 31:
                self.day = number
        elif self.day is not None and self.hour is None and number <= 24:
            self.hour = number

    def _date(
        self, year: str | None, month: str | None, day: str | None, *, era: str | None = None
    ) -> None:
        """Find out which of three texts is the year, by their length and apostrophes."""
        if year is not None and month is not None and day is None:
            year, month, day = day, year, month
        if year is None and day is not None and (len(day) > 2 or day.startswith("'")):
            year, day = day, None
        if year is not None:
            number = _NUMBER.search(year)
            if number is not None and number.end() < len(year):
                year, day = day, number[0]
        if month is not None and (month.startswith("'") or len(month) > 2):
            year, month, day = month, day, year
        if day is not None and (day.startswith("'") or len(day) > 2):
            year, day = day, year
        number = None if year is None else _NUMBER.search(year)
        if number is not None:
            self.year = int(number[0])
            if number[0][0] in "-+" or len(number[0]) > 2:
                self._completes = False
        self._before_christ = era is not None and era[0] in "bB"
        self.month = None if month is None else _digits_in(month)
        self.day = None if day is None else _digits_in(day)

    def _offset(self, zone: dt.tzinfo, year: int) -> int | None:
        if self.zone is None:
            return None
        name = self.zone.upper()
        match = _OFFSET.fullmatch(name)
        if match is not None:
            sign, hours, _, minutes, seconds = match.groups()
            offset = int(hours) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
            return -offset if sign == "-" else offset
        if name in _NAMED_OFFSETS:
            return _NAMED_OFFSETS[name] * 3600
        for month in (1, 7):
            day = dt.datetime(max(1, min(year, 9999)), month, 1, tzinfo=zone)
            if (day.tzname() or "").upper() == name:
                return int((day.utcoffset() or dt.timedelta()).total_seconds())
        return None


# The order decides: 5-Jan-2020 is English before it is VMS.
_SHAPES: Final = (
    _Parse._english,
    _Parse._american,
    _Parse._dashes,
    _Parse._japanese,
    _Parse._vms,
    _Parse._slashes,
    _Parse._dots,
    _Parse._iso_rest,
    _Parse._year_alone,
    _Parse._month_alone,
    _Parse._day_alone,
    _Parse._digits,
)

_DAY_PARTS: Final = (("year", 0, 4), ("month", 4, 6), ("day", 6, 8))
_PLACES_OF_DATES: Final[dict[int, tuple[tuple[str, int, int], ...]]] = {
    2: (("day", 0, 2),),
    3: (("day_of_year", 0, 3),),
    4: (("month", 0, 2), ("day", 2, 4)),
    5: (("year", 0, 2), ("day_of_year", 2, 5)),
    6: (("year", 0, 2), ("month", 2, 4), ("day", 4, 6)),
    7: (("year", 0, 4), ("day_of_year", 4, 7)),
    8: _DAY_PARTS,
    10: (*_DAY_PARTS, ("hour", 8, 10)),
    12: (*_DAY_PARTS, ("hour", 8, 10), ("minute", 10, 12)),
    14: (*_DAY_PARTS, ("hour", 8, 10), ("minute", 10, 12), ("second", 12, 14)),
}
"""What digits alone mean, by how many they are."""

_PLACES_OF_TIMES: Final[dict[int, tuple[tuple[str, int, int], ...]]] = {
    2: (("second", 0, 2),),
    3: (("minute", 0, 1), ("second", 1, 3)),
    4: (("minute", 0, 2), ("second", 2, 4)),
    5: (("hour", 0, 1), ("minute", 1, 3), ("second", 3, 5)),
    6: (("hour", 0, 2), ("minute", 2, 4), ("second", 4, 6)),
    7: (("day", 0, 1), ("hour", 1, 3), ("minute", 3, 5), ("second", 5, 7)),
    8: (("day", 0, 2), ("hour", 2, 4), ("minute", 4, 6), ("second", 6, 8)),
    10: (("month", 0, 2), ("day", 2, 4), ("hour", 4, 6), ("minute", 6, 8), ("second", 8, 10)),
    12: (("year", 0, 2), ("month", 2, 4), ("day", 4, 6), ("hour", 6, 8), ("minute", 8, 10),
         ("second", 10, 12)),
    14: (*_DAY_PARTS, ("hour", 8, 10), ("minute", 10, 12), ("second", 12, 14)),
}  # fmt: skip
"""The same where a fraction of a second follows."""


def _month(name: str) -> str:
    return str(_MONTHS.split("|").index(name[:3].lower()) + 1)


def _digits_in(text: str) -> int | None:
    match = re.search(r"\d+", text)
    return None if match is None else int(match[0])
