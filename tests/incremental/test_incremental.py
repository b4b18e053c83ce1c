"""An incremental build leaves byte for byte what a clean one would, whatever happened before it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from incremental.made_site import EDITS, MadeSite
from jinkyll import configuration
from jinkyll.build import build
from jinkyll.cache import regenerator, workers
from jinkyll.liquid import times
from jinkyll.read import source_files
from jinkyll.rebuild import Rebuilder

if TYPE_CHECKING:
    from pathlib import Path

    from jinkyll.build import Report
    from jinkyll.configuration import Configuration

SEQUENCES = int(os.environ.get("JINKYLL_SEQUENCES", "300"))
STEPS = 10


class Builder:
    """Builds a made site at its own time, into its own folder and cleanly into another."""

    edits = EDITS

    def __init__(self, site: MadeSite, jobs: int) -> None:
        self.site = site
        self.jobs = jobs

    def incremental(self) -> Report:
        # As the command does, whose every build is another process.
        return Rebuilder()(self._configuration(self.site.destination, jobs=self.jobs))

    def clean(self, destination: Path) -> None:
        settings = {"jobs": 1, "disable_disk_cache": True, "exclude": ["_site"]}
        build(self._configuration(destination, **settings))

    def _configuration(self, destination: Path, **settings: Any) -> Configuration:
        given = {"source": str(self.site.folder), "destination": str(destination), "quiet": True}
        return configuration.load({**given, **settings})


class Editor(Builder):
    """The same, with edits that are of bodies mostly: most builds begin with the kept site."""

    edits = ((20, MadeSite.edit_body), (5, MadeSite.edit_page), *EDITS)


class Preview(Editor):
    """Builds as a server does that goes on from edit to edit."""

    def __init__(self, site: MadeSite, jobs: int) -> None:
        super().__init__(site, jobs)
        self._rebuilder = Rebuilder()
        self._file = ""
        self._loaded: Configuration | None = None

    def incremental(self) -> Report:
        file = (self.site.folder / "_config.yml").read_text(encoding="utf-8")
        if self._loaded is None or file != self._file:
            self._file = file
            self._loaded = self._configuration(self.site.destination, jobs=self.jobs)
        return self._rebuilder(self._loaded)


@pytest.fixture
def builder(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Builder:
    seed, jobs, kind = request.param
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    site = MadeSite(tmp_path / "site", seed)
    monkeypatch.setattr("jinkyll.content.site.clock.time", lambda: float(site.clock))
    monkeypatch.setattr(
        times, "now", lambda zone: datetime.fromtimestamp(site.clock, UTC).astimezone(zone)
    )
    # Every change of these sites has a time of its own, so nothing has to settle.
    monkeypatch.setattr(regenerator, "settled", lambda *_: True)
    monkeypatch.setattr(workers, "_FEWEST", 4)
    if seed % 2:
        monkeypatch.setattr(source_files, "_MOST_HELD", 100)
    monkeypatch.setattr(workers, "can_fork", lambda: hasattr(os, "fork"))
    made: Builder = kind(site, jobs)
    return made


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(
    "builder",
    [
        *((seed, 1 + (seed % 4 == 0), Builder) for seed in range(SEQUENCES)),
        *((seed, 1, Preview) for seed in range(SEQUENCES, SEQUENCES + SEQUENCES // 3)),
        *((seed, 1, Editor) for seed in range(2 * SEQUENCES, 2 * SEQUENCES + SEQUENCES // 3)),
    ],
    indirect=True,
)
def test_any_sequence_of_edits(builder: Builder, tmp_path: Path) -> None:
    site = builder.site
    history = ["made"]
    for _ in range(STEPS):
        builder.incremental()
        builder.clean(tmp_path / "clean")
        assert tree(site.destination) == tree(tmp_path / "clean"), history
        weights = [weight for weight, _ in builder.edits]
        for _ in range(site.dice.choice((1, 1, 1, 2, 3))):
            ((_, edit),) = site.dice.choices(builder.edits, weights)
            edit(site)
            history.append(edit.__name__)
