"""Whole sites come out as Jekyll 4.3.1 built them, byte for byte; see scripts/record_sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import read_tree
from jinkyll import configuration
from jinkyll.build import build

SITES = Path(__file__).parent / "sites"


@pytest.mark.parametrize("name", sorted(path.name for path in SITES.iterdir()))
def test_a_site_is_built_as_jekyll_builds_it(name: str, tmp_path: Path) -> None:
    source = SITES / name / "source"
    build(
        configuration.load(
            {
                "source": str(source),
                "destination": str(tmp_path),
                "quiet": True,
                "disable_disk_cache": True,
            }
        )
    )
    built = read_tree(tmp_path)
    expected = read_tree(SITES / name / "expected")
    # Style sheets are not compared with LibSass's, but they have to be there.
    sheets = {
        sheet.relative_to(source).with_suffix(".css").as_posix()
        for sheet in source.rglob("*.s[ac]ss")
        if "_sass" not in sheet.parts
    }
    made_of_sass = {path for path in built if path.removesuffix(".map") in sheets}
    assert sheets <= made_of_sass
    assert built.keys() - made_of_sass == expected.keys()
    for path, text in expected.items():
        assert built[path] == text, path
