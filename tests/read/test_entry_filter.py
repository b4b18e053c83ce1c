"""What `include` and `exclude` do; the globs as Ruby's `File.fnmatch` has them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from jinkyll.configuration import load
from jinkyll.read.entry_filter import EntryFilter, glob_pattern
from reading import read_site, write_site

CASES = json.loads(
    (Path(__file__).parent.parent / "cases" / "entry_filter" / "globs.json").read_text("utf-8")
)["cases"]

# Ruby lets no wildcard match a dot at the beginning. Patterns and paths are compared
# below the source, where nothing is at the beginning.
_LEADING_DOT = ".hid"


@pytest.mark.parametrize("pattern", sorted({case["pattern"] for case in CASES}))
def test_globs_match_as_in_ruby(pattern: str) -> None:
    compiled = re.compile(glob_pattern(pattern), re.DOTALL)
    cases = [one for one in CASES if one["pattern"] == pattern and one["path"] != _LEADING_DOT]
    matched = {one["path"]: compiled.fullmatch(one["path"]) is not None for one in cases}
    assert matched == {one["path"]: one["jekyll"] for one in cases}


@pytest.mark.parametrize(
    ("entry", "settings", "accepted"),
    [
        ("a.md", {}, True),
        ("_a.md", {}, False),
        (".a.md", {}, False),
        ("#a.md", {}, False),
        ("~a.md", {}, False),
        ("a.md~", {}, False),
        ("a.", {"include": ["a."]}, False),
        (".htaccess", {}, True),
        ("_a.md", {"include": ["_a.md"]}, True),
        ("_abc.md", {"include": ["_a"]}, True),
        ("foobar.md", {"exclude": ["foo"]}, False),
        ("foobar.md", {"exclude": ["foo/"]}, True),
        ("foobar.md", {"exclude": ["foo"], "include": ["foobar.md"]}, True),
        ("Gemfile", {}, False),
        ("Gemfile.lock", {"exclude": ["x"]}, False),
        ("Gemfile", {"include": ["Gemfile"]}, True),
        ("a.md", {"exclude": [None, 1]}, True),
    ],
)
def test_the_rules(entry: str, settings: dict[str, Any], accepted: bool, tmp_path: Path) -> None:
    configuration = load({"skip_config_files": True, "source": str(tmp_path), **settings})
    entries = EntryFilter(configuration)
    path = str(tmp_path / entry)
    assert entries.accepts(entry, "", path, directory=False) is accepted


def test_safe_mode_ignores_symlinks_that_leave_the_source(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    source = tmp_path / "site"
    write_site(outside, {"secret.md": "---\n---\n", "data.yml": "a: 1\n"})
    write_site(source, {"own.md": "---\n---\n", "_data/x.yml": "a: 1\n"})
    (source / "secret.md").symlink_to(outside / "secret.md")
    (source / "inside.md").symlink_to(source / "own.md")
    (source / "folder").symlink_to(outside)
    (source / "_data" / "y.yml").symlink_to(outside / "data.yml")
    free = read_site(source)
    assert {page.relative_path for page in free.pages} == {
        "own.md", "secret.md", "inside.md", "folder/secret.md",
    }  # fmt: skip
    assert set(free.data) == {"x", "y"}
    safe = read_site(source, safe=True)
    assert {page.relative_path for page in safe.pages} == {"own.md", "inside.md"}
    assert set(safe.data) == {"x"}


def test_a_link_to_a_folder_around_it_is_not_followed_for_ever(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path, {"a/b.md": "---\n---\n"})
    (tmp_path / "a" / "again").symlink_to(tmp_path / "a")
    site = read_site(tmp_path)
    assert [page.relative_path for page in site.pages] == ["a/b.md"]
    assert [one.path for one in site.skipped] == ["a/again"]
    assert "a/again is a symbolic link to a folder around it" in capsys.readouterr().err


@pytest.mark.parametrize(
    "path",
    [
        "gone.md", "_posts/2020-01-01-gone.md", "_drafts/gone.md", "_recipes/gone.md",
        "_layouts/gone.html", "_data/gone.yml",
    ],
)  # fmt: skip
def test_a_broken_link_is_skipped(
    tmp_path: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path, {"own.md": "---\n---\n"})
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).symlink_to(tmp_path / "nowhere")
    (tmp_path / path).with_name(".#gone.md").symlink_to("an.editors@lock")
    site = read_site(tmp_path, collections={"recipes": {}}, show_drafts=True)
    assert [(one.path, one.reason) for one in site.skipped] == [(path, "is no file")]
    assert f"Skipping: {path} is no file" in capsys.readouterr().err
    assert [page.relative_path for page in site.pages] == ["own.md"]
