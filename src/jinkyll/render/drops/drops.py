"""One drop for each object of the site, made when a template first comes across it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinkyll.content.collection import Collection
from jinkyll.content.document import Document
from jinkyll.content.excerpt import Excerpt
from jinkyll.content.page import Page
from jinkyll.content.static_file import StaticFile
from jinkyll.render.drops.collection import CollectionDrop
from jinkyll.render.drops.document import DocumentDrop
from jinkyll.render.drops.fields import PLAIN
from jinkyll.render.drops.page import PageDrop
from jinkyll.render.drops.static_file import StaticFileDrop

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinkyll.content.reads import Reads
    from jinkyll.liquid.drop import Drop

__all__ = ["Drops"]


class Drops:
    """The drops of one build."""

    def __init__(self, reads: Reads, render_excerpt: Callable[[Excerpt], str]) -> None:
        """Make none yet.

        What templates look at is reported to *reads*; *render_excerpt* gives the HTML of
        an excerpt.
        """
        self.reads = reads
        self._render_excerpt = render_excerpt
        self._made: dict[int, Drop] = {}
        # Keeps the objects alive whose id stands in _made.
        self._objects: list[object] = []

    def of_document(self, document: Document) -> Drop:
        """The drop of *document*."""
        return self._made.get(id(document)) or self._keep(document, DocumentDrop(self, document))

    def of_page(self, page: Page) -> Drop:
        """The drop of *page*."""
        return self._made.get(id(page)) or self._keep(page, PageDrop(self, page))

    def of_static_file(self, file: StaticFile) -> Drop:
        """The drop of *file*."""
        return self._made.get(id(file)) or self._keep(file, StaticFileDrop(self, file))

    def of_collection(self, collection: Collection) -> Drop:
        """The drop of *collection*."""
        return self._made.get(id(collection)) or self._keep(
            collection, CollectionDrop(self, collection)
        )

    def excerpt(self, excerpt: Excerpt) -> str:
        """The HTML of *excerpt*, made when somebody first asks for it."""
        output = excerpt.output
        if output is None:
            output = excerpt.output = self._render_excerpt(excerpt)
        return output

    def wrap(self, value: Any) -> Any:
        """What a template sees of *value*: its drop if it is of the site, in lists and maps too."""
        kind = value.__class__
        if kind in PLAIN or (kind is list and value and value[0].__class__ in PLAIN):
            return value
        if isinstance(value, list):
            return [self.wrap(item) for item in value] if _holds_site(value) else value
        if isinstance(value, dict):
            for item in value.values():
                if item.__class__ not in PLAIN and _of_site(item):
                    return {key: self.wrap(item) for key, item in value.items()}
            return value
        return self._wrap_object(value)

    def _wrap_object(self, value: Any) -> Any:
        if isinstance(value, Document):
            return self.of_document(value)
        if isinstance(value, Page):
            return self.of_page(value)
        if isinstance(value, StaticFile):
            return self.of_static_file(value)
        if isinstance(value, Collection):
            return self.of_collection(value)
        if isinstance(value, Excerpt):
            return self.excerpt(value)
        if isinstance(value, tuple | set | frozenset):
            return [self.wrap(item) for item in value]
        to_liquid = getattr(value, "to_liquid", None)
        return self.wrap(to_liquid()) if callable(to_liquid) else value

    def _keep(self, thing: object, drop: Drop) -> Drop:
        self._objects.append(thing)
        self._made[id(thing)] = drop
        return drop


def _of_site(value: object) -> bool:
    if value.__class__ in PLAIN:
        return False
    if isinstance(value, list):
        return _holds_site(value)
    return not isinstance(value, dict)


def _holds_site(values: list[Any]) -> bool:
    # Lists of the site's objects hold nothing else, so the first item tells; looking at all
    # would make a look-up in a long data file slow.
    return bool(values) and _of_site(values[0])
