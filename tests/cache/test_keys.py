"""Keys differ when what they stand for differs, and only then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from jinkyll.cache import keys

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def test_the_borders_between_parts_count() -> None:
    assert keys.digest("ab", "c") != keys.digest("a", "bc")
    assert keys.digest("a") != keys.digest("a", "")
    assert keys.digest("ä\ud800") == keys.digest("ä\ud800")


def test_text_built_at_run_time_has_the_key_of_a_literal() -> None:
    built = "".join(chr(code) for code in b"auto_ids")
    assert keys.options_digest({built: built}) == keys.options_digest({"auto_ids": "auto_ids"})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"a": 1, "b": [2]}, {"b": [2], "a": 1}, True),
        ({"a": 1}, {"a": True}, False),
        ({"a": 1}, {"a": 1.0}, False),
        ({"a": None}, {}, False),
        ({"a": date(2026, 1, 2)}, {"a": date(2026, 1, 2)}, True),
        ({"a": date(2026, 1, 2)}, {"a": date(2026, 1, 3)}, False),
    ],
)
def test_options(one: Mapping[str, object], other: Mapping[str, object], same: bool) -> None:
    assert (keys.options_digest(one) == keys.options_digest(other)) is same


def test_the_program_is_remembered_and_the_memory_is_checked(tmp_path: Path) -> None:
    read = keys.program.__wrapped__
    first = read(tmp_path)
    memory = tmp_path / "program"
    assert memory.read_bytes()[16:32] == first == read(tmp_path) == read(None)
    for damaged in (b"", memory.read_bytes()[:-1], b"\0" + memory.read_bytes()[1:]):
        memory.write_bytes(damaged)
        assert read(tmp_path) == first
