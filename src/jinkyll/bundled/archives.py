"""jekyll-archives: a page for each year, month, day, tag and category that has posts.

Configuration ``jekyll-archives``: ``enabled`` (a list of year, month, day, tags, categories, or
``all``), ``layout`` (``archive``), ``layouts`` and ``permalinks`` by kind, ``slug_mode``. Templates
get ``page.posts``, ``page.type``, ``page.title`` or ``page.date``, and ``site.archives``.

Source: https://github.com/jekyll/jekyll-archives (2.3).
"""

from __future__ import annotations

import datetime as dt
import posixpath
from typing import TYPE_CHECKING, Any, Final

from jinkyll.configuration import deep_merge
from jinkyll.configuration.kinds import hash_of
from jinkyll.content import Page
from jinkyll.content.front_matter import FrontMatter
from jinkyll.content.permalink import replace, unescape_path
from jinkyll.content.slug import slugify
from jinkyll.plugins.api import Generator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinkyll.content import Document, Site

PURE = True

_DEFAULTS: Final[dict[str, Any]] = {
    "layout": "archive",
    "enabled": [],
    "permalinks": {
        "year": "/:year/",
        "month": "/:year/:month/",
        "day": "/:year/:month/:day/",
        "tag": "/tag/:name/",
        "category": "/category/:name/",
    },
}
_PARTS: Final = ("year", "month", "day")


class Archive(Page):
    """The page of one tag, category, year, month or day."""

    def __init__(self, site: Site, url: str, layout: str, values: dict[str, object]) -> None:
        path = unescape_path(url).lstrip("/")
        if url.endswith("/"):
            path = posixpath.join(path, "index.html")
        super().__init__(site, posixpath.dirname(path), posixpath.basename(path))
        self.__dict__["url"] = url
        self.name = self.basename
        # Front matter defaults don't reach archives: no file stands behind them.
        self.data = FrontMatter({"layout": layout, "path": path, **values})

    @property
    def permalink(self) -> None:
        """An archive has its URL from the configuration."""
        return None


class Archives(Generator):
    """Adds the archives."""

    def generate(self, site: Site) -> None:
        """Add the enabled archives: tags, categories, then dates as the posts come."""
        self.site = site
        self.settings = deep_merge(_DEFAULTS, hash_of(site.config, "jekyll-archives"))
        site.config["jekyll-archives"] = self.settings
        archives: list[Archive] = []
        if self._enabled("tags"):
            archives += [self._named("tag", name, posts) for name, posts in site.tags.items()]
        if self._enabled("categories"):
            archives += [
                self._named("category", name, posts) for name, posts in site.categories.items()
            ]
        for post in site.posts:
            post.settle_date()
        archives += self._dated(site.posts, ())
        site.pages += archives
        site.config["archives"] = archives

    def _enabled(self, kind: str) -> bool:
        enabled = self.settings["enabled"]
        if isinstance(enabled, list):
            return kind in enabled
        return enabled is True or enabled == "all"

    def _named(self, kind: str, name: object, posts: list[Document]) -> Archive:
        slug = slugify(str(name), self.settings.get("slug_mode"))
        url = replace(self._permalink(kind), {"name": slug, "type": kind})
        return self._archive(kind, url, posts, {"title": name})

    def _dated(self, posts: list[Document], date: tuple[str, ...]) -> Iterator[Archive]:
        """The archives of *posts* below *date*, the year, month and day so far."""
        if len(date) == len(_PARTS):
            return
        kind = _PARTS[len(date)]
        directive = ("%Y", "%m", "%d")[len(date)]
        groups: dict[str, list[Document]] = {}
        for post in posts:
            groups.setdefault(post.date.strftime(directive).rjust(2, "0"), []).append(post)
        for value, group in groups.items():
            group.sort(key=lambda post: (post.date, post.path), reverse=True)
            whole = (*date, value)
            if self._enabled(kind):
                placeholders = dict(zip(_PARTS, whole, strict=False)) | {"type": kind}
                numbers = [int(part) for part in whole] + [1, 1]
                url = replace(self._permalink(kind), placeholders)
                yield self._archive(kind, url, group, {"date": dt.date(*numbers[:3])})
            yield from self._dated(group, whole)

    def _permalink(self, kind: str) -> str:
        return str(hash_of(self.settings, "permalinks", below="jekyll-archives")[kind])

    def _archive(
        self, kind: str, url: str, posts: list[Document], values: dict[str, object]
    ) -> Archive:
        layouts = self.settings.get("layouts")
        own = layouts.get(kind) if isinstance(layouts, dict) else None
        layout = own or self.settings["layout"]
        return Archive(self.site, url, layout, {"posts": posts, "type": kind, **values})
