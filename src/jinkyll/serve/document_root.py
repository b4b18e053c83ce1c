"""Which file of a built site answers which URL.

The rules are those of Jekyll's preview server: everything lies below ``baseurl``; a folder
answers with its index, else with a listing; ``/about`` answers with ``about.html``; and nothing
outside the destination answers at all.

Source: https://jekyllrb.com/docs/configuration/options/#serve-command-options .
"""

from __future__ import annotations

import urllib.parse
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from jinkyll.paths import inside

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Answer", "BadPath", "DocumentRoot", "File", "Listing", "NotThere", "Redirect"]

_INDEX_NAMES = (
    "index.htm",
    "index.html",
    "index.rhtml",
    "index.xht",
    "index.xhtml",
    "index.cgi",
    "index.xml",
    "index.json",
)
_PAGE_SUFFIXES = ("", ".html", ".xhtml")
_UNDISCLOSED = (".ht*", "~*")


@dataclass(frozen=True, slots=True)
class File:
    """Answer with the content of ``path``."""

    path: Path


@dataclass(frozen=True, slots=True)
class Listing:
    """Answer with a list of what is in the folder ``path``."""

    path: Path


@dataclass(frozen=True, slots=True)
class Redirect:
    """Answer with the address ``url`` (encoded path): a folder was asked for without its slash."""

    url: str


@dataclass(frozen=True, slots=True)
class NotThere:
    """Answer that there is nothing."""


@dataclass(frozen=True, slots=True)
class BadPath:
    """Answer that the path makes no sense: it climbs out of the site, or holds a null character."""


Answer = File | Listing | Redirect | NotThere | BadPath


@dataclass(frozen=True, slots=True)
class DocumentRoot:
    """The folder ``path`` served below ``baseurl``.

    With ``show_dir_listing`` a folder answers with a listing even if it has an index.
    """

    path: Path
    baseurl: str = ""
    show_dir_listing: bool = False

    def answer(self, url: str) -> Answer:
        """What answers *url*, the encoded path of a request without its query."""
        decoded = urllib.parse.unquote(url, errors="surrogateescape")
        parts = decoded.replace("\\", "/").split("/")
        if "\0" in decoded or not decoded.startswith("/") or ".." in parts:
            return BadPath()
        prefix = f"/{self.baseurl.strip('/')}/" if self.baseurl.strip("/") else "/"
        if not decoded.startswith(prefix):
            return NotThere()
        below = [part for part in decoded[len(prefix) :].split("/") if part not in {"", "."}]
        if any(_undisclosed(name) for name in below):
            return NotThere()
        *folders, last = below or [""]
        folder = self.path.joinpath(*folders)
        if not last or self._is_dir(folder / last):
            if not decoded.endswith("/"):
                return Redirect(f"{url}/")
            # A folder without an index may have a page beside it: tags/ and tags.html.
            inner = folder / last
            return self._index(inner) or self._page(folder, last) or self._listing(inner)
        return self._page(folder, last) or NotThere()

    def _index(self, folder: Path) -> File | None:
        if self.show_dir_listing:
            return None
        for name in _INDEX_NAMES:
            if self._is_file(folder / name):
                return File(folder / name)
        return None

    def _page(self, folder: Path, name: str) -> File | None:
        if not name:
            return None
        for suffix in _PAGE_SUFFIXES:
            candidate = folder / f"{name}{suffix}"
            if self._is_file(candidate):
                return File(candidate)
        return None

    def _listing(self, folder: Path) -> Answer:
        return Listing(folder) if self._is_dir(folder) else NotThere()

    def listed(self, folder: Path) -> list[Path]:
        """What a listing of *folder* may show, by name, folders first."""
        entries = [
            entry
            for entry in folder.iterdir()
            if not _undisclosed(entry.name) and (self._is_dir(entry) or self._is_file(entry))
        ]
        return sorted(entries, key=lambda entry: (not entry.is_dir(), entry.name))

    def _is_file(self, path: Path) -> bool:
        try:
            return path.is_file() and inside(self.path, path)
        except OSError:  # a name longer than the file system allows
            return False

    def _is_dir(self, path: Path) -> bool:
        try:
            return path.is_dir() and inside(self.path, path)
        except OSError:
            return False


def _undisclosed(name: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in _UNDISCLOSED)
