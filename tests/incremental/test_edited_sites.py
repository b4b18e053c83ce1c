"""Whatever plugins a site has: a body that is edited comes out as a clean build leaves it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from conftest import read_tree
from jinkyll import configuration
from jinkyll.build import build
from jinkyll.cache import regenerator
from jinkyll.rebuild import Rebuilder

TESTS = Path(__file__).parent.parent
SITES = [*(TESTS / "cases" / "bundled").iterdir(), *(TESTS / "sites").iterdir()]
EDITED = 6
START = 1_700_000_000


def pages(folder: Path) -> list[Path]:
    """Files of *folder* with a body to edit, those of which sites have most spread evenly."""
    found = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.suffix in {".md", ".markdown", ".html"}
        and path.parts[-2] not in {"_includes", "_layouts"}
        and path.read_bytes().startswith(b"---")
    ]
    return found[:: max(1, len(found) // EDITED)]


@pytest.mark.parametrize("site", sorted(SITES), ids=lambda site: site.name)
def test_edits(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(START))
    # Every change has a time of its own here, so nothing has to settle.
    monkeypatch.setattr(regenerator, "settled", lambda *_: True)
    source = tmp_path / "source"
    shutil.copytree(site / "source", source)

    def configured(destination: str, **settings: Any) -> configuration.Configuration:
        given = {"source": str(source), "destination": str(tmp_path / destination), "quiet": True}
        return configuration.load({**given, **settings})

    Rebuilder()(configured("site"))
    for number, page in enumerate(pages(source)):
        page.write_text(page.read_text("utf-8") + f"\n\nEdited *{number}*.\n", "utf-8")
        os.utime(page, (START + number, START + number))
        Rebuilder()(configured("site"))
        build(configured("clean", disable_disk_cache=True))
        assert read_tree(tmp_path / "site") == read_tree(tmp_path / "clean"), page
