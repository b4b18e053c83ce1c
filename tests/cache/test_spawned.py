"""Processes answer from the end what the owner of the requests has not come to."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import pytest

from jinkyll.cache.spawned import Spawned

WORKER = """
import marshal, os, sys
preamble = marshal.load(sys.stdin.buffer)
while True:
    try:
        requests = marshal.load(sys.stdin.buffer)
    except EOFError:
        break
    if "die" in requests:
        os._exit(1)
    answers = [None if each == "nothing" else [preamble, each] for each in requests]
    marshal.dump(answers, sys.stdout.buffer)
    sys.stdout.buffer.flush()
"""


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "some_worker.py").write_text(WORKER, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return "some_worker"


def answers(spawned: Spawned, count: int, reached: int = -1) -> dict[int, Any]:
    """What comes in until there are *count* answers, or all processes have ended."""
    found: dict[int, Any] = {}
    deadline = time.monotonic() + 60
    while len(found) < count and time.monotonic() < deadline:
        alive = any(thread.is_alive() for thread in spawned._threads)
        found.update(spawned.take(reached))
        if not alive:
            break
        time.sleep(0.01)
    return found


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("requests", [1, 50, 51, 1000])
def test_all_is_answered(worker: str, count: int, requests: int) -> None:
    spawned = Spawned(worker, "p", list(range(requests)), count=count)
    assert answers(spawned, requests) == {number: ["p", number] for number in range(requests)}
    spawned.close()


def test_what_the_owner_has_reached_is_left_to_it(worker: str) -> None:
    spawned = Spawned(worker, "p", list(range(1000)), count=1)
    list(spawned.take(899))
    found = answers(spawned, 1000)
    assert set(found) >= set(range(950, 1000))
    spawned.close()


def test_no_answer_is_none(worker: str) -> None:
    spawned = Spawned(worker, "p", ["a", "nothing", "b"], count=1)
    assert answers(spawned, 3) == {0: ["p", "a"], 2: ["p", "b"]}
    spawned.close()


def test_a_process_that_dies_leaves_a_gap(worker: str) -> None:
    spawned = Spawned(worker, "p", [*range(100), "die", *range(101, 200)], count=1)
    assert set(answers(spawned, 200)) == set(range(150, 200))
    spawned.close()


def test_a_module_that_there_is_not(capfd: pytest.CaptureFixture[str]) -> None:
    spawned = Spawned("jinkyll.no_such_worker", "p", list(range(100)), count=2)
    assert answers(spawned, 100) == {}
    spawned.close()
    assert capfd.readouterr() == ("", "")


def test_a_system_that_has_no_processes_to_give(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    spawned = Spawned("some_worker", "p", list(range(100)), count=2)
    assert answers(spawned, 100) == {}
    spawned.close()


def test_closing_ends_what_is_under_way(worker: str) -> None:
    interval = sys.getswitchinterval()
    spawned = Spawned(worker, "p", ["x" * 1_000_000] * 200, count=2)
    spawned.close()
    assert not any(thread.is_alive() for thread in spawned._threads)
    assert all(process.returncode is not None for process in spawned._processes)
    assert sys.getswitchinterval() == interval


def test_what_marshal_does_not_take_is_refused() -> None:
    with pytest.raises(ValueError, match="unmarshallable"):
        Spawned("some_worker", Path(), [], count=1)
