"""Compiled templates on disk."""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

import jinkyll
from jinkyll.liquid.parser import CustomTag, Warning_

if TYPE_CHECKING:
    from types import CodeType

__all__ = ["CodeCache", "Entry"]


def _engine() -> list[tuple[str, int, int]]:
    """What the engine's files look like, so that a changed engine forgets its old code."""
    folder = Path(__file__).parent
    files = sorted([*folder.glob("*.py"), *folder.glob("tags/*.py")])
    return [(file.name, stat.st_size, stat.st_mtime_ns) for file in files for stat in [file.stat()]]


@dataclass(slots=True)
class Entry:
    """A compiled template: what does not depend on the path it was read from."""

    code: CodeType
    debug_info: list[tuple[int, int]]
    custom_tags: list[CustomTag]
    warnings: list[Warning_]


class CodeCache:
    """A folder of marshalled templates, keyed by source and by what reads it.

    A file that can't be read, or was written by another version, is as good as
    none; so is a folder that can't be written to.
    """

    def __init__(self, folder: Path) -> None:
        self.hits = 0
        self.misses = 0
        self._folder = folder
        self._magic = (
            f"{jinkyll.__version__} {jinja2.__version__} {sys.implementation.cache_tag} "
            f"{sys.hexversion} {_engine()}"
        )

    def _path(self, key: str) -> Path:
        digest = hashlib.sha256(f"{self._magic}\0{key}".encode(errors="surrogatepass")).hexdigest()
        return self._folder / digest[:2] / f"{digest[2:40]}.liquid"

    def load(self, key: str) -> Entry | None:
        """Answer what was stored under *key*, if it is whole."""
        entry = self._whole(key)
        if entry is None:
            self.misses += 1
        else:
            self.hits += 1
        return entry

    def _whole(self, key: str) -> Entry | None:
        try:
            data = self._path(key).read_bytes()
            checksum, body = data[:32], data[32:]
            if hashlib.sha256(body).digest() != checksum:
                return None
            code, debug_info, tags, warnings = marshal.loads(body)  # noqa: S302  (checked above)
        except (OSError, ValueError, EOFError, TypeError):
            return None
        return Entry(
            code,
            debug_info,
            [CustomTag(*tag) for tag in tags],
            [Warning_(*warning) for warning in warnings],
        )

    def store(self, key: str, entry: Entry) -> None:
        """Keep a template; a folder that can't be written to is no error."""
        body = marshal.dumps(
            (
                entry.code,
                entry.debug_info,
                [astuple(tag) for tag in entry.custom_tags],
                [astuple(warning) for warning in entry.warnings],
            )
        )
        path = self._path(key)
        temporary = path.with_name(f"{path.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(hashlib.sha256(body).digest() + body)
            temporary.replace(path)
