"""Changes of the sources, as the operating system reports them, gathered into batches.

Source: Jekyll's jekyll-watch, and the gem listen for what is never of interest.
"""

from __future__ import annotations

import os
import re
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from jinkyll import log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from watchdog.observers.api import BaseObserver, ObservedWatch

__all__ = ["IGNORED_FOLDERS", "Watched", "Watcher"]

# Only these are asked for: that files are opened and read, a build would be told of itself.
_CHANGES: list[type[FileSystemEvent]] = [
    DirCreatedEvent, DirDeletedEvent, DirMovedEvent,
    FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent,
]  # fmt: skip
IGNORED_FOLDERS = frozenset(
    {
        ".git",
        ".svn",
        ".hg",
        ".bundle",
        ".sass-cache",
        ".jekyll-cache",
        "node_modules",
        "__pycache__",
    }
)
# What editors and file managers leave lying about while they save.
_IGNORED_FILES = re.compile(
    r"""\.(?:sw[a-z]|swpx|tmp)\Z | ~\Z | \A\.\# | \A\#.*\#\Z | \A4913\Z | \A\.DS_Store\Z
    | \A\.goutputstream- | \.kate-swp\Z | \A\.jekyll-metadata | \A___jb_ | \A\.~lock\.
    | \A\.jinkyll-""",
    re.VERBOSE,
)
_QUIET_SECONDS = 0.05
_QUIET_AFTER_A_SAVE = 0.005
_LONGEST_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Watched:
    """What to watch: everything below *source* but *ignored* (absolute paths), and *files* besides.

    A folder among *ignored* stands for everything in it.
    """

    source: Path
    ignored: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()

    def concerns(self, path: str) -> bool:
        """Tell whether a change of *path* (absolute) may change the site."""
        changed = Path(path)
        if changed in self.files:
            return True
        if not changed.is_relative_to(self.source):
            return False
        if any(changed == each or each in changed.parents for each in self.ignored):
            return False
        parts = changed.relative_to(self.source).parts
        return bool(parts) and not (
            IGNORED_FOLDERS.intersection(parts) or _IGNORED_FILES.search(parts[-1])
        )


class Watcher:
    """Waits for changes and hands them over in batches, one at a time, in a thread of its own.

    A batch ends when nothing has changed for a moment: saving a file is several events, and
    checking out a branch thousands. The moment is short if all there is, is one file that was
    closed or moved into its place: so editors end a save. *changed* gets absolute paths, sorted.
    """

    def __init__(
        self,
        watched: Watched,
        changed: Callable[[list[Path]], None],
        *,
        polling: bool = False,
    ) -> None:
        self.watched = watched
        self._changed = changed
        self._polling = polling
        self._pending: dict[str, bool] = {}
        """What has changed, and whether the last that happened to it is the end of a save."""
        self._condition = threading.Condition()
        self._last_event = 0.0
        self._stopped = False
        self._observer: BaseObserver | None = None
        self._folders: dict[str, ObservedWatch] = {}
        self._thread = threading.Thread(target=self._deliver, name="watcher", daemon=True)

    def start(self) -> None:
        """Begin to watch; what changes from now on is not missed."""
        observer = PollingObserver() if self._polling else Observer()
        observer.start()
        try:
            self._watch(observer)
        except OSError as error:
            # The system's share of watches is used up, or the file system reports nothing.
            log.warn(
                "Auto-regeneration:",
                f"the system can't watch so much ({error.strerror or error}), looking for "
                "changes every second instead.",
            )
            observer.stop()
            self._folders.clear()
            observer = PollingObserver()
            observer.start()
            self._watch(observer)
        self._observer = observer
        self._thread.start()

    def stop(self) -> None:
        """Watch no more; a batch that is being handled is finished."""
        with self._condition:
            self._stopped = True
            self._condition.notify()
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join()

    def _watch(self, observer: BaseObserver) -> None:
        """Watch the source's folders one by one, so that ignored ones cost nothing."""
        handler = _Handler(self, observer)
        self._schedule(observer, handler, str(self.watched.source), recursive=False)
        for entry in sorted(os.scandir(self.watched.source), key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                self._watch_folder(handler, observer, entry.path)
        for folder in sorted({file.parent for file in self.watched.files}):
            if folder != self.watched.source and not self.watched.concerns(str(folder / "x")):
                self._schedule(observer, handler, str(folder), recursive=False)

    @staticmethod
    def _schedule(
        observer: BaseObserver, handler: _Handler, path: str, *, recursive: bool
    ) -> ObservedWatch:
        return observer.schedule(handler, path, recursive=recursive, event_filter=_CHANGES)

    def _watch_folder(self, handler: _Handler, observer: BaseObserver, path: str) -> None:
        if path not in self._folders and self.watched.concerns(path):
            self._folders[path] = self._schedule(observer, handler, path, recursive=True)

    def note(self, handler: _Handler, observer: BaseObserver, event: FileSystemEvent) -> None:
        """Take in *event*, in the observer's thread."""
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        for path in paths:
            # Folders right below the source are watched by themselves.
            if os.path.dirname(path) == str(self.watched.source):  # noqa: PTH120
                self._follow(handler, observer, path)
        saved = os.fsdecode(event.dest_path or event.src_path)
        is_end = isinstance(event, FileClosedEvent | FileMovedEvent)
        concerned = {
            path: is_end and path == saved for path in paths if self.watched.concerns(path)
        }
        if not concerned:
            return
        with self._condition:
            self._pending.update(concerned)
            self._last_event = time.monotonic()
            self._condition.notify()

    def _follow(self, handler: _Handler, observer: BaseObserver, path: str) -> None:
        if os.path.isdir(path) and not os.path.islink(path):  # noqa: PTH112, PTH114
            try:
                self._watch_folder(handler, observer, path)
            except OSError as error:
                log.debug("Watcher:", f"can't watch {path}: {error}")
            return
        gone = self._folders.pop(path, None)
        if gone is not None:
            # Or a new folder of the same name would not be watched.
            observer.unschedule(gone)

    def _deliver(self) -> None:
        while (batch := self._batch()) is not None:
            self._changed(batch)

    def _batch(self) -> list[Path] | None:
        with self._condition:
            while not self._pending and not self._stopped:
                self._condition.wait()
            first = time.monotonic()
            while not self._stopped:
                now = time.monotonic()
                quiet = self._last_event + self._patience() - now
                if quiet <= 0 or now - first > _LONGEST_SECONDS:
                    break
                self._condition.wait(quiet)
            if self._stopped:
                return None
            batch, self._pending = self._pending, {}
        return _files(batch)

    def _patience(self) -> float:
        """Seconds without an event after which a batch ends."""
        saved = len(self._pending) == 1 and all(self._pending.values())
        return _QUIET_AFTER_A_SAVE if saved else _QUIET_SECONDS


class _Handler(FileSystemEventHandler):
    def __init__(self, watcher: Watcher, observer: BaseObserver) -> None:
        self._watcher = watcher
        self._observer = observer

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._watcher.note(self, self._observer, event)


def _files(paths: Iterable[str]) -> list[Path]:
    """The paths of *paths*, sorted, without folders that something changed in."""
    found = sorted(map(Path, paths))
    parents = {parent for path in found for parent in path.parents}
    return [path for path in found if path not in parents]
