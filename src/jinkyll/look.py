"""A look at the files of the last build: the sources now, and whether its output is as it was left.

The two have nothing to do with each other, so that of a big site another process looks at
the output meanwhile. This module imports next to nothing, as :mod:`jinkyll.repetition`.
"""

from __future__ import annotations

import os
import time

from jinkyll import checked
from jinkyll.folder_state import folder_state, without_kept

TYPE_CHECKING = False  # see jinkyll.checked
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from typing import Any

    from jinkyll.folder_state import State

__all__ = ["FILES", "FILES_MAGIC", "Look", "is_as_left", "source_states", "take"]

FILES = "files"
"""The name of the file that holds what :class:`jinkyll.cache.manifest.Files` lists."""
FILES_MAGIC = b"jinkyll-files\x01"

_MANY = 1_000
"""Fewer outputs than this have been looked at before another process is there."""


class Look:
    """What became of the files that *kept* lists, with the mark of the build that left it."""

    def __init__(self, kept: tuple[bytes, tuple[Any, ...]]) -> None:
        self.kept = kept
        source, skip, elsewhere, _, destination, kept_files, ours, outputs, *_ = kept[1]
        self._destination = (destination, tuple(kept_files), frozenset(ours), outputs)
        self._is_right: bool | None = None
        self._process = _in_another_process(self._destination) if len(outputs) > _MANY else None
        self.begun = time.time_ns()
        """When the sources were looked at, in nanoseconds."""
        self.sources = source_states(source, skip, elsewhere)

    def of(self, source: str, skip: list[str], elsewhere: list[str]) -> bool:
        """Tell whether these are the sources that it was a look at."""
        return self.kept[1][:3] == (source, skip, elsewhere)

    def destination_is_right(self) -> bool:
        """Tell whether the output lay as it was left; to be asked before anything is written."""
        if self._is_right is None:
            if self._process is None:
                self._is_right = is_as_left(*self._destination)
            else:
                _, status = os.waitpid(self._process, 0)
                self._is_right = status == 0
        return self._is_right

    def close(self) -> None:
        """Wait for the other process, if there is one that nobody has asked."""
        if self._process is not None:
            self.destination_is_right()


def source_states(source: str, skip: Iterable[str], elsewhere: Iterable[str]) -> dict[str, State]:
    """The states of all files below *source*, but for the folders *skip*, and *elsewhere*."""
    found = folder_state(source, frozenset(skip))
    for path in elsewhere:
        found |= folder_state(path)
    found.pop(f"{source}/.jekyll-metadata", None)
    return found


def take(folder: str) -> Look | None:
    """A look at what the last build has left in *folder*; None if it has left nothing there."""
    kept = checked.load(f"{folder}/{FILES}", FILES_MAGIC)
    return None if kept is None else Look(kept)


def is_as_left(
    destination: str,
    kept_files: tuple[str, ...],
    ours: Collection[str],
    outputs: dict[str, State],
) -> bool:
    """Tell whether *outputs* are all there is, apart from what is kept and none of *ours*."""
    there = folder_state(destination, folders=set()) if os.path.isdir(destination) else {}  # noqa: PTH112
    return without_kept(there, kept_files, ours) == outputs


def _in_another_process(destination: tuple[Any, ...]) -> int | None:
    """A process that ends with 0 if the *destination* is right; None if there is none to be had."""
    from jinkyll.processes import can_fork  # noqa: PLC0415  (start-up time)

    if not can_fork():
        return None
    try:
        process = os.fork()
    except OSError:
        return None
    if process == 0:
        status = 1
        try:
            status = 0 if is_as_left(*destination) else 1
        finally:
            os._exit(status)
    return process
