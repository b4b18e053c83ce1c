"""What the tests of whole sites share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import pytest

from jinkyll import configuration, log
from jinkyll.build import build

if TYPE_CHECKING:
    from pathlib import Path

BuildSite = Callable[..., dict[str, str]]


@pytest.fixture(autouse=True)
def _terminal() -> None:
    """Each test begins with a terminal to which nobody has said --quiet."""
    log.set_level(log.Level.INFO)
    log.set_source("")


@pytest.fixture
def build_site(tmp_path: Path) -> BuildSite:
    """Build a site given as a map of path to text; get the output as a map of path to text.

    Keyword arguments are settings from the command line. Called again, it adds to the files.
    """

    def build_it(files: Mapping[str, str | bytes], **settings: Any) -> dict[str, str]:
        source = tmp_path / "source"
        source.mkdir(exist_ok=True)
        for name, text in files.items():
            path = source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        destination = tmp_path / "destination"
        overrides = {"source": str(source), "destination": str(destination), "quiet": True}
        build(configuration.load({**overrides, **settings}))
        return read_tree(destination)

    return build_it


def read_tree(folder: Path) -> dict[str, str]:
    """The files below *folder* by their paths."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "replace")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
