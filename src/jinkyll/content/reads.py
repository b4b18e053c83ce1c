"""What the rendering of a page reads that may change without the rest of the site changing.

Bodies of other pages and documents, and the time. The nouns themselves report each
look at them, so that nothing that renders can forget to: a drop, a filter, a plugin.
Incremental builds (:mod:`jinkyll.cache.regenerator`) and rendering by several processes
(:mod:`jinkyll.render.ahead`) stand on these records.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from jinkyll.content.document import Document
    from jinkyll.content.page import Page

    Item: TypeAlias = Document | Page

__all__ = ["NotHere", "Reads"]


class NotHere(BaseException):
    """A page looks at something that this process, or this incremental build, did not render."""


class _Everything:
    """Holds every id."""

    def __contains__(self, _: object) -> bool:
        return True


_SHARED: Final = object()
"""In the place of the page that is rendered: everybody who will ever ask for an excerpt."""


class Reads:
    """The records of one build; none before `start`."""

    __slots__ = (
        "_absent", "_active", "_alone", "_bodies", "_clock", "_excerpts", "_owner", "files",
        "rendering", "unsure",
    )  # fmt: skip

    def __init__(self) -> None:
        self.rendering: object = None
        """The page or document that is being rendered: its own body is no news."""
        self.unsure: str | None = None
        """Why the records don't tell everything; None as long as they do."""
        self.files: set[str] = set()
        """Files that templates included from outside of the folders for includes."""
        self._active = False
        self._alone = False
        self._owner: object = None
        self._absent: Container[int] = ()
        self._bodies: dict[int, dict[int, Item]] = {}
        self._excerpts: dict[int, dict[int, Item]] = {}
        self._clock: dict[int, dict[str, str] | None] = {}

    def start(self, absent: Container[int] = ()) -> None:
        """Record from now on; a look at the body of an item whose id is in *absent* raises."""
        self._active = True
        self._absent = absent

    def start_alone(self) -> None:
        """Let each look at anything that another process may have rendered raise `NotHere`."""
        self.start(_Everything())
        self._alone = True

    def stop(self) -> None:
        """Record no longer."""
        self._active = self._alone = False
        self.rendering = self._owner = None

    def begin(self, item: object) -> None:
        """From now on *item* is rendered."""
        self.rendering = self._owner = item

    def end(self) -> None:
        """Nothing is being rendered now."""
        self.rendering = self._owner = None

    @contextmanager
    def sharing(self) -> Iterator[None]:
        """Render an excerpt: once, for all that will ever ask for it."""
        rendering, owner = self.rendering, self._owner
        # Not even the body of the excerpt's own page is free to look at: it may be HTML by now.
        self.rendering = self._owner = _SHARED
        try:
            yield
        finally:
            self.rendering, self._owner = rendering, owner

    # What the nouns report

    def body(self, item: Item) -> None:
        """The body of *item*, raw or rendered, is looked at."""
        if not self._active:
            return
        if id(item) in self._absent:
            raise NotHere(item.relative_path)
        if self._owner is _SHARED:
            self.doubt("an excerpt shows a whole page")
        self._bodies.setdefault(id(self._owner), {})[id(item)] = item

    def excerpt(self, item: Item) -> None:
        """The excerpt of *item*, which is made from its source alone, is looked at."""
        if self._active and self._owner is not item and self._owner is not _SHARED:
            self._excerpts.setdefault(id(self._owner), {})[id(item)] = item

    def pages(self) -> None:
        """The list of pages, which grows while pages are rendered, is looked at."""
        if self._alone and getattr(self.rendering, "type", "") == "pages":
            raise NotHere("the list of pages")

    def time(self, how: str | None = None, text: str = "") -> None:
        """The time is looked at: as *text*, which the format *how* gives, or in another way."""
        if not self._active:
            return
        if self._owner is _SHARED:
            self.doubt("an excerpt tells the time")
        key = id(self._owner)
        formats = self._clock.setdefault(key, {})
        if how is None:
            self._clock[key] = None
        elif formats is not None:
            formats[how] = text

    def file(self, path: str) -> None:
        """A template includes the file *path*."""
        if self._active:
            self.files.add(path)
            if self._alone:
                raise NotHere(path)

    def doubt(self, reason: str) -> None:
        """What is rendered depends on something that can't be told."""
        if self._active:
            self.unsure = reason
            if self._alone:
                raise NotHere(reason)

    # What there is to know

    def bodies(self, item: object) -> list[Item]:
        """The others whose bodies *item* looked at; for None, outside of any item."""
        return [one for one in self._bodies.get(id(item), {}).values() if one is not item]

    def excerpts(self, item: object) -> list[Item]:
        """The others whose excerpts *item* looked at."""
        return [one for one in self._excerpts.get(id(item), {}).values() if one is not item]

    def clock(self, item: object) -> dict[str, str] | None:
        """What *item* made of the time, by format; None if it did anything else with it."""
        return self._clock.get(id(item), {})

    def learn(self, item: Item, excerpts: list[Item], clock: dict[str, str] | None) -> None:
        """Add the records of another process that rendered *item*."""
        if excerpts:
            self._excerpts[id(item)] = {id(one): one for one in excerpts}
        if clock != {}:
            self._clock[id(item)] = clock
