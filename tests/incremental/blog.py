"""A small site whose builds are counted."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from jinkyll import configuration
from jinkyll.build import Report, build

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Blog"]


class Blog:
    """A site of *files* in *folder*; each edit leaves a time that no file had before."""

    def __init__(self, folder: Path, files: Mapping[str, str]) -> None:
        self.folder = folder
        self.clock = 1_600_000_000
        for name, text in files.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.clock += 1
        os.utime(path, (self.clock, self.clock))

    def build(self, **settings: Any) -> Report:
        given = {"source": str(self.folder), "destination": str(self.folder / "_site")}
        return build(configuration.load({**given, "quiet": True, **settings}))
