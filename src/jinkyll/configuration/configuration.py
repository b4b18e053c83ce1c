"""The merged configuration of a site, as a mapping and with typed attributes."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinkyll.configuration import timezone as zones
from jinkyll.configuration.truth import truthy

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping
from jinkyll.errors import ConfigurationError

__all__ = ["Configuration", "environment"]


def environment() -> str:
    """What ``jekyll.environment`` is: ``JEKYLL_ENV``, or ``development``."""
    return os.environ.get("JEKYLL_ENV", "development")


#: Attributes that are made of the value of the same name, once.
_CACHED: Final = frozenset({"source", "destination", "timezone", "cache_dir"})


class Configuration(dict[str, Any]):
    """Every key of the site's configuration, unknown ones included.

    Templates see it as ``site.KEY``. The attributes give the keys that jinkyll
    itself knows, with their types; ``source`` and ``destination`` are absolute.

    Which keys the program looks at is recorded in ``asked``, so that an incremental build
    knows whether the change of one concerns all pages. What templates look at is not: that
    is recorded page by page.
    """

    EVERYTHING: Final = "*"
    """In ``asked``, if somebody looked at all keys."""

    def __init__(self, values: Mapping[str, Any] | Iterable[tuple[str, Any]] = ()) -> None:
        super().__init__(values)
        self.asked: set[str] = set()

    def __getitem__(self, key: str) -> Any:
        self.asked.add(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        """The value of *key*, or *default*."""
        self.asked.add(key)
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self.asked.add(str(key))
        return super().__contains__(key)

    def __iter__(self) -> Iterator[str]:
        self.asked.add(self.EVERYTHING)
        return super().__iter__()

    def keys(self) -> Any:
        """All keys."""
        self.asked.add(self.EVERYTHING)
        return super().keys()

    def values(self) -> Any:
        """All values."""
        self.asked.add(self.EVERYTHING)
        return super().values()

    def items(self) -> Any:
        """All keys with their values."""
        self.asked.add(self.EVERYTHING)
        return super().items()

    def unasked(self) -> dict[str, Any]:
        """All of it as a plain map, without a record that somebody looked."""
        return dict(dict.items(self))

    def changed(self, values: Mapping[str, Any]) -> Configuration:
        """A copy with other *values*; what is asked of either is recorded for both."""
        copy = Configuration(values)
        vars(copy).update(vars(self))
        for key in _CACHED:
            if dict.get(self, key) != dict.get(copy, key):
                vars(copy).pop(key, None)
        return copy

    has_default_theme: bool = False
    """Whether ``theme`` is a default of GitHub Pages, which a site can do without."""

    is_safe_by_profile: bool = False
    """Whether ``safe`` is not the user's word, but only a part of what GitHub Pages does."""

    @property
    def keeps_results(self) -> bool:
        """Whether results may be kept on disk for later builds, and taken from there.

        Not in safe mode: who made the site may have made what lies in its cache.
        """
        distrusted = self.safe and not self.is_safe_by_profile
        return not (distrusted or self.get("disable_disk_cache"))

    @property
    def github_pages(self) -> bool:
        """Whether the site is built as GitHub Pages builds it, with Jekyll 3's behaviour."""
        return self.get("github_pages") is True

    @cached_property
    def source(self) -> Path:
        """The folder that is built."""
        return Path(os.path.abspath(Path(str(self["source"])).expanduser()))  # noqa: PTH100

    @cached_property
    def destination(self) -> Path:
        """The folder that is built into."""
        return Path(os.path.abspath(Path(str(self["destination"])).expanduser()))  # noqa: PTH100

    @cached_property
    def timezone(self) -> dt.tzinfo:
        """The site's zone: ``timezone``, else the machine's."""
        name = self.get("timezone")
        return zones.zone(str(name)) if name else zones.local()

    @cached_property
    def cache_dir(self) -> Path:
        """The folder for what may be kept between builds; never outside the source."""
        return self.in_source(str(self["cache_dir"] or ""))

    @property
    def baseurl(self) -> str:
        """The path below which the site is served; empty at the root."""
        return "" if self.get("baseurl") is None else str(self["baseurl"])

    @property
    def safe(self) -> bool:
        """Whether plugins of the site and symlinks that leave it are ignored."""
        return truthy(self.get("safe"))

    @property
    def future(self) -> bool:
        """Whether documents with a date after the build are published."""
        return truthy(self.get("future"))

    @property
    def unpublished(self) -> bool:
        """Whether ``published: false`` is overruled."""
        return truthy(self.get("unpublished"))

    @property
    def show_drafts(self) -> bool:
        """Whether ``_drafts`` are read."""
        return truthy(self.get("show_drafts"))

    @property
    def limit_posts(self) -> int:
        """How many of the newest posts are kept; 0 for all. Raises ConfigurationError."""
        value = self.get("limit_posts")
        if not truthy(value):
            return 0
        try:
            limit = int(str(value))
        except ValueError:
            limit = -1
        if limit < 0:
            raise ConfigurationError(
                "limit_posts must be a non-negative number", hint="0 keeps all posts"
            )
        return limit

    @property
    def strict_front_matter(self) -> bool:
        """Whether a mistake in front matter stops the build."""
        return truthy(self.get("strict_front_matter"))

    @property
    def incremental(self) -> bool:
        """Whether only what changed is built again."""
        return truthy(self.get("incremental"))

    @property
    def encoding(self) -> str:
        """The encoding of source files."""
        return str(self.get("encoding") or "utf-8")

    @property
    def collections_dir(self) -> str:
        """The folder below the source that holds the collections' folders; empty for the source."""
        return str(self.get("collections_dir") or "")

    @property
    def include(self) -> list[Any]:
        """Patterns of files that are read although their name would exclude them."""
        return list(self.get("include") or [])

    @property
    def exclude(self) -> list[Any]:
        """Patterns of files that are not read, the built-in ones included."""
        return list(self.get("exclude") or [])

    @property
    def keep_files(self) -> list[str]:
        """Paths of the destination that are never removed."""
        return [str(one) for one in self.get("keep_files") or []]

    @property
    def plugins(self) -> list[str]:
        """Names of plugins to load."""
        return [str(one) for one in self.get("plugins") or []]

    @property
    def plugins_dirs(self) -> list[Path]:
        """Folders with the site's own plugins."""
        value = self.get("plugins_dir")
        names = value if isinstance(value, list) else [value]
        if value in (None, "", "_plugins"):
            return [self.in_source("_plugins")]
        return [Path(os.path.abspath(Path(str(one)).expanduser())) for one in names]  # noqa: PTH100

    @property
    def markdown_ext(self) -> list[str]:
        """Extensions of Markdown files, in lower case and with their dots."""
        return [f".{one.lower()}" for one in str(self.get("markdown_ext") or "").split(",")]

    def in_source(self, questionable: str) -> Path:
        """The path *questionable* below the source, which it can't leave."""
        rooted = os.path.normpath("/" + questionable)
        rooted = "/" + rooted.lstrip("/")
        source = str(self.source)
        if rooted == source or rooted.startswith(source + "/"):
            return Path(rooted)
        return Path(source + rooted) if rooted != "/" else self.source
