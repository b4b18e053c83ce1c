"""One page or document, whose file has changed, read once more."""

from __future__ import annotations

from jinkyll.content import Document, Page
from jinkyll.read.documents import read_document
from jinkyll.read.pages import read_page
from jinkyll.read.source_files import SourceFiles

__all__ = ["read_again"]


def read_again(item: Document | Page) -> Document | Page | None:
    """What the file of *item* holds now; None if it has no front matter any more.

    Raises:
        JinkyllError: there is a mistake in it.
        OSError: it can't be read.
    """
    site = item.site
    sources = SourceFiles(site.configuration)
    if isinstance(item, Document):
        return read_document(sources.any(item.path), site, item.collection)
    if type(item) is not Page:
        return None
    file = sources.page(item.source_path)
    if file is None:
        return None
    return read_page(site, item.source_dir, item.name, file, base=item.base)
