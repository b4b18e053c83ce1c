"""What the rendering of each page looks at, beside its own source.

Other pages, lists of pages, data, layouts, includes, keys of the configuration, bodies
and excerpts, the time. The nouns and the drops report each look at them, so that nothing
that renders can forget to. Incremental builds (:mod:`jinkyll.cache.regenerator`) and
rendering by several processes (:mod:`jinkyll.render.ahead`) stand on these records.

What is no page goes by a name, a *fact*: ``config title``, ``data nav``, ``layout post``,
``include head.html``, ``site posts``. :mod:`jinkyll.cache.facts` tells what they are.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from jinkyll.content.document import Document
    from jinkyll.content.page import Page
    from jinkyll.log import Message

    Item: TypeAlias = Document | Page

__all__ = ["NotHere", "Reads", "Record"]


class NotHere(BaseException):
    """A page looks at something that this process, or this incremental build, did not render."""

    def __init__(self, reason: str, item: Item | None = None) -> None:
        super().__init__(reason)
        self.item = item
        """The page or document whose body is missing."""


class _Everything:
    """Holds every id."""

    def __contains__(self, _: object) -> bool:
        return True


class Record:
    """What was looked at while one page was rendered; items by their ids."""

    __slots__ = ("bodies", "clock", "excerpts", "facts", "items", "said")

    def __init__(self) -> None:
        self.items: dict[int, Item] = {}
        """Those of which anything but the body was looked at."""
        self.bodies: dict[int, Item] = {}
        self.excerpts: dict[int, Item] = {}
        self.facts: set[str] | frozenset[str] = set()
        """Frozen if other records have the same ones."""
        self.clock: dict[str, str] | None = {}
        """What became of the time, by format; None for anything else that was made of it."""
        self.said: list[Message] = []
        """What there was to tell the person at the terminal."""

    def take_in(self, other: Record) -> None:
        """Add the items and facts of *other*, the record of an excerpt."""
        self.items |= other.items
        self.excerpts |= other.excerpts
        self.facts |= other.facts

    def __bool__(self) -> bool:
        return bool(self.items or self.bodies or self.excerpts or self.facts or self.clock != {})


_SHARED: Final = object()
"""In the place of the page that is rendered: everybody who will ever ask for what is shared."""


class Reads:
    """The records of one build; none before `start`.

    Reports of items and facts are so frequent that they are made without a call: to
    `items` and `facts`, which belong to the record of what is being rendered.
    """

    __slots__ = (
        "__weakref__", "_absent", "_active", "_alone", "_owner", "_record", "_records", "_shared",
        "facts", "items", "rendering", "unsure",
    )  # fmt: skip

    def __init__(self) -> None:
        self.rendering: object = None
        """The page or document that is being rendered: its own body is no news."""
        self.unsure: str | None = None
        """Why the records don't tell everything; None as long as they do."""
        self._active = False
        self._alone = False
        self._owner: object = None
        self._absent: Container[int] = ()
        self._records: dict[int, Record] = {}
        self._shared: dict[int, Record] = {}
        self._write_to(Record())

    def start(self, absent: Container[int] = ()) -> None:
        """Record from now on; a look at the body of an item whose id is in *absent* raises."""
        self._active = True
        self._absent = absent
        self.end()

    def start_alone(self) -> None:
        """Let each look at anything that another process may have rendered raise `NotHere`."""
        self.start(_Everything())
        self._alone = True

    def stop(self) -> None:
        """Record no longer."""
        self._active = self._alone = False
        self.rendering = self._owner = None
        self._write_to(Record())

    def begin(self, item: object) -> None:
        """From now on *item* is rendered."""
        self.rendering = self._owner = item
        self._write_to(self._records.setdefault(id(item), Record()))

    def end(self) -> None:
        """Nothing is being rendered now."""
        self.rendering = self._owner = None
        self._write_to(self._records.setdefault(id(None), Record()))

    @contextmanager
    def sharing(self, shared: object) -> Iterator[None]:
        """Render something once, for all that will ever ask for it.

        *shared* stands for it: the item whose excerpt it is, or what is given to `use`.
        """
        rendering, owner, record = self.rendering, self._owner, self._record
        # Not even the body of the excerpt's own page is free to look at: it may be HTML by now.
        self.rendering = self._owner = _SHARED
        self._write_to(self._shared.setdefault(id(shared), Record()))
        try:
            yield
        finally:
            self.rendering, self._owner = rendering, owner
            self._write_to(record)

    def use(self, shared: object) -> None:
        """What is being rendered shows *shared*, and so looks at all that that one looked at."""
        self._record.take_in(self._shared.get(id(shared), Record()))

    def _write_to(self, record: Record) -> None:
        self._record = record
        self.items = record.items
        if isinstance(record.facts, frozenset):
            record.facts = set(record.facts)
        self.facts = record.facts

    # What the nouns report

    def body(self, item: Item) -> None:
        """The body of *item*, raw or rendered, is looked at."""
        if not self._active:
            return
        if id(item) in self._absent:
            raise NotHere(item.relative_path, item)
        if self._owner is _SHARED:
            self.doubt("an excerpt or a cached include shows a whole page")
        self._record.bodies[id(item)] = item

    def excerpt(self, item: Item) -> None:
        """The excerpt of *item*, which is made from its source alone, is looked at."""
        if self._active and self._owner is not item:
            self._record.excerpts[id(item)] = item

    def pages(self) -> None:
        """The list of pages, which grows while pages are rendered, is looked at."""
        if self._alone and getattr(self.rendering, "type", "") == "pages":
            raise NotHere("the list of pages")

    def time(self, how: str | None = None, text: str = "") -> None:
        """The time is looked at: as *text*, which the format *how* gives, or in another way."""
        if not self._active:
            return
        if self._owner is _SHARED:
            self.doubt("an excerpt or a cached include tells the time")
        record = self._record
        if how is None:
            record.clock = None
        elif record.clock is not None:
            record.clock[how] = text

    def doubt(self, reason: str) -> None:
        """What is rendered depends on something that can't be told."""
        if self._active:
            self.unsure = reason
            if self._alone:
                raise NotHere(reason)

    # What there is to know

    def of(self, item: object) -> Record:
        """The record of *item*, with those of the excerpts that it shows; for None, of no item."""
        record = self._records.get(id(item))
        if record is None:
            return Record()
        seen: set[int] = set()
        pending = list(record.excerpts)
        while pending:
            one = pending.pop()
            shared = self._shared.get(one)
            if shared is None or one in seen:
                continue
            seen.add(one)
            record.take_in(shared)
            pending += shared.excerpts
        for mine in (record.items, record.bodies, record.excerpts):
            mine.pop(id(item), None)
        return record

    def forget(self, item: Item) -> None:
        """Drop the record of *item*, which another process takes over."""
        self._records.pop(id(item), None)

    def rendered_excerpts(self) -> Container[int]:
        """The ids of those whose excerpts have been rendered."""
        return self._shared

    def learn(self, item: Item) -> Record:
        """A new record of *item*, to be filled in for another process that rendered it."""
        record = self._records[id(item)] = Record()
        return record
