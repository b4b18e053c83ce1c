"""URLs come out as the Addressable gem spells them; the cases are what its version 2.8.1 gave."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinkyll.content import iri

CASES = json.loads(
    (Path(__file__).parents[1] / "cases/iri/addressable-2.8.1.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["url"] or "empty")
def test_as_addressable(case: dict[str, object]) -> None:
    url = str(case["url"])
    assert {
        "url": url,
        "normalize": iri.normalize(url),
        "encode": iri.encode(url),
        "normalize_component": iri.normalize_component(url),
        "absolute": iri.is_absolute(url),
    } == case


@pytest.mark.parametrize("url", ["b c:d", "http://", "1a:b", "//h:x/"])
def test_what_is_no_url_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        iri.normalize(url)


@given(st.text())
def test_the_result_is_ascii_and_stays_as_it_is(path: str) -> None:
    url = "/" + path.lstrip("/").replace(":", "")
    try:
        once = iri.normalize(url)
    except ValueError:
        return
    assert once.isascii()
    assert iri.encode(path.replace(":", "")).isascii()


@pytest.mark.parametrize("tail", ["#top", "?q", " ", "//", ""])
def test_long_paths_take_no_time(tail: str) -> None:
    path = "/assets/" + "minima-social-icons." * 5_000
    assert iri.normalize(path + tail).startswith(path)
