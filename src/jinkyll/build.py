"""The path that every site takes: read, generate, render, write.

A step gets only what the steps before it made. When ``generate`` is over, the
site is frozen: rendering fills in content and output, nothing else. Nothing is
written before everything is rendered, so a build that fails leaves the last
good site alone.
"""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.cache import open_cache
from jinkyll.generate import generate
from jinkyll.plugins import load
from jinkyll.read import read
from jinkyll.render import render
from jinkyll.write import Written, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinkyll.configuration import Configuration
    from jinkyll.content.site import Skipped
    from jinkyll.render.statistics import Statistics

__all__ = ["Report", "build"]

#: Seconds without a word before the person at the terminal is told how far it is.
_PATIENCE = 2.0


@dataclass(slots=True)
class Report:
    """What a build did."""

    pages: int = 0
    documents: int = 0
    static_files: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    """Sources that take no part in the site, with the reasons."""
    written: Written = field(default_factory=Written)
    seconds: dict[str, float] = field(default_factory=dict)
    """How long each step took, by its name."""
    statistics: Statistics | None = None
    """What each template cost; only with ``profile``."""

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """Take the time of a step."""
        start = time.perf_counter()
        yield
        self.seconds[step] = time.perf_counter() - start


def build(configuration: Configuration) -> Report:
    """Build the site that *configuration* describes.

    Raises:
        JinkyllError: the first mistake found; the destination is as it was before, unless it was
            the writing itself that failed.
    """
    report = Report()
    cache = open_cache(configuration)
    with report.timed("read"):
        plugins = load(configuration)
        site = read(configuration, plugins)
    with report.timed("generate"):
        generate(site, plugins)
    with report.timed("render"), _progress() as progress:
        report.statistics = render(site, plugins, cache, progress.show)
    with report.timed("write"):
        report.written = write(site, plugins.hooks)
    with report.timed("remember"):
        cache.save()
        cache.close()
    report.pages = len(site.pages)
    report.documents = sum(len(collection.docs) for collection in site.collections.values())
    report.static_files = len(site.static_files)
    report.skipped = site.skipped
    return report


class _Progress:
    """A line on the terminal that says how far a long build is; none in a file or a short one."""

    def __init__(self) -> None:
        self._next = time.monotonic() + _PATIENCE
        self._visible = sys.stderr.isatty() and log.level() <= log.Level.INFO
        self._shown = False

    def show(self, done: int, total: int) -> None:
        """Say that *done* of *total* pages are rendered, if the last word was long ago."""
        if not self._visible or (done & 15 and done != total):
            return
        now = time.monotonic()
        if now >= self._next:
            self._next = now + 0.2
            self._shown = True
            sys.stderr.write(f"\r{'Rendering:':>20} {done} of {total} pages")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()


@contextmanager
def _progress() -> Iterator[_Progress]:
    progress = _Progress()
    try:
        yield progress
    finally:
        progress.clear()
