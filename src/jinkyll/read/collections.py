"""The documents and files of collections other than posts.

Source: https://jekyllrb.com/docs/collections/ and Jekyll's ``Collection#read``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jinkyll.content import Skipped, StaticFile
from jinkyll.content.order import in_order
from jinkyll.read.documents import read_document
from jinkyll.read.posts import below
from jinkyll.read.skipping import skip_others

if TYPE_CHECKING:
    from jinkyll.content import Collection, Site
    from jinkyll.read.entry_filter import EntryFilter
    from jinkyll.read.source_files import SourceFiles

__all__ = ["read_collections"]


def read_collections(site: Site, entries: EntryFilter, sources: SourceFiles) -> None:
    """Read all collections but the posts, and put each in its order."""
    for collection in site.collections.values():
        if collection.label not in {"posts", "data"}:
            _read(collection, site, entries, sources)


def _read(collection: Collection, site: Site, entries: EntryFilter, sources: SourceFiles) -> None:
    folder = str(collection.directory)
    if not os.path.isdir(folder) or entries.leaves_the_source(folder):  # noqa: PTH112
        return
    others: list[str] = []
    for entry in below(folder, dotfiles=True, others=others):
        path = f"{folder}/{entry}"
        if not entries.accepts(entry, collection.relative_directory, path, directory=False):
            continue
        source = sources.page(path)
        if source is None:
            inner = entry.rpartition("/")[0]
            directory = f"{collection.relative_directory}/{inner}"
            collection.files.append(
                StaticFile(
                    site,
                    str(site.source),
                    directory.rstrip("/"),
                    entry.rpartition("/")[2],
                    collection,
                )
            )
            continue
        doc = read_document(source, site, collection)
        if site.configuration.unpublished or doc.published:
            collection.docs.append(doc)
        else:
            site.skipped.append(Skipped(doc.relative_path, "is not published"))
    skip_others(site, entries, folder, others, collection.relative_directory)
    site.static_files.extend(collection.files)
    in_order(collection)
