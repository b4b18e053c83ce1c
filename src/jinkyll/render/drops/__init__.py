"""What templates see of the site: objects that answer look-ups, made when they are asked for."""

from jinkyll.render.drops.collection import CollectionDrop
from jinkyll.render.drops.document import DocumentDrop
from jinkyll.render.drops.drops import Drops
from jinkyll.render.drops.excerpt import ExcerptDrop
from jinkyll.render.drops.fields import FieldsDrop
from jinkyll.render.drops.jekyll import JEKYLL_VERSION, JekyllDrop
from jinkyll.render.drops.page import PageDrop
from jinkyll.render.drops.site import SiteDrop
from jinkyll.render.drops.static_file import StaticFileDrop
from jinkyll.render.drops.theme import ThemeDrop

__all__ = [
    "JEKYLL_VERSION",
    "CollectionDrop",
    "DocumentDrop",
    "Drops",
    "ExcerptDrop",
    "FieldsDrop",
    "JekyllDrop",
    "PageDrop",
    "SiteDrop",
    "StaticFileDrop",
    "ThemeDrop",
]
