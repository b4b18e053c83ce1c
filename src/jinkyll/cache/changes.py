"""What of the last build's records does not hold any more, and who has to be rendered for that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jinkyll.cache.facts import Facts
    from jinkyll.cache.manifest import Manifest, Record

__all__ = ["Changes", "Digests"]


class Digests(NamedTuple):
    """What all items of a build are compared by, in their order."""

    keys: list[str]
    """The names that they have in every build."""
    fronts: list[bytes]
    """The digests of all about them but their bodies."""
    bodies: list[bytes]
    """The digests of these."""
    around: list[list[str | None]]
    """The keys of what stands before and after them in their collections."""


class Changes:
    """What of the last build's records does not hold any more.

    Places are those of this build's items; `records` has the last build's record of each.
    """

    def __init__(self, last: Manifest, facts: Facts, now: Digests) -> None:
        keys, fronts, bodies, around = now
        self._keys = keys
        self._in_place = [record.key for record in last.records] == keys
        self.records: list[Record | None] = list(last.records)
        #: From places in the last build to places in this one; None for what is gone.
        self._places: list[int | None] = list(range(len(keys)))
        if not self._in_place:
            by_key = {record.key: place for place, record in enumerate(last.records)}
            places = {key: place for place, key in enumerate(keys)}
            self.records = [
                None if (place := by_key.get(key)) is None else last.records[place] for key in keys
            ]
            self._places = [places.get(record.key) for record in last.records]
        stale = {name for name, was in last.facts.items() if not was or facts.digest(name) != was}
        stale_of = [next((name for name in names if name in stale), None) for names in last.sets]
        self.changed: dict[int, str] = {}
        """Why items are rendered otherwise than before."""
        fronts_changed = set[int]()
        bodies_changed = set[int]()
        for place, record in enumerate(self.records):
            if record is None:
                self.changed[place] = "it is new"
                continue
            if record.front != fronts[place] or not record.front:
                fronts_changed.add(place)
                self.changed[place] = "its front matter changed"
            if record.body != bodies[place]:
                bodies_changed.add(place)
                self.changed[place] = "its body changed"
            if record.facts < len(stale_of) and (name := stale_of[record.facts]) is not None:
                self.changed.setdefault(place, f"it looks at {name}, which changed")
        if fronts_changed or bodies_changed or None in self._places:
            self._add_readers(fronts_changed, bodies_changed)
        # The last reason, since it tells the least.
        for place, record in enumerate(self.records):
            if record is not None and record.around != around[place]:
                self.changed.setdefault(place, "it has other neighbours")

    def _add_readers(self, fronts: set[int], bodies: set[int]) -> None:
        """Add those who look at what changed, but for its rendered body, or is gone."""
        places = self._places
        gone = {old for old, place in enumerate(places) if place is None}
        # Records name the places of the last build.
        old_fronts = gone | {old for old, place in enumerate(places) if place in fronts}
        old_bodies = gone | {old for old, place in enumerate(places) if place in bodies}
        for place, record in enumerate(self.records):
            if record is None or place in self.changed:
                continue
            for looked_at, stale in (
                (record.items, old_fronts),
                (record.excerpts, old_bodies),
                (record.bodies, gone),
            ):
                found = next((old for old in looked_at if old in stale), None)
                if found is not None:
                    now = places[found]
                    shown = "something that is gone" if now is None else self._name(now)
                    self.changed[place] = f"it shows {shown}"
                    break

    def renumbered(self, olds: list[int]) -> list[int]:
        """Places in this build for those in the last one."""
        if self._in_place or not olds:
            return olds
        return [now for old in olds if (now := self._places[old]) is not None]

    def carried_over(self, record: Record, facts: int) -> Record:
        """*record* of the last build for this one, in which its set of facts is at *facts*."""
        if self._in_place and record.facts == facts:
            return record
        return record._replace(
            items=self.renumbered(record.items),
            bodies=self.renumbered(record.bodies),
            excerpts=self.renumbered(record.excerpts),
            facts=facts,
        )

    def reasons(self, rendered: dict[int, str]) -> dict[int, str]:
        """Why each item is rendered that has to be.

        Those that changed, with all that look at their bodies; *rendered* besides; and whose
        bodies all these look at, since they have to be rendered before.
        """
        readers: dict[int, list[int]] = {}
        for place, record in enumerate(self.records):
            if record is not None:
                for read in self.renumbered(record.bodies):
                    readers.setdefault(read, []).append(place)
        pending = list(self.changed)
        while pending:
            source = pending.pop()
            for reader in readers.get(source, ()):
                if reader not in self.changed:
                    self.changed[reader] = f"it shows {self._name(source)}"
                    pending.append(reader)
        wanted = {**rendered, **self.changed}
        pending = list(wanted)
        while pending:
            reader = pending.pop()
            record = self.records[reader]
            for read in () if record is None else self.renumbered(record.bodies):
                if read not in wanted:
                    wanted[read] = f"{self._name(reader)} shows it"
                    pending.append(read)
        return wanted

    def _name(self, place: int) -> str:
        return self._keys[place].split(" ", 1)[1]
