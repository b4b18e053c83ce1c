"""Digests: what two things have in common that are the same for the cache.

A key has to tell everything that its value depends on: the input, the options, and
the program itself, which `program` stands for.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import re
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["digest", "options_digest", "program"]

_SIZE: Final = 16
_PACKAGES: Final = re.compile(
    r"(?:jinja2|markdown|pygments|pyyaml|sass[-_]embedded)-.+-info", re.IGNORECASE
)
"""Where installed packages tell of themselves that have a hand in the results that are kept."""


def digest(*parts: str | bytes) -> bytes:
    """A digest of *parts* of which each has its own place: ("ab", "c") is not ("a", "bc")."""
    state = blake2b(digest_size=_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        state.update(b"%d:" % len(data))
        state.update(data)
    return state.digest()


def options_digest(options: Mapping[str, object]) -> bytes:
    """A digest of options, whatever their order; what marshal can't take counts by its ``repr``."""
    ordered = sorted(options.items())
    try:
        # Version 0 has no references: equal values give equal bytes.
        data = marshal.dumps(ordered, 0)
    except ValueError:
        data = repr(ordered).encode("utf-8", "surrogatepass")
    return digest(data)


@cache
def program(folder: Path | None = None) -> bytes:
    """A digest of this jinkyll, of the packages that it stands on and of Python.

    The sources themselves are digested, not only the version: whoever works on jinkyll
    never meets results of yesterday's code. Because reading them takes longer than the
    rest of a small build, the digest is kept in *folder*, next to names, times and sizes.
    """
    sources = _sources(str(Path(__file__).parent.parent))
    seen = digest(repr([(name, status) for name, _, status in sources]), sys.version)
    remembered = _remembered(folder, seen)
    if remembered is not None:
        return remembered
    parts: list[str | bytes] = [sys.version, *_versions()]
    for name, path, _ in sources:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  (speed)
            parts += [name, file.read()]
    result = digest(*parts)
    _remember(folder, seen, result)
    return result


def _sources(root: str) -> list[tuple[str, str, tuple[int, int]]]:
    found: list[tuple[str, str, tuple[int, int]]] = []
    folders = [root]
    while folders:
        for entry in os.scandir(folders.pop()):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    folders.append(entry.path)
            else:
                status = entry.stat()
                name = entry.path[len(root) + 1 :].replace(os.sep, "/")
                found.append((name, entry.path, (status.st_mtime_ns, status.st_size)))
    return sorted(found)


def _versions() -> list[str]:
    """The packages' folders of metadata, whose names hold the versions.

    Importlib's metadata would read and parse what is in them: 20 ms.
    """
    found: list[str] = []
    for folder in filter(None, sys.path):
        with contextlib.suppress(OSError):
            found += filter(_PACKAGES.fullmatch, os.listdir(folder))  # noqa: PTH208  (speed)
    return sorted(found)


def _remembered(folder: Path | None, seen: bytes) -> bytes | None:
    if folder is None:
        return None
    try:
        data = (folder / "program").read_bytes()
    except OSError:
        return None
    whole = len(data) == 3 * _SIZE and digest(data[: 2 * _SIZE]) == data[2 * _SIZE :]
    return data[_SIZE : 2 * _SIZE] if whole and data[:_SIZE] == seen else None


def _remember(folder: Path | None, seen: bytes, result: bytes) -> None:
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary = folder / f"program.{os.getpid()}.tmp"
        temporary.write_bytes(seen + result + digest(seen + result))
        temporary.replace(folder / "program")
    except OSError:
        return
