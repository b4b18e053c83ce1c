from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def names(folder: Path) -> list[str]:
    return sorted(
        re.sub(r"\d{4}-\d\d-\d\d", "DATE", path.relative_to(folder).as_posix())
        for path in folder.rglob("*")
        if path.is_file() or not any(path.iterdir())
    )


SITE = [
    ".gitignore",
    "404.html",
    "Gemfile",
    "_config.yml",
    "_posts/DATE-welcome-to-jekyll.markdown",
    "about.markdown",
    "index.markdown",
]
BLANK = [
    "_config.yml",
    "_data",
    "_drafts",
    "_includes",
    "_layouts/default.html",
    "_posts",
    "_sass/main.scss",
    "assets/css/main.scss",
    "index.md",
]


def test_a_site_has_jekylls_files(jinkyll: Run, tmp_path: Path) -> None:
    done = jinkyll(tmp_path, "new", "my", "blog")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"New jekyll site installed in {tmp_path}/my blog. \n"
    assert names(tmp_path / "my blog") == SITE
    (post,) = (tmp_path / "my blog/_posts").iterdir()
    assert re.search(
        r"^date:   \d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}$",
        post.read_text("utf-8"),
        re.MULTILINE,
    )


def test_a_blank_site_has_jekylls_files(jinkyll: Run, tmp_path: Path) -> None:
    assert jinkyll(tmp_path, "new", "--blank", "x").returncode == 0
    assert names(tmp_path / "x") == BLANK


def test_bundle_is_not_run_and_may_be_skipped(jinkyll: Run, tmp_path: Path) -> None:
    done = jinkyll(tmp_path, "new", "--skip-bundle", "x")
    assert done.stdout.splitlines()[-1] == "Bundle install skipped. "


def test_a_folder_with_something_in_it_is_left_alone(jinkyll: Run, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x/.hidden").write_text("", encoding="utf-8")
    (tmp_path / "x/index.markdown").write_text("mine", encoding="utf-8")
    done = jinkyll(tmp_path, "new", "x")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"          Conflict: {tmp_path}/x exists and is not empty.\n"
        f"                    Ensure {tmp_path}/x is empty or else try again with `--force` to "
        "proceed and overwrite any files.\n"
    )
    assert names(tmp_path / "x") == [".hidden", "index.markdown"]
    assert jinkyll(tmp_path, "new", "x", "--force").returncode == 0
    assert names(tmp_path / "x") == sorted([*SITE, ".hidden"])
    assert "mine" not in (tmp_path / "x/index.markdown").read_text("utf-8")


def test_an_empty_folder_is_taken(jinkyll: Run, tmp_path: Path) -> None:
    assert jinkyll(tmp_path, "new", ".").returncode == 0
    assert names(tmp_path) == SITE


def test_a_path_is_needed(jinkyll: Run, tmp_path: Path) -> None:
    done = jinkyll(tmp_path, "new")
    assert done.returncode == 1
    assert done.stderr.endswith(" | Error:  You must specify a path.\n")


def test_a_file_in_the_way_is_named(jinkyll: Run, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    done = jinkyll(tmp_path, "new", "x")
    assert done.returncode == 1
    assert str(tmp_path / "x") in done.stderr
    assert "Traceback" not in done.stderr


def outputs(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))


def text(page: Path) -> str:
    """The text of *page* without the version of the Jekyll that made it."""
    return re.sub(r"Jekyll v[\d.]+", "Jekyll", page.read_text("utf-8"))


@pytest.mark.reference
@pytest.mark.skipif(shutil.which("jekyll") is None, reason="there is no Jekyll here")
@pytest.mark.parametrize("switches", [(), ("--blank",)])
def test_jekyll_builds_the_new_site_to_the_same_pages(
    jinkyll: Run, tmp_path: Path, switches: tuple[str, ...]
) -> None:
    jinkyll(tmp_path, "new", "x", *switches)
    site = tmp_path / "x"
    built = jinkyll(site, "build", "--destination", str(tmp_path / "ours"))
    assert built.returncode == 0, built.stderr
    subprocess.run(
        ("jekyll", "build", "--quiet", "--destination", str(tmp_path / "theirs")),
        cwd=site,
        check=True,
        capture_output=True,
    )
    pages = outputs(tmp_path / "theirs")
    assert outputs(tmp_path / "ours") == pages
    for page in pages:
        # Two builds at two times; and two compilers of Sass, with other blanks.
        if page.endswith((".xml", ".css", ".css.map")):
            continue
        assert text(tmp_path / "ours" / page) == text(tmp_path / "theirs" / page), page
