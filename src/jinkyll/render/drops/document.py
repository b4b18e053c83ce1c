"""A document as templates see it.

Source: https://jekyllrb.com/docs/variables/#page-variables and Jekyll's ``DocumentDrop``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from jinkyll.content.excerpt import Excerpt
from jinkyll.liquid.comparison import compare
from jinkyll.liquid.printing import ruby_to_s
from jinkyll.render.drops.fields import ENUMERABLE, PLAIN, FieldsDrop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.content.document import Document
    from jinkyll.liquid.drop import Drop
    from jinkyll.render.drops.drops import Drops
    from jinkyll.render.drops.fields import Field

__all__ = ["DocumentDrop"]


class DocumentDrop(FieldsDrop):
    """A document of a collection; live: ``content`` is HTML as soon as it was converted."""

    __slots__ = ("document",)

    ruby_class: ClassVar[str] = "DocumentDrop"

    def __init__(self, drops: Drops, document: Document) -> None:
        super().__init__(drops)
        self.document = document

    def fallback(self) -> dict[str, Any]:
        """The front matter."""
        self._drops.reads.items[id(self.document)] = self.document
        return self.document.data

    def liquid_get(self, key: str) -> object:
        """Answer ``document.key``."""
        document = self.document
        self._drops.reads.items[id(document)] = document
        field = _MADE.get(key)
        if field is not None:
            return field(self)
        value = dict.get(document.data, key)
        if value.__class__ in PLAIN:
            return self._enumerable(key) if value is None and key in ENUMERABLE else value
        return self._drops.wrap(value)

    def liquid_to_s(self) -> str:
        """A document prints its page, or what there is of it."""
        return str(self.document)

    def liquid_inspect(self) -> str:
        """Within a list, a document shows its path."""
        document = self.document
        return (
            f"#<Jekyll::Document {document.relative_path} collection={document.collection.label}>"
        )

    def liquid_compare(self, other: object) -> int | None:
        """By date, then by path."""
        if not isinstance(other, DocumentDrop):
            return None
        result = compare(self.liquid_get("date"), other.liquid_get("date"))
        return result or compare(self.document.path, other.document.path)

    def _excerpt(self) -> object:
        excerpt = dict.get(self.document.data, "excerpt")
        if isinstance(excerpt, Excerpt):
            return self._drops.excerpt(excerpt)
        return ruby_to_s(excerpt)

    def _neighbour(self, document: Document | None) -> Drop | None:
        reads = self._drops.reads
        if reads.rendering is not self.document:
            reads.facts.add(f"collection {self.document.collection.label}")
        return None if document is None else self._drops.of_document(document)

    def _datum(self, key: str) -> object:
        value = dict.get(self.document.data, key)
        return value if value.__class__ in PLAIN else self._drops.wrap(value)

    fields: ClassVar[Mapping[str, Field]] = {
        "name": lambda self: self._datum("name") or self.document.basename,
        "id": lambda self: self.document.id,
        "relative_path": lambda self: self.document.relative_path,
        "excerpt": _excerpt,
        "title": lambda self: self._datum("title"),
        "categories": lambda self: self._datum("categories"),
        "collection": lambda self: self.document.collection.label,
        "next": lambda self: self._neighbour(self.document.next_doc),
        "tags": lambda self: self._datum("tags"),
        "previous": lambda self: self._neighbour(self.document.previous_doc),
        "content": lambda self: self.document.content,
        "output": lambda self: self.document.output,
        "path": lambda self: self.document.relative_path,
        "url": lambda self: self.document.url,
        "date": lambda self: self.document.date,
    }


_MADE: dict[str, Field] = {
    key: field
    for key, field in DocumentDrop.fields.items()
    if key not in {"title", "categories", "tags"}
}
"""The fields that are more than what stands in the front matter."""
