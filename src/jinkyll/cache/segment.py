r"""One file of the cache: entries that were written together, with a header and checksums.

Layout::

    8 bytes      b"jinkyll\\x01"
    entries      marshalled values, one after the other
    index        marshalled dict: key (bytes) -> (offset, length, CRC-32 of the entry)
    20 bytes     offset and length of the index (8 bytes each), CRC-32 of the index

A file is written under a temporary name and renamed, so that it is there whole or
not at all, and it is never changed afterwards: any number of builds may read it.
Values are what :mod:`marshal` takes: None, bool, int, float, str, bytes, code, and
tuples, lists and dicts of these.
"""

from __future__ import annotations

import marshal
import os
import struct
import zlib
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["Segment", "Writer", "decode", "encode"]

_MAGIC: Final = b"jinkyll\x01"
_FOOTER: Final = struct.Struct("<QQL")

Value = object


def encode(value: Value) -> bytes:
    """The bytes of *value*.

    Raises:
        ValueError: it is of a type that :mod:`marshal` does not take.
    """
    return marshal.dumps(cast("Any", value))


def decode(data: bytes | memoryview) -> Value:
    """The value of the bytes that `encode` made, whose checksum has been compared."""
    return marshal.loads(data)  # noqa: S302  (our own, checksum compared)


class Writer:
    """Writes a segment into an open binary *file*, entry by entry."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._index: dict[bytes, tuple[int, int, int]] = {}
        self._offset = len(_MAGIC)
        file.write(_MAGIC)

    def add(self, key: bytes, data: bytes | memoryview) -> None:
        """Append an entry; a later one of the same *key* wins."""
        self._index[key] = (self._offset, len(data), zlib.crc32(data))
        self._file.write(data)
        self._offset += len(data)

    def close(self) -> None:
        """Append the index, which makes it a segment; the file stays open."""
        index = marshal.dumps(self._index)
        self._file.write(index)
        self._file.write(_FOOTER.pack(self._offset, len(index), zlib.crc32(index)))
        self._file.flush()


class Segment:
    """A segment that is read; entries are only looked at when they are asked for."""

    _file: int | None = None  # of one that could not be opened, too

    def __init__(self, path: Path) -> None:
        """Open the file at *path*.

        Raises:
            OSError: it can't be read.
            ValueError: it is no segment, or damaged.
        """
        self.path = path
        # Not mapped into memory, where all that was ever read of it would stay.
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self.size: int = os.fstat(self._file).st_size
        """Bytes on disk."""
        try:
            self._index = self._read_index()
        except ValueError:
            self.close()
            raise

    def _read_index(self) -> dict[bytes, tuple[int, int, int]]:
        footer = self.size - _FOOTER.size
        if footer < len(_MAGIC) or self._bytes(0, len(_MAGIC)) != _MAGIC:
            raise ValueError("not a segment")
        offset, length, checksum = _FOOTER.unpack(self._bytes(footer, _FOOTER.size))
        if offset + length != footer:
            raise ValueError("cut off")
        data = self._bytes(offset, length)
        if zlib.crc32(data) != checksum:
            raise ValueError("damaged index")
        index: dict[bytes, tuple[int, int, int]] = marshal.loads(data)  # noqa: S302  (our own, checksum compared)
        return index

    def __len__(self) -> int:
        return len(self._index)

    def __contains__(self, key: bytes) -> bool:
        return key in self._index

    def keys(self) -> Iterable[bytes]:
        """The keys of all entries."""
        return self._index.keys()

    def sizes(self) -> Iterator[tuple[bytes, int]]:
        """Each key with the bytes of its entry."""
        for key, (_, length, _) in self._index.items():
            yield key, length

    def get(self, key: bytes) -> bytes | None:
        """The bytes of an entry; None if there is none, or if it is damaged."""
        place = self._index.get(key)
        if place is None:
            return None
        offset, length, checksum = place
        data = self._bytes(offset, length)
        return data if zlib.crc32(data) == checksum else None

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    __del__ = close

    def _bytes(self, offset: int, length: int) -> bytes:
        if self._file is None:
            return b""
        if hasattr(os, "pread"):  # processes that share a file share its place, too
            return os.pread(self._file, length, offset)
        os.lseek(self._file, offset, os.SEEK_SET)
        return os.read(self._file, length)
