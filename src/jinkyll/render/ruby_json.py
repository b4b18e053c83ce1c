"""JSON as Ruby's generator writes it, for ``jsonify`` and ``inspect``.

A document shows all its fields, also those of its neighbours; at the second
level and below the neighbours of neighbours are cut short, which ends the chain.
"""

from __future__ import annotations

from decimal import Decimal
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

from jinkyll.liquid.drop import Drop
from jinkyll.liquid.printing import float_to_s, to_s
from jinkyll.render.drops.collection import CollectionDrop
from jinkyll.render.drops.document import DocumentDrop
from jinkyll.render.drops.fields import FieldsDrop
from jinkyll.render.drops.page import PageDrop
from jinkyll.render.drops.site import SiteDrop

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["generate", "pretty_generate"]

#: What a neighbour's neighbour does not show.
_NESTED = frozenset({"content", "output", "excerpt", "next", "previous"})

_quoted = encode_basestring


def generate(value: object) -> str:
    """*value* on one line, without blanks."""
    pieces: list[str] = []
    _write(value, 0, pieces, pretty=False)
    return "".join(pieces)


def pretty_generate(value: object) -> str:
    """*value* with two blanks of indentation for each level."""
    pieces: list[str] = []
    _write(value, 0, pieces, pretty=True)
    return "".join(pieces)


def _write(value: object, depth: int, pieces: list[str], *, pretty: bool) -> None:
    if isinstance(value, str):
        pieces.append(_quoted(value))
    elif value is None:
        pieces.append("null")
    elif isinstance(value, bool):
        pieces.append("true" if value else "false")
    elif isinstance(value, int):
        pieces.append(str(value))
    elif isinstance(value, float):
        pieces.append(float_to_s(value))
    elif isinstance(value, list | tuple):
        _write_list(value, depth, pieces, pretty=pretty)
    elif isinstance(value, dict):
        _write_map(value.items(), depth, pieces, pretty=pretty)
    elif isinstance(value, FieldsDrop):
        _write_map(_fields(value, depth), depth, pieces, pretty=pretty)
    elif isinstance(value, Drop | Decimal):
        pieces.append(_quoted(to_s(value)))
    else:
        pieces.append(_quoted(to_s(value)))


def _write_list(
    items: list[object] | tuple[object, ...], depth: int, pieces: list[str], *, pretty: bool
) -> None:
    if not items:
        pieces.append("[\n\n" + "  " * depth + "]" if pretty else "[]")
        return
    indent = "\n" + "  " * (depth + 1) if pretty else ""
    separator = "["
    for item in items:
        pieces.append(separator + indent)
        _write(item, depth + 1, pieces, pretty=pretty)
        separator = ","
    pieces.append("\n" + "  " * depth + "]" if pretty else "]")


def _write_map(
    items: Iterable[tuple[object, object]], depth: int, pieces: list[str], *, pretty: bool
) -> None:
    indent = "\n" + "  " * (depth + 1) if pretty else ""
    separator = "{"
    for key, item in items:
        pieces.append(f"{separator}{indent}{_quoted(to_s(key))}:{' ' if pretty else ''}")
        _write(item, depth + 1, pieces, pretty=pretty)
        separator = ","
    if separator == "{":
        pieces.append("{}")
    else:
        pieces.append("\n" + "  " * depth + "}" if pretty else "}")


def _fields(drop: FieldsDrop, depth: int) -> list[tuple[str, object]]:
    items = drop.items()
    if isinstance(drop, DocumentDrop):
        if depth >= 2:
            return [(key, _cut(key, value)) for key, value in items]
        return items
    if isinstance(drop, CollectionDrop):
        # Jekyll lists a collection's documents by their text.
        return [(key, _texts(value) if key == "docs" else value) for key, value in items]
    if isinstance(drop, SiteDrop):
        return [(key, _texts(value)) for key, value in items]
    return items


def _texts(value: object) -> object:
    """*value* with the text of each page and document, as where Jekyll knows no drops of them."""
    if isinstance(value, DocumentDrop | PageDrop):
        return value.liquid_joined()
    if isinstance(value, list):
        return [_texts(item) for item in value]
    if isinstance(value, dict):
        return {key: _texts(item) for key, item in value.items()}
    return value


def _cut(key: str, value: object) -> object:
    if key in {"next", "previous"} and isinstance(value, DocumentDrop):
        return {name: value.liquid_get(name) for name in value.keys() if name not in _NESTED}  # noqa: SIM118  (a drop is no map)
    return value
