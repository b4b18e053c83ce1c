"""What the last build read and wrote, as far as the next one has to know."""

from __future__ import annotations

import marshal
import os
import zlib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from pathlib import Path

    from jinkyll.cache.folder_state import State

__all__ = ["Manifest", "Record", "load", "save"]

_MAGIC: Final = b"jinkyll-manifest\x01"

Record = tuple[bytes, str | None, list[str], list[str], "dict[str, str] | None"]
"""Of one page or document: the digest of its body; where it was written; whose bodies
it looked at, and whose excerpts alone; what became of the time, by format, or None for
anything else."""


@dataclass(slots=True)
class Manifest:
    """The last build that went well."""

    key: bytes
    """The program, the configuration and the environment."""
    state: bytes
    """The digest of the site without the bodies; empty if it can't be told."""
    sources: dict[str, State]
    """The files that were there to be read, when the build began."""
    outputs: dict[str, State]
    """The files of the destination, when it was over."""
    records: dict[str, Record]
    """By the item's key."""
    clock: dict[str, str] | None
    """What the templates made of the time, by format; None if they did anything else."""
    files: list[str]
    """Files that templates included from outside of the folders for includes."""
    complete: bool
    """Whether the records tell everything: pages may be left out next time."""
    quiet: bool
    """Whether the same sources give the same site tomorrow, but for the time on its pages."""
    counts: dict[str, int]
    """What the build said of itself."""
    skipped: list[tuple[str, str]]
    """The sources that took no part, with the reasons."""


def load(path: Path) -> Manifest | None:
    """The manifest kept at *path*; None if there is none, or if it is damaged."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    start = len(_MAGIC) + 4
    if not data.startswith(_MAGIC):
        return None
    body = memoryview(data)[start:]
    if zlib.crc32(body) != int.from_bytes(data[len(_MAGIC) : start], "big"):
        return None
    try:
        values = marshal.loads(body)  # noqa: S302  (our own, checksum compared)
        return Manifest(*values)
    except (EOFError, TypeError, ValueError):
        return None


def save(path: Path, manifest: Manifest) -> None:
    """Keep *manifest* at *path*; raises OSError."""
    values = [getattr(manifest, field.name) for field in fields(manifest)]
    body = marshal.dumps(cast("Any", values))
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary.write_bytes(_MAGIC + zlib.crc32(body).to_bytes(4, "big") + body)
    temporary.replace(path)


def forget(path: Path) -> None:
    """Remove what is kept at *path*: a build has begun that changes what it tells."""
    path.unlink(missing_ok=True)
