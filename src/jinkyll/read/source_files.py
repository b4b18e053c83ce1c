"""Source files as front matter and body, read or remembered.

What a build remembers of a file spares opening it: its front matter is taken as it was
parsed, and its body is fetched when somebody wants it.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from jinkyll.cache import keys
from jinkyll.cache.sources import Sources
from jinkyll.content.text_slot import on_disk
from jinkyll.read import files, front_matter

if TYPE_CHECKING:
    from jinkyll.configuration import Configuration
    from jinkyll.content import Document, Page
    from jinkyll.content.text_slot import Deferred

__all__ = ["SourceFile", "SourceFiles"]

_STATIC: Final = "static"
_MOST_HELD: Final = 16 * 1024 * 1024
"""Characters of bodies that are kept in memory between reading and rendering."""
_UTF_8: Final = frozenset({"utf-8", "utf8"})

_Time = tuple[str, "float | None", "str | None"]
"""A time, the seconds of its zone and that one's name; a date has no zone, UTC no name."""


class SourceFiles:
    """The source files of one site, of some of which *remembered* knows what they hold."""

    def __init__(self, configuration: Configuration, remembered: Sources | None = None) -> None:
        self._encoding = configuration.encoding
        # A body that is fetched later is decoded without the means to say what is wrong with it.
        self._encoded_in_utf_8 = self._encoding.lower() in _UTF_8
        known = remembered if self._encoded_in_utf_8 else None
        self._remembered = Sources() if known is None else known
        self._held = 0

    def page(self, path: str) -> SourceFile | None:
        """The file at *path* if it has front matter, else None; raises OSError."""
        kept = self._remembered.get(path)
        if kept == _STATIC:
            return None
        if kept is not None:
            return SourceFile(self, path, kept=kept)
        source = files.page_source(path)
        if source is None:
            self._remembered.put(path, _STATIC)
            return None
        return SourceFile(self, path, source)

    def any(self, path: str) -> SourceFile:
        """The file at *path*, with front matter or without; raises OSError."""
        kept = self._remembered.get(path)
        if kept is not None and kept != _STATIC:
            return SourceFile(self, path, kept=kept)
        return SourceFile(self, path, files.whole(path))

    # What a SourceFile asks for

    def decoded(self, source: bytes, shown: str) -> str:
        """*source* as text; *shown* is its path for messages.

        Raises:
            ReadError: bytes that the site's encoding does not know.
        """
        return files.decoded(source, self._encoding, path=shown)

    def holds_much(self, body: str) -> bool:
        """Tell whether there have been so many bodies that this one had better stay on disk."""
        self._held += len(body)
        return self._held > _MOST_HELD

    def load(self, source: front_matter.Source, shown: str) -> Any:
        """The front matter of *source*.

        Raises:
            FrontMatterError: it is not YAML.
        """
        return front_matter.load(source, path=shown)

    def remember(self, file: SourceFile, data: object, source: bytes) -> None:
        """Remember *file*, which is made of the bytes *source*, with its front matter."""
        if not self._encoded_in_utf_8:
            return
        parts = file.parts
        timeless = _without_times(data) if isinstance(data, dict) else (data, {})
        if isinstance(parts.body, str):
            body = parts.body.encode()
            start = len(source) - len(body)
            digest = keys.digest(body)
            file.body_on_disk = on_disk(file.path, start, digest)
            kept = (parts.block, parts.block_line, parts.body_line, start, digest,
                    "{%" in parts.body, *timeless)  # fmt: skip
            self._remembered.put(file.path, kept)


class SourceFile:
    """One file, whose parts are looked at when somebody wants them."""

    def __init__(
        self,
        files: SourceFiles,
        path: str,
        source: bytes | None = None,
        *,
        kept: tuple[Any, ...] | None = None,
    ) -> None:
        self.path = path
        """Its absolute path."""
        self.body_on_disk: Deferred | None = None
        """The body, to be fetched from the file, once that is known to be possible."""
        self._files = files
        self._source = source
        self._data: Any = None
        if kept is not None:
            block, block_line, body_line, start, digest, has_tags, self._data, times = kept
            for key, parts in times.items():
                self._data[key] = _time(parts)
            later = self.body_on_disk = on_disk(path, start, digest)
            # Of one with tags in it an excerpt may have something to say at once.
            body = later.fetch() if has_tags else later
            self.parts = front_matter.Source(block, body, block_line, body_line)

    def leave_body_on_disk(self, item: Document | Page) -> None:
        """Let *item*, which is read, fetch its body when that is wanted, if it is one of many."""
        item.on_disk = self.body_on_disk
        body = item.source_text
        if isinstance(body, str) and self._files.holds_much(body):
            item.leave_on_disk()

    def text(self, shown: str) -> str:
        """The whole file; *shown* is its path for messages.

        Raises:
            ReadError: it is not in the site's encoding.
        """
        source = self._source
        return self._files.decoded(files.whole(self.path) if source is None else source, shown)

    def split(self, shown: str) -> front_matter.Source:
        """Front matter and body, not parsed yet; raises as `text`."""
        if self._source is not None:
            self.parts = front_matter.split(self.text(shown))
        return self.parts

    def load(self, shown: str) -> Any:
        """The value of the front matter, after `split`; None if there is none.

        Raises:
            FrontMatterError: it is not YAML.
        """
        if self._source is None:
            return self._data
        data = self._files.load(self.parts, shown)
        self._files.remember(self, data, self._source)
        return data


def _without_times(data: dict[str, Any]) -> tuple[dict[str, Any], dict[str, _Time]]:
    """*data* with None in the place of its times, and these; not of those deep within."""
    times: dict[str, _Time] = {}
    for key, value in data.items():
        if value.__class__ is dt.datetime and value.tzinfo.__class__ is dt.timezone:
            zone = value.tzinfo
            offset = zone.utcoffset(None).total_seconds()
            name = None if zone is dt.UTC else zone.tzname(None)
            times[key] = (value.replace(tzinfo=None).isoformat(), offset, name)
        elif value.__class__ is dt.date:
            times[key] = (value.isoformat(), None, None)
    return (data | dict.fromkeys(times), times) if times else (data, times)


def _time(parts: _Time) -> dt.date:
    text, offset, name = parts
    if offset is None:
        return dt.date.fromisoformat(text)
    zone = dt.UTC if name is None else dt.timezone(dt.timedelta(seconds=offset), name)
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone)
