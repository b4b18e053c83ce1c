"""Ruby's numbers as Liquid's filters use them: coercion and decimal arithmetic.

Liquid calculates floats as BigDecimal and prints the result as a float, so
``0.1 | plus: 0.2`` is ``0.3``. Integers stay integers, division rounds down.
"""

from __future__ import annotations

import re
from datetime import datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, localcontext

from jinkyll.liquid.errors import (
    LiquidArgumentError,
    LiquidFloatDomainError,
    LiquidZeroDivisionError,
)
from jinkyll.liquid.printing import float_to_s, ruby_to_s

__all__ = [
    "apply",
    "ceil",
    "domain",
    "floor",
    "round_half_up",
    "string_to_i",
    "to_float",
    "to_i",
    "to_index",
    "to_integer",
    "to_number",
]

_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
_LEADING_INTEGER = re.compile(r"[\s\0]*([+-]?[0-9](?:_?[0-9])*)", re.ASCII)
_STRICT_INTEGER = re.compile(
    r"\s*([+-]?)(0[xX][0-9a-fA-F](?:_?[0-9a-fA-F])*|0[bB][01](?:_?[01])*|0[oO]?_?[0-7](?:_?[0-7])*|[0-9](?:_?[0-9])*)\s*",
    re.ASCII,
)
_MAX_DIGITS = 4000
_MAX_BITS = 63
_MAX_PRODUCT_BITS = 13_000  # Python prints integers of up to 4300 digits
_MAX_PLACES = 320

Number = int | Decimal


def string_to_i(text: str) -> int:
    """Ruby's `String#to_i`: the number at the start of the text, or 0."""
    match = _LEADING_INTEGER.match(text)
    return _int(match[1].replace("_", "")) if match else 0


def _int(digits: str, base: int = 10) -> int:
    if len(digits) > _MAX_DIGITS:
        raise LiquidArgumentError("number is too big")
    return int(digits, base)


def to_i(value: object) -> int:
    """Ruby's `to_i`; raises LiquidArgumentError for what has none (true, lists, maps)."""
    if value is None:
        return 0
    if isinstance(value, str):
        return string_to_i(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float | Decimal):
        return _truncate(value)
    if isinstance(value, datetime):
        return int(value.timestamp() // 1)
    raise LiquidArgumentError("invalid integer")


def to_index(number: int) -> int:
    """Check that Ruby could count so far; raises LiquidArgumentError."""
    if number.bit_length() > _MAX_BITS:
        raise LiquidArgumentError("bignum too big to convert into `long'")
    return number


def _truncate(value: float | Decimal) -> int:
    try:
        return int(value)
    except (ValueError, OverflowError):
        raise LiquidFloatDomainError(ruby_to_s(value)) from None


def to_integer(value: object) -> int:
    """Liquid's `Utils.to_integer`: as strict as Ruby's `Integer()`."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    match = _STRICT_INTEGER.fullmatch(ruby_to_s(value))
    if not match:
        raise LiquidArgumentError("invalid integer")
    sign, digits = match[1], match[2].replace("_", "").lower()
    if digits.startswith(("0x", "0b", "0o")):
        number = _int(digits[2:], {"x": 16, "b": 2, "o": 8}[digits[1]])
    elif digits.startswith("0") and len(digits) > 1:
        number = _int(digits, 8)
    else:
        number = _int(digits)
    return -number if sign == "-" else number


def to_number(value: object) -> Number:
    """Liquid's `Utils.to_number`: floats and ``"1.5"`` as decimals, other strings by `to_i`."""
    if isinstance(value, int):
        return 0 if isinstance(value, bool) else value
    if isinstance(value, float):
        return Decimal(float_to_s(value))
    if isinstance(value, str):
        stripped = value.strip(" \t\n\v\f\r\0")
        return Decimal(stripped) if _DECIMAL.fullmatch(stripped) else string_to_i(value)
    return value if isinstance(value, Decimal) else 0


def to_float(number: Number) -> int | float:
    """Turn what a calculation gave into what a template sees."""
    if isinstance(number, Decimal):
        try:
            return float(number)
        except OverflowError:
            return float("inf") if number > 0 else float("-inf")
    return number


_EXACT = Context(prec=700, Emax=999999, Emin=-999999, traps=[])
_QUOTIENT = Context(prec=40, Emax=999999, Emin=-999999, traps=[])


def apply(left: object, operator: str, right: object) -> int | float:
    """Calculate ``left operator right`` for ``+ - * / %`` on values of any type.

    Raises LiquidZeroDivisionError as Ruby does: for integers, and for the
    remainder of decimals; decimals divided by zero are infinite.
    """
    first, second = to_number(left), to_number(right)
    if isinstance(first, int) and isinstance(second, int):
        return _apply_to_integers(first, operator, second)
    with localcontext(_QUOTIENT if operator == "/" else _EXACT):
        return to_float(_apply_to_decimals(Decimal(first), operator, Decimal(second)))


def _apply_to_integers(first: int, operator: str, second: int) -> int:
    if operator == "+":
        return first + second
    if operator == "-":
        return first - second
    if operator == "*":
        if first.bit_length() + second.bit_length() > _MAX_PRODUCT_BITS:
            raise LiquidArgumentError("number is too big")
        return first * second
    if second == 0:
        raise LiquidZeroDivisionError("divided by 0")
    return first // second if operator == "/" else first % second


def _apply_to_decimals(first: Decimal, operator: str, second: Decimal) -> Decimal:
    if operator == "+":
        return first + second
    if operator == "-":
        return first - second
    if operator == "*":
        return first * second
    if operator == "/":
        return first / second
    if second == 0:
        raise LiquidZeroDivisionError("divided by 0")
    remainder = first % second
    if not remainder:
        return Decimal(0)
    return remainder + second if (remainder < 0) != (second < 0) else remainder


def round_half_up(number: Number, digits: int) -> Number:
    """Round half away from zero, to *digits* after the point (before it if negative)."""
    if isinstance(number, Decimal):
        if not number.is_finite():
            if digits > 0:
                return number
            raise LiquidFloatDomainError(domain(number))
        if abs(digits) > _MAX_PLACES:
            return number if digits > 0 else 0
        with localcontext(_EXACT):
            if digits <= 0:
                return int(number.quantize(Decimal((0, (1,), -digits)), rounding=ROUND_HALF_UP))
            return number.quantize(Decimal((0, (1,), -digits)), rounding=ROUND_HALF_UP)
    if digits >= 0:
        return number
    if -digits > _MAX_DIGITS:
        return 0
    unit: int = 10**-digits
    quotient, remainder = divmod(abs(number), unit)
    rounded = (quotient + (remainder * 2 >= unit)) * unit
    return -rounded if number < 0 else rounded


def domain(number: Decimal) -> str:
    """Word Ruby's complaint about a number that is none."""
    if number.is_nan():
        return "Computation results in 'NaN' (Not a Number)"
    return f"Computation results in '{'-' if number < 0 else ''}Infinity'"


def floor(number: Number) -> int:
    """The integer at or below *number*; raises LiquidFloatDomainError for infinite ones."""
    return _to_whole(number, ROUND_FLOOR)


def ceil(number: Number) -> int:
    """The integer at or above *number*; raises LiquidFloatDomainError for infinite ones."""
    return _to_whole(number, ROUND_CEILING)


def _to_whole(number: Number, rounding: str) -> int:
    if isinstance(number, Decimal):
        if not number.is_finite():
            raise LiquidFloatDomainError(domain(number))
        return int(number.to_integral_value(rounding=rounding))
    return number
