"""Dates are parsed and written as Ruby does; recorded by ``dates_reference.rb``."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from jinkyll.liquid import times
from jinkyll.liquid.errors import LiquidArgumentError
from jinkyll.liquid.printing import time_to_s
from jinkyll.liquid.strftime import strftime

FOLDER = Path(__file__).parents[1] / "cases/liquid"
PARSED = json.loads((FOLDER / "dates.json").read_text(encoding="utf-8"))
WRITTEN = json.loads((FOLDER / "strftime.json").read_text(encoding="utf-8"))
BERLIN = ZoneInfo("Europe/Berlin")
KINDS: dict[str, Callable[[datetime], date]] = {
    "local": lambda time: time.astimezone(BERLIN),
    "utc": lambda time: time.astimezone(timezone.utc),  # noqa: UP017  (the one that Ruby calls UTC)
    "offset": lambda time: time.astimezone(timezone(timedelta(hours=-3.5))),
    "date": lambda time: time.astimezone(BERLIN).date(),
}


@pytest.fixture
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime.fromtimestamp(1_700_000_000, UTC).astimezone(BERLIN)
    monkeypatch.setattr(times, "local_time", lambda _zone: moment)


@pytest.mark.usefixtures("_now")
@pytest.mark.parametrize("row", PARSED, ids=[row[0] for row in PARSED])
def test_parse(row: list[object]) -> None:
    text, expected = str(row[0]), row[1:]
    if expected == [None]:
        with pytest.raises(ValueError, match=r"out of range|no time"):
            times.parse_time(text, BERLIN)
    else:
        time = times.parse_time(text, BERLIN)
        assert [time_to_s(time), time.microsecond] == expected


@pytest.mark.parametrize("row", WRITTEN, ids=[f"{row[0]} {row[1]}" for row in WRITTEN])
def test_strftime(row: tuple[str, str, int, int, str | None]) -> None:
    layout, kind, seconds, microseconds, expected = row
    moment = datetime.fromtimestamp(seconds, UTC).replace(microsecond=microseconds)
    if expected is None:
        with pytest.raises(LiquidArgumentError, match="invalid format"):
            strftime(KINDS[kind](moment), layout)
    else:
        assert strftime(KINDS[kind](moment), layout) == expected


@pytest.mark.parametrize("value", [None, True, [], {}, "", "hello", 10**30, "9" * 40, 1.5])
def test_what_is_no_date(value: object) -> None:
    assert times.to_time(value, UTC) is None


def test_a_date_without_its_year_asks_for_the_time() -> None:
    asked: list[str] = []
    times.listeners.append(lambda: asked.append("now"))
    try:
        times.parse_time("2014-03-05 10:20", UTC)
        assert asked == []
        times.parse_time("5 March", UTC)
        assert asked == ["now"]
    finally:
        times.listeners.clear()
