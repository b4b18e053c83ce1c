"""A look at the files of the last build, with and without another process that helps."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

import site_files
from jinkyll import configuration, look, processes
from jinkyll.build import build
from jinkyll.repetition import FOLDER

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=[True, False], ids=["another process", "none"])
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    monkeypatch.setattr(look, "_MANY", 0)
    # The test runner may have threads of its own, which do not matter here.
    forks = request.param and hasattr(os, "fork")
    monkeypatch.setattr(processes, "can_fork", lambda: forks)
    folder = site_files.write(tmp_path, {"index.md": "---\n---\nText", "logo.svg": "<svg/>"})
    build(
        configuration.load({"source": str(folder), "quiet": True, "destination": f"{folder}/_site"})
    )
    return folder


def taken(site: Path) -> look.Look:
    found = look.take(str(site / FOLDER))
    assert found is not None
    return found


def test_everything_is_as_it_was(site: Path) -> None:
    found = taken(site)
    assert found.destination_is_right()
    assert found.destination_is_right()  # asked again
    assert found.sources == found.kept[1][3]
    found.close()


@pytest.mark.parametrize("name", ["index.html", "stray.html"])
def test_something_in_the_destination_is_not(site: Path, name: str) -> None:
    site_files.write(site, {f"_site/{name}": "other"})
    found = taken(site)
    assert not found.destination_is_right()
    assert found.sources == found.kept[1][3]


def test_the_destination_is_gone(site: Path) -> None:
    shutil.rmtree(site / "_site")
    assert not taken(site).destination_is_right()


def test_a_source_is_another(site: Path) -> None:
    site_files.write(site, {"index.md": "---\n---\nOther"})
    found = taken(site)
    assert found.sources != found.kept[1][3]
    found.close()


def test_nothing_was_left(tmp_path: Path) -> None:
    assert look.take(str(tmp_path)) is None
