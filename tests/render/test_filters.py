"""Jekyll's filters print what Jekyll printed: tests/cases/filters."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from jinkyll import configuration
from jinkyll.content.site import Site
from jinkyll.errors import LiquidError
from jinkyll.liquid.repeated import Repeated
from jinkyll.plugins import Plugins
from jinkyll.render import Renderer
from jinkyll.safe_yaml import load

FOLDER = Path(__file__).parents[1] / "cases/filters"
CASES: Any = load((FOLDER / "cases.yml").read_text(encoding="utf-8"), path="cases.yml")
RESULTS: list[list[dict[str, str]]] = json.loads(
    (FOLDER / "expected.json").read_text(encoding="utf-8")
)["results"]


@pytest.fixture(scope="module", params=range(len(CASES["configurations"])))
def recorded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Renderer, list[dict[str, str]]]:
    """A renderer of an empty site with one of the configurations, and what Jekyll printed."""
    overrides = {"timezone": "UTC", **CASES["configurations"][request.param]}
    settings = configuration.load(
        {
            "time": "2020-02-03 04:05:06 UTC",
            "quiet": True,
            "disable_disk_cache": True,
            "source": str(tmp_path_factory.mktemp("site")),
            **overrides,
        }
    )
    return Renderer(Site(settings), Plugins()), RESULTS[request.param]


@pytest.mark.parametrize("number", range(len(CASES["templates"])))
def test_a_template_prints_what_jekyll_printed(
    recorded: tuple[Renderer, list[dict[str, str]]], number: int
) -> None:
    check(*recorded, number)


@pytest.mark.parametrize(
    "number", [at for at, template in enumerate(CASES["templates"]) if "_exp:" in template]
)
def test_expressions_print_the_same_when_they_are_compiled(
    recorded: tuple[Renderer, list[dict[str, str]]],
    number: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("jinkyll.liquid.repeated._MANY", 0)
    renderer, _ = recorded
    renderer.environment.repeated = Repeated(renderer.environment)
    check(*recorded, number)


def check(renderer: Renderer, results: list[dict[str, str]], number: int) -> None:
    """Render a template and compare with what Jekyll printed."""
    expected = results[number]
    zone = renderer.site.timezone
    # The reader of a site shows times in its zone.
    data = {
        name: value.astimezone(zone) if isinstance(value, datetime) else value
        for name, value in CASES["data"].items()
    }
    payload = {**renderer.payload, **data}
    context = renderer.environment.context(payload, renderer.registers(payload))
    template = CASES["templates"][number]
    if "output" in expected:
        assert renderer.environment.render_once(template, context) == expected["output"]
        return
    with pytest.raises(LiquidError) as caught:
        renderer.environment.render_once(template, context)
    # Ruby shows its own source line below the message, and suggestions.
    message = expected["message"].partition("\n")[0].removeprefix("Liquid error: ")
    assert caught.value.message == message.removeprefix("Liquid syntax error: ")
