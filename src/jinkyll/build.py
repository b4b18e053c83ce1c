"""The path that every site takes: read, generate, render, write.

A step gets only what the steps before it made. When ``generate`` is over, the
site is frozen: rendering fills in content and output, nothing else. Nothing is
written before everything is rendered, so a build that fails leaves the last
good site alone.
"""

from __future__ import annotations

import gc
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.cache import open_cache
from jinkyll.cache.regenerator import Regenerator
from jinkyll.content.reads import NotHere
from jinkyll.content.site import Skipped, build_time
from jinkyll.errors import ConfigurationError
from jinkyll.repetition import is_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping
    from datetime import datetime

    from jinkyll.cache import DiskCache
    from jinkyll.cache.manifest import Manifest
    from jinkyll.cache.staging import Staging
    from jinkyll.configuration import Configuration
    from jinkyll.content import Site
    from jinkyll.plugins import Plugins
    from jinkyll.render.statistics import Statistics
    from jinkyll.write import Written

    Keep = Callable[[Site, Plugins, Regenerator | None, list[log.Message], Container[int]], None]

__all__ = ["Report", "build", "look", "rare_collections", "repeated"]

_THRESHOLDS = (50_000, 20, 100)
_FIRST_LONG_YEAR = 1000


@dataclass(slots=True)
class Report:
    """What a build did."""

    pages: int = 0
    documents: int = 0
    static_files: int = 0
    rendered: int = 0
    """How many of the pages and documents were rendered; the others are as they were."""
    skipped: list[Skipped] = field(default_factory=list)
    """Sources that take no part in the site, with the reasons."""
    written: Written | None = None
    """What was done to the destination; None if there was nothing to do."""
    seconds: dict[str, float] = field(default_factory=dict)
    """How long each step took, by its name."""
    statistics: Statistics | None = None
    """What each template cost; only with ``profile``."""
    plugins: dict[str, float] = field(default_factory=dict)
    """How many seconds each plugin took; only with ``profile``."""
    editions: list[Configuration] = field(default_factory=list)
    """Further editions of the site, which plugins ask for."""

    @classmethod
    def like(cls, counts: Mapping[str, int], skipped: list[Skipped]) -> Report:
        """The report of a build of the same site, of which nothing has been done yet."""
        pages, documents, static_files = map(
            counts.__getitem__, ("pages", "documents", "static_files")
        )
        return cls(pages, documents, static_files, skipped=skipped)

    def counts(self) -> dict[str, int]:
        """What another build may repeat that finds nothing to do."""
        return {
            "pages": self.pages,
            "documents": self.documents,
            "static_files": self.static_files,
        }

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """Take the time of a step."""
        start = time.perf_counter()
        yield
        self.seconds[step] = time.perf_counter() - start


def build(
    configuration: Configuration, keep: Keep | None = None, regenerator: Regenerator | None = None
) -> Report:
    """Build the site that *configuration* describes.

    *keep* gets what the build has read and generated, before anything of it is rendered;
    *regenerator* is one that has taken its look at the sources already.

    Further editions of the site follow one by one, the whole path each.

    Raises:
        JinkyllError: the first mistake found; the destination is as it was before, unless it was
            the writing itself that failed.
    """
    cache = open_cache(configuration)
    try:
        if regenerator is None:
            regenerator = look(configuration, cache)
        if regenerator is not None:
            last = regenerator.unchanged()
            if last is not None:
                log.repeat(last.said)
                return _unchanged(last)
        while True:
            try:
                with rare_collections(), log.recording() as said:
                    report = _build(configuration, cache, regenerator, said, keep)
                    return _with_editions(report, cache)
            except NotHere as missing:
                if regenerator is None:
                    raise
                # A page looks at one that was left out, which it did not before.
                regenerator.start_over(missing.item)
    finally:
        cache.close()
        if regenerator is not None:
            regenerator.close()


def look(configuration: Configuration, cache: DiskCache) -> Regenerator | None:
    """Look what has changed since the last build; None if that is not asked for."""
    if configuration.get("full_rebuild") or configuration.get("profile"):
        return None
    begun = build_time(configuration)
    return Regenerator(configuration, cache, lambda how: repeated(how, begun))


@contextmanager
def rare_collections() -> Iterator[None]:
    """Look for garbage less often: a build makes many objects, and most of them stay."""
    thresholds = gc.get_threshold()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)


