"""The commands of jekyll-compose, against what the plugin itself did."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
CASES: list[dict[str, Any]] = json.loads(
    Path(__file__)
    .parent.with_name("cases")
    .joinpath("commands/composition.json")
    .read_text("utf-8")
)


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_files_and_messages_are_those_of_jekyll_compose(
    jinkyll: Run, tmp_path: Path, case: dict[str, Any]
) -> None:
    write(tmp_path, case["files"])
    done = jinkyll(tmp_path, *case["command"])
    assert files(tmp_path) == case["result"]
    message = case["message"].replace("./", "")
    if case["done"]:
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines()[-1].strip() == message
    else:
        # Where the plugin shrugs and ends well, we say that nothing was done.
        assert done.returncode == 1
        assert message in done.stderr


def test_a_date_in_another_zone_is_that_day_there(jinkyll: Run, tmp_path: Path) -> None:
    write(tmp_path, {"_config.yml": "timezone: America/New_York\n"})
    jinkyll(tmp_path, "post", "a", "--date", "2020-07-01")
    text = (tmp_path / "_posts/2020-07-01-a.md").read_text("utf-8")
    assert "\ndate: 2020-07-01 00:00 -0400\n" in text


def test_without_a_date_it_is_now_in_the_sites_zone(jinkyll: Run, tmp_path: Path) -> None:
    write(tmp_path, {"_config.yml": "timezone: Pacific/Kiritimati\n"})
    before = datetime.now(ZoneInfo("Pacific/Kiritimati")).replace(second=0, microsecond=0)
    jinkyll(tmp_path, "post", "a")
    after = datetime.now(ZoneInfo("Pacific/Kiritimati"))
    (post,) = (tmp_path / "_posts").iterdir()
    match = re.search(r"^date: (.*)$", post.read_text("utf-8"), re.MULTILINE)
    assert match is not None
    date = datetime.strptime(match[1], "%Y-%m-%d %H:%M %z")
    assert before <= date <= after
    assert post.name == f"{date:%Y-%m-%d}-a.md"


def test_a_date_that_is_none_is_refused(jinkyll: Run, tmp_path: Path) -> None:
    done = jinkyll(tmp_path, "post", "a", "--date", "someday")
    assert done.returncode == 1
    assert "'someday' is no date" in done.stderr
    assert files(tmp_path) == {}


def test_everything_else_in_the_front_matter_is_left_alone(jinkyll: Run, tmp_path: Path) -> None:
    lines = (
        "---",
        "# a draft",
        "title:   'Quoted'   # why",
        "list: [a,",
        "  b]",
        "---",
        "body",
        "",
    )
    text = "\r\n".join(lines)
    write(tmp_path, {"_config.yml": "timezone: UTC\n"})
    (tmp_path / "_drafts").mkdir()
    (tmp_path / "_drafts/a.md").write_bytes(text.encode())
    assert jinkyll(tmp_path, "publish", "_drafts/a.md", "-d", "2020-01-01").returncode == 0
    published = (tmp_path / "_posts/2020-01-01-a.md").read_bytes().decode()
    assert published == text.replace("b]\r\n", "b]\r\ndate: 2020-01-01 00:00 +0000\n")


def test_a_file_that_is_not_utf_8_is_not_moved(jinkyll: Run, tmp_path: Path) -> None:
    (tmp_path / "_drafts").mkdir()
    (tmp_path / "_drafts/a.md").write_bytes(b"---\ntitle: \xff\n---\n")
    done = jinkyll(tmp_path, "publish", "_drafts/a.md")
    assert done.returncode == 1
    assert "_drafts/a.md: can't be read as UTF-8 text" in done.stderr
    assert (tmp_path / "_drafts/a.md").exists()
    assert not (tmp_path / "_posts").exists()


def test_renaming_to_the_same_name_only_changes_the_title(jinkyll: Run, tmp_path: Path) -> None:
    write(tmp_path, {"_drafts/a.md": "---\ntitle: a\n---\n"})
    assert jinkyll(tmp_path, "rename", "_drafts/a.md", "A").returncode == 0
    assert files(tmp_path) == {"_drafts/a.md": "---\ntitle: A\n---\n"}


def test_renaming_keeps_the_extension(jinkyll: Run, tmp_path: Path) -> None:
    write(tmp_path, {"_posts/2020-01-02-a.markdown": "---\ntitle: a\n---\n"})
    assert jinkyll(tmp_path, "rename", "_posts/2020-01-02-a.markdown", "B c").returncode == 0
    assert list(files(tmp_path)) == ["_posts/2020-01-02-b-c.markdown"]


def test_the_new_file_is_opened_where_the_site_wants_that(jinkyll: Run, tmp_path: Path) -> None:
    write(tmp_path, {"_config.yml": "jekyll_compose:\n  auto_open: true\n"})
    opened = tmp_path / "opened"
    editor = f"{os.environ.get('SHELL', '/bin/sh')} -c 'echo \"$0\" > {opened}'"
    jinkyll(tmp_path, "draft", "a", env={"JEKYLL_EDITOR": editor})
    assert opened.read_text("utf-8").strip() == str(tmp_path / "_drafts/a.md")
    done = jinkyll(tmp_path, "draft", "b", env={"JEKYLL_EDITOR": "no-such-editor"})
    assert done.returncode == 0
    assert "JEKYLL_EDITOR (no-such-editor) can't be run" in done.stderr
