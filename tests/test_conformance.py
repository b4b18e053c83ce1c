"""The cases of kramdown and Liquid, and a real post, where they lie beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import markdown
import pytest
from lxml import html

from jinkyll.errors import LiquidError
from jinkyll.liquid import render

if TYPE_CHECKING:
    from conftest import BuildSite

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
KRAMDOWN = SHARED / "conformance" / "kramdown"
LIQUID = SHARED / "conformance" / "liquid"
SEED = SHARED / "seed" / "generative-models.md"

# Where Liquid 5 prints something else than 4.0.4, which is the aim.
LIQUID_4 = {
    "filters, newline to br, reference implementation test 2": "a\r<br />\nb<br />\nc",
    "tags, case, falsy when before and truthy when after else": "bar",
    "tags, case, falsy when before and truthy when after multiple else blocks": "bar",
    "tags, case, multiple else blocks": "bar",
}

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the cases are not beside the checkout")


def _cases(folder: Path) -> list[Any]:
    index = folder / "index.json"
    return list(json.loads(index.read_text())["cases"]) if index.is_file() else []


@pytest.mark.parametrize("case", _cases(KRAMDOWN), ids=lambda case: case["name"])
def test_kramdown(case: dict[str, Any]) -> None:
    base = KRAMDOWN / case["name"]
    result = markdown.markdown(
        base.with_suffix(".text").read_text(),
        extensions=["jinkyll.kramdown"],
        extension_configs={"jinkyll.kramdown": case["options"]},
    )
    assert result.strip() == base.with_suffix(".html").read_text().strip()


@pytest.mark.parametrize("case", _cases(LIQUID), ids=lambda case: case["name"])
def test_liquid(case: dict[str, Any]) -> None:
    data, templates = case.get("data") or {}, case.get("templates") or {}
    if case.get("invalid"):
        with pytest.raises(LiquidError):
            render(case["template"], data, templates)
    else:
        result = render(case["template"], data, templates)
        name = case["name"]
        assert result in ([LIQUID_4[name]] if name in LIQUID_4 else case["results"])


def test_a_real_post_has_the_content_that_jekyll_gives_it(build_site: BuildSite) -> None:
    site = build_site(
        {
            "_config.yml": "baseurl: /blog\npermalink: /:title/\n",
            "_layouts/post.html": "{{ content }}",
            "_posts/2020-07-13-generative-models.md": SEED.read_text(),
        }
    )
    expected = SEED.with_name("generative-models.content.html").read_text()
    assert _parsed(site["generative-models/index.html"]) == _parsed(expected)


def _parsed(text: str) -> bytes:
    document: bytes = html.tostring(html.fromstring(f"<div>{text}</div>"))
    return document
