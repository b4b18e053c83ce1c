"""An incremental build leaves byte for byte what a clean one would, whatever happened before it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from incremental.made_site import EDITS, MadeSite
from jinkyll import configuration
from jinkyll.build import Report, build
from jinkyll.cache import regenerator, workers
from jinkyll.liquid import times

if TYPE_CHECKING:
    from pathlib import Path

SEQUENCES = int(os.environ.get("JINKYLL_SEQUENCES", "300"))
STEPS = 10


class Builder:
    """Builds a made site at its own time, into its own folder and cleanly into another."""

    def __init__(self, site: MadeSite, jobs: int) -> None:
        self.site = site
        self.jobs = jobs

    def incremental(self) -> Report:
        return self._build(self.site.destination, jobs=self.jobs)

    def clean(self, destination: Path) -> None:
        self._build(destination, jobs=1, disable_disk_cache=True, exclude=["_site"])

    def _build(self, destination: Path, **settings: Any) -> Report:
        given = {"source": str(self.site.folder), "destination": str(destination), "quiet": True}
        return build(configuration.load({**given, **settings}))


@pytest.fixture
def builder(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Builder:
    seed, jobs = request.param
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
    monkeypatch.setattr(workers, "can_fork", lambda: hasattr(os, "fork"))
    return Builder(site, jobs)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(
    "builder", [(seed, 1 + (seed % 4 == 0)) for seed in range(SEQUENCES)], indirect=True
)
def test_any_sequence_of_edits(builder: Builder, tmp_path: Path) -> None:
    site = builder.site
    history = ["made"]
    for _ in range(STEPS):
        builder.incremental()
        builder.clean(tmp_path / "clean")
        assert tree(site.destination) == tree(tmp_path / "clean"), history
        weights = [weight for weight, _ in EDITS]
        for _ in range(site.dice.choice((1, 1, 1, 2, 3))):
            ((_, edit),) = site.dice.choices(EDITS, weights)
            edit(site)
            history.append(edit.__name__)
