"""What the last build read and wrote, as far as the next one has to know."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from jinkyll import checked
from jinkyll.look import FILES, FILES_MAGIC

if TYPE_CHECKING:
    from pathlib import Path

    from jinkyll.folder_state import State
    from jinkyll.log import Message
    from jinkyll.look import Look

__all__ = ["Files", "Manifest", "Record", "load", "save"]

_MAGIC: Final = b"jinkyll-manifest\x03"


class Files(NamedTuple):
    """The files that a build read and wrote; :mod:`jinkyll.look` looks at them, too."""

    source: str
    skip: list[str]
    """Folders below the source that were not looked into."""
    elsewhere: list[str]
    """The theme's folder, and the files that plugins look at outside of the source."""
    sources: dict[str, State]
    """What was there to be read, when the build began."""
    destination: str
    kept: list[str]
    """The beginnings of paths in the destination that are nobody's business."""
    ours: list[str]
    """The outputs that begin like that all the same."""
    outputs: dict[str, State]
    """What lay in the destination, when the build was over."""
    quiet: bool
    """Whether the same sources give the same site tomorrow, but for the time on its pages."""
    clock: dict[str, str] | None
    """What the templates made of the time, by format; None if they did anything else."""


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
    kept_site: bytes
    """Under which key the site is kept that goes with the records; empty for none."""
    restless: list[str]
    """Files that may have changed once more without their states telling."""
    files: Files
    """The files that were read and written."""
    records: list[Record]
    facts: dict[str, bytes]
    """The facts that pages looked at, with their digests."""
    sets: list[list[str]]
    """The sets of facts that pages looked at."""
    complete: bool
    """Whether the records tell everything: pages may be left out next time."""
    said: list[Message]
    """All messages of the build."""
    counts: dict[str, int]
    """What the build said of itself."""
    skipped: list[tuple[str, str]]
    """The sources that took no part, with the reasons."""


def load(path: Path, look: Look | None = None) -> Manifest | None:
    """The manifest kept at *path*; None if there is none, or if it is damaged.

    *look* has the files that are listed beside it already.
    """
    values: Any = checked.load(path, _MAGIC)
    files: Any = checked.load(path.with_name(FILES), FILES_MAGIC) if look is None else look.kept
    try:
        # Both were written by the same build.
        (*values, digest), (own_digest, files) = values, files
        if digest != own_digest:
            return None
        values[_RECORDS] = list(map(Record._make, values[_RECORDS]))
        values[_FILES] = Files(*files)
        return Manifest(*values)
    except (TypeError, ValueError):
        return None


def save(path: Path, manifest: Manifest) -> None:
    """Keep *manifest* at *path*, its files beside it; raises OSError."""
    values: list[Any] = [getattr(manifest, field.name) for field in fields(manifest)]
    # marshal knows plain tuples only.
    values[_RECORDS] = list(map(tuple, manifest.records))
    values[_FILES] = None
    build = os.urandom(8)
    checked.save(path, _MAGIC, [*values, build])
    checked.save(path.with_name(FILES), FILES_MAGIC, (build, tuple(manifest.files)))


_NAMES: Final = [field.name for field in fields(Manifest)]
_RECORDS: Final = _NAMES.index("records")
_FILES: Final = _NAMES.index("files")
