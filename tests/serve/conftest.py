"""A small site, and the preview server as a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from preview import Jinkyll

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page, one style sheet and a page for what is missing."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text(
        "---\n---\n<html><head><title>t</title></head><body>one {{ site.url }}</body></html>\n",
        encoding="utf-8",
    )
    (folder / "style.css").write_text("a {}\n", encoding="utf-8")
    (folder / "404.html").write_text("<p>not here</p>\n", encoding="utf-8")
    (folder / "_config.yml").write_text("title: t\n", encoding="utf-8")
    return folder


@pytest.fixture
def run() -> Iterator[Callable[..., Jinkyll]]:
    """Starts ``jinkyll`` in a folder, and sees to its end."""
    started: list[Jinkyll] = []

    def start(folder: Path, *arguments: str, env: dict[str, str] | None = None) -> Jinkyll:
        started.append(Jinkyll(folder, *arguments, env=env))
        return started[-1]

    yield start
    for each in started:
        each.close()
