"""The site: everything that was read, and what a build needs to know about it.

Source: https://jekyllrb.com/docs/variables/#site-variables and Jekyll's ``Site``.
"""

from __future__ import annotations

import os
import time as clock
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from jinkyll.configuration.truth import truthy
from jinkyll.content.collection import Collection
from jinkyll.content.dates import parse_date
from jinkyll.content.defaults import FrontMatterDefaults
from jinkyll.content.document import Document
from jinkyll.content.names import split_extension
from jinkyll.content.order import by_date
from jinkyll.content.reads import Reads
from jinkyll.errors import ConfigurationError
from jinkyll.paths import inside

if TYPE_CHECKING:
    from collections.abc import Collection as Container
    from collections.abc import Iterable
    from pathlib import Path

    from jinkyll.configuration import Configuration
    from jinkyll.content.layout import Layout
    from jinkyll.content.page import Page
    from jinkyll.content.static_file import StaticFile
    from jinkyll.content.theme import Theme

__all__ = ["BLOCK_TAGS", "Converter", "Hooks", "Site", "Skipped", "build_time"]

BLOCK_TAGS: frozenset[str] = frozenset(
    {
        "capture", "case", "comment", "for", "highlight", "if", "ifchanged", "raw",
        "tablerow", "unless",
    }
)  # fmt: skip
"""Liquid tags with an end tag, as far as Jekyll itself knows them."""


class Converter(Protocol):
    """What the site asks of a converter: which files it takes, and what they become."""

    def matches(self, ext: str) -> bool:
        """Tell whether files with the extension *ext* (with its dot) are converted."""

    def output_ext(self, ext: str) -> str | None:
        """The extension of the converted file, with its dot; None for no opinion."""


class Hooks(Protocol):
    """What reading asks of the registry of hooks."""

    def trigger(self, owner: str, event: str, *arguments: Any) -> None:
        """Call what is registered for *event* of *owner*."""

    def trigger_document(self, label: str, event: str, *arguments: Any) -> None:
        """Call what is registered for *event* of documents of the collection *label*."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that takes no part in the build."""

    path: str
    """Path relative to the source."""
    reason: str
    """Why, for the end of a line: ``has a future date``."""


