"""A line on the terminal that says how far a long build is."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jinkyll import log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["progress"]

#: Seconds without a word before the person at the terminal is told how far it is.
_PATIENCE = 2.0


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A function to be told how many of how many pages are done; the line goes at the end.

    Nothing is shown by a short build, or where the output is no terminal.
    """
    line = _Line()
    try:
        yield line.show
    finally:
        line.clear()


class _Line:
    def __init__(self) -> None:
        self._next = time.monotonic() + _PATIENCE
        self._visible = sys.stderr.isatty() and log.level() <= log.Level.INFO
        self._shown = False

    def show(self, done: int, total: int) -> None:
        if not self._visible or (done & 15 and done != total):
            return
        now = time.monotonic()
        if now >= self._next:
            self._next = now + 0.2
            self._shown = True
            sys.stderr.write(f"\r{'Rendering:':>20} {done} of {total} pages")
            sys.stderr.flush()

    def clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
