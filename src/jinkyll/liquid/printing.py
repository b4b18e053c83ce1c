"""How Ruby prints values: `to_s`, `inspect`, and what an output makes of lists and nil."""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Final

from jinkyll.liquid.drop import Drop

__all__ = ["float_to_s", "inspect", "join", "offset_of", "ruby_to_s", "time_to_s", "to_s"]

_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\x0b": "\\v",
    "\x0c": "\\f",
    "\x08": "\\b",
    "\x07": "\\a",
    "\x1b": "\\e",
}
_TO_ESCAPE = re.compile(r'["\\]|#(?=[{$@])|[^\x20-\x7e]')


def float_to_s(value: float) -> str:
    """Print a float as Ruby does: ``1.0``, ``1.0e+20``, ``Infinity``, ``NaN``."""
    text = repr(value)
    if "e" in text:
        mantissa, _, exponent = text.partition("e")
        return f"{mantissa}e{exponent}" if "." in mantissa else f"{mantissa}.0e{exponent}"
    if text[-1].isdigit():
        if len(text) > 17 and text.endswith(".0"):
            return _sixteen_digits(text[:-2])
        return text
    if math.isnan(value):
        return "NaN"
    return "Infinity" if value > 0 else "-Infinity"


def _sixteen_digits(text: str) -> str:
    """A whole number of 16 digits, which Python still prints in full, Ruby with an exponent."""
    sign, digits = ("-", text[1:]) if text[0] == "-" else ("", text)
    if len(digits) < 16:
        return f"{text}.0"
    rest = digits[1:].rstrip("0") or "0"
    return f"{sign}{digits[0]}.{rest}e+15"


def is_utc(value: datetime) -> bool:
    """Tell whether Ruby would call this a time in UTC, printed without an offset."""
    return value.tzinfo is timezone.utc  # noqa: UP017  (identity with the one object is meant)


def offset_of(value: datetime, separator: str = "") -> str:
    """Print the offset from UTC: ``+0100``, or ``+01:00``; its seconds, in old times, are cut."""
    offset = value.utcoffset() or timedelta()
    minutes = int(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    hours, minutes = divmod(abs(minutes), 60)
    return f"{sign}{hours:02d}{separator}{minutes:02d}"


def time_to_s(value: datetime) -> str:
    """Print a time as Ruby does: ``2014-03-03 10:00:00 +0100``."""
    zone = "UTC" if is_utc(value) else offset_of(value)
    return (
        f"{value.year:04d}-{value.month:02d}-{value.day:02d} "
        f"{value.hour:02d}:{value.minute:02d}:{value.second:02d} {zone}"
    )


def _decimal_to_s(value: Decimal) -> str:
    if value.is_nan():
        return "NaN"
    if value.is_infinite():
        return "Infinity" if value > 0 else "-Infinity"
    sign, digits, exponent = value.as_tuple()
    text = "".join(map(str, digits)).lstrip("0").rstrip("0")
    if not text:
        return "-0.0" if sign else "0.0"
    size = len("".join(map(str, digits)).lstrip("0")) + int(exponent)
    return f"{'-' if sign else ''}0.{text}e{size}"


def to_s(value: object) -> str:
    """Print a value as Liquid's output does: nil is nothing, a list is joined, a map inspected."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, list | tuple):
        return "".join([_item_to_s(item) for item in value])
    return _scalar_to_s(value)


def _item_to_s(item: object) -> str:
    return item.liquid_joined() if isinstance(item, Drop) else to_s(item)


def _scalar_to_s(value: object) -> str:
    if isinstance(value, float):
        return float_to_s(value)
    if isinstance(value, dict):
        return inspect(value)
    if isinstance(value, Drop):
        return value.liquid_to_s()
    if isinstance(value, datetime):
        return time_to_s(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, range):
        return f"{value.start}..{value.stop - 1}"
    if isinstance(value, Decimal):
        return _decimal_to_s(value)
    return str(value)


def ruby_to_s(value: object) -> str:
    """Ruby's `to_s`, as filters use it: like an output, but a list prints as `inspect` does."""
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple):
        return inspect(value)
    return to_s(value)


_TEXT: Final = frozenset({str})


def join(items: list[object] | tuple[object, ...], glue: str) -> str:
    """Join a list, nested lists flattened, as Ruby's `Array#join`."""
    if _TEXT.issuperset(map(type, items)):
        return glue.join(items)  # type: ignore[arg-type]
    return glue.join(
        [join(item, glue) if isinstance(item, list | tuple) else to_s(item) for item in items]
    )


def _escape(match: re.Match[str]) -> str:
    letter = match[0]
    known = _ESCAPES.get(letter)
    if known is not None:
        return known
    if letter == "#":
        return "\\#"
    if (
        letter.isprintable()
        or letter == "\x85"
        or unicodedata.category(letter) in {"Cf", "Co", "Zs"}
    ):
        return letter
    code = ord(letter)
    if code > 0xFFFF:
        return f"\\u{{{code:X}}}"
    return f"\\u{code:04X}"


def inspect(value: object) -> str:
    """Print a value as Ruby's `inspect` does: ``{"a"=>1, "b"=>[nil, "x"]}``."""
    if isinstance(value, str):
        return f'"{_TO_ESCAPE.sub(_escape, value)}"'
    if value is None:
        return "nil"
    if isinstance(value, list | tuple):
        return f"[{', '.join([inspect(item) for item in value])}]"
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join([f"{inspect(key)}=>{inspect(item)}" for key, item in value.items()])
            + "}"
        )
    if isinstance(value, Drop):
        return value.liquid_inspect()
    if isinstance(value, datetime):
        return _inspect_time(value)
    if isinstance(value, date):
        return _inspect_date(value)
    return to_s(value)


def _inspect_time(value: datetime) -> str:
    text = time_to_s(value)
    if not value.microsecond:
        return text
    fraction = f"{value.microsecond:06d}".rstrip("0")
    return f"{text[:19]}.{fraction}{text[19:]}"


def _inspect_date(value: date) -> str:
    julian = value.toordinal() + 1721425
    return f"#<Date: {value.isoformat()} (({julian}j,0s,0n),+0s,2299161j)>"
