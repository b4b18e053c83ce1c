"""What the last build read and wrote, as far as the next one has to know."""

from __future__ import annotations

import marshal
import os
import zlib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

if TYPE_CHECKING:
    from pathlib import Path

    from jinkyll.cache.folder_state import State
    from jinkyll.log import Message

__all__ = ["Manifest", "Record", "load", "save"]

_MAGIC: Final = b"jinkyll-manifest\x02"


class Record(NamedTuple):
    """What is remembered of one page or document; others go by their places in the manifest."""

    key: str
    body: bytes
    """The digest of its body."""
    front: bytes
    """The digest of all else about it."""
    around: list[str | None]
    """The keys of what stands before and after it in its collection."""
    output: str | None
    """Where it was written."""
    items: list[int]
    """Of whom it looked at anything but the body."""
    bodies: list[int]
    """At whose bodies it looked."""
    excerpts: list[int]
    """At whose excerpts it looked."""
    facts: int
    """The place of the facts that it looked at among the manifest's sets."""
    clock: dict[str, str] | None
    """What became of the time, by format, or None for anything else."""
    said: list[Message]
    """The messages."""


@dataclass(slots=True)
class Manifest:
    """The last build that went well."""

    key: bytes
    """The program, the configuration and the environment."""
    configuration: bytes
    """The digest of the whole configuration."""
    asked: dict[str, bytes]
    """The keys of it that the program itself looked at, with the digests of their values."""
    state: bytes
    """The digest of what else all pages depend on."""
    sources: dict[str, State]
    """The files that were there to be read, when the build began."""
    themes: list[str]
    """Folders beside the source that files were read from."""
    outputs: dict[str, State]
    """The files of the destination, when it was over."""
    records: list[Record]
    facts: dict[str, bytes]
    """The facts that pages looked at, with their digests."""
    sets: list[list[str]]
    """The sets of facts that pages looked at."""
    clock: dict[str, str] | None
    """What the templates made of the time, by format; None if they did anything else."""
    complete: bool
    """Whether the records tell everything: pages may be left out next time."""
    quiet: bool
    """Whether the same sources give the same site tomorrow, but for the time on its pages."""
    said: list[Message]
    """All messages of the build."""
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
        values[_RECORDS] = list(map(Record._make, values[_RECORDS]))
        return Manifest(*values)
    except (EOFError, TypeError, ValueError):
        return None


def save(path: Path, manifest: Manifest) -> None:
    """Keep *manifest* at *path*; raises OSError."""
    values = [getattr(manifest, field.name) for field in fields(manifest)]
    # marshal knows plain tuples only.
    values[_RECORDS] = list(map(tuple, manifest.records))
    body = marshal.dumps(cast("Any", values))
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary.write_bytes(_MAGIC + zlib.crc32(body).to_bytes(4, "big") + body)
    temporary.replace(path)


_RECORDS: Final = [field.name for field in fields(Manifest)].index("records")
