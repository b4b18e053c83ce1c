"""Broken templates and what is said about them: ``NAME.liquid`` and ``NAME.expected``.

The first line of a template may set options: ``{# strict #}`` (error mode),
``{# strict_filters #}``, ``{# strict_variables #}``, ``{# warn #}`` (the warnings are expected).
Front matter of three lines is taken to stand before each.
"""

import re
from pathlib import Path

import pytest

from jinkyll.errors import LiquidError
from jinkyll.liquid import Block, Context, Environment, LiquidWarning, Tag

FOLDER = Path(__file__).parents[1] / "cases/liquid/errors"
CASES = sorted(FOLDER.glob("*.liquid"))
INCLUDES = {
    "button.html": "<b>{{ label }}</b>",
    "broken.html": "<i>\n  {% if x %}\n</i>",
    "dividing.html": "a\nb {{ 1 | divided_by: zero }}",
    "outer.html": "{% include 'dividing.html' %}",
    "endless.html": "{% include 'endless.html' %}",
}


class Failing(Tag):
    """A tag of a plugin that fails."""

    def render(self, context: Context) -> str:
        raise KeyError("color")


class Picky(Block):
    """A block of a plugin."""


def message_of(path: Path) -> str:
    """Render a template; answer its error or its warnings."""
    source = path.read_bytes().decode()
    options = re.match(r"\{# ([a-z_ ]+) #\}", source)
    words = options[1].split() if options else []
    warnings: list[LiquidWarning] = []
    environment = Environment(
        error_mode="strict" if "strict" in words else "warn",
        strict_variables="strict_variables" in words,
        strict_filters="strict_filters" in words,
        templates=INCLUDES,
        warn=warnings.append,
    )
    environment.tags |= {"failing": Failing, "picky": Picky}
    context = Context(environment, {"page": {"title": "T"}, "zero": 0, "list": [1, 2]})
    try:
        environment.from_source(source, path=f"_posts/{path.stem}.md", first_line=4).render(context)
    except LiquidError as error:
        return str(error)
    assert warnings, "neither an error nor a warning"
    return "\n".join(map(str, warnings))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_message(path: Path) -> None:
    assert message_of(path) == path.with_suffix(".expected").read_text(encoding="utf-8").rstrip(
        "\n"
    )


@pytest.mark.parametrize(
    ("source", "warned"),
    [
        ("token: ${{ secrets.TOKEN }}", True),
        ("key: ${{hashFiles('Gemfile.lock')}}", True),
        ("{% if true %}os: ${{ matrix.os }}{% endif %}", True),
        ("It costs ${{ item.price }}.", False),
        ("color: ${{ callout[1].color }}-000;", False),
        ("{% if true %}${{ 5 | times: 2 }}{% endif %}", False),
    ],
)
def test_only_what_is_meant_for_workflows_is_told(source: str, warned: bool) -> None:
    warnings: list[LiquidWarning] = []
    environment = Environment(warn=warnings.append)
    environment.from_source(source).render(Context(environment))
    assert bool(warnings) is warned
    warnings.clear()
    environment.render_once(source, Context(environment))
    assert bool(warnings) is warned


def test_there_are_fifty() -> None:
    assert len(CASES) >= 50