def _no_relative_permalinks(configuration: Configuration) -> None:
    if configuration.get("relative_permalinks"):
        raise ConfigurationError(
            "Since v3.0, permalinks for pages in subfolders must be relative to the site source"
            " directory, not the parent directory. Check"
            " https://jekyllrb.com/docs/upgrading/ for more info.",
            hint="take relative_permalinks out of the configuration",
        )


def _build(
    configuration: Configuration,
    cache: DiskCache,
    regenerator: Regenerator | None,
    said: list[log.Message],
    keep: Keep | None,
) -> Report:
    """Go the whole path; *said* holds what has been said since its beginning."""
    # Imported when there is something to do: a build without changes needs none of them.
    from jinkyll.generate import generate  # noqa: PLC0415
    from jinkyll.meanwhile import converted_meanwhile  # noqa: PLC0415
    from jinkyll.plugins import load  # noqa: PLC0415
    from jinkyll.read import read  # noqa: PLC0415
    from jinkyll.render import render  # noqa: PLC0415
    from jinkyll.render.progress import progress  # noqa: PLC0415
    from jinkyll.write import write  # noqa: PLC0415

    report = Report()
    with ExitStack() as ended:
        meanwhile = None
        if regenerator is not None and regenerator.begins:
            meanwhile = converted_meanwhile(configuration, cache)
        if meanwhile is not None:
            ended.callback(meanwhile.close)
        with report.timed("read"):
            plugins = load(configuration)
            remembered = None if regenerator is None else regenerator.remembered()
            site = read(configuration, plugins, remembered)
        with report.timed("generate"):
            used = generate(site, plugins)
        _no_relative_permalinks(configuration)
        if regenerator is not None and not plugins.pure:
            regenerator.forget()
            regenerator = None
        plan = (
            None
            if regenerator is None
            else regenerator.plan(site, plugins.names, strangers=plugins.strangers)
        )
        if meanwhile is not None:
            meanwhile.stop()
    left_out: Mapping[int, object] = {} if plan is None else plan.left_out
    if keep is not None:
        keep(site, plugins, regenerator, said, used)
    staging = None if plan is not None else _staging(site, plugins, cache)
    with report.timed("render"), progress() as show:
        report.statistics = render(site, plugins, cache, show, plan, staging)
    with report.timed("write"):
        report.written = write(site, plugins.hooks, plan, staging)
    report.pages = len(site.pages)
    report.documents = sum(len(collection.docs) for collection in site.collections.values())
    report.static_files = len(site.static_files)
    report.rendered = report.pages + report.documents - len(left_out)
    report.skipped = site.skipped
    report.editions = [
        configuration.changed({**configuration.unasked(), **changed})
        for edition in plugins.editions
        for changed in edition(site.configuration)
    ]
    if plugins.costs is not None:
        report.plugins = plugins.costs.seconds
    with report.timed("remember"):
        if regenerator is not None:
            regenerator.finish(
                site,
                report.counts(),
                touched=report.written.touched,
                contested=report.written.contested,
                said=said,
            )
        if remembered is not None:
            remembered.save()
        cache.save(everything_used=plan is None and not report.editions)
    return report


def _with_editions(report: Report, cache: DiskCache) -> Report:
    """*report*, after the further editions have been built that plugins ask for."""
    for edition in report.editions:
        built = _build(edition, cache, None, [], None)
        if report.written is not None and built.written is not None:
            report.written.touched += built.written.touched
    return report


def _staging(site: Site, plugins: Plugins, cache: DiskCache) -> Staging | None:
    """Where to write a site that is not there yet; None if hooks want to see it being written."""
    hooks = plugins.hooks
    if hooks.wants("pages", "post_write") or any(
        hooks.wants_document(label, "post_write") for label in site.collections
    ):
        return None
    return cache.staging(site.destination)


def _unchanged(last: Manifest) -> Report:
    return Report.like(last.counts, [Skipped(path, reason) for path, reason in last.skipped])


def repeated(how: str, begun: datetime) -> str:
    """What a recorded use of the time (:mod:`jinkyll.render.clock`) would print in this build."""
    kind, _, layout = how.partition("\0")
    if kind == "site" and is_plain(layout) and begun.year >= _FIRST_LONG_YEAR:
        return begun.strftime(layout)
    from jinkyll.render.clock import repeated  # noqa: PLC0415  (start-up time)

    return repeated(how, begun)
