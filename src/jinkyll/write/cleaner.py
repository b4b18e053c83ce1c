"""What of an earlier build is in the way, or left over.

Everything in the destination that no output of this build claims is removed,
empty folders too, except what ``keep_files`` names: each of its entries is the
beginning of a path below the destination.

Source: https://jekyllrb.com/docs/configuration/options/ (``keep_files``).
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinkyll.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

__all__ = ["Leftovers", "find", "remove"]


@dataclass(frozen=True, slots=True)
class Leftovers:
    """Paths of the destination that have to go, as absolute strings, sorted."""

    in_the_way: list[str]
    """A file where a folder is needed, a folder or a symlink where a file is: before writing."""
    obsolete: list[str]
    """Everything that has to go, what is in the way included."""

    def without_what_was_in_the_way(self, obsolete: Iterable[str]) -> list[str]:
        """What of *obsolete* is left after writing: outputs have taken the place of the rest."""
        gone = set(self.in_the_way)
        below = tuple(path + os.sep for path in self.in_the_way)
        return [path for path in obsolete if path not in gone and not path.startswith(below)]


def find(
    destination: str,
    claimed: Collection[str],
    keep_files: Iterable[str],
    lying: tuple[Iterable[str], Iterable[str]] | None = None,
) -> Leftovers:
    """Compare what lies in *destination* with the paths that are *claimed*.

    *lying* are the files and folders that lie there; without it they are looked for.
    """
    folders: set[str] = set()
    for path in claimed:
        _add_parents(folders, path, destination)
    kept = tuple(destination + os.sep + name.replace("/", os.sep) for name in keep_files)
    kept_folders: set[str] = set()
    for path in kept:
        _add_parents(kept_folders, os.path.normpath(path), destination)
    in_the_way: list[str] = []
    obsolete: list[str] = []
    files_there, folders_there = _look(destination) if lying is None else lying
    for path in folders_there:
        if path in folders or path in kept_folders or (kept and path.startswith(kept)):
            continue
        if path in claimed:
            in_the_way.append(path)
        obsolete.append(path)
    for path in files_there:
        if path in folders:
            if not (kept and path.startswith(kept)):
                in_the_way.append(path)
                obsolete.append(path)
        elif not (path in claimed or path in kept_folders or (kept and path.startswith(kept))):
            obsolete.append(path)
    return Leftovers(sorted(in_the_way), sorted(obsolete))


def _look(destination: str) -> tuple[list[str], list[str]]:
    """The files and folders below *destination*; symlinks count as files."""
    files: list[str] = []
    folders: list[str] = []
    stack = [destination] if Path(destination).is_dir() else []
    while stack:
        try:
            entries = list(os.scandir(stack.pop()))
        except OSError as error:
            raise WriteError(
                f"can't look into the destination: {error.strerror}", path=error.filename
            ) from error
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                stack.append(entry.path)
                folders.append(entry.path)
            else:
                files.append(entry.path)
    return files, folders


def remove(paths: Iterable[str]) -> None:
    """Delete *paths*, folders with all that is in them.

    Raises:
        WriteError: the operating system refused.
    """
    for path in paths:
        try:
            if os.path.isdir(path) and not os.path.islink(path):  # noqa: PTH112,PTH114  (speed)
                shutil.rmtree(path)
            else:
                Path(path).unlink(missing_ok=True)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise WriteError(f"can't remove it: {error.strerror}", path=path) from error


def _add_parents(folders: set[str], path: str, destination: str) -> None:
    """Add the folders between *path* and *destination*, both left out."""
    end = path.rfind(os.sep)
    while end > len(destination):
        path = path[:end]
        if path in folders:
            return
        folders.add(path)
        end = path.rfind(os.sep)
