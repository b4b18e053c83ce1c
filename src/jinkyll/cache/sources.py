"""What was read of each source file, kept by the file's state.

Most of reading a site is opening files and parsing their front matter, and most files
are the same as at the last build. A file counts as the same if its state is, and if it
had rested for a while when it was read: one that is saved twice within a tick of the
clock may change without a trace.
"""

from __future__ import annotations

import contextlib
import marshal
from typing import TYPE_CHECKING, Any, Final, cast

from jinkyll import checked
from jinkyll.folder_state import settled

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jinkyll.folder_state import State

__all__ = ["Sources"]

_MAGIC: Final = b"jinkyll-sources\x01"


class Sources:
    """What is remembered of source files by their absolute paths."""

    def __init__(
        self,
        path: Path | None = None,
        states: Mapping[str, State] | None = None,
        *,
        key: bytes = b"",
        begun: int = 0,
    ) -> None:
        """Load what is kept at *path* under *key*; without *path*, nothing is remembered.

        *states* are those of all files when the build had *begun* (a time in nanoseconds).
        """
        self._path = path
        self._states = states or {}
        self._key = key
        self._begun = begun
        self._kept: dict[str, tuple[State, bytes]] = {}
        self._new: dict[str, tuple[State, bytes]] = {}
        self._used: set[str] = set()
        if path is not None:
            self._kept = _load(path, key)

    def get(self, path: str) -> Any:
        """What is remembered of the file *path*; None if nothing is."""
        kept = self._kept.get(path)
        if kept is None or self._states.get(path) != kept[0]:
            return None
        try:
            value = marshal.loads(kept[1])  # noqa: S302  (our own)
        except (EOFError, TypeError, ValueError):
            return None
        self._used.add(path)
        return value

    def put(self, path: str, value: object) -> None:
        """Remember *value*, of what marshal knows, if the file will show its next change."""
        state = self._states.get(path)
        if self._path is None or state is None or not settled((state,), self._begun):
            return
        try:
            self._new[path] = (state, marshal.dumps(cast("Any", value)))
        except ValueError:
            return

    def save(self) -> None:
        """Keep what was read by this build for the next one; a disk that refuses is no error."""
        if self._path is None or (not self._new and len(self._used) == len(self._kept)):
            return
        kept = {path: entry for path, entry in self._kept.items() if path in self._used}
        with contextlib.suppress(OSError, ValueError):
            checked.save(self._path, _MAGIC, (self._key, kept | self._new))


def _load(path: Path, key: bytes) -> dict[str, tuple[State, bytes]]:
    found = checked.load(path, _MAGIC)
    return found[1] if found is not None and found[0] == key else {}
