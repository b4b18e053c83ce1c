"""A page as templates see it.

In Jekyll a page is no drop but a map, made anew at each look-up: the defaults
of its front matter, its front matter, and six fields on top.

Source: https://jekyllrb.com/docs/variables/#page-variables and Jekyll's ``Page``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from jinkyll.configuration import deep_merge
from jinkyll.content.excerpt import Excerpt
from jinkyll.liquid.printing import inspect, ruby_to_s, to_s
from jinkyll.render.drops.fields import PLAIN, FieldsDrop

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinkyll.content.page import Page
    from jinkyll.render.drops.drops import Drops
    from jinkyll.render.drops.fields import Field

__all__ = ["PageDrop"]


class PageDrop(FieldsDrop):
    """A page, live; or frozen with the content that it had when its rendering began."""

    __slots__ = ("_content", "_defaults", "page")

    ruby_class: ClassVar[str] = "PageDrop"
    liquid_is_map: ClassVar[bool] = True

    def __init__(self, drops: Drops, page: Page, content: str | None = None) -> None:
        """Show *page*, with *content* if that is given instead of what the page holds now."""
        super().__init__(drops)
        self.page = page
        self._content = content
        self._defaults: dict[str, Any] | None = None

    def liquid_get(self, key: str) -> object:
        """Answer ``page.key``."""
        self._drops.reads.items[id(self.page)] = self.page
        field = self.fields.get(key)
        if field is not None:
            return field(self)
        value = dict.get(self.page.data, key)
        defaults = self.defaults
        if defaults:
            default = defaults.get(key)
            if value is None:
                value = default
            elif isinstance(value, dict) and isinstance(default, dict):
                value = deep_merge(default, value)
        if value is None and key in _OF_A_MAP:
            return len(self.keys()) if key == "size" else next(iter(self), None)
        return value if value.__class__ in PLAIN else self._drops.wrap(value)

    def liquid_has(self, key: str) -> bool:
        """Tell whether the page has *key*."""
        self._drops.reads.items[id(self.page)] = self.page
        return (
            key in self.fields or key in self.page.data or key in self.defaults or key in _OF_A_MAP
        )

    def fallback(self) -> dict[str, Any]:
        """The front matter."""
        self._drops.reads.items[id(self.page)] = self.page
        return self.page.data

    @property
    def defaults(self) -> dict[str, Any]:
        """The front matter defaults of the page."""
        if self._defaults is None:
            self._defaults = self.page.site.defaults.all(self.page.relative_path, "pages")
        return self._defaults

    def keys(self) -> list[str]:
        """All names: of the defaults, of the front matter, and the fields."""
        self._drops.reads.items[id(self.page)] = self.page
        return list(dict.fromkeys((*self.defaults, *self.page.data, *self.fields)))

    def liquid_to_s(self) -> str:
        """A page prints as the map that it is."""
        return inspect(dict(self.items()))

    def liquid_joined(self) -> str:
        """In a printed list, Jekyll finds the page itself, which prints its content."""
        return to_s(self.liquid_get("content"))

    def liquid_inspect(self) -> str:
        """Within a list, a page shows its path."""
        return f"#<Jekyll::Page @relative_path={inspect(self.page.relative_path)}>"

    def __iter__(self) -> Iterator[object]:
        """A loop over a page goes over pairs."""
        return ([key, value] for key, value in self.items())

    def _excerpt(self) -> object:
        excerpt = self.page.data["excerpt"]
        if isinstance(excerpt, Excerpt):
            return self._drops.excerpt(excerpt)
        return ruby_to_s(excerpt) if excerpt else None

    fields: ClassVar[Mapping[str, Field]] = {
        "content": lambda self: self.page.content if self._content is None else self._content,
        "dir": lambda self: self.page.dir,
        "excerpt": _excerpt,
        "name": lambda self: self.page.name,
        "path": lambda self: self.page.path,
        "url": lambda self: self.page.url,
    }


#: What Liquid answers for every map.
_OF_A_MAP = frozenset({"first", "size"})
