"""A collection as templates see it.

Source: https://jekyllrb.com/docs/collections/ and Jekyll's ``CollectionDrop``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from jinkyll.liquid.printing import inspect
from jinkyll.render.drops.fields import FieldsDrop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.content.collection import Collection
    from jinkyll.liquid.drop import Drop
    from jinkyll.render.drops.drops import Drops
    from jinkyll.render.drops.fields import Field

__all__ = ["CollectionDrop"]


class CollectionDrop(FieldsDrop):
    """A collection, with what the configuration says about it."""

    __slots__ = ("_docs", "collection")

    ruby_class: ClassVar[str] = "CollectionDrop"

    def __init__(self, drops: Drops, collection: Collection) -> None:
        super().__init__(drops)
        self.collection = collection
        self._docs: list[Drop] | None = None

    def fallback(self) -> dict[str, Any]:
        """The collection's entry in the configuration."""
        return self.collection.metadata

    def docs(self) -> list[Drop]:
        """The documents in the collection's order."""
        documents = self.collection.docs
        if self._docs is None or len(self._docs) != len(documents):
            self._docs = [self._drops.of_document(document) for document in documents]
        return self._docs

    def liquid_to_s(self) -> str:
        """A collection prints the list of its documents."""
        return inspect(self.docs())

    fields: ClassVar[Mapping[str, Field]] = {
        "label": lambda self: self.collection.label,
        "files": lambda self: [self._drops.of_static_file(file) for file in self.collection.files],
        "docs": docs,
        "output": lambda self: self.collection.is_written,
        "relative_directory": lambda self: self.collection.relative_directory,
        "directory": lambda self: str(self.collection.directory),
    }
