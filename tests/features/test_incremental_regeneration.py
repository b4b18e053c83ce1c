"""https://jekyllrb.com/docs/configuration/incremental-regeneration/ as Jekyll plays it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import scenarios

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "scenario", [pytest.param(s, id=s["name"]) for s in scenarios.load("incremental_regeneration")]
)
def test_incremental_regeneration(
    scenario: dict[str, Any], check: Callable[[dict[str, Any]], None]
) -> None:
    check(scenario)
