"""Small sites, each for a corner of Jekyll, come out as Jekyll 4.3.1 built or refused them.

The rows are in tests/cases/mini_sites, by the page of Jekyll's documentation that they belong to;
scripts/record_mini_sites wrote down what Jekyll did.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from conftest import read_tree
from jinkyll import cli

ROWS = [
    pytest.param(row, id=f"{file.stem}-{row['name']}")
    for file in sorted((Path(__file__).parents[1] / "cases/mini_sites").glob("*.json"))
    for row in json.loads(file.read_text(encoding="utf-8"))
]

#: As in scripts/record_mini_sites.
CHANGED = 1_795_348_800


@pytest.mark.parametrize("row", ROWS)
def test_a_site_is_built_or_refused_as_by_jekyll(
    row: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    source, destination = tmp_path / "source", tmp_path / "destination"
    source.mkdir()
    for name, text in row["files"].items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        os.utime(path, (CHANGED, CHANGED))
    monkeypatch.chdir(source)
    monkeypatch.setenv("TZ", "UTC")
    arguments = ["build", "-s", str(source), "-d", str(destination), "--disable-disk-cache"]
    with pytest.raises(SystemExit) as ended:
        cli.main([*arguments, *row.get("arguments", [])])
    said = capfd.readouterr()
    if "expected" in row:
        assert not ended.value.code, said.err
        assert read_tree(destination) == row["expected"]
        return
    assert ended.value.code == 1
    assert not destination.exists()
    # Ruby shows its own source line behind the message of an error that is not Liquid's.
    message = row["message"].partition(" input.")[0]
    assert _said(message) in _said(said.err.replace(str(source), "SOURCE"))


def _said(text: str) -> str:
    return " ".join(text.split())
