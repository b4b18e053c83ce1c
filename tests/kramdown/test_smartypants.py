"""``smartify`` gives what kramdown 2.4 gives with Jekyll's SmartyPants parser."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinkyll.kramdown import smartify

CASES: list[tuple[str, str]] = json.loads(
    (Path(__file__).parents[1] / "cases/kramdown/smartypants.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text or "empty" for text, _ in CASES])
def test_as_kramdown(text: str, expected: str) -> None:
    assert smartify(text, {"input": "GFM"}) == expected


@given(st.text(alphabet="ab \"'<>/!-.&;`*[]{}\n", max_size=60))
def test_whatever_comes_becomes_something(text: str) -> None:
    assert isinstance(smartify(text), str)
