"""Which pages have to be rendered again, and whether there is anything to do at all.

The rule that is never broken: an incremental build leaves byte for byte what a clean
one would. Three things make it hold:

* Everything about the site but the bodies of its pages is compared as a whole
  (:mod:`~jinkyll.cache.site_state`). If front matter, data, a layout, an include, the
  configuration or a list of pages changed, every page is rendered.
* Otherwise only bodies and the time can differ. Which page looks at whose body, and at
  the time, the nouns have recorded themselves (:mod:`jinkyll.content.reads`).
* Whatever the records can't tell (plugins of strangers, includes that are shared between
  pages) makes the next build a whole one.

If not even a file's state changed, and the templates would print the same time, there is
nothing to do, and the site is not even read.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinkyll.cache import keys, manifest
from jinkyll.cache.folder_state import file_state, folder_state, settled
from jinkyll.cache.site_state import Unknown, body_digest, item_key, site_state
from jinkyll.content import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinkyll.cache.disk_cache import DiskCache
    from jinkyll.cache.folder_state import State
    from jinkyll.cache.manifest import Manifest, Record
    from jinkyll.configuration import Configuration
    from jinkyll.content import Document, Site

    Item = Document | Page

__all__ = ["Plan", "Regenerator"]

_ENVIRONMENT: Final = (
    "ASSET_HOST_URL", "BUNDLE_GEMFILE", "BUNDLE_PATH", "DISABLE_WHITELIST", "GEM_HOME", "GEM_PATH",
    "GITHUB_HOSTNAME", "JEKYLL_ENV", "JEKYLL_NO_BUNDLER_REQUIRE", "JEKYLL_THEMES_DIR",
    "PAGES_AVATARS_URL", "SOURCE_DATE_EPOCH", "SSL", "TZ",
)  # fmt: skip
"""Variables that templates, or the plugins that come with jinkyll, look at."""
_HIDDEN: Final = (".git", ".hg", ".svn", ".sass-cache", ".venv")
_BIG: Final = ("node_modules", "vendor/bundle", "vendor/cache", "vendor/gems", "vendor/ruby")
"""Folders that are not looked at: these if they are excluded, and unless they are named."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build leaves out, because the last one's output is still right."""

    left_out: Mapping[int, Item]
    """The items that are not rendered, by id."""
    reasons: Mapping[int, str]
    """Why the others are, by id."""


