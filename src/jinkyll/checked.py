"""Values on disk, with a checksum: whatever is damaged, or of another kind, is as if not there."""

from __future__ import annotations

import marshal
import os
import zlib

TYPE_CHECKING = False  # importing `typing` would take longer than loading most values
if TYPE_CHECKING:
    from typing import Any

__all__ = ["load", "save"]


def load(path: str | os.PathLike[str], magic: bytes) -> Any:
    """The value kept at *path* under *magic*; None if there is none that is whole."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  (speed)
            data = file.read()
    except OSError:
        return None
    start = len(magic) + 4
    body = memoryview(data)[start:]
    if not data.startswith(magic) or zlib.crc32(body).to_bytes(4, "big") != data[start - 4 : start]:
        return None
    try:
        return marshal.loads(body)  # noqa: S302  (our own, checksum compared)
    except (EOFError, TypeError, ValueError):
        return None


def save(path: str | os.PathLike[str], magic: bytes, value: Any) -> None:
    """Keep *value*, of what marshal knows, at *path* under *magic*.

    Raises:
        OSError: the disk refuses.
        ValueError: marshal does not know a part of it.
    """
    body = marshal.dumps(value)
    path = os.fspath(path)
    temporary = f"{path}.{os.getpid()}.tmp"
    os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120  (speed)
    with open(temporary, "wb", buffering=0) as file:  # noqa: PTH123  (speed)
        file.write(magic + zlib.crc32(body).to_bytes(4, "big") + body)
    os.replace(temporary, path)  # noqa: PTH105  (speed)
