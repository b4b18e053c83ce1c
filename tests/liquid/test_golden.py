"""The golden-liquid cases, of which Liquid 4.0.4's result counts where it has another one."""

import json
from pathlib import Path

import pytest

from jinkyll.errors import LiquidError
from jinkyll.liquid import render

CASES = json.loads(
    (Path(__file__).parents[1] / "cases/liquid/golden/index.json").read_text(encoding="utf-8")
)["cases"]
LIQUID_4 = {
    "filters, newline to br, reference implementation test 2": "a\r<br />\nb<br />\nc",
    "tags, case, falsy when before and truthy when after else": "bar",
    "tags, case, falsy when before and truthy when after multiple else blocks": "bar",
    "tags, case, multiple else blocks": "bar",
}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_golden(case: dict[str, object]) -> None:
    data, templates = case.get("data") or {}, case.get("templates") or {}
    assert isinstance(data, dict)
    assert isinstance(templates, dict)
    source = str(case["template"])
    if case.get("invalid"):
        with pytest.raises(LiquidError):
            render(source, data, templates)
        return
    results = case["results"]
    assert isinstance(results, list)
    expected = [LIQUID_4.get(str(case["name"]), results[0]), *results[1:]]
    assert render(source, data, templates) in expected
