"""Outputs to files: each is whole or not there, and one that would not change is not touched.

Nothing is written before everything is rendered, so a failing build leaves the
last good site. A file is written under a temporary name beside its place and
then renamed; what an interrupted build left behind is removed by the next one.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinkyll import log
from jinkyll.configuration import environment
from jinkyll.content.document import Document
from jinkyll.content.page import Page
from jinkyll.content.static_file import StaticFile
from jinkyll.errors import PermalinkError, WriteError
from jinkyll.write import cleaner

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from jinkyll.cache.regenerator import Plan
    from jinkyll.cache.staging import Staging
    from jinkyll.content.site import Site
    from jinkyll.plugins.hooks import Hooks

__all__ = ["Written", "warn_of_conflicts", "write", "write_rendered"]

Item = Page | Document | StaticFile

_METADATA: Final = "\x04\x08{\x00"
"""Ruby's way to store an empty map."""


@dataclass(slots=True)
class Written:
    """What a build did to the destination, in files."""

    written: int = 0
    unchanged: int = 0
    copied: int = 0
    removed: int = 0
    touched: list[str] = field(default_factory=list)
    """The paths that were written, copied to or removed."""
    contested: set[str] = field(default_factory=set)
    """The paths that more than one item claims."""


def write(
    site: Site, hooks: Hooks, plan: Plan | None = None, staging: Staging | None = None
) -> Written:
    """Write what *site*'s pages and documents were rendered to, copy its static files, clean up.

    Those that *plan* leaves out were not rendered: their files are as they have to be. With
    *staging* there is no destination yet, and what is written appears at once, in the end.

    Raises:
        PermalinkError: an output that would lie outside of the destination.
        WriteError: the operating system refused: no space, no permission.
    """
    destination = site.destination
    left_out: Container[int] = () if plan is None else plan.left_out
    known = {} if staging is None else staging.paths
    claims = _claims(site, destination, known if plan is None else plan.outputs)
    _tell_conflicts(claims)
    lying = None if plan is None else plan.lying
    leftovers = cleaner.find(str(destination), claims, site.configuration.keep_files, lying)
    if hooks.wants("clean", "on_obsolete"):
        doomed = [Path(path) for path in leftovers.obsolete]
        hooks.trigger("clean", "on_obsolete", doomed)
        obsolete = [str(path) for path in doomed]
    else:
        obsolete = leftovers.obsolete
    cleaner.remove(leftovers.in_the_way)
    result = Written(contested={path for path, items in claims.items() if len(items) > 1})
    result.touched += leftovers.in_the_way
    files = _Files(resolve_symlinks=site.configuration.safe or environment() == "production")
    for path, items in claims.items():
        # The later of two outputs wins, as it does in Jekyll, where it overwrites the earlier.
        item = items[-1]
        if id(item) in left_out:
            result.unchanged += 1
            continue
        place = path if staging is None else staging.place(path)
        if isinstance(item, StaticFile):
            copied = files.copy(str(item.path), place)
            result.copied += copied
            result.unchanged += not copied
            if copied:
                result.touched.append(path)
            continue
        log.debug("Writing:", path)
        there = staging is not None and id(item) in staging.paths
        written = there or files.write(place, item.output or "")
        result.written += written
        result.unchanged += not written
        if written:
            result.touched.append(path)
        for each in items:
            _trigger_post_write(each, hooks)
    if staging is not None:
        staging.publish()
    cleaner.remove(leftovers.without_what_was_in_the_way(obsolete))
    result.removed = len(obsolete)
    result.touched += obsolete
    if site.configuration.incremental:
        _write_metadata(site, files)
    hooks.trigger("site", "post_write", site)
    return result


def write_rendered(site: Site, hooks: Hooks, rendered: Iterable[Page | Document]) -> Written:
    """Write what the *rendered* ones were rendered to, and leave everything else as it is.

    For a site that was written before, to the same files.

    Raises:
        WriteError: the operating system refused: no space, no permission.
    """
    result = Written()
    files = _Files(resolve_symlinks=False)
    destination = str(site.destination)
    for item in rendered:
        path = item.output_path(destination)
        log.debug("Writing:", path)
        if files.write(path, item.output or ""):
            result.written += 1
            result.touched.append(path)
        _trigger_post_write(item, hooks)
    if site.configuration.incremental:
        _write_metadata(site, files)
    hooks.trigger("site", "post_write", site)
    return result


def items(site: Site) -> Iterator[Item]:
    """Everything of *site* that becomes a file, in the order in which Jekyll writes."""
    files_of_collections = (
        file
        for collection in site.collections.values()
        for file in collection.files
        if file.is_written
    )
    seen: set[int] = set()
    everything: tuple[Item, ...] = (
        *site.pages,
        *site.static_files_to_write,
        *site.docs_to_write,
        *files_of_collections,
    )
    for item in everything:
        if id(item) not in seen:
            seen.add(id(item))
            yield item


def _claims(site: Site, destination: Path, known: Mapping[int, str]) -> dict[str, list[Item]]:
    """Each path with the items that are to be written there; *known* has some by their ids."""
    claims: dict[str, list[Item]] = {}
    root = str(destination) + os.sep
    for item in items(site):
        path = known.get(id(item)) or item.output_path(str(destination))
        if not path.startswith(root):
            raise PermalinkError(
                "the URL leaves the destination", path=item.relative_path, hint=f"it is {item.url}"
            )
        claims.setdefault(path, []).append(item)
    return claims


