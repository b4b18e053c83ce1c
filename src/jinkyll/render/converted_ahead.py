"""Markdown converted by other processes before its page's turn comes, where there is no forking.

A conversion depends on the text and the options alone, so only these leave the process. Pages
with Liquid in them stay: what that gives, it gives in their turn.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from jinkyll.cache.spawned import Spawned
from jinkyll.render.converters.kramdown import Kramdown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinkyll.content import Document, Page
    from jinkyll.render.converters import Converters

__all__ = ["ConvertedAhead"]

_FEWEST: Final = 200
"""Fewer pages than this are converted about as soon as another process is there."""
_SAMPLES: Final = 20
_WORKER: Final = "jinkyll.kramdown.worker"


class ConvertedAhead:
    """What other processes have converted of *items* as *converters* say."""

    def __init__(
        self, items: Sequence[Document | Page], converters: Converters, *, jobs: int
    ) -> None:
        self._texts: list[str] = []
        self._numbers: dict[int, int] = {}
        self._spawned: Spawned | None = None
        markdown = converters.markdown
        candidates = [
            item
            for item in items
            if not item.render_with_liquid and converters.of(item.extname)[0] is markdown
        ]
        if len(candidates) >= _FEWEST and isinstance(markdown.processor, Kramdown):
            self._processor = markdown.processor
            self._spawn(candidates, jobs)

    def _spawn(self, candidates: Sequence[Document | Page], jobs: int) -> None:
        # To look at each takes its time, so first at some: most have to be new.
        some = candidates[:: len(candidates) // _SAMPLES]
        if sum(map(self._is_kept, some)) * 2 > len(some):
            return
        for item in candidates:
            if not self._is_kept(item):
                self._numbers[id(item)] = len(self._texts)
                self._texts.append(item.content or "")
        if len(self._texts) >= _FEWEST:
            with contextlib.suppress(ValueError):  # an option that can't be sent
                options = self._processor.options
                self._spawned = Spawned(_WORKER, options, self._texts, count=jobs - 1)

    def _is_kept(self, item: Document | Page) -> bool:
        return self._processor.is_kept(item.content or "")

    def take(self, item: Document | Page) -> bool:
        """Take in what has been converted so far; *item* itself is yet to be rendered."""
        if self._spawned is not None:
            number = self._numbers.get(id(item), -1)
            for each, kept in self._spawned.take(number):
                self._processor.keep(self._texts[each], kept)
        return False

    def close(self) -> None:
        """End the processes."""
        if self._spawned is not None:
            self._spawned.close()
