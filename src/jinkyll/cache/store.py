"""Results that are kept from build to build, each under a key that tells all it depends on.

A store is a folder of :mod:`segments <jinkyll.cache.segment>`. A build reads from
all of them and at its end writes what is new into one more; small segments are
merged when they become many, and what was not used lately falls out when the store
grows beyond its limit. Whatever is damaged, unreadable or gone is as if it had never
been there: a cache never stops a build and never changes what it makes.

Builds that run at the same time each write segments of their own; a segment that
another build has merged away is a miss.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from jinkyll.cache.segment import Segment, Writer, decode, encode

if TYPE_CHECKING:
    import tempfile
    from collections.abc import Iterable, Iterator

__all__ = ["DEFAULT_LIMIT", "Store"]

DEFAULT_LIMIT: Final = 128 * 1024 * 1024
"""Bytes of entries that no build used lately are kept up to."""
_MOST_SEGMENTS: Final = 8
_MOST_HELD: Final = 16 * 1024 * 1024
"""Bytes of new entries that are kept in memory."""
_SUFFIX: Final = ".pack"
_ABANDONED: Final = 3600  # seconds after which a temporary file belongs to a build that died


class Store:
    """One kind of results, such as converted documents.

    Without a *folder* it lives as long as the object. Keys are digests of everything
    the value depends on, made by :mod:`jinkyll.cache.keys`.
    """

    def __init__(
        self, folder: Path | None, *, limit: int = DEFAULT_LIMIT, scratch: Path | None = None
    ) -> None:
        """Open the store in *folder*; one without makes its temporary folder in *scratch*."""
        self.folder = folder
        self.limit = limit
        self.hits = 0
        self.misses = 0
        self._new: dict[bytes, bytes] = {}
        self._held = 0
        self._scratch = scratch
        self._used: set[bytes] = set()
        self._segments: list[Segment] | None = None
        self._temporary: tempfile.TemporaryDirectory[str] | None = None

    def get(self, key: bytes) -> object:
        """The value kept under *key*; None if there is none, which counts as a miss."""
        data = self._data(key)
        if data is not None:
            with contextlib.suppress(EOFError, ValueError, TypeError):
                value = decode(data)
                self._used.add(key)
                self.hits += 1
                return value
        self.misses += 1
        return None

    def __contains__(self, key: bytes) -> bool:
        """Tell whether there is an entry, without counting it as used; it may yet be damaged."""
        return key in self._new or any(key in segment for segment in self._opened())

    def put(self, key: bytes, value: object) -> None:
        """Keep *value*, which is not None, under *key*."""
        data = encode(value)
        self._new[key] = data
        self._used.add(key)
        self._held += len(data)
        if self._held > _MOST_HELD:
            self._spill()

    def _spill(self) -> None:
        """Move what is new from memory to the disk, where a big build has room for it."""
        folder = self.folder
        with contextlib.suppress(OSError):
            if folder is None or not _made(folder):
                folder = self.temporary_folder()
            self._write(folder, self._new.items())
            self._new = {}
        self._held = 0

    def _data(self, key: bytes) -> bytes | None:
        data = self._new.get(key)
        if data is not None:
            return data
        for segment in self._opened():
            data = segment.get(key)
            if data is not None:
                return data
        return None

    def _opened(self) -> list[Segment]:
        if self._segments is None:
            self._segments = []
            for path in _packs(self.folder):
                self._open(path)
        return self._segments

    def _open(self, path: Path) -> None:
        try:
            segment = Segment(path)
        except ValueError:
            # Damaged: nothing in it can be found, so it goes.
            with contextlib.suppress(OSError):
                path.unlink()
        except OSError:
            pass
        else:
            self._opened().append(segment)

    def reserve(self, count: int) -> list[Path]:
        """Names for *count* segments that other processes will write: see `adopt`.

        Raises:
            OSError: there is no place to write them to.
        """
        folder = self.folder
        if folder is None or not _made(folder):
            folder = self.temporary_folder()
        stem = f"{os.getpid()}-{os.urandom(4).hex()}"
        return [folder / f".{stem}-{number}.tmp" for number in range(count)]

    def temporary_folder(self) -> Path:
        """A folder that is gone when the store is closed."""
        if self._temporary is None:
            import tempfile  # noqa: PLC0415  (start-up time)

            scratch = self._scratch
            if scratch is not None and not _made(scratch):
                scratch = None
            self._temporary = tempfile.TemporaryDirectory(prefix="jinkyll-", dir=scratch)
        return Path(self._temporary.name)

    def adopt(self, paths: Iterable[Path]) -> None:
        """Take over the segments that were written to the names of `reserve`, if they are whole."""
        for path in paths:
            place = path.with_name(path.name.strip(".").removesuffix(".tmp") + _SUFFIX)
            with contextlib.suppress(OSError):
                path.replace(place)
                self._open(place)

    def drain(self) -> list[tuple[bytes, bytes]]:
        """Hand over, and forget, the entries that are not in a segment yet."""
        entries = list(self._new.items())
        self._new = {}
        self._held = 0
        return entries

    def save(self, *, everything_used: bool = True) -> None:
        """Write what is new to the disk, and tidy up.

        Entries fall out only after a build that used everything it could. Does nothing
        for a store without a folder, and if the folder can't be written to.
        """
        if self.folder is None:
            return
        segments = self._opened()
        if not self._new and len(segments) <= _MOST_SEGMENTS:
            return
        if not _made(self.folder):
            return
        with contextlib.suppress(OSError):
            many = len(segments) + bool(self._new) > _MOST_SEGMENTS
            if many or (everything_used and self._wasteful(segments)):
                self._merge(segments)
            else:
                self._write(self.folder, self._new.items())
            self._new = {}
            _sweep(self.folder)

    def close(self) -> None:
        """Let go of all files."""
        for segment in self._segments or []:
            segment.close()
        self._segments = []
        if self._temporary is not None:
            self._temporary.cleanup()
            self._temporary = None

    def _wasteful(self, segments: list[Segment]) -> bool:
        """Tell whether what this build did not use is more than the limit allows."""
        unused = sum(
            length
            for segment in segments
            for key, length in segment.sizes()
            if key not in self._used
        )
        return unused > self.limit

    def _merge(self, segments: list[Segment]) -> None:
        """Write one segment in the place of *segments*; the biggest stays if it pays."""
        wasteful = self._wasteful(segments)
        biggest = max(segments, key=lambda segment: segment.size, default=None)
        merged = [one for one in segments if wasteful or one is not biggest]
        self._write(cast("Path", self.folder), self._kept(merged))
        for segment in merged:
            segment.close()
            with contextlib.suppress(OSError):
                segment.path.unlink()
            segments.remove(segment)

    def _kept(self, segments: list[Segment]) -> Iterator[tuple[bytes, bytes]]:
        """What this build made and used, then as much of the rest as there is room for."""
        seen = set(self._new)
        yield from self._new.items()
        room = self.limit
        for used in (True, False):
            for segment in segments:
                for key, length in segment.sizes():
                    if key in seen or (key in self._used) is not used:
                        continue
                    if not used:
                        room -= length
                        if room < 0:
                            return
                    data = segment.get(key)
                    if data is not None:
                        seen.add(key)
                        yield key, data

    def _write(self, folder: Path, entries: Iterable[tuple[bytes, bytes]]) -> None:
        stem = f"{os.getpid()}-{os.urandom(4).hex()}"
        temporary = folder / f".{stem}.tmp"
        try:
            with temporary.open("xb") as file:
                writer = Writer(file)
                for key, data in entries:
                    writer.add(key, data)
                writer.close()
            place = folder / f"{stem}{_SUFFIX}"
            temporary.replace(place)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
        self._open(place)


def _packs(folder: Path | None) -> list[Path]:
    """The segments of *folder*, newest first."""
    if folder is None:
        return []
    try:
        found = [entry for entry in os.scandir(folder) if entry.name.endswith(_SUFFIX)]
        found.sort(key=lambda entry: (-entry.stat().st_mtime_ns, entry.name))
    except OSError:
        return []
    return [Path(entry.path) for entry in found]


def _made(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def _sweep(folder: Path) -> None:
    """Remove what builds that died have left."""
    now = time.time()
    for entry in os.scandir(folder):
        if entry.name.endswith(".tmp") and entry.stat().st_mtime < now - _ABANDONED:
            Path(entry.path).unlink()
