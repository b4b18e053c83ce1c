"""What lies below a folder, told by the names and states of its files, without reading them."""

from __future__ import annotations

import os
import stat
import time

TYPE_CHECKING = False  # importing `typing` would take longer than a look at a thousand files
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from typing import Final

__all__ = ["State", "file_state", "folder_state", "settled", "without_kept"]

State = tuple[int, int, int, int]
"""Time of the last change, size, inode, time of the last change of the inode."""

_NONE: State = (0, 0, 0, 0)
_TICK: Final = 50_000_000
"""Nanoseconds within which two changes of a file may leave the same times."""
_COARSE_TICK: Final = 2_000_000_000
"""The same, on file systems that know no fractions of a second."""
_SECOND: Final = 1_000_000_000


def file_state(status: os.stat_result) -> State:
    """What of *status* differs when the file was changed, replaced or restored."""
    return (status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns)


def folder_state(
    folder: str, skip: Collection[str] = (), folders: set[str] | None = None
) -> dict[str, State]:
    """The states of all files below *folder* by their absolute paths; symlinks are followed.

    A *folder* that is a file is the only one below itself.

    Folders whose absolute path is in *skip* are left out; those that were looked into join
    *folders*, unless a symlink led there, which counts as a file then. A symlink to nowhere and a
    folder that can't be looked into have no state: four zeros.
    """
    found: dict[str, State] = {}
    stack = [folder]
    followed: set[str] = set()
    while stack:
        directory = stack.pop()
        try:
            entries = list(os.scandir(directory))
        except OSError:
            found[directory] = _state_of_file(directory)
            continue
        for entry in entries:
            path = entry.path
            try:
                if folders is not None and entry.is_dir(follow_symlinks=False):
                    folders.add(path)
                    stack.append(path)
                elif folders is None and entry.is_dir():
                    if path in skip:
                        continue
                    if entry.is_symlink():
                        real = os.path.realpath(path)
                        if real in followed:
                            continue
                        followed.add(real)
                    stack.append(path)
                else:
                    found[path] = file_state(entry.stat())
            except OSError:
                found[path] = _NONE
    return found


def _state_of_file(path: str) -> State:
    try:
        status = os.stat(path)  # noqa: PTH116  (speed)
    except OSError:
        return _NONE
    return _NONE if stat.S_ISDIR(status.st_mode) else file_state(status)


def without_kept(
    states: dict[str, State], kept: tuple[str, ...], ours: Collection[str]
) -> dict[str, State]:
    """*states* without those whose paths begin like one of *kept* and are not among *ours*."""
    if not kept:
        return states
    return {
        path: state for path, state in states.items() if path in ours or not path.startswith(kept)
    }


def settled(states: Iterable[State], since: int | None = None) -> bool:
    """Tell whether a change from now on would show in each of *states*.

    A file that was changed within the clock's last tick may be changed again without a
    trace. *since* is the time in nanoseconds at which the states were looked at.
    """
    now = time.time_ns() if since is None else since
    for state in states:
        latest = max(state[0], state[3])
        tick = _COARSE_TICK if state[0] % _SECOND == 0 else _TICK
        if latest > now - tick:
            return False
    return True
