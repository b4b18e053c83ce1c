"""Slugs in every mode, as Jekyll makes them; `scripts/record_reading.rb` records it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jinkyll.content.slug import slugify, titleize

CASES = json.loads(
    (Path(__file__).parent.parent / "cases" / "slug" / "slugify.json").read_text("utf-8")
)["cases"]


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{one['text']!a}-{one['mode']}-{one['cased']}" for one in CASES]
)
def test_slugify(case: dict[str, Any]) -> None:
    assert slugify(case["text"], case["mode"], cased=case["cased"]) == case["jekyll"]


def test_an_empty_slug_is_warned_about(capsys: pytest.CaptureFixture[str]) -> None:
    slugify("?!")
    assert "Warning: Empty `slug` generated for '?!'." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("my-first-post", "My First Post"),
        ("MY-post", "My Post"),
        ("-a--b-", " A  B"),
        ("über-äpfel", "Über Äpfel"),
        ("under_score", "Under_score"),
        ("", ""),
    ],
)
def test_titleize(slug: str, title: str) -> None:
    assert titleize(slug) == title
