from __future__ import annotations

import queue
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from watchdog.events import (
    DirCreatedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
)

from jinkyll.serve.watcher import Watched, Watcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 20.0


class Batches:
    """What a watcher of one folder reports."""

    def __init__(self, watched: Watched, *, polling: bool) -> None:
        self.source = watched.source
        self._queue: queue.Queue[list[Path]] = queue.Queue()
        self.watcher = Watcher(watched, self._queue.put, polling=polling)
        self.watcher.start()

    def next(self) -> set[str]:
        """The next batch, as paths relative to the source."""
        batch = self._queue.get(timeout=PATIENCE)
        assert batch == sorted(batch)
        return {path.relative_to(self.source).as_posix() for path in batch}

    def until(self, *names: str) -> set[str]:
        """Batches up to the one that completes *names*, together."""
        found: set[str] = set()
        while not found.issuperset(names):
            found |= self.next()
        return found

    def settle(self) -> None:
        """Let everything that happened so far be reported."""
        while True:
            try:
                self._queue.get(timeout=2.5)
            except queue.Empty:
                return

    def nothing_but(self, name: str) -> None:
        """Change the file *name*, and find that nothing else was reported before it."""
        (self.source / name).write_text("marker", encoding="utf-8")
        assert self.until(name) == {name}


@pytest.fixture(params=[False, True], ids=["events", "polling"])
def watch(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., Batches]]:
    started: list[Batches] = []

    def start(*ignored: str, files: tuple[Path, ...] = ()) -> Batches:
        source = tmp_path / "site"
        for folder in ("_posts/old", "_site", ".git", "node_modules/x", ".jekyll-cache"):
            (source / folder).mkdir(parents=True)
        (source / "_posts/a.md").write_text("a", encoding="utf-8")
        watched = Watched(source, tuple(source / each for each in ("_site", *ignored)), files)
        started.append(Batches(watched, polling=request.param))
        return started[-1]

    yield start
    for each in started:
        each.watcher.stop()


def test_a_file_that_is_changed_added_or_removed_is_reported(
    watch: Callable[..., Batches],
) -> None:
    batches = watch()
    (batches.source / "_posts/a.md").write_text("changed", encoding="utf-8")
    assert batches.next() == {"_posts/a.md"}
    (batches.source / "_posts/old/b.md").write_text("new", encoding="utf-8")
    assert batches.next() == {"_posts/old/b.md"}
    (batches.source / "_posts/a.md").unlink()
    assert batches.next() == {"_posts/a.md"}
    (batches.source / "_posts/old/b.md").rename(batches.source / "_posts/old/c.md")
    assert batches.until("_posts/old/c.md") == {"_posts/old/b.md", "_posts/old/c.md"}


def test_what_is_saved_by_writing_beside_and_renaming_is_reported_by_its_name(
    watch: Callable[..., Batches],
) -> None:
    batches = watch()
    beside = batches.source / "_posts/.a.md.swp"
    beside.write_text("changed", encoding="utf-8")
    beside.replace(batches.source / "_posts/a.md")
    assert batches.next() == {"_posts/a.md"}


def test_outputs_caches_repositories_and_leftovers_are_ignored(
    watch: Callable[..., Batches],
) -> None:
    batches = watch("drafts.txt")
    for name in (
        "_site/index.html",
        ".git/index",
        "node_modules/x/y.js",
        ".jekyll-cache/z",
        ".jekyll-metadata",
        "_posts/a.md~",
        "_posts/.a.md.swp",
        "_posts/4913",
        "_posts/.#a.md",
        "_posts/#a.md#",
        ".DS_Store",
        "drafts.txt",
    ):
        (batches.source / name).write_text("x", encoding="utf-8")
    batches.nothing_but("_posts/marker.md")


A, B, BACKUP = "/site/_posts/a.md", "/site/_posts/b.md", "/site/_posts/a.md~"


@pytest.mark.parametrize(
    ("events", "is_a_save"),
    [
        ([FileModifiedEvent(A), FileModifiedEvent(A), FileClosedEvent(A)], True),
        ([FileClosedEvent(BACKUP), FileMovedEvent(BACKUP, A)], True),
        ([FileMovedEvent(A, BACKUP), FileCreatedEvent(A), FileClosedEvent(A)], True),
        ([FileMovedEvent(A, BACKUP)], False),
        ([FileMovedEvent(A, BACKUP), FileCreatedEvent(A), FileModifiedEvent(A)], False),
        ([FileClosedEvent(A), FileModifiedEvent(A)], False),
        ([FileClosedEvent(A), FileClosedEvent(B)], False),
        ([FileMovedEvent(A, B)], False),
        ([FileDeletedEvent(A)], False),
        ([DirCreatedEvent("/site/_posts/new")], False),
    ],
)
def test_the_end_of_one_save_is_not_waited_on_for_long(
    events: list[FileSystemEvent], is_a_save: bool
) -> None:
    watcher = Watcher(Watched(Path("/site")), lambda _: None)
    nobody: Any = None
    for event in events:
        watcher.note(nobody, nobody, event)
    assert (watcher._patience() < 0.01) is is_a_save


def test_many_changes_at_once_are_few_batches(watch: Callable[..., Batches]) -> None:
    batches = watch()
    names = {f"_posts/{i:03}.md" for i in range(200)}
    for name in sorted(names):
        (batches.source / name).write_text("x", encoding="utf-8")
    assert batches.until(*names) == names


def test_a_new_folder_is_watched_from_then_on(watch: Callable[..., Batches]) -> None:
    batches = watch()
    data = batches.source / "_data"
    for attempt in ("first", "again"):
        (data / "deep").mkdir(parents=True)
        (data / "deep/a.yml").write_text(attempt, encoding="utf-8")
        # With or without what was in it when it was found.
        assert any(name.startswith("_data") for name in batches.next())
        batches.settle()
        (data / "deep/a.yml").write_text(f"{attempt} changed", encoding="utf-8")
        assert batches.until("_data/deep/a.yml") == {"_data/deep/a.yml"}
        shutil.rmtree(data)
        batches.next()
        batches.settle()


def test_a_configuration_file_elsewhere_is_watched_too(
    watch: Callable[..., Batches], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "site" / ".." / "shared"
    elsewhere.mkdir(parents=True, exist_ok=True)
    file = elsewhere.resolve() / "_config.yml"
    file.write_text("a: 1\n", encoding="utf-8")
    batches = watch(files=(file,))
    (file.parent / "other.yml").write_text("b: 2\n", encoding="utf-8")
    file.write_text("a: 22\n", encoding="utf-8")
    changed = batches._queue.get(timeout=PATIENCE)
    assert changed == [file]


def test_reading_is_no_change(watch: Callable[..., Batches]) -> None:
    batches = watch()
    assert (batches.source / "_posts/a.md").read_text("utf-8") == "a"
    batches.nothing_but("_posts/marker.md")