class Regenerator:
    """Compares a build with the last one."""

    def __init__(
        self,
        configuration: Configuration,
        cache: DiskCache,
        repeated: Callable[[str], str],
    ) -> None:
        """Take a look at the sources.

        *repeated* gives what a recorded use of the time would print in this build.
        """
        self._configuration = configuration
        self._repeated = repeated
        self._path: Path | None = None if cache.folder is None else cache.folder / "manifest"
        self._last: Manifest | None = None
        self._items: list[Item] = []
        self._keys: dict[int, str] = {}
        self._bodies: dict[int, bytes] = {}
        self._state = b""
        self._plan: Plan | None = None
        if self._path is None:
            return
        self._key = keys.digest(
            keys.program(cache.folder),
            repr(dict(configuration)),
            repr([(name, os.environ.get(name)) for name in _ENVIRONMENT]),
            repr(time.tzname),
            repr(_installed()),
        )
        self._begun = time.time_ns()
        self._sources = self._scan()
        last = manifest.load(self._path)
        if last is not None and last.key == self._key:
            self._last = last

    def unchanged(self) -> Manifest | None:
        """The last build, if this one would do the same and nothing else."""
        last = self._last
        if last is None or not last.quiet or last.sources != self._sources:
            return None
        if not settled(self._sources.values(), self._begun) or not self._same_clock(last.clock):
            return None
        return last if self._destination(last.records) == last.outputs else None

    def plan(self, site: Site) -> Plan | None:
        """What need not be rendered of *site*, which was read anew; None: all of it has to be.

        To be asked when all generators have run and nothing is rendered.
        """
        if self._path is None:
            return None
        self._items = rendered_items(site)
        self._keys = {id(item): item_key(item) for item in self._items}
        self._bodies = {id(item): body_digest(item) for item in self._items}
        self._state = self._site_state(site)
        last = self._last
        if last is None or not last.complete or not self._state or last.state != self._state:
            return None
        if len(last.records) != len(self._items) or set(self._keys.values()) != set(last.records):
            return None
        self._plan = self._compared(last)
        return self._plan

    def finish(self, site: Site, counts: dict[str, int], *, spoke: bool) -> None:
        """Remember the build, which went well; *spoke* if it had warnings to print.

        A disk that refuses is no error: the next build is a whole one.
        """
        if self._path is None:
            return
        records = {self._keys[id(item)]: self._record(item, site) for item in self._items}
        clock: dict[str, str] | None = {}
        for record in records.values():
            clock = None if clock is None or record[4] is None else {**clock, **record[4]}
        reads = site.reads
        if reads.bodies(None) or reads.clock(None) != {}:
            reads.unsure = "something was looked at outside of any page"
        sources = {_source(item) for item in self._items}
        complete = reads.unsure is None and sources.isdisjoint(reads.files) and not spoke
        quiet = not spoke and site.theme is None and not self._blind(site)
        quiet = quiet and not any("future" in skipped.reason for skipped in site.skipped)
        with contextlib.suppress(OSError, ValueError):
            manifest.save(
                self._path,
                manifest.Manifest(
                    key=self._key,
                    state=self._state,
                    sources=self._sources,
                    outputs=self._destination(records),
                    records=records,
                    clock=clock,
                    files=sorted(reads.files),
                    complete=complete and len(records) == len(self._items),
                    quiet=quiet,
                    counts=counts,
                    skipped=[(skipped.path, skipped.reason) for skipped in site.skipped],
                ),
            )

    def start_over(self) -> None:
        """Forget the last build: this one is a whole one after all."""
        self._last = self._plan = None

    def forget(self) -> None:
        """Take back what is remembered: what this build does is not to be built upon."""
        if self._path is not None:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)

    def _record(self, item: Item, site: Site) -> Record:
        key = self._keys[id(item)]
        if self._plan is not None and self._last is not None and id(item) in self._plan.left_out:
            return self._last.records[key]
        reads = site.reads
        return (
            self._bodies[id(item)],
            str(item.destination(site.destination)) if item.is_written else None,
            sorted(self._keys.get(id(one), "") for one in reads.bodies(item)),
            sorted(self._keys.get(id(one), "") for one in reads.excerpts(item)),
            reads.clock(item),
        )

    def _compared(self, last: Manifest) -> Plan:
        outputs = self._destination(last.records)
        items = {self._keys[id(item)]: item for item in self._items}
        changed: dict[str, str] = {}
        rendered: dict[str, str] = {}
        for key, item in items.items():
            body, output, _, _, clock = last.records[key]
            if self._bodies[id(item)] != body:
                changed[key] = "its body changed"
            elif not self._same_clock(clock):
                changed[key] = "it tells the time"
            elif output is not None and outputs.get(output) != last.outputs.get(output):
                rendered[key] = "its output is not as it was left"
            elif item.asset_file:
                rendered[key] = "it is a style sheet"
        _spread(changed, last.records)
        reasons = _with_all_they_show({**rendered, **changed}, last.records)
        return Plan(
            {id(item): item for key, item in items.items() if key not in reasons},
            {id(items[key]): reason for key, reason in reasons.items()},
        )

    def _same_clock(self, clock: dict[str, str] | None) -> bool:
        return clock is not None and all(self._repeated(how) == text for how, text in clock.items())

    def _scan(self) -> dict[str, State]:
        configuration = self._configuration
        source = str(configuration.source)
        skip = {str(configuration.destination), str(configuration.cache_dir)}
        named = repr([configuration.get(key) for key in ("sass", "include", "plugins_dir")])
        excluded = {str(pattern).rstrip("/") for pattern in configuration.exclude}
        names = [*_HIDDEN, *(name for name in _BIG if name in excluded)]
        skip |= {f"{source}/{name}" for name in names if name not in named}
        return folder_state(source, skip)

    def _destination(self, records: Mapping[str, Record]) -> dict[str, State]:
        """What lies in the destination, without what is kept there and is none of ours."""
        destination = str(self._configuration.destination)
        if not self._configuration.destination.is_dir():
            return {}
        found = folder_state(destination)
        kept = tuple(f"{destination}/{name}" for name in self._configuration.keep_files)
        if not kept:
            return found
        ours = {record[1] for record in records.values()}
        return {
            path: state
            for path, state in found.items()
            if path in ours or not path.startswith(kept)
        }

    def _site_state(self, site: Site) -> bytes:
        """The state of the site, together with the files that are not pages; empty if unknown."""
        pages = {_source(item) for item in self._items}
        others = {path: state for path, state in self._sources.items() if path not in pages}
        if self._blind(site) or not settled(others.values(), self._begun):
            return b""
        states = sorted(others.items())
        if site.theme is not None:
            states += sorted(folder_state(str(site.theme.root)).items())
        for path in [] if self._last is None else self._last.files:
            with contextlib.suppress(OSError):
                states.append((path, file_state(Path(path).stat())))
        try:
            return keys.digest(site_state(site), repr(states))
        except (Unknown, RecursionError):
            return b""

    def _blind(self, site: Site) -> bool:
        """Tell whether there are sources that `_scan` does not see: style sheets elsewhere."""
        sass = site.configuration.get("sass")
        paths = sass.get("load_paths") if isinstance(sass, dict) else None
        source = str(site.source)
        return any(
            not os.path.normpath(f"{source}/{path}").startswith(source) or str(path).startswith("/")
            for path in (paths if isinstance(paths, list) else [paths] if paths else [])
        )


