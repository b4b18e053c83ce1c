"""The examples of the pages on plugins, as they stand there, do what the pages say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from jinkyll import configuration, plugins
from jinkyll.plugins.discovery import bundled_module

if TYPE_CHECKING:
    from conftest import BuildSite

DOCS = Path(__file__).resolve().parents[2] / "docs"
BLOCK = re.compile(
    r"^\*\*`(?P<name>[^`]+)`\*\*\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


def examples() -> dict[str, dict[str, str]]:
    """The blocks with a name in bold above them, by the heading that they stand below."""
    found: dict[str, dict[str, str]] = {}
    for page in ("plugins.md", "porting-plugins.md"):
        for section in re.split(r"(?m)^##+ ", (DOCS / page).read_text("utf-8")):
            blocks = {match["name"]: match["text"] for match in BLOCK.finditer(section)}
            if blocks:
                found[f"{page} {section.partition(chr(10))[0]}"] = blocks
    return found


@pytest.mark.parametrize("heading", examples())
def test_an_example(
    heading: str, build_site: BuildSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = examples()[heading]
    files = {name: text for name, text in blocks.items() if not name.startswith(("_site", "jink"))}
    built = build_site({"_config.yml": "title: My blog\ntimezone: UTC\n", **files})
    checked = 0
    for name, text in blocks.items():
        if name.startswith("_site/"):
            assert built[name.removeprefix("_site/")].strip() == text.strip()
            checked += 1
        elif name.startswith("jinkyll "):
            monkeypatch.chdir(tmp_path / "source")
            loaded = plugins.load(configuration.load())
            output = CliRunner().invoke(loaded.commands[name.split()[1]]).output
            assert output.endswith(text)
            checked += 1
    assert checked


def test_all_plugins_that_are_named_are_there() -> None:
    text = (DOCS / "plugins.md").read_text("utf-8")
    table = text[text.index("| Plugin |") : text.index("{: .plugins}")]
    named = re.findall(r"jekyll-[\w-]+|jemoji", "".join(re.findall(r"(?m)^\|[^|]+\|", table)))
    built_in = {"jekyll-commonmark", "jekyll-commonmark-ghpages", "jekyll-compose", "jekyll-data"}
    assert [name for name in named if name not in built_in and not bundled_module(name)] == []
    folder = Path(plugins.__file__).parent.parent / "bundled"
    modules = {path.stem for path in folder.iterdir() if path.stem not in {"__init__", "templates"}}
    documented = {name.removeprefix("jekyll-").replace("-", "_") for name in named}
    assert {module for module in modules if not module.startswith("__")} <= documented
