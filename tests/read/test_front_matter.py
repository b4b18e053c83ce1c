"""Front matter: where Jekyll's pattern cuts; `scripts/record_reading.rb` records it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinkyll.read.front_matter import split

CASES = json.loads(
    (Path(__file__).parent.parent / "cases" / "front_matter" / "blocks.json").read_text("utf-8")
)["cases"]

_OPENING = re.compile(r"---[ \t\r\n\f\v]*\n")


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["text"]))
def test_split(case: dict[str, Any]) -> None:
    source = split(case["text"])
    if case["jekyll"] is None:
        assert (source.block, source.body) == (None, case["text"])
        return
    block, body = case["jekyll"]
    opening = _OPENING.match(block)
    assert opening is not None
    assert (source.block, source.body) == (block[opening.end() :], body)


@given(st.text(alphabet="-.a: \t\r\n\x0b\xa0"))
def test_split_is_jekylls_pattern(text: str) -> None:
    space = r"[ \t\r\n\f\v]"
    pattern = rf"\A(---{space}*\n(?:.|\n)*?\n?)^((---|\.\.\.){space}*(?=\n|\Z)\n?)"
    match = re.search(pattern, text, re.MULTILINE)
    source = split(text)
    if match is None:
        assert source.block is None
    else:
        assert source.body == text[match.end() :]


@pytest.mark.parametrize(
    ("text", "block_line", "body_line"),
    [
        ("---\na: 1\n---\nbody\n", 2, 4),
        ("---\n\n\na: 1\n---\n\n\nbody", 4, 8),
        ("---\n---\nx", 2, 3),
        ("no block\n", 1, 1),
    ],
)
def test_lines_are_those_of_the_file(text: str, block_line: int, body_line: int) -> None:
    source = split(text)
    assert (source.block_line, source.body_line) == (block_line, body_line)


def test_the_line_of_a_key() -> None:
    source = split("---\ntitle: date\ndate: 1\n\ndated: 2\n---\n")
    assert source.line_of("date") == 3
    assert source.line_of("dated") == 5
    assert source.line_of("nothing") is None


def test_time_does_not_grow_with_the_square() -> None:
    # Neither does an opening line that nothing closes, nor one that almost everything does.
    assert split("---\n" + "--- x\n" * 200_000).block is None
    assert split("---" + " \n" * 200_000).block is None
