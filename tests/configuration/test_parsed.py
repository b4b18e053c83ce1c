"""A configuration file is parsed once, and again when it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import site_files
from jinkyll import configuration, safe_yaml
from jinkyll.cache import open_cache

if TYPE_CHECKING:
    from pathlib import Path

    from jinkyll.configuration import Configuration


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []
    load = safe_yaml.load

    def counted(text: str, **options: Any) -> Any:
        texts.append(text)
        return load(text, **options)

    monkeypatch.setattr(safe_yaml, "load", counted)
    return texts


def loaded(folder: Path, **settings: Any) -> Configuration:
    found = configuration.load({"source": str(folder), "quiet": True, **settings})
    open_cache(found).close()
    return found


def test_once(tmp_path: Path, parses: list[str]) -> None:
    site_files.write(tmp_path, {"_config.yml": "a: {b: [1, x]}\n"})
    first = loaded(tmp_path)
    first["a"]["b"].append("more")
    assert loaded(tmp_path)["a"] == {"b": [1, "x"]}
    assert len(parses) == 1
    site_files.write(tmp_path, {"_config.yml": "a: {b: [2]}\n"})
    assert loaded(tmp_path)["a"] == {"b": [2]}
    assert len(parses) == 2


def test_each_of_several(tmp_path: Path, parses: list[str]) -> None:
    files = {"_config.yml": "a: 1\nb: {c: 2}\n", "other.yml": "b: {c: 3}\n"}
    site_files.write(tmp_path, files)
    config = [f"{tmp_path}/{name}" for name in files]
    for _ in range(3):
        assert loaded(tmp_path, config=config)["b"] == {"c": 3}
    assert len(parses) == 2


def test_times_are_parsed_each_time(tmp_path: Path, parses: list[str]) -> None:
    site_files.write(tmp_path, {"_config.yml": "time: 2020-01-02 03:04:05\na: {b: 1}\n"})
    assert loaded(tmp_path)["time"] == loaded(tmp_path)["time"]
    assert len(parses) == 2


@pytest.mark.parametrize("settings", [{"disable_disk_cache": True}, {"safe": True}])
def test_nothing_is_kept_if_nothing_is_to_be(
    tmp_path: Path, parses: list[str], settings: dict[str, Any]
) -> None:
    site_files.write(tmp_path, {"_config.yml": "a: {b: 1}\n"})
    for _ in range(2):
        loaded(tmp_path, **settings)
    assert len(parses) == 2
    assert not (tmp_path / ".jekyll-cache").exists()


def test_a_damaged_file_is_none(tmp_path: Path, parses: list[str]) -> None:
    site_files.write(tmp_path, {"_config.yml": "a: {b: 1}\n"})
    loaded(tmp_path)
    (kept,) = (tmp_path / ".jekyll-cache").rglob("configuration")
    kept.write_bytes(kept.read_bytes()[:-3])
    assert loaded(tmp_path)["a"] == {"b": 1}
    assert len(parses) == 2