class Site:
    """One site during one build.

    ``read`` fills it, ``generate`` may add to it; from then on only the slots
    ``content`` and ``output`` of its documents and pages change.
    """

    def __init__(
        self,
        configuration: Configuration,
        *,
        theme: Theme | None = None,
        hooks: Hooks | None = None,
        converters: Container[Converter] = (),
        block_tags: Container[str] = BLOCK_TAGS,
    ) -> None:
        """Make an empty site.

        *converters* are those of plugins, best first; Markdown and Sass are known
        without. *block_tags* names the Liquid tags that need an end tag.

        Raises:
            ConfigurationError: a destination that holds the source.
            ReadError: ``time`` of the configuration is none.
        """
        self.configuration = configuration
        self.source: Path = configuration.source
        self.destination: Path = configuration.destination
        if self.source == self.destination or self.destination in self.source.parents:
            raise ConfigurationError(
                "Destination directory cannot be or contain the Source directory.",
                hint="choose another folder with --destination",
            )
        self.timezone: tzinfo = configuration.timezone
        self.reads = Reads()
        """What the rendering of each page looks at, beside what can't change meanwhile."""
        self.begun: datetime = build_time(configuration)
        """The same as `time`, without a record that somebody looked at it."""
        self.time_is_fixed = _fixed_time(configuration)
        """Whether a later build begins at the same time, by ``time`` or ``SOURCE_DATE_EPOCH``."""
        self.theme = theme
        self.hooks = hooks
        self.converters = converters
        self.block_tags = block_tags
        self.collections_dir = configuration.collections_dir
        self.collections_path = str(configuration.in_source(self.collections_dir))
        """The folder of the collections' folders, absolute."""
        self.defaults = FrontMatterDefaults(configuration)
        self.permalink_style = str(configuration.get("permalink") or "")
        self.layouts: dict[str, Layout] = {}
        """Layouts by name: ``post``, ``sub/post``."""
        self.includes_load_paths: list[Path] = [
            configuration.in_source(str(configuration.get("includes_dir") or ""))
        ]
        """Folders in which includes are looked for: the site's, then the theme's."""
        if theme is not None and theme.includes_path is not None:
            self.includes_load_paths.append(theme.includes_path)
        self._pages: list[Page] = []
        self.static_files: list[StaticFile] = []
        self.inputs: list[Path] = []
        """Files outside of the source that plugins look at: all is built anew if one changes."""
        self.data: dict[str, Any] = {}
        """The contents of ``_data``; templates see ``data`` of the configuration instead if set."""
        self.skipped: list[Skipped] = []
        """Sources that were left out, with the reason."""
        self.collections: dict[str, Collection] = {
            label: Collection(self, label) for label in _labels(configuration)
        }
        """Collections by label, in the order of the configuration; ``posts`` comes first."""
        self._output_extensions: dict[str, str] = {}

    @property
    def time(self) -> datetime:
        """When the build began: ``time``, ``SOURCE_DATE_EPOCH``, or now."""
        if not self.time_is_fixed:
            self.reads.time()
        return self.begun

    @property
    def pages(self) -> list[Page]:
        """The pages, those of generators too; source maps of style sheets join while rendering."""
        self.reads.pages()
        return self._pages

    @pages.setter
    def pages(self, pages: list[Page]) -> None:
        self._pages = pages

    @property
    def config(self) -> Configuration:
        """The configuration, by Jekyll's name."""
        return self.configuration

    @property
    def posts(self) -> list[Document]:
        """Posts and, with ``--drafts``, drafts; the newest is last."""
        collection = self.collections.get("posts")
        if collection is None:
            collection = self.collections["posts"] = Collection(self, "posts")
        return collection.docs

    @property
    def documents(self) -> list[Document | StaticFile]:
        """The documents and files of all collections."""
        found: dict[int, Document | StaticFile] = {}
        for collection in self.collections.values():
            found.update((id(one), one) for one in collection.docs)
            found.update((id(one), one) for one in collection.files)
        return list(found.values())

    @property
    def docs_to_write(self) -> list[Document]:
        """The documents that get a file in the destination."""
        return [
            doc
            for collection in self.collections.values()
            if collection.is_written
            for doc in collection.docs
            if self.publishes(doc)
        ]

    @property
    def static_files_to_write(self) -> list[StaticFile]:
        """The static files that are copied, those of collections with output included."""
        return [file for file in self.static_files if file.is_written]

    @cached_property
    def tags(self) -> dict[str, list[Document]]:
        """Posts by tag, each list newest first."""
        return self._posts_by("tags")

    @cached_property
    def categories(self) -> dict[str, list[Document]]:
        """Posts by category, each list newest first."""
        return self._posts_by("categories")

    @property
    def site_data(self) -> Any:
        """What templates see as ``site.data``."""
        return self.configuration.get("data") or self.data

    def output_ext(self, ext: str, permalink: str | None = None) -> str:
        """Extension of the file made from one with the extension *ext*, both with their dots.

        An extension of the front matter's *permalink* wins.
        """
        if permalink and not permalink.endswith(("/", ".")):
            own = split_extension(permalink)[1]
            if own:
                return own
        found = self._output_extensions.get(ext)
        if found is None:
            found = self._output_extensions[ext] = self._converted(ext)
        return found

    def publishes(self, item: Document | Page) -> bool:
        """Tell whether *item* is neither unpublished nor of the future."""
        # What the file itself says: the defaults of pages don't publish or hide them.
        published = dict.get(item.data, "published", True)
        if not truthy(published) and not self.configuration.unpublished:
            return False
        return not self.hides_in_the_future(item)

    def hides_in_the_future(self, item: Document | Page) -> bool:
        """Tell whether *item* waits for its date; pages don't."""
        if self.configuration.future or not isinstance(item, Document):
            return False
        date = item.known_date
        if date.year < self.begun.year - 1:  # whatever the zones: long ago
            return False
        return int(date.timestamp()) > int(self.begun.timestamp())

    def trigger(self, owner: str, event: str, *arguments: Any) -> None:
        """Call the hooks registered for *event* of *owner*, if there are any."""
        if self.hooks is not None:
            self.hooks.trigger(owner, event, *arguments)

    def template_in(self, folders: Iterable[Path], name: str) -> Path | None:
        """The file in the first of *folders* that has one called *name*, or that in Jinja's syntax.

        In safe mode symlinks that leave the folder do not count.
        """
        safe = self.configuration.safe
        for folder in folders:
            for suffix in ("", ".jinja", ".j2"):
                path = folder / f"{name.lstrip('/')}{suffix}"
                if path.is_file() and (not safe or inside(folder, path)):
                    return path
        return None

    def in_source(self, questionable: str) -> Path:
        """The path *questionable* below the source, which it can't leave."""
        return self.configuration.in_source(questionable)

    def __repr__(self) -> str:
        return f"<Site source={self.source}>"

    def _converted(self, ext: str) -> str:
        for converter in self.converters:
            if converter.matches(ext):
                made = converter.output_ext(ext)
                if made is not None:
                    return made
        if ext.lower() in self.configuration.markdown_ext:
            return ".html"
        if ext.lower() in {".scss", ".sass"}:
            return ".css"
        return ext

    def _posts_by(self, key: str) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {}
        for post in self.posts:
            values = post.data[key]
            for value in values if isinstance(values, list) else ():
                if isinstance(value, dict | list):
                    value = _printed(value)
                elif value.__class__ is float:
                    value = _FloatKey(value)
                found.setdefault(value, []).append(post)
        return {value: by_date(posts)[::-1] for value, posts in found.items()}


class _FloatKey(float):
    """A float that is another key than the integer of its size, as in Ruby: the tags 2 and 2.0."""

    __slots__ = ()
    __hash__ = float.__hash__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, float) and float(self) == float(other)


def _printed(value: object) -> str:
    """A value that can be no key, as Ruby prints it."""
    from jinkyll.liquid.printing import ruby_to_s  # noqa: PLC0415  (slow, for oddities only)

    return ruby_to_s(value)


def _fixed_time(configuration: Configuration) -> bool:
    return truthy(configuration.get("time")) or os.environ.get("SOURCE_DATE_EPOCH", "").isdecimal()


def build_time(configuration: Configuration) -> datetime:
    """When a build with *configuration* that starts now begins.

    Raises:
        ReadError: ``time`` of the configuration is none.
    """
    fixed = configuration.get("time")
    if fixed is not None and fixed is not False:
        return parse_date(fixed, configuration.timezone, "Invalid time in _config.yml.")
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = float(epoch) if epoch.isdecimal() else clock.time()
    return datetime.fromtimestamp(now, configuration.timezone)


def _labels(configuration: Configuration) -> list[str]:
    configured = configuration.get("collections")
    if configured is None:
        return ["posts"]
    if not isinstance(configured, dict | list):
        raise ConfigurationError(
            "Your `collections` key must be a hash or an array.",
            hint="write collections: [recipes], or a mapping of labels to their settings",
        )
    return list(dict.fromkeys(["posts", *map(str, configured)]))
