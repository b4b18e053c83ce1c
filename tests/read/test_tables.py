"""CSV and TSV as Ruby's CSV reads them; `scripts/record_reading.rb` records it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from jinkyll.errors import ConfigurationError, DataFileError
from jinkyll.read.tables import parse
from reading import plain

CASES = json.loads(
    (Path(__file__).parent.parent / "cases" / "tables" / "tables.json").read_text("utf-8")
)["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text']!a}-{case['headers']}")
def test_parse(case: dict[str, Any]) -> None:
    def parsed() -> list[Any]:
        return parse(
            case["text"], case["separator"], headers=case["headers"], converters=(), path="a.csv"
        )

    if "error" in case:
        message, _, line = case["error"].rstrip(".").partition(" in line ")
        with pytest.raises(DataFileError) as caught:
            parsed()
        assert caught.value.message == message
        assert caught.value.line == int(line)
        assert caught.value.hint
    else:
        assert plain(parsed()) == case["jekyll"]


@pytest.mark.parametrize(
    ("converter", "field", "value"),
    [
        ("integer", "12", 12),
        ("integer", "0x1F", 31),
        ("integer", "010", 8),
        ("integer", "1.5", "1.5"),
        ("float", "1.5", 1.5),
        ("float", "12", 12.0),
        ("numeric", "12", 12),
        ("numeric", "1e3", 1000.0),
        ("numeric", "x", "x"),
        ("date", "2020-01-02", dt.date(2020, 1, 2)),
        ("date", "2020-02-31", "2020-02-31"),
        ("date_time", "2020-01-02T03:04:05", dt.datetime(2020, 1, 2, 3, 4, 5, tzinfo=dt.UTC)),
        ("all", "7", 7),
        ("integer", "１２", "１２"),
        ("float", "1\u00a0", "1\u00a0"),
        ("date", "２０２０-01-01", "２０２０-01-01"),
    ],
)
def test_converters(converter: str, field: str, value: object) -> None:
    rows = parse(f"a\n{field}\n", ",", headers=True, converters=[converter], path="a.csv")
    assert rows == [{"a": value}]
    assert type(rows[0]["a"]) is type(value)


def test_an_unknown_converter_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="unknown CSV converter 'x'"):
        parse("a\n1\n", ",", headers=True, converters=["x"], path="a.csv")
