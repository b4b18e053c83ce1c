"""Posts and drafts: the files of ``_posts`` and ``_drafts``, in whatever folder these lie.

Source: https://jekyllrb.com/docs/posts/ and Jekyll's ``PostReader``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.content import Skipped
from jinkyll.content.document import DATED_NAME, UNDATED_NAME
from jinkyll.errors import ReadError
from jinkyll.read.documents import read_document
from jinkyll.read.files import is_no_text
from jinkyll.read.skipping import skip_others

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from jinkyll.content import Document, Site
    from jinkyll.read.entry_filter import EntryFilter
    from jinkyll.read.source_files import SourceFiles

__all__ = ["below", "read_drafts", "read_posts"]


def read_posts(directory: str, site: Site, entries: EntryFilter, sources: SourceFiles) -> None:
    """Read ``_posts`` of the folder *directory*, relative to the source, into *site*."""
    _read(directory, "_posts", DATED_NAME, site, entries, sources)


def read_drafts(directory: str, site: Site, entries: EntryFilter, sources: SourceFiles) -> None:
    """Read ``_drafts`` of the folder *directory*, relative to the source, into *site*."""
    _read(directory, "_drafts", UNDATED_NAME, site, entries, sources)


def below(folder: str, *, dotfiles: bool, others: list[str]) -> Iterator[str]:
    """Paths of the files below *folder*, relative to it, in the order of Ruby's ``**``.

    That is by name, and what is in a folder stands where the folder would. Folders
    that are symlinks are not entered, nor those whose name starts with a dot unless
    *dotfiles*. What is neither file nor folder, as a link that leads nowhere, goes to *others*.
    """
    pending = [""]
    while pending:
        path = pending.pop()
        if path and not path.endswith("/"):
            yield path
            continue
        with os.scandir(folder + "/" + path) as scanned:
            found = sorted(scanned, key=lambda entry: entry.name, reverse=True)
        for entry in found:
            name = entry.name
            if name.startswith(".") and not dotfiles:
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(f"{path}{name}/")
            elif entry.is_file():
                pending.append(path + name)
            elif not entry.is_dir():
                others.append(path + name)


def _read(
    directory: str,
    special: str,
    names: re.Pattern[str],
    site: Site,
    entries: EntryFilter,
    sources: SourceFiles,
) -> None:
    base = f"{directory}/{special}" if directory else special
    folder = f"{site.source}/{base}"
    if not os.path.isdir(folder):  # noqa: PTH112
        return
    collection = site.collections["posts"]
    others: list[str] = []
    for entry in below(folder, dotfiles=False, others=others):
        path = f"{folder}/{entry}"
        if not entries.accepts(entry, base, path, directory=False) or not names.match(entry):
            continue
        try:
            doc = read_document(sources.any(path), site, collection)
        except OSError as error:
            relative = path.removeprefix(f"{site.collections_path}/")
            raise ReadError(f"can't be read: {error.strerror}", path=relative) from error
        except ReadError as error:
            if not is_no_text(error):
                raise
            if site.configuration.strict_front_matter:
                raise
            relative = path.removeprefix(f"{site.source}/")
            said = f"{relative} is not valid UTF-8 (line {error.line})"
            log.warn("Skipping:", said, path=relative, line=error.line)
            site.skipped.append(Skipped(relative, "is not valid UTF-8"))
            continue
        if _publishable(doc, site):
            collection.docs.append(doc)
    skip_others(site, entries, folder, others, base)


def _publishable(doc: Document, site: Site) -> bool:
    if doc.has_no_body:
        site.skipped.append(Skipped(doc.relative_path, "has no content"))
        return False
    if site.publishes(doc):
        return True
    if site.hides_in_the_future(doc):
        log.warn("Skipping:", f"{doc.relative_path} has a future date")
        site.skipped.append(Skipped(doc.relative_path, "has a future date"))
    else:
        site.skipped.append(Skipped(doc.relative_path, "is not published"))
    return False
