"""A batch of changes becomes a build, and the browsers learn what it changed.

Source: Jekyll's jekyll-watch.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.errors import JinkyllError
from jinkyll.folder_state import file_state, folder_state
from jinkyll.serve.watcher import IGNORED_FOLDERS, Watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinkyll.build import Report
    from jinkyll.configuration import Configuration
    from jinkyll.folder_state import State
    from jinkyll.serve.livereload import LiveReload
    from jinkyll.serve.server import Server
    from jinkyll.serve.watcher import Watcher

__all__ = ["Regeneration", "watched"]


class Regeneration:
    """Builds a site again and again.

    *build* builds a configuration, *load* reads the configuration anew, *fail* prints an
    exception; *apply* is told a configuration that was read anew.
    """

    def __init__(
        self,
        configuration: Configuration,
        *,
        configuration_files: Iterable[Path],
        load: Callable[[], Configuration],
        build: Callable[[Configuration], Report | None],
        fail: Callable[[Exception], None],
        apply: Callable[[Configuration], None] | None = None,
        server: Server | None = None,
        livereload: LiveReload | None = None,
    ) -> None:
        self.configuration = configuration
        self.watcher: Watcher | None = None
        self._files = frozenset(configuration_files)
        self._load = load
        self._build = build
        self._fail = fail
        self._apply = apply
        self._server = server
        self._livereload = livereload
        self._lock = threading.Lock()
        self._failed = False
        self._report: Report | None = None
        self._sources: dict[str, State] | None = None

    def first(self, build: Callable[[Configuration], Report | None]) -> bool:
        """Build for the first time, by *build*, and tell whether it went well.

        Nobody watches yet, for a process with threads can't fork: see `catch_up`.
        """
        self._sources = self._state_of_sources()
        return self._attempt(build)

    def catch_up(self) -> None:
        """Build again if something has changed since the first build began; watching has begun."""
        before, self._sources = self._sources, None
        if before is None:
            return
        now = self._state_of_sources()
        changed = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
        if changed:
            self.changed(sorted(map(Path, changed)))

    def _state_of_sources(self) -> dict[str, State]:
        concern = watched(self.configuration, self._files)
        skip = {str(path) for path in concern.ignored}
        skip |= {f"{concern.source}/{name}" for name in IGNORED_FOLDERS}
        found = folder_state(str(concern.source), skip)
        for file in concern.files:
            with contextlib.suppress(OSError):
                found[str(file)] = file_state(file.stat())
        return {path: state for path, state in found.items() if concern.concerns(path)}

    def changed(self, paths: list[Path]) -> None:
        """Build because *paths* (absolute) have changed; a failure is printed, not raised."""
        with self._lock:
            begun = time.perf_counter()
            log.info(
                "Regenerating:",
                f"{len(paths)} file(s) changed at {time.strftime('%Y-%m-%d %H:%M:%S')}",
            )
            source = self.configuration.source
            for path in paths:
                log.info("", str(path.relative_to(source) if path.is_relative_to(source) else path))
            failed_before = self._failed
            reload_configuration = not self._files.isdisjoint(paths)
            if self._attempt(self._build, reload_configuration=reload_configuration):
                log.info("", f"...done in {time.perf_counter() - begun:.3f} seconds.")
            log.info("")
            if self._livereload is None:
                return
            if self._failed or failed_before:
                # The notice about the failure comes up, or goes away.
                self._livereload.reload(["/"])
            else:
                self._livereload.reload(self._changed_urls())

    def _attempt(
        self, build: Callable[[Configuration], Report | None], *, reload_configuration: bool = False
    ) -> bool:
        try:
            if reload_configuration:
                self._take_up(self._load())
            self._report = build(self.configuration)
        except Exception as error:  # noqa: BLE001  (a plugin's mistake must not end the server)
            self._failed = True
            self._fail(error)
            message: str | None = str(error)
            if not isinstance(error, JinkyllError):
                message = f"{type(error).__name__}: {message}"
        else:
            self._failed = False
            message = None
        if self._server is not None:
            self._server.failure = message
        return not self._failed

    def _take_up(self, configuration: Configuration) -> None:
        self.configuration = configuration
        if self.watcher is not None:
            self.watcher.watched = watched(configuration, self._files)
        if self._apply is not None:
            self._apply(configuration)

    def _changed_urls(self) -> list[str]:
        """URLs of the files that the last build wrote or removed, style sheets last."""
        written = None if self._report is None else self._report.written
        root = len(str(self.configuration.destination))
        urls = {
            path[root:].replace(os.sep, "/").removesuffix("index.html")
            for path in (() if written is None else written.touched)
        }
        return sorted(urls, key=lambda url: (url.endswith(".css"), url))


def watched(configuration: Configuration, files: Iterable[Path]) -> Watched:
    """What to watch for a site: its source without what builds write and what is excluded."""
    ignored = [configuration.destination]
    if configuration.cache_dir != configuration.source:
        ignored.append(configuration.cache_dir)
    for pattern in map(str, configuration.exclude):
        path = configuration.in_source(pattern)
        # A pattern is a path only if there is one; a glob costs a build that changes nothing.
        if path != configuration.source and path.exists():
            ignored.append(path)
    return Watched(configuration.source, tuple(ignored), tuple(files))
