"""What a build does to the destination: only what has to be, and each file as a whole."""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING

import pytest

from conftest import BuildSite, read_tree
from jinkyll import configuration
from jinkyll.build import Report, build
from jinkyll.errors import JinkyllError, PermalinkError, WriteError

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "---\n---\n"


@pytest.fixture
def destination(tmp_path: Path) -> Path:
    return tmp_path / "destination"


def again(tmp_path: Path, **settings: object) -> Report:
    return build(
        configuration.load(
            {
                "source": str(tmp_path / "source"),
                "destination": str(tmp_path / "destination"),
                "quiet": True,
                **settings,
            }
        )
    )


def test_what_would_not_change_is_not_touched(
    build_site: BuildSite, tmp_path: Path, destination: Path
) -> None:
    build_site({"a.html": PAGE + "a", "b.txt": "b"})
    before = {path: path.stat().st_ino for path in destination.iterdir()}
    report = again(tmp_path)
    assert {path: path.stat().st_ino for path in destination.iterdir()} == before
    assert report.written is None or report.written.written + report.written.copied == 0


def test_a_static_file_keeps_its_time_and_mode(
    build_site: BuildSite, tmp_path: Path, destination: Path
) -> None:
    build_site({"b.sh": "b"})
    source = tmp_path / "source/b.sh"
    source.chmod(0o755)
    os.utime(source, (1_000_000_000, 1_000_000_000))
    again(tmp_path)
    copied = (destination / "b.sh").stat()
    assert int(copied.st_mtime) == 1_000_000_000
    assert stat.S_IMODE(copied.st_mode) == 0o755


def test_what_nobody_claims_goes_empty_folders_too(
    build_site: BuildSite, destination: Path
) -> None:
    (destination / "old/deep").mkdir(parents=True)
    (destination / "old/deep/x.html").write_text("x")
    (destination / "empty").mkdir()
    (destination / "keep").mkdir()
    (destination / "keep/x").write_text("x")
    (destination / ".git").mkdir()
    (destination / ".git/HEAD").write_text("x")
    built = build_site({"a.html": PAGE, "_config.yml": "keep_files: [keep, .git, deep/er/file]\n"})
    assert sorted(built) == [".git/HEAD", "a.html", "keep/x"]
    assert sorted(path.name for path in destination.iterdir()) == [".git", "a.html", "keep"]


def test_files_and_folders_take_each_others_places(
    build_site: BuildSite, tmp_path: Path, destination: Path
) -> None:
    (destination / "was_folder/deep").mkdir(parents=True)
    (destination / "was_folder/deep/x").write_text("x")
    (destination / "was_file").write_text("x")
    built = build_site({"was_folder": PAGE + "file", "was_file/index.html": PAGE + "folder"})
    assert built == {"was_folder": "file", "was_file/index.html": "folder"}


def test_a_link_to_a_folder_elsewhere_is_not_followed(
    build_site: BuildSite, tmp_path: Path, destination: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").write_text("x")
    destination.mkdir()
    (destination / "linked").symlink_to(elsewhere)
    (destination / "leftover").symlink_to(elsewhere)
    build_site({"linked/a.html": PAGE + "a"})
    assert read_tree(elsewhere) == {"precious": "x"}
    assert read_tree(destination) == {"linked/a.html": "a"}


@pytest.mark.parametrize(
    "permalink", ["/../../evil.html", "/%2e%2e/%2e%2e/evil.html", "/..%2fevil"]
)
def test_nothing_is_written_outside(build_site: BuildSite, tmp_path: Path, permalink: str) -> None:
    with contextlib.suppress(PermalinkError):
        build_site({"a.html": f"---\npermalink: {permalink}\n---\n"})
    inside = {tmp_path / "source", tmp_path / "destination"}
    assert set(tmp_path.iterdir()) <= inside


def test_two_outputs_on_one_path_are_both_named(
    build_site: BuildSite, capsys: pytest.CaptureFixture[str]
) -> None:
    built = build_site(
        {"a.md": PAGE + "x", "b.html": "---\npermalink: /a.html\n---\ny"}, quiet=False
    )
    said = capsys.readouterr().err
    assert "Conflict: The following destination is shared by multiple files." in said
    assert " - a.md" in said
    assert " - b.html" in said
    assert built["a.html"] == "y"


def test_redirects_may_share_their_place(
    build_site: BuildSite, capsys: pytest.CaptureFixture[str]
) -> None:
    from_docs = "---\nredirect_from: /docs/\n---\n"
    built = build_site(
        {
            "_config.yml": "plugins: [jekyll-redirect-from]\n",
            "a.md": from_docs,
            "b.md": from_docs,
            "docs/index.md": PAGE,
        },
        quiet=False,
    )
    assert "Conflict" not in capsys.readouterr().err
    assert "b.html" in built["docs/index.html"]


def test_a_failing_build_leaves_the_last_good_site(
    build_site: BuildSite, destination: Path
) -> None:
    good = build_site({"a.html": PAGE + "good"})
    with pytest.raises(JinkyllError):
        build_site({"a.html": PAGE + "new", "b.html": PAGE + "{% nonsense %}"})
    assert read_tree(destination) == good


def test_a_destination_that_refuses_is_one_clear_error(
    build_site: BuildSite, destination: Path
) -> None:
    destination.write_text("a file where the folder should be")
    with pytest.raises(WriteError) as caught:
        build_site({"a.html": PAGE})
    assert str(destination) in str(caught.value)


def test_leftovers_of_a_killed_build_are_removed(build_site: BuildSite, destination: Path) -> None:
    destination.mkdir()
    (destination / ".a.html.123.tmp").write_text("half")
    assert build_site({"a.html": PAGE + "whole"}) == {"a.html": "whole"}


def test_links_are_kept_in_development_and_resolved_for_the_public(
    build_site: BuildSite, tmp_path: Path, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site({"a.txt": "a"})
    (tmp_path / "source/b.txt").symlink_to("a.txt")
    again(tmp_path)
    assert (destination / "b.txt").is_symlink()
    monkeypatch.setenv("JEKYLL_ENV", "production")
    again(tmp_path)
    assert not (destination / "b.txt").is_symlink()
    assert read_tree(destination) == {"a.txt": "a", "b.txt": "a"}
