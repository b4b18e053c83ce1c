"""Every bundled plugin builds what its gem built: see tests/record_bundled.py."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import lxml.html
import pytest

from jinkyll import configuration
from jinkyll.build import build
from record_bundled import CASES, prepared

if TYPE_CHECKING:
    from pathlib import Path

_VERSION = re.compile(rb'(Jekyll v|version=")\d+\.\d+\.\d+')
_BLANKS = re.compile(r"\s+")
#: Their gems print the page anew, with other white space: the same document is enough.
_REPRINTED = ("mentions", "toc")


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("JEKYLL_ENV", "development")
    for name in ("JEKYLL_GITHUB_TOKEN", "PAGES_REPO_NWO"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_same_site(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = prepared(case, tmp_path)
    monkeypatch.chdir(source)
    destination = tmp_path / "built"
    build(configuration.load({"destination": str(destination)}))
    expected = _files(case / "expected")
    built = _files(destination)
    assert sorted(built) == sorted(expected)
    for path, content in expected.items():
        if path.endswith(".html") and case.name.startswith(_REPRINTED):
            assert _document(built[path]) == _document(content), path
        else:
            assert built[path].decode() == content.decode(), path


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): _VERSION.sub(rb"\1X", path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def _document(content: bytes) -> list[tuple[object, ...]]:
    """The elements with attributes and text, white space evened out."""
    root = lxml.html.fragment_fromstring(content.decode(), create_parent=True)
    return [
        (each.tag, sorted(each.items()), _even(each.text), _even(each.tail)) for each in root.iter()
    ]


def _even(text: str | None) -> str:
    return _BLANKS.sub(" ", text or "").strip()
