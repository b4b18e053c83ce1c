"""The variable ``site``.

Source: https://jekyllrb.com/docs/variables/#site-variables and Jekyll's ``SiteDrop``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from jinkyll.content.document import Document
from jinkyll.content.order import newest_first
from jinkyll.render.drops.build_time import BuildTime
from jinkyll.render.drops.data import DataDrop
from jinkyll.render.drops.fields import FieldsDrop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.content.site import Site
    from jinkyll.liquid.drop import Drop
    from jinkyll.render.drops.drops import Drops
    from jinkyll.render.drops.fields import Field

__all__ = ["SiteDrop"]


class SiteDrop(FieldsDrop):
    """The site: collections under their labels, then the built-in fields, then the configuration.

    The lists are made once; only the list of pages may grow while pages are rendered (source
    maps of style sheets join it).
    """

    __slots__ = (
        "_documents_of",
        "_html_pages",
        "_lists",
        "_pages",
        "_time",
        "current_document",
        "site",
    )

    ruby_class: ClassVar[str] = "SiteDrop"

    def __init__(self, drops: Drops, site: Site) -> None:
        super().__init__(drops)
        self.site = site
        self.current_document: object = None
        """What is being rendered; ``related_posts`` are those of it."""
        self._lists: dict[str, object] = {}
        self._pages: list[Drop] = []
        self._html_pages: list[Drop] | None = None
        self._documents_of: dict[str, list[Drop]] = {}
        self._time = site.begun if site.time_is_fixed else BuildTime.of(site.begun, site.reads)

    def fallback(self) -> dict[str, Any]:
        """The configuration."""
        return self.site.configuration

    def liquid_get(self, key: str) -> object:
        """Answer ``site.key``."""
        facts = self._drops.reads.facts
        if key in self.site.collections and key != "posts":
            facts.add(f"collection {key}")
            documents = self._documents_of.get(key)
            if documents is None:
                collection = self.site.collections[key]
                documents = [self._drops.of_document(document) for document in collection.docs]
                self._documents_of[key] = documents
            return documents
        facts.add(_FACTS.get(key) or f"config {key}")
        return FieldsDrop.liquid_get(self, key)

    def liquid_has(self, key: str) -> bool:
        """Tell whether the site has *key*."""
        self._drops.reads.facts.add(f"config {key}")
        return key in self.site.collections or FieldsDrop.liquid_has(self, key)

    def keys(self) -> list[str]:
        """All names; whoever wants them is after everything."""
        self._drops.reads.facts.add("site")
        return FieldsDrop.keys(self)

    def _once(self, key: str) -> object:
        value = self._lists.get(key)
        if value is None:
            value = self._lists[key] = _MAKERS[key](self)
        return value

    def pages(self) -> list[Drop]:
        """All pages."""
        pages = self.site.pages
        if len(self._pages) != len(pages):
            self._pages = [self._drops.of_page(page) for page in pages]
        return self._pages

    def html_pages(self) -> list[Drop]:
        """The pages that are HTML; no page that joins later is."""
        if self._html_pages is None:
            self._html_pages = [
                self._drops.of_page(page)
                for page in self.site.pages
                if page.html or page.url.endswith("/")
            ]
        return self._html_pages

    def related_posts(self) -> list[Drop] | None:
        """Other posts, for a document; None for a page."""
        document = self.current_document
        if not isinstance(document, Document):
            return None
        return [self._drops.of_document(post) for post in document.related_posts]

    def data(self) -> object:
        """The contents of the data files."""
        data = self.site.site_data
        return DataDrop(data, self._drops.reads) if isinstance(data, dict) else data

    fields: ClassVar[Mapping[str, Field]] = {
        "posts": lambda self: self._once("posts"),
        "time": lambda self: self._time,
        "html_pages": html_pages,
        "config": lambda _: None,
        "documents": lambda self: self._once("documents"),
        "pages": pages,
        "data": data,
        "categories": lambda self: self._once("categories"),
        "related_posts": related_posts,
        "tags": lambda self: self._once("tags"),
        "static_files": lambda self: self._once("static_files"),
        "collections": lambda self: self._once("collections"),
    }


#: What is looked at by the built-in fields; the time reports for itself, the data key by key.
_FACTS: Mapping[str, str] = {
    **{key: f"site {key}" for key in SiteDrop.fields},
    "time": "site time",
    "related_posts": "site posts",
}


def _posts(drop: SiteDrop) -> list[Drop]:
    return [drop._drops.of_document(post) for post in newest_first(drop.site.posts)]


def _collections(drop: SiteDrop) -> list[Drop]:
    collections = sorted(drop.site.collections.values(), key=lambda one: one.label)
    return [drop._drops.of_collection(collection) for collection in collections]


_MAKERS: Mapping[str, Field] = {
    "posts": _posts,
    "documents": lambda drop: drop._drops.wrap(drop.site.documents),
    "categories": lambda drop: drop._drops.wrap(drop.site.categories),
    "tags": lambda drop: drop._drops.wrap(drop.site.tags),
    "static_files": lambda drop: drop._drops.wrap(drop.site.static_files),
    "collections": _collections,
}
