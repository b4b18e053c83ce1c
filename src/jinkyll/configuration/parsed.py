"""What configuration files held when they were parsed last.

Parsing one takes longer, with the import of what parses, than a build needs that has an
edited page to render.
"""

from __future__ import annotations

import contextlib
import marshal
import os
from hashlib import blake2b
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from jinkyll import checked, safe_yaml
from jinkyll.folder_state import folder_state
from jinkyll.repetition import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["keep", "parsed"]

_NAME: Final = "configuration"
_MAGIC: Final = b"jinkyll-configuration\x01"

_used: dict[bytes, bytes] = {}
"""What this process has parsed, or found parsed, marshalled before anybody changes it."""
_new: set[bytes] = set()


def parsed(path: Path, source: bytes, parse: Callable[[], Any]) -> Any:
    """What *parse* makes of *source*, which was read from *path*; kept below that file's folder."""
    key = _key(source)
    kept = checked.load(path.parent / FOLDER / _NAME, _MAGIC) or {}
    if key in kept:
        with contextlib.suppress(EOFError, TypeError, ValueError):
            value = marshal.loads(kept[key])  # noqa: S302  (our own)
            _used[key] = kept[key]
            return value
    value = parse()
    with contextlib.suppress(ValueError):  # a time, of which marshal knows nothing
        _used[key] = marshal.dumps(value)
        _new.add(key)
    return value


def keep(folder: Path) -> None:
    """Keep in *folder* what this process has parsed; a disk that refuses is no error."""
    if _new:
        with contextlib.suppress(OSError):
            checked.save(folder / _NAME, _MAGIC, _used)
        _used.clear()
        _new.clear()


def _key(source: bytes) -> bytes:
    """A digest of *source* and of what parses it."""
    found = find_spec("yaml")
    modules = [safe_yaml.__file__, (found and found.origin) or safe_yaml.__file__]
    states = [
        (path, state)
        for module in modules
        for path, state in sorted(folder_state(os.path.dirname(module)).items())  # noqa: PTH120
        if path.endswith(".py")
    ]
    return blake2b(repr(states).encode() + source, digest_size=16).digest()
