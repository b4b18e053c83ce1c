"""Sources that take no part in the build though somebody may wait for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.content.site import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinkyll.content import Site
    from jinkyll.read.entry_filter import EntryFilter

__all__ = ["skip", "skip_others"]


def skip(site: Site, path: str, reason: str) -> None:
    """Leave out *path*, relative to the source, and say so."""
    log.warn("Skipping:", f"{path} {reason}")
    site.skipped.append(Skipped(path, reason))


def skip_others(
    site: Site, entries: EntryFilter, folder: str, others: Iterable[str], base: str = ""
) -> None:
    """Leave out what is neither file nor folder below *folder*: *others*, by their paths in it.

    That is a link that leads nowhere, as a rule. Jekyll dies of one. *base* is the folder as
    the filter knows it.
    """
    for entry in others:
        path = f"{folder}/{entry}"
        if entries.accepts(entry, base, path, directory=False):
            skip(site, path.removeprefix(f"{site.source}/"), "is no file")
