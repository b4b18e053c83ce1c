"""Patterns that an earlier process compiled are the ones that this process would make."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from jinkyll import checked, patterns

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COMPILER: Any = getattr(re, "_compiler")  # noqa: B009  (mypy knows of none)
CASES = [
    (r"(?P<year>\d{4})-(?P<month>\d\d)(-(?P<day>\d\d))?", 0, "on 2026-11-27, 2025-01"),
    (rb"[\x80-\xff]+", 0, b"a\xc3\xa9b"),
    (r"^straße|[à-ü]{2,}?", re.IGNORECASE | re.MULTILINE, "x\nSTRASSE\nStraße ÀÉ"),
    (r"(?i:a)(?<!b)(?=.)\1*(x)?", re.DOTALL, None),
    (r"(a)(?(1)b|c)  # one of two", re.VERBOSE | re.ASCII, "ab c"),
    (r"(?s:.)+?(?>a+)b*+", 0, "xaab"),
]


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], None]:
    """Begin as another process would, with what the last one left."""
    originals = {name: getattr(COMPILER, name) for name in ("compile", "_code")}

    def begin() -> None:
        re.purge()
        for name, value in originals.items():
            monkeypatch.setattr(COMPILER, name, value)
        monkeypatch.setattr(patterns, "_kept", {})
        monkeypatch.setattr(patterns, "_new", {})
        monkeypatch.setattr(patterns, "_file", lambda: f"{tmp_path}/patterns.kept")
        monkeypatch.setattr("sys.dont_write_bytecode", False)
        patterns.use()

    return begin


def refuse(*_: object) -> None:
    raise AssertionError("this pattern was to be known")


def made(pattern: Any, flags: int, text: Any) -> list[Any]:
    try:
        found = re.compile(pattern, flags)
    except re.error as error:
        return [str(error)]
    facts: list[Any] = [found, repr(found), found.flags, found.groups, dict(found.groupindex)]
    if text is not None:
        facts += [[match.groups(), match.span()] for match in found.finditer(text)]
    return facts


def test_kept_patterns_are_the_same(
    process: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    good = [case for case in CASES if case[2] is not None]
    expected = [made(*case) for case in good]
    process()
    assert [made(*case) for case in good] == expected
    patterns.keep()
    process()
    monkeypatch.setattr(COMPILER._parser, "parse", refuse)
    assert [made(*case) for case in good] == expected


def test_mistakes_stay_mistakes(process: Callable[[], None]) -> None:
    (case,) = (case for case in CASES if case[2] is None)
    expected = made(*case)
    for _ in range(2):
        process()
        assert made(*case) == expected
        assert made("(", 0, "") == ["missing ), unterminated subpattern at position 0"]
        patterns.keep()


def test_what_processes_learn_comes_together(
    process: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    for case in CASES[:3]:
        process()
        monkeypatch.setattr(patterns, "_kept", {})  # as if all three had begun at once
        made(*case)
        patterns.keep()
    process()
    monkeypatch.setattr(COMPILER._parser, "parse", refuse)
    for case in CASES[:3]:
        made(*case)


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_damage_is_as_if_nothing_was_kept(
    process: Callable[[], None], tmp_path: Path, damage: bytes | None
) -> None:
    process()
    expected = made(*CASES[0])
    patterns.keep()
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-1] if damage is None else damage)
    process()
    assert made(*CASES[0]) == expected


def test_code_that_the_engine_does_not_take(process: Callable[[], None], tmp_path: Path) -> None:
    process()
    expected = made(*CASES[0])
    patterns.keep()
    (file,) = tmp_path.iterdir()
    kept = checked.load(file, patterns._MAGIC)
    for key, (flags, _, names) in kept.items():
        kept[key] = (flags, b"\xff\xff\xff\x7f", names)
    checked.save(file, patterns._MAGIC, kept)
    process()
    assert made(*CASES[0]) == expected


def test_there_is_an_end_to_them(
    process: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "_MOST", 3)
    for round_ in range(4):
        process()
        for number in range(2):
            re.compile(f"word{round_}of{number}")
        patterns.keep()
        (file,) = tmp_path.iterdir()
        kept = checked.load(file, patterns._MAGIC)
        assert 2 <= len(kept) <= 3
        assert all((f"word{round_}of{number}", 0) in kept for number in range(2))


def test_a_disk_that_refuses_is_no_error(
    process: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    process()
    (tmp_path / "taken").touch()
    monkeypatch.setattr(patterns, "_file", lambda: f"{tmp_path}/taken/patterns.kept")
    re.compile("a (new) one")
    patterns.keep()
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_they_lie_beside_the_bytecode_and_are_written_when_it_is(tmp_path: Path) -> None:
    """No site's cache has a say, and Python's own switches count."""
    program = [sys.executable, "-m", "jinkyll", "help"]
    prefix = str(tmp_path / "prefix")
    plain = {**os.environ, "PYTHONPYCACHEPREFIX": prefix, "JEKYLL_LOG_LEVEL": "error"}
    plain.pop("PYTHONDONTWRITEBYTECODE", None)
    (tmp_path / "site").mkdir()
    for switches, written in (({"PYTHONDONTWRITEBYTECODE": "1"}, False), ({}, True)):
        subprocess.run(
            program, cwd=tmp_path / "site", env=plain | switches, check=True, capture_output=True
        )
        found = list((tmp_path / "prefix").rglob("*.kept"))
        assert [path.name.partition(".")[0] for path in found] == ["patterns"] * written
    assert list((tmp_path / "site").iterdir()) == []
