"""A build that has nothing to do says what the last one said, before anything is imported."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "_config.yml": "title: Site\n",
    "_layouts/default.html": "{{ content }} {{ site.time | date: '%Y' }}",
    "index.md": "---\nlayout: default\n---\nText",
    "logo.svg": "<svg/>",
}


class Blog:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, *words: str, **environment: str) -> tuple[str, int]:
        """What the command says, its times apart, and how many of our modules it imports."""
        time.sleep(0.06)  # files have to rest before they count as unchanged
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "jinkyll", *words],
            cwd=self.folder,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        return re.sub(r"[\d.]+ seconds", "", done.stdout), done.stderr.count(" jinkyll.")


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    blog = Blog(tmp_path)
    blog.run("build")
    return blog


FEW = 5


def test_nothing_is_imported_to_do_nothing(blog: Blog) -> None:
    first, imported = blog.run("build")
    assert imported < FEW
    assert "Rendered: 0 of 1 pages" in first
    assert blog.run("build") == (first, imported)
    full, imported = blog.run("build", "--trace")
    assert imported > FEW
    assert full == first


def test_as_quiet_as_asked_for(blog: Blog) -> None:
    blog.run("build", "--quiet")
    said, imported = blog.run("build", "--quiet")
    assert said == ""
    assert imported < FEW


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("index.md", "---\nlayout: default\n---\nOther"),
        ("_layouts/default.html", "{{ content }} new"),
        ("_config.yml", "title: Other\n"),
        ("_config.yaml", "title: Other\n"),
        ("logo.svg", "<svg></svg>"),
        ("new.md", "---\n---\n"),
        ("_data/new.yml", "a: 1"),
        ("_site/index.html", "spoilt"),
        ("_site/stray.html", "stray"),
        ("_plugins/new.py", ""),
    ],
)
def test_any_change_is_seen(blog: Blog, name: str, text: str) -> None:
    assert blog.run("build")[1] < FEW
    blog.write(name, text)
    assert blog.run("build")[1] > FEW
    assert not (blog.folder / "_site/stray.html").exists()
    assert (blog.folder / "_site/index.html").read_text() != "spoilt"


def test_what_is_gone_is_missed(blog: Blog) -> None:
    (blog.folder / "_site/index.html").unlink()
    assert blog.run("build")[1] > FEW
    assert (blog.folder / "_site/index.html").exists()


def test_other_words_or_surroundings_are_another_build(blog: Blog) -> None:
    assert blog.run("build", JEKYLL_ENV="production")[1] > FEW
    assert blog.run("build")[1] > FEW
    assert blog.run("build", "--baseurl", "/b")[1] > FEW
    assert blog.run("build")[1] > FEW
    assert blog.run("build")[1] < FEW
    # Same sources, same destination, but another configuration has been at work.
    blog.write("other.yml", "title: Site\n")
    blog.run("build", "--config", "other.yml")
    assert blog.run("build")[1] > FEW


def test_warnings_and_whole_builds_are_not_repeated(blog: Blog) -> None:
    for words in (("build", "--no-incremental"), ("build", "--disable-disk-cache")):
        blog.run(*words)
        assert blog.run(*words)[1] > FEW
    blog.write("index.md", "---\nlayout: missing\n---\n")
    blog.run("build")
    assert blog.run("build")[1] > FEW
