"""https://jekyllrb.com/docs/posts/ as Jekyll plays it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import scenarios

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "scenario", [pytest.param(s, id=s["name"]) for s in scenarios.load("posts")]
)
def test_posts(scenario: dict[str, Any], check: Callable[[dict[str, Any]], None]) -> None:
    check(scenario)
