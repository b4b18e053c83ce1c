"""Includes that are rendered once for all pages, in incremental builds and by several processes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from conftest import read_tree
from incremental.blog import Blog
from jinkyll.cache import regenerator, workers

if TYPE_CHECKING:
    from pathlib import Path

POSTS = 6
FILES = {
    "_config.yml": "title: Site\nplugins: [jekyll-include-cache]\n",
    "_layouts/default.html": "{{ content }}{% include_cached nav.html n=page.n %}",
    "_includes/nav.html": "{{ site.data.nav.first }} {{ include.n }}",
    "_data/nav.yml": "[one]",
    "_data/other.yml": "[one]",
    **{
        f"_posts/2020-01-0{day}-p.md": f"---\nlayout: default\nn: {day % 2}\n---\nText\n"
        for day in range(1, POSTS + 1)
    },
}


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Blog:
    monkeypatch.setattr(regenerator, "settled", lambda *_: True)
    monkeypatch.setattr(workers, "_FEWEST", 2)
    monkeypatch.setattr(workers, "can_fork", lambda: hasattr(os, "fork"))
    return Blog(tmp_path, FILES)


def test_all_pages_look_at_what_the_include_looks_at(blog: Blog) -> None:
    assert blog.build(jobs=2).rendered == POSTS
    blog.write("_posts/2020-01-02-p.md", "---\nlayout: default\nn: 0\n---\nNew\n")
    assert blog.build().rendered == 1
    blog.write("_data/other.yml", "[two]")
    assert blog.build().rendered == 0
    for name, text in (("_data/nav.yml", "[two]"), ("_includes/nav.html", "{{ include.n }}")):
        blog.write(name, text)
        assert blog.build().rendered == POSTS


def test_one_that_looks_at_the_page_of_its_first_use_is_built_in_order(blog: Blog) -> None:
    blog.write("_includes/nav.html", "{{ page.date | date: '%d' }} {{ include.n }}")
    blog.build(jobs=1)
    in_order = read_tree(blog.folder / "_site")
    assert {text.split("\n")[1] for text in in_order.values()} == {"01 1", "02 0"}
    blog.build(jobs=2, disable_disk_cache=True)
    assert read_tree(blog.folder / "_site") == in_order
    blog.write("_data/other.yml", "[two]")
    assert blog.build().rendered == POSTS
    assert read_tree(blog.folder / "_site") == in_order
