"""What the rendering of a page reads that may change without the rest of the site changing.

Bodies of other pages and documents, and the time. The nouns themselves report each
look at them, so that nothing that renders can forget to: a drop, a filter, a plugin.
An incremental build stands on these records (see :mod:`jinkyll.cache.regenerator`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinkyll.content.document import Document
    from jinkyll.content.page import Page

    Item = Document | Page

from contextlib import contextmanager

__all__ = ["NotRendered", "Reads"]


class NotRendered(Exception):  # noqa: N818  (no mistake of anybody)
    """A page asked for the body of another that this incremental build leaves out."""


class Reads:
    """The records of one build; off until `start`."""

    __slots__ = ("_active", "_left_out", "_of", "_owner", "clock", "files", "rendering", "unsure")

    def __init__(self) -> None:
        self.rendering: object = None
        """The page, document or excerpt that is being rendered: its own body is no news."""
        self.unsure: str | None = None
        """Why the records don't tell everything; None as long as they do."""
        self.clock: dict[int, dict[str, str] | None] = {}
        """By id of the item: what became of the time, by format; None for anything else."""
        self.files: set[str] = set()
        """Files that templates included from outside of the folders for includes."""
        self._active = False
        self._owner: object = None
        self._of: dict[int, dict[int, Item]] = {}
        self._left_out: Mapping[int, object] = {}

    def start(self) -> None:
        """Record from now on."""
        self._active = True

    def stop(self) -> None:
        """Record no longer."""
        self._active = False
        self.rendering = self._owner = None

    def leave_out(self, items: Mapping[int, object]) -> None:
        """Let a look at the body of one of *items*, by id, raise `NotRendered`."""
        self._left_out = items

    def begin(self, item: object) -> None:
        """From now on *item* is rendered."""
        self.rendering = self._owner = item

    def end(self) -> None:
        """Nothing is being rendered now."""
        self.rendering = self._owner = None

    @contextmanager
    def excerpt_of(self, item: object) -> Iterator[None]:
        """Render the excerpt of *item*, once for all that ask for it."""
        rendering, owner = self.rendering, self._owner
        self.rendering, self._owner = item, _Shared
        try:
            yield
        finally:
            self.rendering, self._owner = rendering, owner

    def body(self, item: Item) -> None:
        """Take note that the body of *item* was looked at, raw or rendered."""
        if not self._active:
            return
        if id(item) in self._left_out:
            raise NotRendered(item.relative_path)
        self.excerpt(item)

    def excerpt(self, item: Item) -> None:
        """Take note that something made from the source of *item* was looked at."""
        if not self._active:
            return
        owner = self._owner
        if owner is _Shared:
            self.unsure = "an excerpt that reads another page"
        self._of.setdefault(id(owner), {})[id(item)] = item

    def time(self, how: str | None = None, text: str = "") -> None:
        """Take note that the time was looked at: as *text*, made by the format *how*, or at all."""
        if not self._active:
            return
        if self._owner is _Shared:
            self.unsure = "an excerpt that tells the time"
        clock = self.clock
        key = id(self._owner)
        if how is None:
            clock[key] = None
        else:
            formats = clock.setdefault(key, {})
            if formats is not None:
                formats[how] = text

    def file(self, path: str) -> None:
        """Take note that a template includes the file *path*."""
        if self._active:
            self.files.add(path)

    def of(self, item: object) -> list[Item]:
        """Whose bodies *item* looked at; those that nobody in particular did for None."""
        return list(self._of.get(id(item), {}).values())


class _Shared:
    """Stands for everybody who will ever ask for an excerpt."""
