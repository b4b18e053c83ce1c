"""Of many bodies most stay on disk between reading and rendering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conftest import read_tree
from jinkyll import configuration
from jinkyll.build import build
from jinkyll.content.text_slot import Deferred
from jinkyll.read import read, source_files
from site_files import write

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FILES = {
    "_config.yml": "page_excerpts: true\ncollections: {things: {output: true}}\n",
    "_layouts/default.html": "{{ page.excerpt }}|{{ content }}|{{ page.next.content | size }}",
    "_posts/2024-01-01-a.md": "---\nlayout: default\n---\nAn *excerpt*.\n\nMore.\n",
    "_posts/2024-01-02-b.md": "---\r\nlayout: default\r\n---\r\nÄ line.\r\n\r\nMore.\r\n",
    "_posts/2024-01-03-c.md": "---\nlayout: default\n---\n{% if true %}Open\n\nMore.{% endif %}\n",
    "_posts/2024-01-04-d.md": "\ufeff---\nlayout: default\n---\nAfter a mark.\n",
    "_things/t.md": "Without front matter.\n",
    "index.md": "---\n---\n{% for post in site.posts %}{{ post.content }}{% endfor %}\n\nMore.\n",
    "nothing.md": "---\n---\n",
}


def test_bodies_that_stay_on_disk_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path / "source", FILES)
    trees = []
    for most in (10_000, 30, 0):
        monkeypatch.setattr(source_files, "_MOST_HELD", most)
        destination = tmp_path / f"site-{most}"
        given = {"source": str(source), "destination": str(destination), "quiet": True}
        settings = configuration.load({**given, "disable_disk_cache": True})
        bodies = [doc.source_text for doc in read(settings, None).posts]
        on_disk = [isinstance(body, Deferred) for body in bodies]
        assert on_disk == [most == 0, most < 100, most < 100, most < 100]
        build(settings)
        trees.append(read_tree(destination))
    assert trees[0] == trees[1] == trees[2]
    assert "An <em>excerpt</em>" in trees[0]["2024/01/01/a.html"]
