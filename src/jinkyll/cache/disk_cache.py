"""What a build keeps for the next ones: in ``.jekyll-cache/Jekyll/Cache``, as Jekyll does."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Final

from jinkyll.cache import keys
from jinkyll.cache.staging import Staging
from jinkyll.cache.store import DEFAULT_LIMIT, Store
from jinkyll.configuration import parsed
from jinkyll.repetition import BELOW_CACHE_DIR

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jinkyll.configuration import Configuration

__all__ = ["DiskCache", "open_cache"]

_JEKYLLS: Final = {"conversions": "Jekyll--Converters--Markdown"}
"""Kinds that Jekyll keeps, too, in folders with names of their own."""
_GITIGNORE: Final = "# ignore everything in this directory\n*\n"


class DiskCache:
    """The stores of one site, by kind; made when first asked for."""

    def __init__(self, folder: Path | None, *, limit: int = DEFAULT_LIMIT) -> None:
        """Keep results in *folder*, or, without one, only while the object lives."""
        self.folder = folder
        self._limit = limit
        self._stores: dict[str, Store] = {}
        self._scratch: list[Store] = []

    def store(self, kind: str) -> Store:
        """The store of one *kind* of results."""
        store = self._stores.get(kind)
        if store is None:
            folder = self.folder
            if folder is not None:
                jekylls = _JEKYLLS.get(kind)
                folder = folder / kind if jekylls is None else folder.with_name(jekylls)
            store = self._stores[kind] = Store(folder, limit=self._limit)
        return store

    def scratch(self) -> Store:
        """A store for this build alone, on disk, gone when the cache is closed."""
        store = Store(None, scratch=self.folder)
        self._scratch.append(store)
        return store

    def staging(self, destination: Path) -> Staging | None:
        """A place out of sight for what will be *destination*; None if that is there already.

        Or if it is to be on another file system.
        """
        if self.folder is None or os.path.lexists(destination):
            return None
        above = next(folder for folder in destination.absolute().parents if folder.exists())
        try:
            hidden = self.scratch().temporary_folder()
            if hidden.stat().st_dev != above.stat().st_dev:
                return None
        except OSError:
            return None
        return Staging(hidden / "site", destination)

    @property
    def conversions(self) -> Store:
        """What became of Markdown, of code and of style sheets."""
        return self.store("conversions")

    def key(self, *parts: str | bytes) -> bytes:
        """The key of what comes from *parts* by this version of the program."""
        if self.folder is None:
            return keys.digest(*parts)
        return keys.digest(keys.program(self.folder), *parts)

    def namespace(self, options: Mapping[str, object]) -> bytes:
        """A part for `key` that stands for *options*: made once, used for many keys."""
        return keys.options_digest(options)

    def counts(self) -> dict[str, tuple[int, int]]:
        """Hits and misses of each kind so far."""
        return {kind: (store.hits, store.misses) for kind, store in self._stores.items()}

    def save(self, *, everything_used: bool = True) -> None:
        """Write what is new to the disk; a disk that refuses is no error.

        After a build that left pages out, *everything_used* is false.
        """
        for store in self._stores.values():
            store.save(everything_used=everything_used)

    def close(self) -> None:
        """Let go of all files, without saving."""
        for store in (*self._stores.values(), *self._scratch):
            store.close()
        self._stores = {}
        self._scratch = []


def open_cache(configuration: Configuration) -> DiskCache:
    """The cache of a site: on disk unless ``--disable-disk-cache`` or ``--safe`` forbids it.

    Source: ``disable_disk_cache`` and ``cache_dir`` on
    https://jekyllrb.com/docs/configuration/options/.
    """
    if not configuration.keeps_results:
        return DiskCache(None)
    folder = configuration.cache_dir
    with contextlib.suppress(OSError):
        _hide_from_git(folder)
    parsed.keep(folder / BELOW_CACHE_DIR)
    return DiskCache(folder / BELOW_CACHE_DIR)


def _hide_from_git(folder: Path) -> None:
    file = folder / ".gitignore"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(_GITIGNORE, encoding="utf-8")
