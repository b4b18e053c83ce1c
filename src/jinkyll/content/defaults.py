"""Front matter defaults: values that the configuration gives to many files at once.

Source: https://jekyllrb.com/docs/configuration/front-matter-defaults/
"""

from __future__ import annotations

import datetime as dt
import glob
import os
import re
from typing import Any, Final

from jinkyll import log
from jinkyll.configuration import Configuration, deep_merge
from jinkyll.content.dates import parse_date

__all__ = ["FrontMatterDefaults"]

_RENAMED: Final = {"page": "pages", "post": "posts", "draft": "drafts"}
_BRACES: Final = re.compile(r"\{([^{}]*)\}")


class _Set:
    """One entry of ``defaults``, in the form in which it is asked."""

    __slots__ = ("has_path", "has_type", "path", "pattern", "precedence_path", "type", "values")

    def __init__(self, scope: dict[str, Any], values: dict[str, Any]) -> None:
        path = scope.get("path")
        self.path = path if isinstance(path, str) else ""
        self.pattern = "*" in self.path
        self.precedence_path = self.path.removeprefix("/")
        self.has_type = "type" in scope
        self.type = None if scope.get("type") is None else str(scope["type"])
        self.values = values

    def precedes(self, other: _Set | None) -> bool:
        """Tell whether the values of this set win over those of *other*."""
        if other is None:
            return True
        mine, its = len(self.precedence_path), len(other.precedence_path)
        if mine != its:
            return mine > its
        return self.has_type or not other.has_type


class FrontMatterDefaults:
    """The ``defaults`` of the configuration, asked by path and type."""

    def __init__(self, configuration: Configuration) -> None:
        self._source = str(configuration.source)
        self._collections_dir = configuration.collections_dir
        self._timezone = configuration.timezone
        self._sets = self._read(configuration.get("defaults"))
        self._globbed: dict[str, list[str]] = {}
        self._merged: dict[tuple[int, ...], dict[str, Any]] = {}
        self._matched: dict[tuple[str, str | None, bool], tuple[int, ...]] = {}

    def find(self, path: str, type: str | None, key: str, *, draft: bool = False) -> Any:  # noqa: A002
        """The default of *key* for the file at *path*; None if there is none.

        *type* is ``pages``, a collection's label, or None for a static file.
        """
        value = None
        winner: _Set | None = None
        for index in self._matching(path, type, draft=draft):
            candidate = self._sets[index]
            if key in candidate.values and candidate.precedes(winner):
                value = candidate.values[key]
                winner = candidate
        return value

    def all(self, path: str, type: str | None, *, draft: bool = False) -> dict[str, Any]:  # noqa: A002
        """All defaults for the file at *path*, merged; the caller may change the top level."""
        matching = self._matching(path, type, draft=draft)
        if not matching:
            return {}
        merged = self._merged.get(matching)
        if merged is None:
            merged = self._merged[matching] = self._merge(matching)
        return dict(merged)

    def _merge(self, matching: tuple[int, ...]) -> dict[str, Any]:
        merged: dict[str, Any] = {}
        winner: _Set | None = None
        for index in matching:
            candidate = self._sets[index]
            if candidate.precedes(winner):
                merged = deep_merge(merged, candidate.values)
                winner = candidate
            else:
                merged = deep_merge(candidate.values, merged)
        return merged

    def _matching(self, path: str, type: str | None, *, draft: bool) -> tuple[int, ...]:  # noqa: A002
        if not self._sets:
            return ()
        # Each key that a page lacks asks for the same again.
        matched = self._matched.get((path, type, draft))
        if matched is None:
            matched = self._matched[path, type, draft] = self._match(path, type, draft=draft)
        return matched

    def _match(self, path: str, type: str | None, *, draft: bool) -> tuple[int, ...]:  # noqa: A002
        path = path.removeprefix("/")
        matching: list[int] = []
        for index, one in enumerate(self._sets):
            right_type = not one.has_type or (
                one.type is not None and (one.type == type or (draft and one.type == "drafts"))
            )
            if right_type and (not one.path or self._in_scope(one, path)):
                matching.append(index)
        return tuple(matching)

    def _in_scope(self, one: _Set, path: str) -> bool:
        if not one.pattern:
            return path.startswith(self._below_collections(one.path))
        return any(path.startswith(found) for found in self._glob(one.path))

    def _glob(self, pattern: str) -> list[str]:
        found = self._globbed.get(pattern)
        if found is None:
            found = self._globbed[pattern] = [
                self._below_collections(path)
                for one in _alternatives(pattern)
                for path in _globbed(self._source, one)
            ]
        return found

    def _below_collections(self, path: str) -> str:
        return path.removeprefix(f"{self._collections_dir}/") if self._collections_dir else path

    def _read(self, sets: object) -> list[_Set]:
        read: list[_Set] = []
        for one in sets if isinstance(sets, list) else []:
            values = one.get("values") if isinstance(one, dict) else None
            if not isinstance(values, dict):
                from jinkyll.liquid.printing import (  # noqa: PLC0415  (slow, for mistakes only)
                    ruby_to_s,
                )

                log.warn("Defaults:", "An invalid front-matter default set was found:")
                log.warn(ruby_to_s(one))
                continue
            scope = one.get("scope")
            scope = dict(scope) if isinstance(scope, dict) else {}
            if scope.get("type") in _RENAMED:
                old = scope["type"]
                scope["type"] = new = _RENAMED[old]
                log.warn("Defaults:", f"The '{old}' type has become '{new}'.")
                log.warn(
                    "Defaults:", f"Please update your front-matter defaults to use 'type: {new}'."
                )
            if "date" in values and not isinstance(values["date"], dt.datetime):
                values = dict(values)
                values["date"] = parse_date(
                    values["date"],
                    self._timezone,
                    f"An invalid date format was found in a front-matter default set: {one}",
                )
            read.append(_Set(scope, values))
        return read


def _alternatives(pattern: str) -> list[str]:
    braces = _BRACES.search(pattern)
    if braces is None:
        return [pattern]
    return [
        expanded
        for choice in braces[1].split(",")
        for expanded in _alternatives(pattern[: braces.start()] + choice + pattern[braces.end() :])
    ]


def _globbed(source: str, pattern: str) -> list[str]:
    # In Ruby, ** walks down only when a slash follows it.
    head, _, last = pattern.rpartition("/")
    if last == "**":
        pattern = f"{head}/*" if head else "*"
    found = glob.glob(pattern.lstrip("/"), root_dir=source, recursive=True)  # noqa: PTH207
    return sorted(os.path.normpath(path) for path in found if path)
