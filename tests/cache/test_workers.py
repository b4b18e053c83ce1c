"""Workers fill a store; what they do not do is missing, never wrong."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING

import pytest

from jinkyll.cache import workers
from jinkyll.cache.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    # The test runner may have threads of its own, which do not matter here.
    monkeypatch.setattr(workers, "can_fork", lambda: True)


def key(number: int) -> bytes:
    return b"%016d" % number


def square(store: Store) -> Callable[[int], None]:
    return lambda number: store.put(key(number), number * number)


@pytest.mark.parametrize("jobs", [2, 3])
@pytest.mark.parametrize("count", [32, 1000])
@pytest.mark.parametrize("on_disk", [True, False])
def test_all_tasks_are_done(tmp_path: Path, jobs: int, count: int, on_disk: bool) -> None:
    store = Store(tmp_path if on_disk else None)
    assert workers.fill([store], range(count), square(store), jobs=jobs) == min(jobs, count // 16)
    assert [store.get(key(number)) for number in range(count)] == [n * n for n in range(count)]
    store.save()
    store.close()
    assert len(list(tmp_path.iterdir())) == (min(jobs, count // 16) if on_disk else 0)


@pytest.mark.parametrize(("jobs", "count"), [(1, 1000), (2, 31), (2, 0)])
def test_small_work_needs_no_workers(jobs: int, count: int) -> None:
    store = Store(None)
    assert workers.fill([store], range(count), square(store), jobs=jobs) == 0
    assert store.get(key(0)) is None


def test_what_the_parent_made_stays_with_it(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(b"own", 1)
    workers.fill([store], range(100), square(store), jobs=2)
    assert store.get(b"own") == 1
    assert not any(b"own" in segment for segment in store._opened())


def test_an_exception_costs_one_task(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    store = Store(tmp_path)

    def work(number: int) -> None:
        os.write(2, b"not to be seen twice")
        if number == 7:
            raise RecursionError
        store.put(key(number), number)

    workers.fill([store], range(100), work, jobs=2)
    assert [n for n in range(100) if store.get(key(n)) is None] == [7]
    assert capfd.readouterr() == ("", "")


def test_a_worker_that_dies_is_a_gap(tmp_path: Path) -> None:
    store = Store(tmp_path)

    def work(number: int) -> None:
        if number == 50:
            os.kill(os.getpid(), signal.SIGKILL)
        store.put(key(number), number)

    workers.fill([store], range(200), work, jobs=2)
    found = [store.get(key(number)) for number in range(200)]
    assert all(value in (None, number) for number, value in enumerate(found))
    assert found[50] is None
    store.save()


def test_a_process_with_threads_does_not_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    store = Store(None)
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not workers.can_fork()
        assert workers.fill([store], range(1000), square(store), jobs=2) == 0
    finally:
        stop.set()
        thread.join()


def test_there_is_at_least_one_core() -> None:
    assert workers.available_cores() >= 1
