"""A property of an item of a list, as ``where``, ``find``, ``sort`` and ``group_by`` read it.

Text that looks like a number counts as that number, so that versions and sizes
written with quotes sort as one expects. Source: Jekyll's ``item_property``.
"""

from __future__ import annotations

import re

from jinkyll.liquid.comparison import class_name
from jinkyll.liquid.drop import Drop
from jinkyll.render.errors import RubyError

__all__ = ["item_property"]

_FLOAT = re.compile(r"\s*-?(?:\d+\.?\d*|\.\d+)\s*\Z", re.ASCII)
_NUMERIC = frozenset("0123456789-. \t\n\v\f\r")
_INTEGER = re.compile(r"\s*-?\d+\s*\Z", re.ASCII)


def item_property(item: object, name: str) -> object:
    """The property *name* of *item*; dots lead into maps.

    Raises:
        RubyError: *item* has no properties, as a number or a list has none.
    """
    if "." not in name:
        value = item.liquid_get(name) if isinstance(item, Drop) else _read(item, name)
    else:
        value = item
        for key in name.split("."):
            if value is None or isinstance(value, bool):
                value = False
                break
            value = _read(value, key)
    # Most values are words: one look at the first character settles that.
    return _as_number(value) if value.__class__ is str and value[:1] in _NUMERIC else value


def _read(item: object, name: str) -> object:
    if isinstance(item, Drop):
        return item.liquid_get(name)
    if isinstance(item, dict):
        return item.get(name)
    if isinstance(item, str):
        return name if name in item else None
    if isinstance(item, list | tuple | int | float) and not isinstance(item, bool):
        raise RubyError("no implicit conversion of String into Integer")
    raise RubyError(f"undefined method `[]' for {_inspect(item)}:{class_name(item)}")


def _inspect(item: object) -> str:
    return {None: "nil", True: "true", False: "false"}.get(item, str(item))  # type: ignore[call-overload,no-any-return]


def _as_number(text: str) -> object:
    if _INTEGER.match(text):
        return int(text)
    return float(text) if _FLOAT.match(text) else text