def warn_of_conflicts(site: Site) -> bool:
    """Tell whether several items of *site* are to be written at one place; those are named.

    Raises:
        PermalinkError: an output that would lie outside of the destination.
    """
    return _tell_conflicts(_claims(site, site.destination, {}))


def _tell_conflicts(claims: dict[str, list[Item]]) -> bool:
    found = False
    for path, items in claims.items():
        claimants = [
            item for item in items if not (isinstance(item, Page) and item.allows_used_permalink)
        ]
        if len(claimants) < 2:
            continue
        found = True
        log.warn("Conflict:", "The following destination is shared by multiple files.")
        log.warn("", "The written file may end up with unexpected contents.")
        log.warn("", path)
        for item in claimants:
            log.warn("", f" - {item.path}")
        log.warn("")
    return found


def _write_metadata(site: Site, files: _Files) -> None:
    """Leave the file by which scripts know an incremental build.

    What the next build wants to know is in the cache; a Jekyll that finds the file starts anew.
    """
    log.debug("Writing Metadata:", ".jekyll-metadata")
    files.write(str(site.in_source(".jekyll-metadata")), _METADATA)


def _trigger_post_write(item: Item, hooks: Hooks) -> None:
    if isinstance(item, Document):
        hooks.trigger_document(item.collection.label, "post_write", item)
    elif isinstance(item, Page):
        hooks.trigger("pages", "post_write", item)


class _Files:
    """Writes and copies; knows the folders that it has seen, and those that it has made itself."""

    def __init__(self, *, resolve_symlinks: bool) -> None:
        self._resolve_symlinks = resolve_symlinks
        self._folders: set[str] = set()
        self._made: set[str] = set()
        """In these, nothing lies that has to be looked at before it is replaced."""
        self._suffix = f".{os.getpid()}.tmp"

    def write(self, path: str, text: str) -> bool:
        """Put *text* into the file *path*; tell whether it had to be touched."""
        data = text.encode("utf-8", "surrogateescape")
        try:
            if not self._is_new(path) and self._holds(path, data):
                return False
            with self._replacing(path) as temporary, open(temporary, "wb") as file:  # noqa: PTH123  (speed)
                file.write(data)
        except OSError as error:
            raise _refused(path, error) from error
        return True

    def copy(self, source: str, path: str) -> bool:
        """Copy the file *source* with its time to *path*; tell whether that was needed."""
        try:
            if os.path.islink(source) and not self._resolve_symlinks:  # noqa: PTH114  (speed)
                return self._link(os.readlink(source), path)  # noqa: PTH115  (speed)
            new = os.stat(source)  # noqa: PTH116  (speed)
            try:
                old = os.lstat(path)
                if (old.st_size, old.st_mtime_ns, old.st_mode) == (
                    new.st_size, new.st_mtime_ns, new.st_mode,
                ):  # fmt: skip
                    return False
            except FileNotFoundError:
                pass
            with self._replacing(path) as temporary:
                shutil.copyfile(source, temporary)
                shutil.copystat(source, temporary)
        except OSError as error:
            raise _refused(path, error) from error
        return True

    def _link(self, target: str, path: str) -> bool:
        if os.path.islink(path) and os.readlink(path) == target:  # noqa: PTH114,PTH115  (speed)
            return False
        with self._replacing(path) as temporary:
            Path(temporary).unlink(missing_ok=True)
            Path(temporary).symlink_to(target)
        return True

    def _is_new(self, path: str) -> bool:
        """Tell whether the file can't be there: its folder, or the one above, was not before."""
        folder = path.rpartition(os.sep)[0]
        return folder in self._made or folder.rpartition(os.sep)[0] in self._made

    def _holds(self, path: str, data: bytes) -> bool:
        try:
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123  (speed)
                status = os.fstat(file.fileno())
                return status.st_size == len(data) and file.read() == data
        except FileNotFoundError:
            return False

    @contextmanager
    def _replacing(self, path: str) -> Iterator[str]:
        """Give a temporary name beside *path*; what was made there takes its place, or goes."""
        temporary = self._temporary(path)
        try:
            yield temporary
            os.replace(temporary, path)  # noqa: PTH105  (speed)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise

    def _temporary(self, path: str) -> str:
        folder, _, name = path.rpartition(os.sep)
        if folder not in self._folders:
            self._make(folder)
        return f"{folder}{os.sep}.{name[:100]}{self._suffix}"

    def _make(self, folder: str) -> None:
        try:
            try:
                os.mkdir(folder)  # noqa: PTH102  (speed)
            except FileNotFoundError:
                self._make(os.path.dirname(folder))  # noqa: PTH120  (speed)
                os.mkdir(folder)  # noqa: PTH102  (speed)
            self._made.add(folder)
        except FileExistsError:
            pass
        self._folders.add(folder)


def _refused(path: str, error: OSError) -> WriteError:
    return WriteError(
        f"can't write it: {error.strerror or error}",
        path=path,
        hint="the files that were there before are still whole; fix this and build again",
    )
