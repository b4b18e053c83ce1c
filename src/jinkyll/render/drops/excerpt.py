"""An excerpt as its own text sees it: as ``page``.

Source: Jekyll's ``ExcerptDrop``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from jinkyll.content.document import Document
from jinkyll.render.drops.document import DocumentDrop
from jinkyll.render.drops.fields import FieldsDrop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.content.excerpt import Excerpt
    from jinkyll.liquid.drop import Drop
    from jinkyll.render.drops.drops import Drops
    from jinkyll.render.drops.fields import Field

__all__ = ["ExcerptDrop"]


class ExcerptDrop(FieldsDrop):
    """Like the document's drop, but its content is the excerpt and it has none itself."""

    __slots__ = ("excerpt",)

    ruby_class: ClassVar[str] = "ExcerptDrop"

    def __init__(self, drops: Drops, excerpt: Excerpt) -> None:
        super().__init__(drops)
        self.excerpt = excerpt

    def fallback(self) -> dict[str, Any]:
        """The front matter, without layout and excerpt."""
        return self.excerpt.data

    def liquid_to_s(self) -> str:
        """An excerpt prints its text."""
        return str(self.excerpt)

    def _of_document(self, key: str) -> object:
        document = self.excerpt.doc
        if isinstance(document, Document):
            return DocumentDrop.fields[key](self._drops.of_document(document))
        return self._drops.of_page(document).liquid_get(key)

    def _neighbour(self, document: Document | None) -> Drop | None:
        collection = self.excerpt.collection
        if collection is not None:
            self._drops.reads.facts.add(f"collection {collection.label}")
        return None if document is None else self._drops.of_document(document)

    fields: ClassVar[Mapping[str, Field]] = {
        "layout": lambda self: self.excerpt.doc.data["layout"],
        "name": lambda self: self._of_document("name"),
        "excerpt": lambda _: None,
        "date": lambda self: self._of_document("date"),
        "id": lambda self: self.excerpt.id,
        "relative_path": lambda self: self.excerpt.relative_path,
        "title": lambda self: self._of_document("title"),
        "categories": lambda self: self._of_document("categories"),
        "collection": lambda self: self._of_document("collection"),
        "next": lambda self: self._neighbour(self.excerpt.next_doc),
        "tags": lambda self: self._of_document("tags"),
        "previous": lambda self: self._neighbour(self.excerpt.previous_doc),
        "content": lambda self: self.excerpt.content,
        "output": lambda self: self.excerpt.output,
        "path": lambda self: self.excerpt.relative_path,
        "url": lambda self: self.excerpt.url,
    }
