"""A collection: documents and files of one kind, in the folder ``_label``.

Source: https://jekyllrb.com/docs/collections/ and Jekyll's ``Collection``.
"""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinkyll.configuration.truth import truthy
from jinkyll.content import permalink

if TYPE_CHECKING:
    from jinkyll.content.document import Document
    from jinkyll.content.site import Site
    from jinkyll.content.static_file import StaticFile

__all__ = ["Collection"]

_NOT_IN_A_LABEL: Final = re.compile(r"[^a-z0-9_\-.]", re.IGNORECASE | re.ASCII)


class Collection:
    """The documents under one label, in the collection's order; of posts the newest is last."""

    def __init__(self, site: Site, label: str) -> None:
        self.site = site
        self.label: str = _NOT_IN_A_LABEL.sub("", label)
        self.docs: list[Document] = []
        """Files with front matter; all posts and drafts."""
        self.files: list[StaticFile] = []
        """Files without."""
        configured = site.config.get("collections")
        own = configured.get(self.label) if isinstance(configured, dict) else None
        self.metadata: dict[str, Any] = own if isinstance(own, dict) else {}
        """What the configuration says about the collection."""
        self._positions: dict[int, int] = {}

    @property
    def relative_directory(self) -> str:
        """The folder below ``collections_dir``, ``_label``."""
        return f"_{self.label}"

    @cached_property
    def directory(self) -> Path:
        """The folder, absolute."""
        return Path(self.site.collections_path) / self.relative_directory

    @property
    def is_written(self) -> bool:
        """Whether the configuration says ``output: true``."""
        return truthy(self.metadata.get("output", False))

    @cached_property
    def url_template(self) -> str:
        """The permalink of the configuration, or ``/:collection/:path`` with the site's ending."""
        if "permalink" in self.metadata:
            template = self.metadata["permalink"]
            return "" if template is None else str(template)
        return permalink.add_suffix("/:collection/:path", self.site.permalink_style)

    def neighbour(self, doc: Document, distance: int) -> Document | None:
        """The document *distance* places after *doc*; None at the ends."""
        docs = self.docs
        position = self._positions.get(id(doc), -1)
        if not (0 <= position < len(docs) and docs[position] is doc):
            self._positions = {id(one): place for place, one in enumerate(docs)}
            position = self._positions.get(id(doc), -1)
            if position < 0:
                return None
        wanted = position + distance
        return docs[wanted] if 0 <= wanted < len(docs) else None

    def __repr__(self) -> str:
        return f"<Collection {self.label} docs={len(self.docs)}>"
