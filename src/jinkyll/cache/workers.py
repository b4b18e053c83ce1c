"""Work that is done ahead, by several processes, into a store.

The results only fill a store that the build asks anyway: what a worker did not do, or
did wrong, is done when it is needed. So the number of workers changes nothing but the
time, and a worker that dies is no error.

Workers are forked, which takes milliseconds and shares everything that was read. Where
forking is not safe (macOS, Windows, a process with threads) there are none:
:mod:`~jinkyll.cache.spawned` is for these.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
from typing import TYPE_CHECKING, Final, NoReturn, TypeVar

from jinkyll import patterns
from jinkyll.cache.segment import Writer
from jinkyll.processes import can_fork

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from jinkyll.cache.store import Store

__all__ = ["Filling", "available_cores", "can_fork", "fill", "jobs"]

_Task = TypeVar("_Task")

_CHUNK: Final = 16
_THRESHOLD: Final = 50_000
"""Objects after which a worker looks for garbage: what each document leaves soon fills memory."""
_FEWEST: Final = 32
"""Fewer tasks than this are done sooner than workers are there."""


def available_cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def jobs(wanted: object) -> int:
    """How many processes to use if the configuration says *wanted*: a number, or all cores."""
    if isinstance(wanted, int) and not isinstance(wanted, bool) and wanted > 0:
        return wanted
    return available_cores()


def fill(
    stores: Sequence[Store], tasks: Sequence[_Task], work: Callable[[_Task], object], *, jobs: int
) -> int:
    """Let up to *jobs* processes do *tasks*: what *work* puts into *stores* will be there.

    Nothing else of what *work* does comes back, its exceptions and messages neither.
    Answers how many processes there were: 0 if the tasks are too few, or *jobs* is 1.
    """
    count = min(jobs, len(tasks) // (_FEWEST // 2))
    if count < 2 or not can_fork():
        return 0
    with contextlib.closing(Filling(stores, tasks, work, count=count)) as filling:
        return filling.finish()


class Filling:
    """Up to *count* processes that are doing *tasks*; to be closed in any case."""

    def __init__(
        self,
        stores: Sequence[Store],
        tasks: Sequence[_Task],
        work: Callable[[_Task], object],
        *,
        count: int,
        chunk: int | None = None,
    ) -> None:
        """Begin, if the system lets us; each process takes *chunk* tasks at a time."""
        self._stores = stores
        self._pids: list[int] = []
        self._paths: list[tuple[Path, ...]] = []
        self._queue = -1
        chunk = chunk or _chunk(len(tasks), count)
        try:
            # One file for each worker and store.
            self._paths = list(zip(*(store.reserve(count) for store in stores), strict=True))
            self._queue, feed = os.pipe()
        except OSError:
            return
        # Each number fits into the pipe as a whole, so that each is read by one worker alone.
        with contextlib.suppress(OSError):
            os.set_blocking(feed, False)
            for start in range(0, len(tasks), chunk):
                os.write(feed, start.to_bytes(4, "big"))
        os.close(feed)
        gc.freeze()
        try:
            with contextlib.suppress(OSError):  # no more processes: those that are there do it all
                for mine in self._paths:
                    pid = os.fork()
                    if pid == 0:
                        _worker(mine, self._queue, stores, tasks, work, chunk)
                    self._pids.append(pid)
        finally:
            gc.unfreeze()

    def finish(self) -> int:
        """Wait until all is done, and take it over; answers how many processes did it."""
        if self._queue < 0:
            return 0
        while self._pids:
            os.waitpid(self._pids[0], 0)
            self._pids.pop(0)
        for number, store in enumerate(self._stores):
            store.adopt(mine[number] for mine in self._paths)
        return len(self._paths)

    def stop(self) -> None:
        """Let nothing more be begun, and take over what has been done."""
        if self._queue >= 0:
            while os.read(self._queue, 1 << 16):
                pass
            self.finish()

    def close(self) -> None:
        """End the processes, whatever they are at."""
        if self._queue >= 0:
            os.close(self._queue)
            self._queue = -1
        for pid in self._pids:
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
        self._pids = []


def _chunk(tasks: int, workers: int) -> int:
    """How many tasks are taken at once: few enough that nobody waits long for the last worker."""
    # A pipe holds 16,384 numbers of four bytes.
    return max(1, tasks // 16_000 + 1, min(_CHUNK, tasks // (workers * 4)))


def _worker(
    paths: Sequence[Path],
    queue: int,
    stores: Sequence[Store],
    tasks: Sequence[_Task],
    work: Callable[[_Task], object],
    chunk: int,
) -> NoReturn:
    """Do chunks of *tasks* until the *queue* is empty; never comes back."""
    status = 1
    try:
        gc.set_threshold(_THRESHOLD)  # rendering leaves next to no cycles behind
        silence = os.open(os.devnull, os.O_WRONLY)
        # What there is to say will be said when the result is used.
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        with contextlib.ExitStack() as files:
            writers = [Writer(files.enter_context(path.open("xb"))) for path in paths]
            for store in stores:
                store.drain()  # what the parent made, it keeps itself
            while start := os.read(queue, 4):
                first = int.from_bytes(start, "big")
                for task in tasks[first : first + chunk]:
                    with contextlib.suppress(Exception):
                        work(task)
                for store, writer in zip(stores, writers, strict=True):
                    for key, data in store.drain():
                        writer.add(key, data)
            for writer in writers:
                writer.close()
        patterns.keep()
        status = 0
    finally:
        os._exit(status)
