"""A site that is not there yet appears as a whole, or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

import site_files
from jinkyll import configuration
from jinkyll.build import build
from jinkyll.cache import workers
from jinkyll.cache.staging import Staging
from jinkyll.errors import JinkyllError, WriteError

if TYPE_CHECKING:
    from pathlib import Path

    from jinkyll.build import Report


@pytest.fixture
def staging(tmp_path: Path) -> Staging:
    return Staging(tmp_path / "hidden", tmp_path / "a" / "_site")


def test_nothing_is_there_before_everything_is(staging: Staging, tmp_path: Path) -> None:
    site = tmp_path / "a" / "_site"
    assert staging.put(f"{site}/b/c.html", "\udcff text")
    assert staging.get(f"{site}/b/c.html") == "\udcff text"
    assert not site.exists()
    staging.publish()
    assert (site / "b" / "c.html").read_bytes() == b"\xff text"
    assert staging.get(f"{site}/b/c.html") == "\udcff text"


def test_the_first_has_the_place(staging: Staging, tmp_path: Path) -> None:
    path = f"{tmp_path}/a/_site/index.html"
    assert staging.put(path, "one")
    assert not staging.put(path, "two")
    assert not staging.put(f"{path}/below", "three")
    assert staging.get(path) == "one"


def test_a_site_without_a_page(staging: Staging, tmp_path: Path) -> None:
    staging.publish()
    assert list((tmp_path / "a" / "_site").iterdir()) == []


def test_a_destination_that_came_meanwhile(staging: Staging, tmp_path: Path) -> None:
    site_files.write(tmp_path, {"a/_site/other.html": "other"})
    staging.put(f"{tmp_path}/a/_site/index.html", "one")
    with pytest.raises(WriteError, match="can't put the new site there"):
        staging.publish()
    assert (tmp_path / "a" / "_site" / "other.html").read_text() == "other"


def test_a_full_disk(staging: Staging, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:1]))
    path = f"{tmp_path}/a/_site/index.html"
    assert not staging.put(path, "text")
    monkeypatch.setattr(os, "write", write)
    assert staging.put(path, "text")


FILES = {
    **{f"page-{n}.md": f"---\ntitle: Page {n}\n---\nText {n}.\n" for n in range(40)},
    "logo.svg": "<svg/>",
    "sub/first.md": "---\npermalink: /both.html\n---\nfirst",
    "sub/second.md": "---\npermalink: /both.html\n---\nsecond",
}


def built(folder: Path, destination: Path, **settings: Any) -> Report:
    given = {"source": str(folder), "destination": str(destination), "quiet": True, "jobs": 2}
    return build(configuration.load({**given, **settings}))


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def many_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    # The test runner may have threads of its own, which do not matter here.
    monkeypatch.setattr(workers, "can_fork", lambda: hasattr(os, "fork"))


@pytest.mark.usefixtures("many_hands")
@pytest.mark.parametrize("settings", [{}, {"jobs": 1}, {"disable_disk_cache": True}])
def test_a_first_build_is_like_any_other(tmp_path: Path, settings: dict[str, Any]) -> None:
    folder = site_files.write(tmp_path / "source", FILES)
    (tmp_path / "there").mkdir()
    built(folder, tmp_path / "there", jobs=1)
    report = built(folder, tmp_path / "new" / "site", cache_dir=".other-cache", **settings)
    assert tree(tmp_path / "new" / "site") == tree(tmp_path / "there")
    assert b"second" in (tmp_path / "new" / "site" / "both.html").read_bytes()
    assert report.written is not None
    assert (report.written.written, report.written.copied) == (41, 1)
    again = built(folder, tmp_path / "new" / "site", cache_dir=".other-cache", **settings)
    assert again.written is None or again.written.written == 0


@pytest.mark.usefixtures("many_hands")
def test_a_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    folder = site_files.write(tmp_path / "source", {**FILES, "bad.md": "---\n---\n{% nope %}"})
    with pytest.raises(JinkyllError):
        built(folder, tmp_path / "site")
    assert not (tmp_path / "site").exists()
    left = {path.name for path in (folder / ".jekyll-cache").rglob("*") if path.is_file()}
    assert not {name for name in left if name.endswith(".html")}


@pytest.mark.usefixtures("many_hands")
def test_hooks_find_what_was_written(tmp_path: Path) -> None:
    hook = """
from pathlib import Path
from jinkyll.plugins.api import hook

PURE = True

@hook("pages", "post_write")
def look(page):
    assert Path(page.output_path(str(page.site.destination))).is_file()
"""
    folder = site_files.write(tmp_path / "source", {**FILES, "_plugins/look.py": hook})
    assert built(folder, tmp_path / "site").rendered == 42
