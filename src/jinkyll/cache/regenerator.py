"""Which pages have to be rendered again, and whether there is anything to do at all.

The rule that is never broken: an incremental build leaves byte for byte what a clean one
would. While a page is rendered, all that it looks at is recorded
(:mod:`jinkyll.content.reads`); the next build renders those pages whose own source
changed, and those that looked at something that did. What all pages depend on without
looking (the configuration, the program) is compared as a whole, and whatever the records
can't tell makes the next build a whole one.

If not even a file's state changed, and the templates would print the same time, there is
nothing to do, and the site is not even read.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinkyll.cache import keys, manifest
from jinkyll.cache.changes import Changes, Digests
from jinkyll.cache.facts import Facts
from jinkyll.cache.manifest import Record
from jinkyll.cache.sources import Sources
from jinkyll.folder_state import file_state, folder_state, settled, without_kept
from jinkyll.look import FILES, is_as_left, source_states
from jinkyll.repetition import looked, surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from jinkyll.cache.disk_cache import DiskCache
    from jinkyll.cache.manifest import Manifest
    from jinkyll.configuration import Configuration
    from jinkyll.content import Document, Page, Site
    from jinkyll.folder_state import State
    from jinkyll.log import Message
    from jinkyll.look import Look

    Item = Document | Page

__all__ = ["Plan", "Regenerator"]

_HIDDEN: Final = (".git", ".hg", ".svn", ".sass-cache", ".venv")
_BIG: Final = ("node_modules", "vendor/bundle", "vendor/cache", "vendor/gems", "vendor/ruby")
"""Folders that are not looked at: these if they are excluded, and unless they are named."""
_NOISE: Final = frozenset(
    {
        "config",
        "detach",
        "host",
        "incremental",
        "jobs",
        "livereload",
        "livereload_port",
        "open_url",
        "port",
        "profile",
        "quiet",
        "serving",
        "show_dir_listing",
        "trace",
        "verbose",
        "watch",
    }
)
"""Keys of the configuration that make no page another one, unless a template prints them."""
_UNKNOWN: Final = "unknown"
"""A fact that is none: who looked at it is rendered at every build."""
_ATTEMPTS: Final = 3
"""How often a build starts again for a page that turns out to look at one left out."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build leaves out, because the last one's output is still right."""

    left_out: Mapping[int, Item]
    """The items that are not rendered, by id."""
    reasons: Mapping[int, str]
    """Why the others are, by id."""
    said: Mapping[int, list[Message]] = field(default_factory=dict)
    """The messages of those left out, by id."""
    made: Mapping[int, Sequence[Page]] = field(default_factory=dict)
    """The pages that rendering those left out has made, by their ids; left out themselves."""
    lying: tuple[Iterable[str], Iterable[str]] = ((), ())
    """The files and the folders in the destination."""
    outputs: Mapping[int, str] = field(default_factory=dict)
    """The paths in the destination of those left out, by id."""


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
        self._times: dict[str, str] = {}
        self._path: Path | None = None if cache.folder is None else cache.folder / "manifest"
        self._last: Manifest | None = None
        self._wanted: dict[str, str] = {}
        self._attempts = 0
        self._strangers = False
        self._plan: Plan | None = None
        self._items: list[Item] = []
        self._kept_key = b""
        self._inputs: dict[str, State] = {}
        self._files: dict[str, State] = {}
        self._folders: set[str] = set()
        self._look: Look | None = None
        if self._path is None:
            return
        self._program = keys.program(cache.folder)
        self._key = self._surroundings()
        settings = configuration.unasked().items()
        self._settings = keys.digest(repr([one for one in settings if one[0] not in _NOISE]))
        look = looked(str(cache.folder))
        last = manifest.load(self._path, look)
        if last is not None and last.key == self._key:
            self._last = last
        self._look = look if last is not None else None
        where = (str(configuration.source), sorted(self._skipped()), self._elsewhere())
        if look is not None and look.of(*where):
            self._begun = look.begun
            self._sources = look.sources
        else:
            self._begun = time.time_ns()
            self._sources = self._scan()

    def _surroundings(self) -> bytes:
        return keys.digest(
            self._program,
            repr(surroundings()),
            repr(time.tzname),
            repr(_installed()),
        )

    @property
    def begins(self) -> bool:
        """Whether nothing is remembered of an earlier build."""
        return self._last is None

    @property
    def configuration(self) -> Configuration:
        """What is built."""
        return self._configuration

    def look_again(self, repeated: Callable[[str], str]) -> None:
        """Take another look at the sources, for a further build; *repeated* as at first."""
        self._repeated = repeated
        self._times = {}
        self._begun = time.time_ns()
        self._sources = self._scan()
        if self._last is not None and self._last.key != self._surroundings():
            self._last = None

    def edited(self) -> list[str] | None:
        """Which files are others than at the last build, if that is all that has changed.

        None if files came or went, if the configuration is another one, or if the last build
        left something untold.
        """
        last = self._last
        if self._path is None or last is None or not (last.complete and last.files.quiet):
            return None
        before = last.files.sources
        if last.configuration != self._settings or before.keys() != self._sources.keys():
            return None
        changed = {path for path, state in self._sources.items() if state != before[path]}
        return sorted(changed.union(last.restless))

    @property
    def kept_site(self) -> tuple[Path, bytes] | None:
        """Where the site of the last build is to be kept, and under which key; None for nowhere."""
        if self._path is None or self._last is None or not self._last.kept_site:
            return None
        return self._path.with_name("site"), self._last.kept_site

    def resume(
        self, site: Site, items: list[Item], plugins: Iterable[str], *, strangers: bool
    ) -> bool:
        """Go on with *site*, the kept one of the last build; false if it is another's.

        *items* are what is rendered of it; the rest is as for `plan`.
        """
        last = self._last
        if last is None or len(items) != len(last.records):
            return False
        self._items = items
        self._facts = Facts(site)
        self._facts.assume_all(last.facts)
        self._now = Digests(
            [record.key for record in last.records],
            [record.front for record in last.records],
            [record.body for record in last.records],
            [record.around for record in last.records],
        )
        self._strangers = strangers
        self._state = self._common_state(site, plugins)
        self._kept_key = last.kept_site
        return self._state == last.state

    def forget_kept_site(self) -> None:
        """The site that is kept is not the one of this build any more."""
        self._kept_key = b""

    def plan_again(self, read: Mapping[int, Item]) -> Plan | None:
        """What need not be rendered of the same site, of which *read* is read anew, by places.

        None if more of these changed than their bodies.
        """
        facts = Facts(self._facts.site)
        for place, item in read.items():
            if not self._now.fronts[place] or facts.of_item(item) != self._now.fronts[place]:
                return None
        for place, item in read.items():
            self._now.bodies[place] = facts.body(item)
        self._facts.forget_files()
        last = self._last
        if last is None:
            return None
        self._plan = self._compared(last)
        return self._plan

    def destination_was_right(self) -> bool | None:
        """Tell whether the destination was as the last build left it; None if nobody looked."""
        look, self._look = self._look, None
        return None if look is None else look.destination_is_right()

    def close(self) -> None:
        """Let go of the look that was taken."""
        if self._look is not None:
            self._look.close()
            self._look = None

    def destination_is_right(self) -> bool:
        """Tell whether the destination is what the build that is finished took it to be."""
        if self._last is None:
            return False
        files = self._last.files
        destination = str(self._configuration.destination)
        return is_as_left(destination, self._kept(), frozenset(files.ours), files.outputs)

    @property
    def items(self) -> list[Item]:
        """What is rendered of the site, once a build has been planned."""
        return self._items

    def remembered(self) -> Sources:
        """What the source files held when they were read last."""
        if self._path is None:
            return Sources()
        path = self._path.with_name("sources")
        return Sources(path, self._sources, key=self._program, begun=self._begun)

    def unchanged(self) -> Manifest | None:
        """The last build, if this one would do the same and nothing else."""
        last = self._last
        if last is None or last.configuration != self._settings:
            return None
        files = last.files
        if not files.quiet or files.sources != self._sources:
            return None
        if not settled(self._sources.values(), self._begun) or not self._same_clock(files.clock):
            return None
        right = self.destination_was_right()
        if right is None:
            right = self.destination_is_right()
        return last if right else None

    def plan(self, site: Site, plugins: Iterable[str], *, strangers: bool) -> Plan | None:
        """What need not be rendered of *site*, which was read anew; None: all of it has to be.

        To be asked when all generators have run and nothing is rendered. *plugins* are those
        that were loaded, in their order; what plugins of *strangers* look at, past the drops,
        is not recorded: it may be anything but bodies.
        """
        self._plan = None
        self._strangers = strangers
        if self._path is None:
            return None
        self._kept_key = os.urandom(8)
        self._items = rendered_items(site)
        self._facts = Facts(site)
        self._now = Digests(
            self._facts.keys(self._items),
            [self._facts.of_item(item) for item in self._items],
            [self._facts.body(item) for item in self._items],
            [self._facts.around(item) for item in self._items],
        )
        self._state = self._common_state(site, plugins)
        # What is not there before the first build, need not be looked through after it.
        there = self._configuration.destination.exists()
        self._outputs: dict[str, State] | None = None if there else {}
        last = self._last
        now = list(zip(self._now.keys, self._now.fronts, strict=True))
        if last is not None and now == [(record.key, record.front) for record in last.records]:
            self._facts.assume(last.facts)
        unique = len(set(self._now.keys)) == len(self._now.keys)
        if last is None or not last.complete or last.state != self._state or not unique:
            return None
        if any(
            not was or self._facts.digest(f"config {key}") != was for key, was in last.asked.items()
        ):
            return None
        self._plan = self._compared(last, self._destination(set(last.files.ours)))
        return self._plan

    def finish(
        self,
        site: Site,
        counts: dict[str, int],
        *,
        touched: Iterable[str],
        contested: Container[str],
        said: list[Message],
    ) -> None:
        """Remember the build, which went well.

        *touched* are the paths that were written or removed, *contested* those that more than
        one item claims, *said* are the messages. A disk that refuses is no error: the next
        build is a whole one.
        """
        if self._path is None:
            return
        reads = site.reads
        if reads.of(None):
            reads.unsure = "something was looked at outside of any page"
        sets: dict[tuple[str, ...], int] = {}
        records = self._records(site, sets, contested)
        names = {name for names in sets for name in names}
        clock: dict[str, str] | None = {}
        for record in records:
            clock = None if clock is None or record.clock is None else {**clock, **record.clock}
        asked_before = {} if self._plan is None or self._last is None else self._last.asked
        elsewhere = [*map(str, site.inputs)]
        if site.theme is not None:
            elsewhere.append(str(site.theme.root))
        before, now = set(self._elsewhere()), set(elsewhere)
        sources = self._sources | _below(now - before) | self._inputs
        for path in _below(before - now):
            sources.pop(path, None)
        quiet = not self._blind(site)
        quiet = quiet and not any("future" in skipped.reason for skipped in site.skipped)
        asked = self._facts.configuration_as_asked(_NOISE) | asked_before
        # Of what can't be told, nobody knows whether it is the same tomorrow.
        quiet = quiet and all(asked.values())
        kept = self._kept()
        restless = [
            path for path, state in self._sources.items() if not settled((state,), self._begun)
        ]
        outputs = (record.output for record in records)
        ours = {path for path in outputs if kept and path is not None and path.startswith(kept)}
        self._last = manifest.Manifest(
            key=self._key,
            configuration=self._settings,
            asked=asked,
            state=self._state,
            kept_site=self._kept_key,
            restless=restless,
            files=manifest.Files(
                source=str(self._configuration.source),
                skip=sorted(self._skipped()),
                elsewhere=elsewhere,
                sources=sources,
                destination=str(self._configuration.destination),
                kept=list(kept),
                ours=sorted(ours),
                outputs=self._outputs_now(ours, touched),
                quiet=quiet,
                clock=clock,
            ),
            records=records,
            facts={name: self._facts.digest(name) for name in names},
            sets=[list(names) for names in sets],
            complete=reads.unsure is None,
            said=said,
            counts=counts,
            skipped=[(skipped.path, skipped.reason) for skipped in site.skipped],
        )
        self._wanted = {}
        self._attempts = 0
        with contextlib.suppress(OSError, ValueError):
            manifest.save(self._path, self._last)

    def start_over(self, wanted: Item | None) -> None:
        """Begin again, because a page looks at the body of *wanted*, which was left out.

        After some attempts, the build becomes a whole one.
        """
        self._attempts += 1
        if wanted is None or self._attempts > _ATTEMPTS:
            self._last = None
        else:
            self._wanted[self._facts.key(wanted)] = "another page shows it now"

    def forget(self) -> None:
        """Take back what is remembered: what this build does is not to be built upon."""
        if self._path is not None:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)
                self._path.with_name(FILES).unlink(missing_ok=True)

    # Comparing

    def _compared(self, last: Manifest, outputs: dict[str, State] | None = None) -> Plan:
        """What need not be rendered; without *outputs*, what is written is taken for right."""
        changes = Changes(last, self._facts, self._now)
        before = last.files.outputs
        self._outputs = dict(before) if outputs is None else outputs
        rendered: dict[int, str] = {}
        for place, item in enumerate(self._items):
            record = changes.records[place]
            if record is None:
                continue
            if record.clock != {} and not self._same_clock(record.clock):
                changes.changed.setdefault(place, "it tells the time")
            elif outputs is None:
                continue
            elif record.output is not None and (
                outputs.get(record.output) != before.get(record.output)
            ):
                rendered[place] = "its output is not as it was left"
            elif item.asset_file:
                rendered[place] = "it is a style sheet"
            elif self._now.keys[place] in self._wanted:
                rendered[place] = self._wanted[self._now.keys[place]]
        reasons = changes.reasons(rendered)
        left_out = {place: item for place, item in enumerate(self._items) if place not in reasons}
        said: dict[int, list[Message]] = {}
        paths: dict[int, str] = {}
        for place, item in left_out.items():
            record = changes.records[place]
            if record is not None and record.said:
                said[id(item)] = record.said
            if record is not None and record.output is not None:
                paths[id(item)] = record.output
        self._left_out = {place: changes.records[place] for place in left_out}
        self._changes = changes
        return Plan(
            {id(item): item for item in left_out.values()},
            {id(self._items[place]): reason for place, reason in reasons.items()},
            said,
            lying=(self._files, self._folders),
            outputs=paths,
        )

    def _same_clock(self, clock: dict[str, str] | None) -> bool:
        return clock is not None and all(self._time(how) == text for how, text in clock.items())

    def _time(self, how: str) -> str:
        """What a use of the time would print in this build, asked once."""
        text = self._times.get(how)
        if text is None:
            text = self._times[how] = self._repeated(how)
        return text

    def _common_state(self, site: Site, plugins: Iterable[str]) -> bytes:
        """What all pages depend on, the configuration apart: the theme, plugins and their files."""
        theme = site.theme
        described = theme and [str(theme.root), theme.version, theme.description, theme.authors]
        own = _below(str(folder) for folder in site.configuration.plugins_dirs)
        self._inputs = _below(map(str, site.inputs))
        return keys.digest(
            repr([*plugins]),
            repr([*map(str, site.includes_load_paths)]),
            repr(described),
            repr(sorted(own.items())),
            repr(sorted(self._inputs.items())),
        )

    # Remembering

    def _records(
        self, site: Site, sets: dict[tuple[str, ...], int], contested: Container[str]
    ) -> list[Record]:
        """The records of all items; *sets* gets the sets of facts with their places.

        What writes to one of the *contested* paths may have to write there at any time.
        """
        places = {id(item): place for place, item in enumerate(self._items)}
        old_sets = [] if self._plan is None or self._last is None else self._last.sets
        renumbered_sets: dict[int, int] = {}
        records: list[Record] = []
        destination = str(site.destination)
        # The source maps of style sheets: all but their bodies is as the style sheets have it.
        made_on_the_way = [id(page) for page in site.pages if id(page) not in places]
        for place, item in enumerate(self._items):
            old = None if self._plan is None else self._left_out.get(place)
            if old is not None:
                if old.output in contested:
                    facts_of_old = sets.setdefault((_UNKNOWN,), len(sets))
                elif (number := renumbered_sets.get(old.facts)) is not None:
                    facts_of_old = number
                else:
                    facts_of_old = sets.setdefault(tuple(old_sets[old.facts]), len(sets))
                    renumbered_sets[old.facts] = facts_of_old
                records.append(self._changes.carried_over(old, facts_of_old))
                continue
            record = site.reads.of(item)
            facts = sorted({*record.facts, "site"} if self._strangers else record.facts)
            for one in made_on_the_way:
                record.items.pop(one, None)
            looked_at = (record.items, record.bodies, record.excerpts)
            output = item.output_path(destination) if item.is_written else None
            known = all(places.keys() >= ids.keys() for ids in looked_at)
            if not known or output in contested:
                facts = [_UNKNOWN]
            items, bodies, excerpts = (
                [places[one] for one in ids if one in places] for ids in looked_at
            )
            records.append(
                Record(
                    self._now.keys[place],
                    self._now.bodies[place],
                    self._now.fronts[place],
                    self._now.around[place],
                    output,
                    items,
                    bodies,
                    excerpts,
                    sets.setdefault(tuple(facts), len(sets)),
                    record.clock,
                    record.said,
                )
            )
        return records

    def _outputs_now(self, ours: set[str], touched: Iterable[str]) -> dict[str, State]:
        """What lies in the destination now; *ours* are the outputs among what is kept there."""
        if self._outputs is None:
            return self._destination(ours)
        outputs = self._outputs
        removed: list[str] = []
        for path in touched:
            try:
                outputs[path] = file_state(os.stat(path))  # noqa: PTH116  (speed)
            except OSError:
                outputs.pop(path, None)
                removed.append(path + os.sep)
        if removed:
            below = tuple(removed)
            outputs = {path: state for path, state in outputs.items() if not path.startswith(below)}
        return outputs

    # Looking at files

    def _scan(self) -> dict[str, State]:
        source = str(self._configuration.source)
        return source_states(source, self._skipped(), self._elsewhere())

    def _skipped(self) -> set[str]:
        """The folders below the source that are none of its sources."""
        configuration = self._configuration
        source = str(configuration.source)
        skip = {str(configuration.destination), str(configuration.cache_dir)}
        named = repr([configuration.get(key) for key in ("sass", "include", "plugins_dir")])
        excluded = {str(pattern).rstrip("/") for pattern in configuration.exclude}
        names = [*_HIDDEN, *(name for name in _BIG if name in excluded)]
        return skip | {f"{source}/{name}" for name in names if name not in named}

    def _kept(self) -> tuple[str, ...]:
        """The beginnings of paths in the destination that are nobody's business."""
        destination = self._configuration.destination
        return tuple(f"{destination}/{name}" for name in self._configuration.keep_files)

    def _elsewhere(self) -> list[str]:
        return [] if self._last is None else self._last.files.elsewhere

    def _destination(self, ours: set[str]) -> dict[str, State]:
        """What lies in the destination, without what is kept there and is none of *ours*."""
        destination = str(self._configuration.destination)
        self._files = {}
        self._folders = set()
        if not self._configuration.destination.is_dir():
            return {}
        self._files = found = folder_state(destination, folders=self._folders)
        return without_kept(found, self._kept(), ours)

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


def _below(folders: Iterable[str]) -> dict[str, State]:
    found: dict[str, State] = {}
    for folder in folders:
        found |= folder_state(folder)
    return found


def _installed() -> list[tuple[str, int]]:
    """The folders of packages, which change when one is installed: it may be a plugin."""
    found = []
    for path in sys.path:
        if not path.endswith(("site-packages", "dist-packages")):
            continue
        with contextlib.suppress(OSError):
            found.append((path, Path(path).stat().st_mtime_ns))
    return found
