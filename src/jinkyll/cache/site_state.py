"""A digest of everything about a site but the bodies of its pages and documents.

If it is the same as at the last build, a page can only have changed because a body did
that it looks at, or because the time went on.
"""

from __future__ import annotations

import marshal
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from jinkyll.cache.keys import digest
from jinkyll.content import Document, Excerpt, Page, StaticFile

if TYPE_CHECKING:
    from jinkyll.content import Site

__all__ = ["Unknown", "body_digest", "item_key", "site_state"]

_PLAIN: Final = frozenset({str, int, float, bool, type(None)})


class Unknown(Exception):  # noqa: N818  (no mistake: the site can't be compared, that is all)
    """The site holds something of which nobody can tell whether it is the same."""


def item_key(item: Document | Page | StaticFile) -> str:
    """A name for *item* that it has in every build."""
    return f"{type(item).__name__} {item.relative_path} {item.url}"


def body_digest(item: Document | Page) -> bytes:
    """A digest of the body of *item*, as long as it is the one of the file."""
    return digest(item.content or "")


def site_state(site: Site) -> bytes:
    """The digest of *site*, before anything of it is rendered.

    Raises:
        Unknown: something that a plugin brought in can't be compared.
    """
    parts: list[object] = [
        str(site.source),
        _plain(site.configuration),
        _plain(site.data),
        _plain(site.site_data) if site.site_data is not site.data else None,
        [str(path) for path in site.includes_load_paths],
        [
            (name, layout.path, layout.relative_path, _plain(layout.data), layout.content)
            for name, layout in site.layouts.items()
        ],
        [_item(page) for page in site.pages],
        [_file(file) for file in site.static_files],
    ]
    for label, collection in site.collections.items():
        parts.append((label, _plain(collection.metadata)))
        parts.append([_item(doc) for doc in collection.docs])
        parts.append([_file(file) for file in collection.files])
    try:
        # Version 0 has no references: equal values give equal bytes.
        return digest(marshal.dumps(parts, 0))
    except ValueError as error:
        raise Unknown(str(error)) from error


def _item(item: Document | Page) -> object:
    return (
        item_key(item),
        item.path,
        item.is_written,
        item.output_ext,  # with the URL it makes the file's name
        _plain(item.data),
        _pager(item.pager) if isinstance(item, Page) and item.pager is not None else None,
        item.data.fallback is not None,
    )


def _pager(pager: object) -> object:
    """What a pagination plugin gave to a page: a map, or an object with attributes."""
    if isinstance(pager, dict):
        return _plain(pager)
    names = {name for kind in type(pager).__mro__ for name in vars(kind).get("__slots__", ())}
    names |= vars(pager).keys() if hasattr(pager, "__dict__") else set()
    if not names:
        raise Unknown(f"a {type(pager).__name__}")
    return [(name, _plain(getattr(pager, name, None))) for name in sorted(names)]


def _file(file: StaticFile) -> object:
    return (item_key(file), file.path, file.is_written, file.mtime, _plain(file.data))


def _plain(value: Any) -> object:
    """*value* in lists, maps and scalars only.

    Raises:
        Unknown: that is not possible.
    """
    if value.__class__ in _PLAIN:
        return value
    if isinstance(value, dict):
        return [(_plain(key), _plain(value)) for key, value in value.items()]
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return ("datetime", value.isoformat(), value.fold, str(value.tzinfo), value.tzname())
    if isinstance(value, date):
        return ("date", value.isoformat())
    if isinstance(value, Excerpt):
        return ("excerpt",)  # part of the body
    if isinstance(value, Document | Page | StaticFile):
        return ("item", item_key(value))
    raise Unknown(f"a {type(value).__name__}")
