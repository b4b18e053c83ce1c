"""What ``--profile`` tells, as tables and as JSON."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

DOCUMENTATION = Path(__file__).parents[2] / "docs/profile.md"
FILES = {
    "_config.yml": "plugins_dir: _plugins\n",
    "_includes/inner.html": "{{ 'inner' | upcase }}",
    "_includes/outer.html": "{% include inner.html %}{% include inner.html %}",
    "_layouts/default.html": "<body>{% include outer.html %}{{ content }}</body>",
    "_plugins/mine.py": (
        "from jinkyll.plugins.api import Converter, template_filter\n"
        "class Shout(Converter):\n"
        "    def matches(self, ext): return ext == '.shout'\n"
        "    def output_ext(self, ext): return '.txt'\n"
        "    def convert(self, text): print('of a plugin'); return text.upper()\n"
        "@template_filter\n"
        "def twice(value): return value * 2\n"
    ),
    "a.shout": "---\n---\n{{ 'a' | twice }}",
    "b.md": "---\nlayout: default\n---\nBody\n\n```ruby\nputs 1\n```\n",
    "c.scss": "---\n---\na { b { c: d } }\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def profile(jinkyll: Run, site: Path, *arguments: str) -> dict[str, Any]:
    done = jinkyll(site, *(arguments or ("build", "--profile=json")))
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_jekylls_tables_come_first(jinkyll: Run, site: Path) -> None:
    done = jinkyll(site, "build", "--profile")
    headings = re.findall(r"^(\w[\w ,]+): *\n\n\|", done.stdout, re.MULTILINE)
    assert headings == [
        "Build Process Summary", "Site Render Stats", "Plugins",
        "Templates, by the time of their own", "Converters", "Cache", "Slowest Pages",
    ]  # fmt: skip


def test_the_document_has_the_documented_keys(jinkyll: Run, site: Path) -> None:
    text = DOCUMENTATION.read_text("utf-8")
    assert list(profile(jinkyll, site)) == re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)


def test_standard_output_is_the_document_alone(jinkyll: Run, site: Path) -> None:
    done = jinkyll(site, "build", "--profile=json", "--verbose")
    json.loads(done.stdout)
    assert "Configuration file: " in done.stderr
    assert "of a plugin" in done.stderr


@pytest.mark.parametrize("arguments", [("--profile=json", "build"), ("build", "--prof=json", "-q")])
def test_other_ways_to_say_it(jinkyll: Run, site: Path, arguments: tuple[str, ...]) -> None:
    assert profile(jinkyll, site, *arguments)["counts"]["pages"] == 4


def test_the_next_word_is_no_format(jinkyll: Run, site: Path) -> None:
    done = jinkyll(site, "--profile", "build")
    assert done.returncode == 0
    assert "Site Render Stats:" in done.stdout
    assert (site / "_site/b.html").exists()


def test_another_format_is_refused(jinkyll: Run, site: Path) -> None:
    done = jinkyll(site, "build", "--profile=xml")
    assert done.returncode == 1
    assert "'xml' is no format of a profile: json is one." in done.stderr


def test_a_build_that_fails_prints_no_document(jinkyll: Run, site: Path) -> None:
    (site / "b.md").write_text("---\n---\n{% nope %}", encoding="utf-8")
    done = jinkyll(site, "build", "--profile=json")
    assert (done.returncode, done.stdout) == (1, "")


def test_templates_with_and_without_their_includes(jinkyll: Run, site: Path) -> None:
    found = profile(jinkyll, site)["templates"]
    templates = {each["path"]: each for each in found}
    kinds = {path: (each["kind"], each["count"], each["bytes"]) for path, each in templates.items()}
    assert kinds == {
        "_layouts/default.html": ("layout", 1, len((site / "_site/b.html").read_text("utf-8"))),
        "_includes/outer.html": ("include", 1, 10),
        "_includes/inner.html": ("include", 2, 10),
        "a.shout": ("body", 1, 2),
    }  # fmt: skip
    inner, outer = templates["_includes/inner.html"], templates["_includes/outer.html"]
    assert outer["own_seconds"] == pytest.approx(outer["seconds"] - inner["seconds"])
    assert [each["seconds"] for each in found] == sorted(
        (each["seconds"] for each in found), reverse=True
    )


def test_converters_and_plugins(jinkyll: Run, site: Path) -> None:
    document = profile(jinkyll, site)
    converters = {each["name"]: each for each in document["converters"]}
    assert {name: each["count"] for name, each in converters.items()} == {
        "Markdown": 1, "Highlighting": 1, "Scss": 1, "Shout": 1,
    }  # fmt: skip
    markdown, code = converters["Markdown"], converters["Highlighting"]
    assert markdown["own_seconds"] == pytest.approx(markdown["seconds"] - code["seconds"])
    assert list(document["plugins"]) == ["_plugins/mine.py"]


def test_what_the_cache_saved(jinkyll: Run, site: Path) -> None:
    first = profile(jinkyll, site)["caches"]
    assert first["conversions"] == {"hits": 0, "misses": 2}
    assert first["templates"]["hits"] == 0
    then = profile(jinkyll, site)["caches"]
    assert then["conversions"]["hits"] > 0
    assert then["templates"] == {"hits": first["templates"]["misses"], "misses": 0}


def test_the_slowest_pages(jinkyll: Run, site: Path) -> None:
    for number in range(20):
        (site / f"page{number}.html").write_text("---\n---\n", encoding="utf-8")
    pages = profile(jinkyll, site)["slowest_pages"]
    assert len(pages) == 10
    assert [page["seconds"] for page in pages] == sorted(
        (page["seconds"] for page in pages), reverse=True
    )
    assert {page["path"] for page in pages} & {"b.md", "c.scss"}
