"""A destination that is not there yet: written out of sight, and put in its place when whole.

So workers can write a page as soon as it is rendered, and still nobody sees a site of which
a part is missing.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Final

from jinkyll.errors import WriteError

__all__ = ["Staging"]


_EXTRA_FLAGS: Final[int] = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class Staging:
    """The folder *hidden*, which is to become *destination*."""

    def __init__(self, hidden: Path, destination: Path) -> None:
        self._hidden: Final = str(hidden)
        self._destination: Final = str(destination)
        self._published = False
        self._folders: set[str] = set()
        self.paths: Final[dict[int, str]] = {}
        """Which outputs were written, by the ids of what they are of: the paths they are for."""

    def place(self, path: str) -> str:
        """Where the file lies that is to be at *path*, which is below the destination."""
        if self._published:
            return path
        return self._hidden + path[len(self._destination) :]

    def put(self, path: str, text: str) -> bool:
        """Write *text* for *path*; false if there is something already, or the disk refuses."""
        place = self.place(path)
        data = text.encode("utf-8", "surrogateescape")
        try:
            folder = place[: place.rfind(os.sep)]
            if folder not in self._folders:
                _make(folder)
                self._folders.add(folder)
            file = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _EXTRA_FLAGS, 0o666)
        except OSError:
            return False
        try:
            # Not even a full disk is an error before there is no room for a single byte more.
            whole = os.write(file, data) == len(data)
        except OSError:
            whole = False
        finally:
            os.close(file)
        if not whole:
            with contextlib.suppress(OSError):
                os.unlink(place)  # noqa: PTH108  (speed)
        return whole

    def get(self, path: str) -> str:
        """What was written for *path*; raises OSError."""
        return Path(self.place(path)).read_bytes().decode("utf-8", "surrogateescape")

    def publish(self) -> None:
        """Put everything in its place.

        Raises:
            WriteError: the operating system refused.
        """
        destination = Path(self._destination)
        try:
            Path(self._hidden).mkdir(exist_ok=True)
            destination.parent.mkdir(parents=True, exist_ok=True)
            Path(self._hidden).rename(destination)
        except OSError as error:
            raise WriteError(
                f"can't put the new site there: {error.strerror}",
                path=str(destination),
                hint="if something else has made the folder meanwhile, build again",
            ) from error
        self._published = True


def _make(folder: str) -> None:
    """Make *folder*, which most pages have one of their own of, and what it lies in."""
    try:
        os.mkdir(folder)  # noqa: PTH102  (speed)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103  (speed)
    except FileExistsError:
        pass
