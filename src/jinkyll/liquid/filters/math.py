"""Filters that calculate."""

from __future__ import annotations

from decimal import Decimal

from jinkyll.liquid import numbers
from jinkyll.liquid.errors import LiquidFloatDomainError
from jinkyll.liquid.numbers import apply, to_float, to_number

__all__ = [
    "abs_",
    "at_least",
    "at_most",
    "ceil",
    "divided_by",
    "floor",
    "minus",
    "modulo",
    "plus",
    "round_",
    "times",
]


def abs_(value: object) -> object:
    """``{{ -3 | abs }}``: the number without its sign."""
    number = to_number(value)
    return to_float(number if number >= 0 else -number)


def plus(value: object, operand: object) -> object:
    """``{{ 4 | plus: 2 }}``."""
    if type(value) is int and type(operand) is int:
        return value + operand
    return apply(value, "+", operand)


def minus(value: object, operand: object) -> object:
    """``{{ 4 | minus: 2 }}``."""
    if type(value) is int and type(operand) is int:
        return value - operand
    return apply(value, "-", operand)


def times(value: object, operand: object) -> object:
    """``{{ 4 | times: 2 }}``."""
    return apply(value, "*", operand)


def divided_by(value: object, operand: object) -> object:
    """``{{ 5 | divided_by: 2 }}``: rounded down if both are integers."""
    return apply(value, "/", operand)


def modulo(value: object, operand: object) -> object:
    """``{{ -5 | modulo: 3 }}``: the remainder, with the sign of the divisor."""
    return apply(value, "%", operand)


def round_(value: object, digits: object = 0) -> object:
    """``{{ 1.55 | round: 1 }}``: half away from zero; an integer without digits."""
    places = to_number(digits)
    if isinstance(places, Decimal):
        if not places.is_finite():
            raise LiquidFloatDomainError(numbers.domain(places))
        places = int(places)
    result = to_float(numbers.round_half_up(to_number(value), numbers.to_index(places)))
    return int(result) if type(digits) in {int, float} and digits == 0 else result


def ceil(value: object) -> object:
    """``{{ 1.2 | ceil }}``: rounded up."""
    return numbers.ceil(to_number(value))


def floor(value: object) -> object:
    """``{{ 1.8 | floor }}``: rounded down."""
    return numbers.floor(to_number(value))


def at_least(value: object, minimum: object) -> object:
    """``{{ 3 | at_least: 5 }}``: the larger of the two."""
    number, least = to_number(value), to_number(minimum)
    return to_float(max(number, least))


def at_most(value: object, maximum: object) -> object:
    """``{{ 7 | at_most: 5 }}``: the smaller of the two."""
    number, most = to_number(value), to_number(maximum)
    return to_float(min(number, most))
