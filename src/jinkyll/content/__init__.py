"""The nouns of a site: documents, pages, collections, layouts, static files and their URLs."""

from jinkyll.content.collection import Collection
from jinkyll.content.defaults import FrontMatterDefaults
from jinkyll.content.document import Document
from jinkyll.content.excerpt import Excerpt, PageExcerpt
from jinkyll.content.front_matter import FrontMatter
from jinkyll.content.layout import Layout
from jinkyll.content.page import Page, PageWithoutAFile
from jinkyll.content.site import Site, Skipped
from jinkyll.content.static_file import StaticFile
from jinkyll.content.theme import Theme

__all__ = [
    "Collection",
    "Document",
    "Excerpt",
    "FrontMatter",
    "FrontMatterDefaults",
    "Layout",
    "Page",
    "PageExcerpt",
    "PageWithoutAFile",
    "Site",
    "Skipped",
    "StaticFile",
    "Theme",
]
