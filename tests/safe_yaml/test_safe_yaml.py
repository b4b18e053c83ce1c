"""YAML: what Psych and Ruby's times make of it; `scripts/record_reading.rb` records that.

Where the gem safe_yaml, which no Debian has, is known to differ from Psych, its rules are followed.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinkyll import safe_yaml
from jinkyll.errors import JinkyllError
from jinkyll.safe_yaml import lines
from reading import plain

CASES = Path(__file__).parent.parent / "cases" / "safe_yaml"
RECORDED = json.loads((CASES / "scalars.json").read_text("utf-8"))
TIMES = json.loads((CASES / "times.json").read_text("utf-8"))["cases"]


def _case(case: dict[str, Any]) -> Any:
    return pytest.param(case["yaml"], case["jekyll"], id=json.dumps(case["yaml"])[1:40])


# The safe_yaml gem, which Jekyll upstream has, takes these; Psych alone refuses them.
TOLERATED = ("load unspecified class", "invalid value for Float")
NOT_YAML = "stack level too deep"  # a list that holds itself: Ruby builds it, and dies later


@pytest.mark.parametrize(
    ("text", "value"), [_case(one) for one in RECORDED["cases"] if "value" in one["jekyll"]]
)
def test_a_value_is_that_of_psych(text: str, value: dict[str, Any]) -> None:
    loaded = safe_yaml.load(text, path="a.yml")
    assert plain(loaded) == value["value"]
    if isinstance(loaded, dict):
        kinds = [_ruby_class(one) for pair in loaded.items() for one in pair]
        assert " ".join(kinds) == value["type"].replace("Psych::Omap", "Hash")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        _case(one)
        for one in RECORDED["cases"]
        if "error" in one["jekyll"] and not any(it in one["jekyll"]["error"] for it in TOLERATED)
    ],
)
def test_a_mistake_is_named_in_the_words_of_psych(text: str, value: dict[str, Any]) -> None:
    with pytest.raises(safe_yaml.InvalidYAML) as caught:
        safe_yaml.load(text, path="a.yml")
    if value["error"] != NOT_YAML:
        assert value["error"] in caught.value.problem
    assert caught.value.path == "a.yml"
    assert caught.value.line is not None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("style: :expanded", {"style": ":expanded"}),
        ("a: !ruby/object:Foo {b: 1}", {"a": {"b": 1}}),
        ("a: !!set {x, y}", {"a": {"x": None, "y": None}}),
        ("a: .e+3", {"a": ".e+3"}),
        ("[1, 2]: a", {(1, 2): "a"}),
        # Psych makes 45000 of this, which is seconds.
        ("a: 12:30", {"a": 750.0}),
        ("a: 190:20:30", {"a": 685230.0}),
        ("a: 190:20:30.15", {"a": 685230.15}),
        ("a: -1:30", {"a": -90.0}),
        ("a: 1:2:3:4", {"a": 223384.0}),
        ("a: 1:75", {"a": "1:75"}),
        ("a: 2020-1-2", {"a": "2020-1-2"}),
    ],
)
def test_what_only_the_gem_takes(text: str, value: Any) -> None:
    loaded = safe_yaml.load(text, path="a.yml")
    if isinstance(next(iter(loaded)), list):
        loaded = {tuple(key): one for key, one in loaded.items()}
    assert loaded == value


@pytest.mark.parametrize("case", TIMES, ids=lambda case: case["time"])
def test_a_time_is_what_ruby_parses(case: dict[str, str]) -> None:
    loaded = safe_yaml.load(f"a: {case['time']}", path="a.yml")
    assert plain(loaded["a"]) == case["jekyll"]


def test_a_zone_of_no_offset_is_not_utc() -> None:
    # Ruby would print UTC as "UTC", this as "+0000".
    for text in ("2020-01-01 10:00:00Z", "2020-01-01 10:00:00", "2020-01-01 10:00:00 +00:00"):
        loaded = safe_yaml.load(f"a: {text}", path="a.yml")
        assert loaded["a"].tzinfo is not dt.UTC
        assert loaded["a"] == dt.datetime(2020, 1, 1, 10, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("title: a\nsub: b: c", "5:7", "colon"),
        ("a: @b", "4:4", "quotes"),
        ("a: 'b", "4:6", "quote"),
        ("a: [b", "5:1", "bracket"),
        ("a: \x00", "4", "quote"),
        ("a: *b", "4:4", "asterisk"),
    ],
)
def test_a_mistake_has_a_place_and_a_hint(text: str, place: str, hint: str) -> None:
    with pytest.raises(JinkyllError) as caught:
        safe_yaml.load(text, path="_posts/a.md", line=4)
    assert str(caught.value).startswith(f"_posts/a.md:{place}: ")
    assert hint in (caught.value.hint or "")


@given(st.text(alphabet="ab:-.#'\"{}[],&*!|>%@ \t\n0129_<\x00\xa0é"))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        safe_yaml.load(text, path="a.yml")
    except safe_yaml.InvalidYAML as error:
        assert error.line  # noqa: PT017  (most texts raise nothing)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["- a", "  - b c", "- 'q'", "  x: 1", "", "a:", "b-c:", "# c", "- yes", "-"]
        ),
        st.tuples(
            st.sampled_from(["a", "title", "yes", "b_c", "Tags", "null", "9"]),
            st.sampled_from([": ", ":", ":   "]),
            st.text(alphabet="ab10:-.#'\"[], ~_yesno", max_size=8),
        ).map("".join),
    ),
    max_size=6,
).map("\n".join)


@given(LINES)
def test_the_fast_way_is_the_slow_way(text: str) -> None:
    fast = _outcome(text)
    with mock.patch.object(lines, "simple_lines", return_value=None):
        slow = _outcome(text)
    assert fast == slow
    assert repr(fast) == repr(slow)


def _outcome(text: str) -> Any:
    try:
        return safe_yaml.load(text, path="a.yml")
    except safe_yaml.InvalidYAML as error:
        return str(error)


def test_depth_is_no_danger() -> None:
    text = "\n".join("  " * depth + "a:" for depth in range(249))
    assert safe_yaml.load(text, path="a.yml")["a"]["a"]["a"]
    with pytest.raises(safe_yaml.InvalidYAML):
        safe_yaml.load("[" * 100_000, path="a.yml")


def _ruby_class(value: object) -> str:
    if value is None:
        return "NilClass"
    if isinstance(value, bool):
        return "TrueClass" if value else "FalseClass"
    names = {dt.datetime: "Time", dt.date: "Date", dict: "Hash", list: "Array", str: "String",
             int: "Integer", float: "Float"}  # fmt: skip
    return next(name for kind, name in names.items() if isinstance(value, kind))
