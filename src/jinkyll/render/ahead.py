"""Rendering by several processes, before each page's turn comes.

Most pages look at nothing that rendering makes: front matter, data and lists are there
before. These are rendered by workers, in any order, to what they would be in their turn.
A page that looks at the body of another, that has something to say to the person at the
terminal, or that fails, is left to its turn, where everything is as Jekyll's order has it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from jinkyll import log
from jinkyll.cache import workers
from jinkyll.content.reads import NotHere
from jinkyll.content.text_slot import Deferred
from jinkyll.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinkyll.cache import DiskCache
    from jinkyll.cache.staging import Staging
    from jinkyll.content import Document, Page
    from jinkyll.content.reads import Reads

    # Of a record: the numbers of items and of excerpts, the facts, the time; and the keys of the
    # configuration that the program has looked at meanwhile; and where the output was written.
    Records = tuple[
        list[int], list[int], tuple[str, ...], dict[str, str] | None, list[str], str | None
    ]

__all__ = ["Ahead"]


class Ahead:
    """What workers have rendered of *items*, by *render*; *known* is all that they may look at."""

    def __init__(
        self,
        items: Sequence[Document | Page],
        render: Callable[[Document | Page], None],
        *,
        known: Sequence[Document | Page],
        reads: Reads,
        cache: DiskCache,
        staging: Staging | None,
        jobs: int,
    ) -> None:
        self._items = items
        self._numbers = {id(item): number for number, item in enumerate(items)}
        self._known = known
        self._numbers_of_known = {id(item): number for number, item in enumerate(known)}
        self._reads = reads
        self._render = render
        self._asked = set() if not items else set(items[0].site.configuration.asked)
        self._facts: dict[tuple[str, ...], frozenset[str]] = {}
        self._rendered = cache.scratch()
        self._staging = staging
        stores = (self._rendered, cache.conversions)
        workers.fill(stores, range(len(items)), self._work, jobs=jobs)

    def take(self, item: Document | Page) -> bool:
        """Fill the slots of *item* if a worker has rendered it; tell whether one has."""
        number = self._numbers.get(id(item))
        if number is None:
            return False
        records = cast("Records | None", self._rendered.get(_key(number, "records")))
        if records is None:
            return False
        item.content = Deferred(lambda: self._text(number, "content"))
        record = self._reads.learn(item)
        looked_at, excerpts, facts, record.clock, asked, path = records
        if path is None or self._staging is None:
            item.output = Deferred(lambda: self._text(number, "output"))
        else:
            item.output = Deferred(lambda: self._written(number, path))
            self._staging.paths[id(item)] = path
        item.site.configuration.asked.update(asked)
        record.items = {id(self._known[one]): self._known[one] for one in looked_at}
        record.excerpts = {id(self._known[one]): self._known[one] for one in excerpts}
        # Most pages have looked at the same as others.
        record.facts = self._facts.setdefault(facts, frozenset(facts))
        return True

    def _text(self, number: int, slot: str) -> str:
        text = self._rendered.get(_key(number, slot))
        if not isinstance(text, str):
            raise self._gone(number)
        return text

    def _written(self, number: int, path: str) -> str:
        assert self._staging is not None  # noqa: S101  (there the worker has written it)
        try:
            return self._staging.get(path)
        except OSError as error:
            raise self._gone(number) from error

    def _gone(self, number: int) -> WriteError:
        return WriteError(
            "the rendered page is gone from the disk, where it waited to be written",
            path=self._items[number].relative_path,
            hint="build again, with --jobs 1 if it happens twice",
        )

    def _work(self, number: int) -> None:
        item = self._items[number]
        if item.asset_file:
            self._compile(item)
            return
        source = item.content
        self._reads.start_alone()
        try:
            with log.recording() as said:
                self._render(item)
        except NotHere:
            return
        finally:
            self._reads.stop()
            content, output = item.content, item.output
            item.content, item.output = source, None
        if said:
            return
        record = self._reads.of(item)
        numbers = self._numbers_of_known
        if not (numbers.keys() >= record.items.keys() and numbers.keys() >= record.excerpts.keys()):
            return
        looked_at = [numbers[one] for one in record.items]
        excerpts = [numbers[one] for one in record.excerpts]
        self._rendered.put(_key(number, "content"), content)
        path = self._write(item, output)
        if path is None:
            self._rendered.put(_key(number, "output"), output)
        records = (
            looked_at,
            excerpts,
            tuple(sorted(record.facts)),
            record.clock,
            list(item.site.configuration.asked - self._asked),
            path,
        )
        self._rendered.put(_key(number, "records"), records)
        self._reads.forget(item)

    def _write(self, item: Document | Page, output: str | None) -> str | None:
        """Write *output* where no one sees it yet; its path to be, or None."""
        if self._staging is None or output is None or not item.is_written:
            return None
        path = item.output_path(str(item.site.destination))
        below = path.startswith(str(item.site.destination) + os.sep)
        return path if below and self._staging.put(path, output) else None

    def _compile(self, item: Document | Page) -> None:
        """Let the style sheet *item* come into the cache, and leave all else to its turn.

        Its source map would join the pages, of which those that are rendered here know nothing.
        """
        source, pages = item.content, item.site.pages
        count = len(pages)
        try:
            with log.recording():
                self._render(item)
        finally:
            item.content, item.output = source, None
            del pages[count:]


def _key(number: int, slot: str) -> bytes:
    return f"{number} {slot}".encode()
