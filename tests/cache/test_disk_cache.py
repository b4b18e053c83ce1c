"""Where the cache of a site is, and when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jinkyll.build import build
from jinkyll.cache import DiskCache, open_cache
from jinkyll.configuration import Configuration, load
from site_files import write

if TYPE_CHECKING:
    from pathlib import Path


def configuration(source: Path, **values: object) -> Configuration:
    return Configuration({"source": str(source), "cache_dir": ".jekyll-cache", **values})


def test_it_is_where_jekyll_keeps_its_own_and_hidden_from_git(tmp_path: Path) -> None:
    cache = open_cache(configuration(tmp_path))
    assert cache.folder == tmp_path / ".jekyll-cache" / "Jekyll" / "Cache" / "Jekyll--Cache"
    gitignore = tmp_path / ".jekyll-cache" / ".gitignore"
    assert gitignore.read_text() == "# ignore everything in this directory\n*\n"


@pytest.mark.parametrize("values", [{"disable_disk_cache": True}, {"safe": True}])
def test_it_can_be_switched_off(tmp_path: Path, values: dict[str, object]) -> None:
    cache = open_cache(configuration(tmp_path, **values))
    cache.conversions.put(b"key", "value")
    cache.save()
    assert cache.conversions.get(b"key") == "value"
    assert list(tmp_path.iterdir()) == []


def test_conversions_are_where_jekyll_keeps_them(tmp_path: Path) -> None:
    write(tmp_path, {"index.md": "---\n---\n# Hello World\n"})
    build(load({"source": str(tmp_path), "destination": f"{tmp_path}/_site", "quiet": True}))
    folders = sorted(path.name for path in (tmp_path / ".jekyll-cache/Jekyll/Cache").iterdir())
    assert folders == ["Jekyll--Cache", "Jekyll--Converters--Markdown"]


def test_kinds_are_kept_apart_and_counted(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    cache.store("one").put(b"key", "of one")
    cache.store("two").put(b"key", "of two")
    cache.save()
    cache.close()
    later = DiskCache(tmp_path)
    assert later.store("one").get(b"key") == "of one"
    assert later.store("two").get(b"key") == "of two"
    assert later.store("two").get(b"other") is None
    assert later.counts() == {"one": (1, 0), "two": (1, 1)}


def test_keys_depend_on_all_parts(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    space = cache.namespace({"input": "GFM"})
    assert cache.key(space, "text") == DiskCache(tmp_path).key(space, "text")
    assert cache.key(space, "text") != cache.key(cache.namespace({"input": "kramdown"}), "text")


@pytest.mark.parametrize(
    ("settings", "results", "code"),
    [
        ("", True, True),
        ("safe: true\n", False, False),
        ("disable_disk_cache: true\n", False, False),
        ("github_pages: true\n", True, False),
        ("github_pages: true\nsafe: true\n", False, False),
        ("github_pages: true\ndisable_disk_cache: true\n", False, False),
    ],
)
def test_what_is_kept_of_whom(tmp_path: Path, settings: str, results: bool, code: bool) -> None:
    """Code of sites that may bring code anyway, results of all but the distrusted ones."""
    write(tmp_path, {"_config.yml": f"theme: null\n{settings}", "index.html": "---\n---\n{{ 1 }}"})
    build(load({"source": str(tmp_path), "destination": f"{tmp_path}/_site", "quiet": True}))
    kept = tmp_path / ".jekyll-cache"
    assert (kept / "Jekyll/Cache/Jekyll--Cache/manifest").exists() == results
    assert (kept / "liquid").exists() == code
