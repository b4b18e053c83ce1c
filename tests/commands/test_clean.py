from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_what_builds_leave_behind_is_removed(jinkyll: Run, tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("title: t\n", encoding="utf-8")
    (tmp_path / "_site/sub").mkdir(parents=True)
    (tmp_path / "_site/sub/a.html").write_text("a", encoding="utf-8")
    (tmp_path / ".jekyll-cache").mkdir()
    (tmp_path / ".jekyll-metadata").write_text("", encoding="utf-8")
    done = jinkyll(tmp_path, "clean")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"Configuration file: {tmp_path}/_config.yml\n"
        f"           Cleaner: Removing {tmp_path}/_site...\n"
        f"           Cleaner: Removing {tmp_path}/.jekyll-metadata...\n"
        f"           Cleaner: Removing {tmp_path}/.jekyll-cache...\n"
        "           Cleaner: Nothing to do for .sass-cache.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["_config.yml"]


def test_where_there_is_nothing_it_says_so(jinkyll: Run, tmp_path: Path) -> None:
    done = jinkyll(tmp_path, "clean")
    assert done.returncode == 0
    assert done.stdout.count("Cleaner: Nothing to do for ") == 4


def test_a_configured_cache_goes(jinkyll: Run, tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("cache_dir: kept/cache\n", encoding="utf-8")
    (tmp_path / "kept/cache").mkdir(parents=True)
    assert jinkyll(tmp_path, "clean").returncode == 0
    assert (tmp_path / "kept").is_dir()
    assert not (tmp_path / "kept/cache").exists()


def test_a_symlink_goes_and_what_it_leads_to_stays(jinkyll: Run, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a").write_text("a", encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/_site").symlink_to(tmp_path / "elsewhere")
    assert jinkyll(tmp_path / "site", "clean").returncode == 0
    assert not (tmp_path / "site/_site").is_symlink()
    assert (tmp_path / "elsewhere/a").exists()


def test_the_sources_are_never_removed(jinkyll: Run, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("a", encoding="utf-8")
    for destination in (".", "..", "/"):
        done = jinkyll(tmp_path / "site", "clean", "--destination", destination)
        assert done.returncode == 1
        assert "nothing was removed" in done.stderr
    (tmp_path / "site/_config.yml").write_text('cache_dir: ""\n', encoding="utf-8")
    assert jinkyll(tmp_path / "site", "clean").returncode == 0
    assert (tmp_path / "site/index.html").exists()
