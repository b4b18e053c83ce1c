"""The order of a collection's documents.

By date, then path; or by the key that ``sort_by`` names; or as ``order`` lists them.

Source: https://jekyllrb.com/docs/collections/#sort-by-front-matter-key
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, TypeVar

from jinkyll import log

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinkyll.content import Collection, Document

__all__ = ["by_date", "in_order", "newest_first"]

_T = TypeVar("_T")


def in_order(collection: Collection) -> None:
    """Sort the documents of *collection* as its configuration asks."""
    order = collection.metadata.get("order")
    key = collection.metadata.get("sort_by")
    if isinstance(order, list):
        collection.docs = _as_listed(collection, order)
    elif isinstance(key, str):
        collection.docs = _by_key(collection.docs, key)
    else:
        collection.docs = by_date(collection.docs)


def by_date(docs: list[Document]) -> list[Document]:
    """*docs* by date, then by path.

    Only dates that were known when the documents had been read count. Where one without
    is compared, the path decides; that is no order that every way of sorting agrees on, so
    the comparisons are made in the sequence of the C library's merge sort.
    """
    _note_undated(docs)
    return _by_date(docs, newest_first=False)


def newest_first(docs: list[Document]) -> list[Document]:
    """*docs*, which :func:`by_date` has sorted before, as ``site.posts`` has them."""
    return _by_date(docs, newest_first=True)


def _note_undated(docs: list[Document]) -> None:
    for doc in docs:
        doc.undated = doc.undated or not isinstance(doc.data["date"], dt.datetime)


def _by_date(docs: list[Document], *, newest_first: bool) -> list[Document]:
    undated = sum(doc.undated for doc in docs)
    if not undated:
        return sorted(docs, key=_key, reverse=newest_first)
    if undated == len(docs):
        return sorted(docs, key=lambda doc: doc.path, reverse=newest_first)
    sign = -1 if newest_first else 1
    return _merge_sorted(docs, lambda one, other: sign * _compare(one, other))


def _key(doc: Document) -> tuple[float, str]:
    return doc.date.timestamp(), doc.path


def _compare(one: Document, other: Document) -> int:
    if not (one.undated or other.undated):
        a, b = one.date.timestamp(), other.date.timestamp()
        if a != b:
            return -1 if a < b else 1
    return (one.path > other.path) - (one.path < other.path)


def _merge_sorted(items: list[_T], compare: Callable[[_T, _T], int]) -> list[_T]:
    if len(items) <= 1:
        return items
    middle = len(items) // 2
    left = _merge_sorted(items[:middle], compare)
    right = _merge_sorted(items[middle:], compare)
    merged: list[_T] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if compare(left[i], right[j]) <= 0:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


def _by_key(docs: list[Document], key: str) -> list[Document]:
    _note_undated(docs)

    def compare(one: Document, other: Document) -> int:
        first, second = one.data[key], other.data[key]
        order: int | None
        if first is None and second is not None:
            order = _warned(key, one, 1)
        elif first is not None and second is None:
            order = _warned(key, other, -1)
        else:
            order = _spaceship(first, second)
        return order or _compare(one, other)

    return _merge_sorted(docs, compare)


def _warned(key: str, doc: Document, order: int) -> int:
    log.warn("Sort warning:", f"'{key}' not defined in {doc.relative_path}")
    return order


def _spaceship(first: Any, second: Any) -> int | None:
    """Ruby's ``<=>``: None for values that have no order."""
    if first is None and second is None:
        return 0
    numbers = isinstance(first, int | float) and isinstance(second, int | float)
    if isinstance(first, bool) or isinstance(second, bool):
        return 0 if first is second else None
    if type(first) is not type(second) and not numbers:
        return None
    try:
        return int(first > second) - int(first < second)
    except TypeError:
        return 0 if first == second else None


def _as_listed(collection: Collection, order: list[Any]) -> list[Document]:
    by_path = {doc.relative_path: doc for doc in by_date(collection.docs)}
    listed: list[Document] = []
    for entry in order:
        path = f"{collection.relative_directory}/{str(entry).lstrip('/')}"
        doc = by_path.pop(path, None)
        if doc is not None:
            listed.append(doc)
    return listed + list(by_path.values())
