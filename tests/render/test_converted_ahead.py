"""Where forking is not safe, other processes convert Markdown, and nothing else changes.

The variable JINKYLL_NO_FORK makes any system such a one.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

import site_files
from jinkyll import configuration
from jinkyll.cache import DiskCache
from jinkyll.plugins import load
from jinkyll.read import read
from jinkyll.render.converted_ahead import ConvertedAhead
from jinkyll.render.converters import Converters

if TYPE_CHECKING:
    from pathlib import Path

    from jinkyll.content import Site

POSTS = 240
#: Two plain ones, one with a remark, one with Liquid, one that many posts have.
BODIES = (
    "# Title N\n\nText *N*.\n\n```ruby\nputs N\n```\n",
    "N\n\n- a\n- b\n",
    "Before.\n\nThis N | is a table\n",
    "N {{ page.number | plus: 1 }} of {{ site.posts.size }}\n",
    "Always the same.\n",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "_config.yml": "title: t\ntime: 2020-01-01\nkramdown: {show_warnings: true}\n",
        "_layouts/post.html": "<h1>{{ page.number }}</h1>{{ content }}",
        "index.md": "---\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}",
    }
    for n in range(POSTS):
        body = BODIES[n % len(BODIES)].replace("N", str(n))
        files[f"_posts/2019-01-01-{n}.md"] = f"---\nlayout: post\nnumber: {n}\n---\n{body}"
    return site_files.write(tmp_path / "source", files)


def build(folder: Path, name: str, jobs: int, **variables: str) -> tuple[dict[str, bytes], str]:
    destination = folder.parent / name
    done = subprocess.run(
        (sys.executable, "-m", "jinkyll", "build", "--disable-disk-cache", "--jobs", str(jobs),
         "--destination", str(destination)),
        cwd=folder, env={**os.environ, **variables}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    files = {
        path.relative_to(destination).as_posix(): path.read_bytes()
        for path in destination.rglob("*")
        if path.is_file()
    }
    return files, re.sub(r"Destination:.*|in [\d.]+ seconds", "", done.stdout) + done.stderr


@pytest.mark.parametrize("jobs", [2, 4])
def test_the_site_and_the_messages_are_the_same(folder: Path, jobs: int) -> None:
    files, said = build(folder, "alone", 1)
    assert len(files) == POSTS + 1
    assert "_posts/2019-01-01-2.md:7: " in said
    assert build(folder, "spawned", jobs, JINKYLL_NO_FORK="1") == (files, said)


@pytest.fixture
def site(folder: Path) -> Site:
    return read(configuration.load({"source": str(folder), "quiet": True}))


def converters(site: Site, cache: DiskCache) -> Converters:
    return Converters(site, load(site.configuration).converters, cache)


def is_converted(site: Site, cache: DiskCache, number: int) -> bool:
    text = site.posts[number].content
    processor = converters(site, cache).markdown.processor
    return processor.is_kept(text)  # type: ignore[attr-defined,no-any-return]


def test_what_has_no_liquid_is_converted_elsewhere(site: Site) -> None:
    cache = DiskCache(None)
    many = [*site.posts, *site.posts]  # more than pays
    ahead = ConvertedAhead(many, converters(site, cache), jobs=2)
    deadline = time.monotonic() + 60
    while not is_converted(site, cache, 0) and time.monotonic() < deadline:
        assert not ahead.take(site.pages[0])
        time.sleep(0.01)
    ahead.close()
    assert [is_converted(site, cache, number) for number in range(POSTS)] == [
        not post.render_with_liquid for post in site.posts
    ]


def test_few_pages_are_not_worth_a_process(site: Site) -> None:
    ahead = ConvertedAhead(site.posts[:199], converters(site, DiskCache(None)), jobs=2)
    assert ahead._spawned is None
    ahead.close()


def test_nor_are_pages_that_have_been_converted_before(site: Site) -> None:
    cache = DiskCache(None)
    many = [*site.posts, *site.posts]
    made = converters(site, cache)
    for post in site.posts[1:]:
        made.markdown.convert(post.content or "")
    ahead = ConvertedAhead(many, made, jobs=2)
    assert ahead._spawned is None
    ahead.close()
