"""Mappings and lists, built from libyaml's events."""

from __future__ import annotations

import base64
import binascii
from typing import Any, Final

import yaml

from jinkyll.safe_yaml.scalars import scalar

__all__ = ["built"]

_NO_KEY: Final = object()
_DEEPEST: Final = 250
"""How deep lists and mappings may be nested: whoever walks through them may recurse."""
_ORDERED: Final = frozenset({"tag:yaml.org,2002:omap", "!omap"})


class _KeyMapping(dict[Any, Any]):
    """A mapping that is itself a key of a mapping."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(map(str, self)))


class _KeyList(list[Any]):
    """A list that is a key of a mapping."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(map(str, self)))


def built(parser: Any) -> Any:
    """Build the first document without recursion, so that depth is no danger."""
    anchors: dict[str, Any] = {}
    result: Any = None
    container: Any = None
    mapping = False
    key: Any = _NO_KEY
    merges = False
    stack: list[tuple[Any, bool, Any, bool]] = []
    pairs: list[list[Any]] = []
    while True:
        event = parser.get_event()
        kind = event.__class__
        merging = True
        if kind is yaml.ScalarEvent:
            value = event.value
            tag = event.tag
            if tag is not None:
                value = _tagged(value, tag, plain=not event.style)
            elif not event.style:
                value = scalar(value)
            if event.anchor is not None:
                anchors[event.anchor] = value
            merging = False
            if mapping and key is _NO_KEY:
                key = value
                merges = value == "<<" and tag != "tag:yaml.org,2002:str"
                continue
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            stack.append((container, mapping, key, merges))
            if len(stack) > _DEEPEST:
                raise yaml.composer.ComposerError(
                    None, None, f"nested more than {_DEEPEST} deep", event.start_mark
                )
            mapping = kind is yaml.MappingStartEvent
            container = {} if mapping else []
            if event.tag in _ORDERED and not mapping:
                pairs.append(container)
            key, merges = _NO_KEY, False
            if event.anchor is not None:
                anchors[event.anchor] = container
            continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            value = container
            if pairs and pairs[-1] is value:
                value = _ordered(pairs.pop())
            container, mapping, key, merges = stack.pop()
            if mapping and key is _NO_KEY:
                key = _KeyMapping(value) if isinstance(value, dict) else _KeyList(value)
                continue
        elif kind is yaml.AliasEvent:
            if event.anchor not in anchors:
                raise yaml.composer.ComposerError(
                    None, None, f"Unknown alias: {event.anchor}", event.start_mark
                )
            value = anchors[event.anchor]
            if value is not None and any(
                value is one for one in (container, *(frame[0] for frame in stack))
            ):
                raise yaml.composer.ComposerError(
                    None, None, f"the alias {event.anchor} contains itself", event.start_mark
                )
            if mapping and key is _NO_KEY:
                if isinstance(value, dict):
                    value = _KeyMapping(value)
                elif isinstance(value, list):
                    value = _KeyList(value)
                key, merges = value, False
                continue
        elif kind is yaml.DocumentEndEvent or kind is yaml.StreamEndEvent:
            return result
        else:
            continue
        if container is None:
            result = value
        elif not mapping:
            container.append(value)
        else:
            if merges and merging:
                _merge(container, value)
            else:
                container[key] = value
            key = _NO_KEY


def _ordered(items: list[Any]) -> dict[Any, Any]:
    """A mapping written as a list of single pairs, ``!!omap``."""
    return {key: value for item in items if isinstance(item, dict) for key, value in item.items()}


def _merge(container: dict[Any, Any], value: Any) -> None:
    """Do what ``<<: value`` says; what was said above it gives way, as in Psych."""
    if isinstance(value, dict):
        container.update(value)
    elif isinstance(value, list) and all(isinstance(one, dict) for one in value):
        merged: dict[Any, Any] = {}
        for one in reversed(value):
            merged.update(one)
        container.update(merged)
    else:
        container["<<"] = value


def _tagged(value: str, tag: str, *, plain: bool) -> Any:
    if not plain and tag == "!":
        return value
    if tag in {"tag:yaml.org,2002:str", "!str", "!ruby/string"}:
        return value
    if tag in {"tag:yaml.org,2002:binary", "!binary"}:
        try:
            return base64.b64decode(value).decode("utf-8", "surrogateescape")
        except binascii.Error:
            return value
    read = scalar(value)
    if tag in {"tag:yaml.org,2002:float", "!float"}:
        try:
            return float(read)
        except (TypeError, ValueError):
            return read
    return read
