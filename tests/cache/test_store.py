"""A store keeps, forgets and repairs; it never raises and never answers wrongly."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from jinkyll.cache.segment import Writer, encode
from jinkyll.cache.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def key(number: int) -> bytes:
    return number.to_bytes(16, "big")


def filled(folder: Path | None, numbers: range, size: int = 10) -> Store:
    store = Store(folder)
    for number in numbers:
        store.put(key(number), str(number) * size)
    store.save()
    return store


def packs(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.pack"))


@pytest.mark.parametrize(
    "value",
    ["text", "", "\udc80", 1, 2.5, True, b"bytes", ("html", (1, "message", None)), [1], {"a": 1}],
)
def test_a_value_comes_back_in_the_next_build(tmp_path: Path, value: object) -> None:
    store = Store(tmp_path)
    store.put(key(1), value)
    assert store.get(key(1)) == value
    store.save()
    later = Store(tmp_path)
    assert key(1) in later
    assert later.get(key(1)) == value
    assert (later.hits, later.misses) == (1, 0)


def test_compiled_code_is_a_value(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(key(1), compile("answer = 6 * 7", "<code>", "exec"))
    store.save()
    names: dict[str, object] = {}
    code = Store(tmp_path).get(key(1))
    exec(code, names)  # type: ignore[arg-type]  # noqa: S102
    assert names["answer"] == 42


def test_what_is_not_there_is_a_miss(tmp_path: Path) -> None:
    store = Store(tmp_path / "not" / "yet")
    assert store.get(key(1)) is None
    assert (store.hits, store.misses) == (0, 1)
    store.save()
    assert not (tmp_path / "not").exists()


def test_without_a_folder_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = filled(None, range(3))
    assert store.get(key(2)) == "2" * 10
    assert list(tmp_path.iterdir()) == []


def test_a_build_without_news_writes_nothing(tmp_path: Path) -> None:
    filled(tmp_path, range(3))
    before = packs(tmp_path)
    store = Store(tmp_path)
    store.get(key(1))
    store.save()
    assert packs(tmp_path) == before


def test_many_small_segments_are_merged_and_nothing_is_lost(tmp_path: Path) -> None:
    for number in range(40):
        filled(tmp_path, range(number, number + 1))
    assert len(packs(tmp_path)) <= 9
    store = Store(tmp_path)
    assert [store.get(key(number)) for number in range(40)] == [str(n) * 10 for n in range(40)]


def test_what_was_not_used_lately_falls_out(tmp_path: Path) -> None:
    filled(tmp_path, range(100), size=1000)
    store = Store(tmp_path, limit=50_000)
    for number in range(90, 110):
        if store.get(key(number)) is None:
            store.put(key(number), "new")
    store.save()
    later = Store(tmp_path)
    assert all(key(number) in later for number in range(90, 110))
    assert sum(path.stat().st_size for path in packs(tmp_path)) < 90_000
    assert sum(key(number) in later for number in range(90)) < 40


@pytest.mark.parametrize("seed", range(60))
def test_damage_is_a_miss_and_never_a_wrong_answer(tmp_path: Path, seed: int) -> None:
    filled(tmp_path, range(20))
    dice = random.Random(seed)  # noqa: S311  (repeatable on purpose)
    (pack,) = packs(tmp_path)
    data = bytearray(pack.read_bytes())
    kind = seed % 4
    if kind == 0:
        data = data[: dice.randrange(len(data))]
    elif kind == 1:
        data += dice.randbytes(dice.randint(1, 30))
    else:
        for _ in range(kind):
            data[dice.randrange(len(data))] ^= dice.randint(1, 255)
    pack.write_bytes(data)
    store = Store(tmp_path)
    for number in range(20):
        assert store.get(key(number)) in (None, str(number) * 10)
        store.put(key(number), str(number) * 10)
    store.save()
    later = Store(tmp_path)
    assert [later.get(key(number)) for number in range(20)] == [str(n) * 10 for n in range(20)]


def test_a_segment_that_vanishes_is_a_miss(tmp_path: Path) -> None:
    filled(tmp_path, range(3))
    store = Store(tmp_path)
    for pack in packs(tmp_path):
        pack.unlink()
    assert store.get(key(1)) is None


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_refuses_is_no_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    store = filled(tmp_path / "store", range(3))
    assert store.get(key(1)) == "1" * 10


def test_a_file_in_the_place_of_the_folder_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("in the way")
    assert filled(tmp_path / "store", range(3)).get(key(1)) == "1" * 10
    assert Store(tmp_path / "store").get(key(1)) is None


_BUILDS = """
import random, sys
from pathlib import Path
from jinkyll.cache.store import Store

folder, dice = Path(sys.argv[1]), random.Random(sys.argv[2])
for _ in range(15):
    store = Store(folder)
    for number in (dice.randrange(60) for _ in range(10)):
        found = store.get(b"%016d" % number)
        if found is None:
            store.put(b"%016d" % number, str(number))
        elif found != str(number):
            sys.exit(f"{found} for {number}")
    store.save()
    store.close()
"""


def test_builds_at_the_same_time_do_not_disturb_each_other(tmp_path: Path) -> None:
    commands = [[sys.executable, "-c", _BUILDS, str(tmp_path), str(seed)] for seed in range(4)]
    builds = [subprocess.Popen(command) for command in commands]
    assert [build.wait() for build in builds] == [0] * 4
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("on_disk", [True, False])
def test_segments_that_workers_wrote_are_taken_over(tmp_path: Path, on_disk: bool) -> None:
    store = Store(tmp_path / "store" if on_disk else None)
    whole, cut_off, missing = store.reserve(3)
    for path in (whole, cut_off):
        with path.open("wb") as file:
            writer = Writer(file)
            writer.add(key(len(path.name)), encode("by a worker"))
            if path is whole:
                writer.close()
    store.adopt([whole, cut_off, missing])
    assert store.get(key(len(whole.name))) == "by a worker"
    store.save()
    store.close()
    assert (Store(tmp_path / "store").get(key(len(whole.name))) is not None) is on_disk
    assert not whole.exists()


def test_what_dead_builds_left_is_swept_in_time(tmp_path: Path) -> None:
    old, young = tmp_path / ".1-a.tmp", tmp_path / ".1-b.tmp"
    for path in (old, young):
        path.write_text("half")
    os.utime(old, (1, 1))
    filled(tmp_path, range(2))
    assert not old.exists()
    assert young.exists()
