"""Posts that are converted while the site is read: the same pages, and no work left behind."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any

import pytest

import site_files
from conftest import read_tree
from jinkyll import configuration, meanwhile
from jinkyll.build import build
from jinkyll.cache import open_cache, workers
from jinkyll.errors import JinkyllError
from jinkyll.read import files

if TYPE_CHECKING:
    from pathlib import Path

    from jinkyll.configuration import Configuration

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")

FILES = {
    "_config.yml": "kramdown: {auto_ids: false}\n",
    "index.html": "---\n---\n{% for post in site.posts %}{{ post.content }}{% endfor %}",
    "_posts/2020-01-01-liquid.md": "---\n---\n{{ page.title }} *text*\n",
    "_posts/2020-01-02-html.html": "---\n---\n*no* Markdown\n",
    "_posts/2020-01-03-old.textile": "---\n---\n*no* Markdown\n",
    "_posts/sub/2020-01-04-below.markdown": "---\n---\n# *Below*\n",
    "_posts/not-a-post.md": "---\n---\n*nothing*\n",
    **{f"_posts/2021-01-{day:02}-p.md": f"---\n---\nText *{day}*.\n" for day in range(1, 20)},
}


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    # The test runner may have threads of its own, which do not matter here.
    monkeypatch.setattr(workers, "can_fork", lambda: True)
    monkeypatch.setattr(meanwhile, "_FEWEST", 4)


def configured(folder: Path, name: str, **settings: Any) -> Configuration:
    given = {"source": str(folder), "destination": str(folder.parent / name), "quiet": True}
    return configuration.load({**given, "jobs": 2, **settings})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_files.write(tmp_path / "source", FILES)


@pytest.mark.parametrize("settings", [{}, {"disable_disk_cache": True}, {"markdown": "GFM"}])
def test_the_same_pages(site: Path, settings: dict[str, Any]) -> None:
    build(configured(site, "two", **settings))
    build(configured(site, "one", jobs=1, cache_dir=".other", **settings))
    assert read_tree(site.parent / "two") == read_tree(site.parent / "one")


def test_what_is_converted(site: Path) -> None:
    found = configured(site, "site")
    cache = open_cache(found)
    filling = meanwhile.converted_meanwhile(found, cache)
    assert filling is not None
    filling.finish()
    filling.close()
    made = {key for segment in cache.conversions._opened() for key, _ in segment.sizes()}
    assert len(made) == 21  # those with the days, the one below, and what is no post in the end
    cache.close()


def test_it_can_be_stopped(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = site.parent / "begun"

    def slow(path: str) -> bytes:
        with begun.open("a") as file:
            file.write(f"{path}\n")
        time.sleep(0.5)
        return b""

    monkeypatch.setattr(files, "whole", slow)
    found = configured(site, "site")
    cache = open_cache(found)
    filling = meanwhile.converted_meanwhile(found, cache)
    assert filling is not None
    filling.stop()
    done = begun.read_text().splitlines() if begun.exists() else []
    assert len(done) < 21
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    cache.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_mistake_is_told_as_ever(site: Path, jobs: int) -> None:
    site_files.write(site, {"index.html": "---\npermalink: ''\n---\n"})
    with pytest.raises(JinkyllError, match="permalink"):
        build(configured(site, "site", jobs=jobs))
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
