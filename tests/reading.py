"""Sites from mappings of files, and what was read in the form that Jekyll's was recorded in."""

from __future__ import annotations

import base64
import datetime as dt
import math
import os
from typing import TYPE_CHECKING, Any

from jinkyll.configuration import load
from jinkyll.content import Document, Excerpt, Site
from jinkyll.liquid.printing import ruby_to_s
from jinkyll.read import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TIME = "2021-06-01 12:00:00 +0000"


def write_site(folder: Path, files: Mapping[str, Any]) -> None:
    """Write *files*; one that is no text is a mapping with ``base64``."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(
            content.encode() if isinstance(content, str) else base64.b64decode(content["base64"])
        )
        os.utime(path, (1_600_000_000, 1_600_000_000))


def read_site(folder: Path, **options: Any) -> Site:
    """Read the site in *folder*, at a fixed time unless *options* say otherwise."""
    given = {"time": TIME, **options}
    return read(load({"source": str(folder), "destination": str(folder / "_site"), **given}))


def plain(value: Any) -> Any:
    """*value* as JSON can hold it, times and dates as marked text."""
    if isinstance(value, Excerpt):
        return {"excerpt": value.content}
    if isinstance(value, dt.datetime):
        return f"time {value:%Y-%m-%d %H:%M:%S} {value:%z}"
    if isinstance(value, dt.date):
        return f"date {value}"
    if isinstance(value, dict):
        return {_key(key): plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, float) and not math.isfinite(value):
        return {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}[str(value)]
    return value if value is None or isinstance(value, str | int | float) else str(value)


def reading(site: Site) -> dict[str, Any]:
    """What was read, field by field as ``scripts/record_reading.rb`` records it."""
    return {
        "collections": {
            label: {
                "docs": [_document(doc) for doc in collection.docs],
                "files": [file.relative_path for file in collection.files],
                "output": collection.is_written,
                "permalink": collection.url_template,
            }
            for label, collection in site.collections.items()
        },
        "pages": sorted(
            (
                {
                    "path": page.relative_path,
                    "url": page.url,
                    "dir": page.dir,
                    "content": page.content,
                    "data": plain(dict(page.data)),
                    "layout": plain(page.data["layout"]),
                    "destination": _below(site, page.destination(site.destination)),
                }
                for page in site.pages
            ),
            key=lambda page: str(page["path"]),
        ),
        "page_names": [page.name for page in site.pages],
        "static_files": [
            {
                "path": file.relative_path,
                "url": file.url,
                "basename": file.basename,
                "extname": file.extname,
                "data": plain(file.data),
                "written": file.is_written,
                "destination": _below(site, file.destination(site.destination)),
            }
            for file in site.static_files
        ],
        "layouts": {
            name: [layout.relative_path, plain(dict(layout.data)), layout.content]
            for name, layout in sorted(site.layouts.items())
        },
        "data": plain(site.data),
        "tags": {_key(tag): _paths(posts) for tag, posts in site.tags.items()},
        "categories": {_key(one): _paths(posts) for one, posts in site.categories.items()},
        "documents": [doc.relative_path for doc in site.documents],
    }


def _document(doc: Document) -> dict[str, Any]:
    return {
        "path": doc.relative_path,
        "url": doc.url,
        "id": doc.id,
        "date": plain(doc.date),
        "destination": _below(doc.site, doc.destination(doc.site.destination)),
        "content": doc.content,
        "data": plain({key: value for key, value in doc.data.items() if key != "date"}),
        "written": doc.is_written,
        "next": doc.next_doc and doc.next_doc.relative_path,
        "previous": doc.previous_doc and doc.previous_doc.relative_path,
        "related": _paths(doc.related_posts),
    }


def _paths(docs: list[Document]) -> list[str]:
    return [doc.relative_path for doc in docs]


def _below(site: Site, path: Path) -> str:
    return str(path).removeprefix(str(site.destination))


def _key(key: object) -> str:
    if key is None:
        return "null"
    return ruby_to_s(key)
