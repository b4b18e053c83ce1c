"""Looking into values: the only way from a template to anything.

What a template can reach is what these functions answer: keys of maps, items
of lists, ``size``, ``first`` and ``last``, and what drops offer. No attribute
of a Python object is ever read.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from jinkyll.liquid.drop import Drop

__all__ = ["MISSING", "command", "find", "lookup", "lookup_strict"]

MISSING = object()
COMMANDS = frozenset({"size", "first", "last"})


def lookup(obj: object, key: str) -> object:
    """Answer ``obj.key`` for a key that is not a command."""
    if obj.__class__ is dict:
        return obj.get(key)
    if isinstance(obj, Drop):
        return obj.liquid_get(key)
    if isinstance(obj, dict):
        return obj.get(key)
    return None


def find(obj: object, key: object) -> object:
    """Answer ``obj[key]``; None for everything that is not there."""
    if isinstance(obj, dict):
        try:
            if key.__class__ is bool or key.__class__ is float:
                return _find_exactly(obj, key)
            return obj.get(key)
        except TypeError:  # a list or map as key
            return None
    if isinstance(obj, list | tuple):
        if isinstance(key, int) and not isinstance(key, bool):
            try:
                return obj[key]
            except (IndexError, OverflowError):
                return None
        return None
    if isinstance(obj, Drop):
        if isinstance(key, str):
            return obj.liquid_get(key)
        return None
    return None


def _find_exactly(obj: dict[object, object], key: object) -> object:
    """Ruby tells 1 from true and from 1.0 in the keys of a map, Python does not."""
    kind = key.__class__
    for each, value in obj.items():
        if isinstance(each, kind) and each == key:
            return value
    return None


def command(obj: object, key: str) -> object:
    """Answer ``obj.size``, ``obj.first`` and ``obj.last``; a key of that name comes first."""
    if isinstance(obj, dict):
        value = obj.get(key, MISSING)
        if value is not MISSING:
            return value
        if key == "size":
            return len(obj)
        return list(next(iter(obj.items()))) if key == "first" and obj else None
    if isinstance(obj, list | tuple):
        if key == "size":
            return len(obj)
        return (obj[0] if key == "first" else obj[-1]) if obj else None
    if isinstance(obj, Drop):
        if obj.liquid_has(key):
            return obj.liquid_get(key)
        return first_of(obj) if key == "first" else None
    return _command_of_scalar(obj, key)


def _command_of_scalar(obj: object, key: str) -> object:
    if isinstance(obj, range):
        if key == "size":
            return len(obj)
        return obj.start if key == "first" else obj.stop - 1
    if key != "size":
        return None
    if isinstance(obj, str):
        return len(obj)
    if isinstance(obj, int) and not isinstance(obj, bool):
        return max(8, (obj.bit_length() + 7) // 8)
    return None


def first_of(items: object) -> object:
    """Ruby's `Enumerable#first`."""
    if isinstance(items, Iterable):
        return next(iter(islice(items, 1)), None)
    return None


def has(obj: object, key: object) -> bool:
    """Tell whether ``obj[key]`` or ``obj.key`` finds something, be it nil."""
    if isinstance(obj, dict):
        try:
            return key in obj or isinstance(key, int)
        except TypeError:
            return False
    if isinstance(obj, list | tuple):
        return isinstance(key, int)
    if isinstance(obj, Drop):
        return isinstance(key, str) and obj.liquid_has(key)
    return False


def lookup_strict(obj: object, key: object, *, is_command: bool) -> object:
    """Look up as under ``strict_variables``; raises LookupError for what is not there."""
    if has(obj, key):
        value = find(obj, key)
        if value is None and isinstance(obj, Drop) and not obj.liquid_has(str(key)):
            raise LookupError(key)
        return value
    if is_command and isinstance(key, str):
        if isinstance(obj, dict | list | tuple | range) and (
            key != "last" or not isinstance(obj, dict)
        ):
            return command(obj, key)
        if key == "size" and isinstance(obj, str | int) and not isinstance(obj, bool):
            return command(obj, key)
    raise LookupError(key)
