"""The whole of reading, in Jekyll's order.

Layouts; then folder by folder posts, drafts, pages and static files; then what
``include`` names beyond that; then the collections, the theme's assets, and the
data files.

Source: Jekyll's ``Reader``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.content import Page, Site, Skipped, StaticFile
from jinkyll.content.order import by_date
from jinkyll.content.site import BLOCK_TAGS
from jinkyll.errors import ReadError
from jinkyll.read import themes
from jinkyll.read.collections import read_collections
from jinkyll.read.data import read_data
from jinkyll.read.entry_filter import EntryFilter
from jinkyll.read.layouts import read_layouts
from jinkyll.read.pages import read_page
from jinkyll.read.posts import read_drafts, read_posts
from jinkyll.read.skipping import skip
from jinkyll.read.source_files import SourceFiles

if TYPE_CHECKING:
    from jinkyll.cache.sources import Sources
    from jinkyll.configuration import Configuration
    from jinkyll.plugins.loading import Plugins
    from jinkyll.read.source_files import SourceFile

__all__ = ["empty_site", "read"]


def read(
    configuration: Configuration,
    plugins: Plugins | None = None,
    remembered: Sources | None = None,
) -> Site:
    """Read the site that *configuration* describes; *plugins* bring hooks and converters.

    Files of which *remembered* knows what they hold are not opened.

    Raises:
        ReadError: a source that can't be read.
        ConfigurationError: a theme that there is not, a destination around the source,
            a limit that is no number.
        PermalinkError: an empty permalink.
    """
    limit = configuration.limit_posts
    site = empty_site(configuration, plugins)
    configuration = site.configuration
    entries = EntryFilter(configuration)
    sources = SourceFiles(configuration, remembered)
    read_layouts(site, entries, sources)
    _Directories(site, entries, sources).read()
    _read_included(site, entries, sources)
    site.collections["posts"].docs = by_date(site.posts)
    site.pages.sort(key=lambda page: page.name)
    site.static_files.sort(key=lambda file: file.relative_path)
    read_collections(site, entries, sources)
    _read_theme_assets(site, sources)
    read_data(site, entries)
    if limit:
        posts = site.collections["posts"]
        posts.docs = posts.docs[-limit:]
    site.trigger("site", "post_read", site)
    return site


def empty_site(configuration: Configuration, plugins: Plugins | None) -> Site:
    """The site that *configuration* and the theme describe, of which no file has been read yet.

    Raises:
        ConfigurationError: a theme that there is not, a destination around the source.
    """
    # Plugins may change it, and the next build begins with what was loaded.
    configuration = configuration.changed(configuration.unasked())
    configuration, theme = themes.with_theme(configuration)
    if theme is not None and plugins is not None:
        plugins.add_dependencies(theme, configuration)
    site = Site(
        configuration,
        theme=theme,
        hooks=None if plugins is None else plugins.hooks,
        converters=() if plugins is None else plugins.converters,
        block_tags=BLOCK_TAGS if plugins is None else BLOCK_TAGS | _block_tags(plugins),
    )
    site.trigger("site", "after_init", site)
    site.trigger("site", "after_reset", site)
    return site


def _block_tags(plugins: Plugins) -> set[str]:
    if not plugins.tags:
        return set()
    from jinkyll.liquid import Block  # noqa: PLC0415  (slow, and only plugins' tags need it)

    return {name for name, tag in plugins.tags.items() if issubclass(tag, Block)}


class _Directories:
    """The walk through the source."""

    def __init__(self, site: Site, entries: EntryFilter, sources: SourceFiles) -> None:
        self._site = site
        self._sources = sources
        self._entries = entries
        self._source = str(site.source)
        self._destination = str(site.destination)
        self._posts_below = site.collections_dir.strip("/")
        self._entered: list[tuple[int, int]] = []

    def read(self, directory: str = "") -> None:
        """Read the folder *directory*, relative to the source, and those below it."""
        site = self._site
        base = f"{self._source}/{directory}" if directory else self._source
        try:
            with os.scandir(base) as scanned:
                found = sorted(scanned, key=lambda entry: entry.name)
        except OSError as error:
            raise ReadError(
                f"the folder can't be read: {error.strerror}", path=directory or self._source
            ) from error
        folders: list[str] = []
        pages: list[tuple[str, SourceFile]] = []
        static: list[str] = []
        for entry in found:
            is_folder = entry.is_dir()
            if not self._entries.accepts(entry.name, directory, entry.path, directory=is_folder):
                continue
            if is_folder:
                folders.append(entry.name)
            elif entry.is_file():
                try:
                    source = self._sources.page(entry.path)
                except OSError as error:
                    raise ReadError(
                        f"can't be read: {error.strerror}",
                        path=f"{directory}/{entry.name}".lstrip("/"),
                    ) from error
                if source is None:
                    static.append(entry.name)
                else:
                    pages.append((entry.name, source))
            else:
                skip(site, f"{directory}/{entry.name}".lstrip("/"), "is no file")
        if not self._posts_below or f"{directory}/".startswith(f"{self._posts_below}"):
            read_posts(directory, site, self._entries, self._sources)
            if site.configuration.show_drafts:
                read_drafts(directory, site, self._entries, self._sources)
        self._read_folders(directory, base, folders)
        slashed = f"/{directory}" if directory else ""
        for name, source in pages:
            page = read_page(site, slashed, name, source)
            if site.publishes(page):
                site.pages.append(page)
            else:
                self._site.skipped.append(Skipped(page.relative_path, "is not published"))
        site.static_files.extend(StaticFile(site, self._source, slashed, name) for name in static)

    def _read_folders(self, directory: str, base: str, folders: list[str]) -> None:
        for name in folders:
            path = f"{base}/{name}"
            if path == self._destination:
                continue
            status = os.stat(path)  # noqa: PTH116
            identity = (status.st_dev, status.st_ino)
            inner = f"{directory}/{name}" if directory else name
            if identity in self._entered:
                skip(self._site, inner, "is a symbolic link to a folder around it")
                continue
            self._entered.append(identity)
            self.read(inner)
            self._entered.pop()


def _read_included(site: Site, entries: EntryFilter, sources: SourceFiles) -> None:
    """Read the files that ``include`` names and the walk did not come to."""
    for pattern in site.configuration.include:
        if not isinstance(pattern, str):
            continue
        path = str(site.in_source(pattern))
        if not os.path.isfile(path) or entries.leaves_the_source(path):  # noqa: PTH113
            continue
        relative = path.removeprefix(f"{site.source}/")
        directory, _, name = relative.rpartition("/")
        slashed = f"/{directory}" if directory else ""
        source = sources.page(path)
        if source is None:
            if not any(file.relative_path == f"/{relative}" for file in site.static_files):
                site.static_files.append(StaticFile(site, str(site.source), slashed, name))
        elif not any(page.relative_path == relative for page in site.pages):
            page = read_page(site, slashed, name, source)
            if site.publishes(page):
                site.pages.append(page)


def _read_theme_assets(site: Site, sources: SourceFiles) -> None:
    theme = site.theme
    if theme is None or theme.assets_path is None:
        return
    own_pages = {page.relative_path for page in site.pages}
    own_files = {file.relative_path for file in site.static_files}
    root = str(theme.root)
    for path in _found(str(theme.assets_path)):
        if os.path.islink(path):  # noqa: PTH114
            log.warn("Theme reader:", f"Ignored symlinked asset: {path}")
            continue
        relative = path.removeprefix(root + "/")
        directory, _, name = relative.rpartition("/")
        source = sources.page(path)
        item: Page | StaticFile
        if source is None:
            item = StaticFile(site, root, f"/{directory}", name)
            if item.relative_path not in own_files:
                site.static_files.append(item)
                continue
        else:
            item = read_page(site, directory, name, source, base=root)
            if item.relative_path not in own_pages:
                site.pages.append(item)
                continue
        log.debug(
            "Theme:",
            f"Ignoring {item.relative_path} in theme due to existing file with that path in site.",
        )


def _found(folder: str) -> list[str]:
    """The files below *folder*, as Ruby's ``Find`` walks: each folder's entries in order."""
    result: list[str] = []
    stack = [folder]
    while stack:
        path = stack.pop()
        if os.path.isdir(path) and (path == folder or not os.path.islink(path)):  # noqa: PTH112, PTH114
            stack.extend(f"{path}/{name}" for name in sorted(os.listdir(path), reverse=True))  # noqa: PTH208
        else:
            result.append(path)
    return result