def rendered_items(site: Site) -> list[Item]:
    """Everything of *site* that is rendered, once each."""
    found: dict[int, Item] = {}
    for collection in site.collections.values():
        found.update((id(doc), doc) for doc in collection.docs)
    found.update((id(page), page) for page in site.pages)
    return list(found.values())


def _source(item: Item) -> str:
    return item.source_path if isinstance(item, Page) else item.path


def _installed() -> list[tuple[str, int]]:
    """The folders of packages, which change when one is installed: it may be a plugin."""
    found = []
    for path in sys.path:
        if not path.endswith(("site-packages", "dist-packages")):
            continue
        with contextlib.suppress(OSError):
            found.append((path, Path(path).stat().st_mtime_ns))
    return found


def _spread(changed: dict[str, str], records: dict[str, Record]) -> None:
    """Add to *changed* those who look at the body or excerpt of one of them.

    Who looks at a body looks at all that made it, so that goes on; an excerpt is made
    from the source alone.
    """
    readers: dict[str, list[str]] = {}
    excerpt_readers: dict[str, list[str]] = {}
    for key, record in records.items():
        for read in record[2]:
            readers.setdefault(read, []).append(key)
        for read in record[3]:
            excerpt_readers.setdefault(read, []).append(key)
    pending = list(changed)
    for source in list(changed):
        if changed[source] == "its body changed":
            for reader in excerpt_readers.get(source, ()):
                if reader not in changed:
                    changed[reader] = f"it shows the excerpt of {source.split(' ', 1)[1]}"
                    pending.append(reader)
    while pending:
        source = pending.pop()
        for reader in readers.get(source, ()):
            if reader not in changed:
                changed[reader] = f"it shows {source.split(' ', 1)[1]}"
                pending.append(reader)


def _with_all_they_show(reasons: dict[str, str], records: dict[str, Record]) -> dict[str, str]:
    """*reasons* and those whose bodies they look at, which have to be rendered before them."""
    wanted = dict(reasons)
    pending = list(reasons)
    while pending:
        reader = pending.pop()
        for read in records[reader][2]:
            if read not in wanted:
                wanted[read] = f"{reader.split(' ', 1)[1]} shows it"
                pending.append(read)
    return wanted
