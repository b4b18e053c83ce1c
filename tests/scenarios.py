"""Scenarios: a site, a command, and what the command made of the site.

A scenario is an entry of tests/cases/features/PAGE.yml, where PAGE is a page of Jekyll's
documentation. Its keys:

* ``name``; ``why``, if the name does not say it;
* ``files``, path to text or ``!!binary``, and ``links``, path to target: the site;
* ``environment``: variables beyond ``TZ=UTC``, with SOURCE for the folder;
* ``command``: the arguments, ``build`` if not said;
* ``again``: what happens after that, a list of maps with ``files`` (new or edited), ``remove``
  and ``command``;
* ``prints``: lines, or parts of lines, that the last command must print, on either stream;
* ``expected``: ``exit``, ``files`` (those made or changed, path to text) and ``gone`` (those
  removed), as Jekyll left them: written by tests/record_features.py, never by hand;
* ``instead``: where the Jekyll that recorded is not the one that is followed: ``reason``, and the
  ``exit``, ``files`` and ``gone`` that take the place of the recorded ones. A text of null is a
  file that must not be there.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

__all__ = ["FOLDER", "Outcome", "environment", "expected", "load", "plain", "play"]

FOLDER: Final = Path(__file__).parent / "cases" / "features"

#: Drafts take their dates from here.
_FILE_TIME = dt.datetime(2020, 5, 6, 7, 8, 9, tzinfo=dt.UTC).timestamp()
_NOW = re.compile(r"TODAY \d\d:\d\d")
_CACHES = frozenset({".jekyll-cache", ".sass-cache", ".jinkyll-cache", ".jekyll-metadata"})
#: Files that are there, but whose text is the compiler's own affair.
_OPAQUE = ".css.map"


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit status, files made or changed, files removed; and its words."""

    exit: int
    files: Mapping[str, str]
    gone: Sequence[str]
    printed: str = field(default="", compare=False)


def load(page: str) -> list[dict[str, Any]]:
    """The scenarios of a page of the documentation."""
    text = (FOLDER / f"{page}.yml").read_text("utf-8")
    rows: list[dict[str, Any]] = yaml.load(text, yaml.CSafeLoader)
    return rows


def expected(scenario: Mapping[str, Any]) -> Outcome:
    """The outcome that *scenario* must have."""
    recorded = scenario["expected"]
    instead = scenario.get("instead", {})
    files = {**recorded["files"], **instead.get("files", {})}
    return Outcome(
        exit=instead.get("exit", recorded["exit"]),
        files={path: text for path, text in sorted(files.items()) if text is not None},
        gone=instead.get("gone", recorded.get("gone", [])),
    )


def environment(scenario: Mapping[str, Any], folder: Path) -> dict[str, str]:
    """The variables for *scenario* in *folder*."""
    variables = {"TZ": "UTC", **scenario.get("environment", {})}
    return {name: value.replace("SOURCE", str(folder)) for name, value in variables.items()}


def play(
    scenario: Mapping[str, Any], folder: Path, run: Callable[[list[str]], tuple[int, str]]
) -> Outcome:
    """Lay *scenario* out in *folder*; let *run* do its commands, which return status and words."""
    _write(folder, scenario.get("files", {}))
    for path, target in scenario.get("links", {}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).symlink_to(target)
    status, printed = run(shlex.split(scenario.get("command", "build")))
    given = dict(scenario.get("files", {}))
    for number, step in enumerate(scenario.get("again", ()), 1):
        for path in step.get("remove", ()):
            (folder / path).unlink()
            given.pop(path, None)
        _write(folder, step.get("files", {}), later=60 * number)
        given.update(step.get("files", {}))
        status, printed = run(shlex.split(step.get("command", "build")))
    found = dict(_texts(folder))
    links = scenario.get("links", {})
    return Outcome(
        exit=status,
        files={
            path: text
            for path, text in found.items()
            if path not in links and (path not in given or _text(given[path]) != text)
        },
        gone=sorted(path for path in given if path not in found),
        printed=plain(printed, folder),
    )


def plain(text: str, folder: Path) -> str:
    """*text* without what differs from one run to the next."""
    today = dt.datetime.now(dt.UTC).date()
    return _NOW.sub("NOW", text.replace(str(folder), "SOURCE").replace(today.isoformat(), "TODAY"))


def _write(folder: Path, files: Mapping[str, str | bytes], *, later: int = 0) -> None:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        os.utime(file, (_FILE_TIME + later, _FILE_TIME + later))


def _text(content: str | bytes) -> str:
    return content.decode("utf-8", "replace") if isinstance(content, bytes) else content


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder)
        if file.is_file() and _CACHES.isdisjoint(path.parts):
            opaque = file.name.endswith(_OPAQUE)
            text = "" if opaque else _text(file.read_bytes())
            yield plain(path.as_posix(), folder), plain(text, folder)
