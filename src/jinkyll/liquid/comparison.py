"""Ruby's comparisons: what is equal, what comes first, what contains what."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from jinkyll.liquid.drop import Drop
from jinkyll.liquid.errors import LiquidArgumentError
from jinkyll.liquid.printing import ruby_to_s

__all__ = [
    "class_name",
    "compare",
    "contains",
    "equal",
    "is_blank",
    "is_empty",
    "order",
    "truthy",
]


def truthy(value: object) -> bool:
    """Only nil and false are false."""
    return value is not None and value is not False


def equal(left: object, right: object) -> bool:
    """Ruby's ``==``: 1 is 1.0, but neither is true; lists and maps item by item."""
    if left.__class__ is str or right.__class__ is str:
        return left == right
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, list | tuple):
        return (
            isinstance(right, list | tuple)
            and len(left) == len(right)
            and all(map(equal, left, right))
        )
    if isinstance(left, dict):
        return (
            isinstance(right, dict)
            and len(left) == len(right)
            and all(key in right and equal(value, right[key]) for key, value in left.items())
        )
    if isinstance(left, range) and isinstance(right, range):
        return left.start == right.start and left.stop == right.stop
    return left == right


def is_empty(value: object) -> bool | None:
    """Answer ``value == empty``: None (and so false) for what has no `empty?`."""
    if isinstance(value, str | list | tuple | dict):
        return not value
    return None


_WHITESPACE = " \t\n\v\f\r\0\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)


def is_blank(value: object) -> bool | None:
    """Answer ``value == blank`` as with ActiveSupport, without which nothing is blank."""
    if value is None or value is False:
        return True
    if isinstance(value, str):
        return not value.strip(_WHITESPACE)
    if isinstance(value, list | tuple | dict):
        return not value
    return False


def _kind(value: object) -> str:
    """What Ruby's messages call a value that can't be compared."""
    if value is None or isinstance(value, bool):
        return ruby_to_s(value) or "nil"
    if isinstance(value, float) or (isinstance(value, int) and value.bit_length() < 63):
        return ruby_to_s(value)
    return class_name(value)


def class_name(value: object) -> str:
    """The name of a value's class in Ruby."""
    if value is None:
        return "NilClass"
    if isinstance(value, bool):
        return "TrueClass" if value else "FalseClass"
    for kind, name in _CLASS_NAMES:
        if isinstance(value, kind):
            return name
    return type(value).__name__


_CLASS_NAMES: tuple[tuple[type, str], ...] = (
    (str, "String"),
    (int, "Integer"),
    (float, "Float"),
    (list, "Array"),
    (tuple, "Array"),
    (dict, "Hash"),
    (datetime, "Time"),
    (date, "Date"),
    (range, "Range"),
    (Decimal, "BigDecimal"),
)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def compare(left: object, right: object) -> int | None:
    """Ruby's ``<=>``: -1, 0, 1, or None if the two can't be compared."""
    if (left.__class__ is str and right.__class__ is str) or (
        _is_number(left) and _is_number(right)
    ):
        return _sign(left, right)
    if isinstance(left, Drop):
        return left.liquid_compare(right)
    if isinstance(left, datetime) or isinstance(right, datetime):
        if isinstance(left, datetime) and isinstance(right, datetime):
            return _sign(_aware(left), _aware(right))
        return None
    if isinstance(left, date):
        if isinstance(right, date):
            return _sign(left, right)
        if _is_number(right):  # Ruby compares the astronomical Julian day
            return _sign(left.toordinal() + 1721424.5, right)
        return None
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        return _compare_lists(left, right)
    if equal(left, right):
        return 0
    return None


def _aware(value: datetime) -> datetime:
    return value if value.tzinfo else value.astimezone()


def _sign(left: object, right: object) -> int | None:
    if left < right:  # type: ignore[operator]
        return -1
    if left > right:  # type: ignore[operator]
        return 1
    return 0 if left == right else None


def _compare_lists(
    left: list[object] | tuple[object, ...], right: list[object] | tuple[object, ...]
) -> int | None:
    for one, other in zip(left, right, strict=False):
        result = compare(one, other)
        if result != 0:
            return result
    return (len(left) > len(right)) - (len(left) < len(right))


def _has_order(value: object) -> bool:
    return isinstance(value, str | date) or _is_number(value)


def order(left: object, operator: str, right: object) -> bool | None:
    """Answer ``left < right`` and so on in a condition.

    None, which is false, for what Ruby has no ``<`` for (nil, booleans, lists,
    maps); raises LiquidArgumentError when both have one but not for each other.
    """
    if not (_has_order(left) and _has_order(right)):
        return None
    result = compare(left, right)
    if result is None:
        if left != left or right != right:
            return False
        raise LiquidArgumentError(f"comparison of {class_name(left)} with {_kind(right)} failed")
    if operator == "<":
        return result < 0
    if operator == ">":
        return result > 0
    return result <= 0 if operator == "<=" else result >= 0


def contains(left: object, right: object) -> bool:
    """Answer ``left contains right``."""
    if not truthy(left) or not truthy(right):
        return False
    if isinstance(left, str):
        return ruby_to_s(right) in left
    if isinstance(left, list | tuple):
        if right.__class__ is str:
            return right in left
        return any(equal(item, right) for item in left)
    if isinstance(left, dict):
        try:
            return right in left
        except TypeError:
            return False
    if isinstance(left, range):
        return _is_number(right) and left.start <= right < left.stop  # type: ignore[operator]
    if isinstance(left, Drop):
        return left.liquid_contains(right)
    return False
