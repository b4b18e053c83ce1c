"""Files as bytes, and bytes as text."""

from __future__ import annotations

import codecs
import os
import re
from typing import Final

from jinkyll.errors import ConfigurationError, ReadError

__all__ = ["decoded", "is_no_text", "page_source", "whole"]

_OPENING: Final = re.compile(rb"---[ \t\r\f\v]*\n")
_CHUNK: Final = 1 << 16


def whole(path: str) -> bytes:
    """All bytes of the file at *path*; raises OSError."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  (half the time of Path's)
        return file.read()


def page_source(path: str) -> bytes | None:
    """All bytes of the file at *path* if its first line opens front matter, else None.

    Of any other file only the beginning is read. A byte order mark before the
    dashes makes a file static, as in Jekyll. Raises OSError.
    """
    descriptor = os.open(path, os.O_RDONLY | _EXTRA_FLAGS)
    try:
        chunk = os.read(descriptor, _CHUNK)
        if not _OPENING.match(chunk):
            return None
        if len(chunk) < _CHUNK:
            return chunk
        chunks = [chunk]
        while chunk := os.read(descriptor, _CHUNK):
            chunks.append(chunk)
        return b"".join(chunks)
    finally:
        os.close(descriptor)


_EXTRA_FLAGS: Final[int] = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


_NO_TEXT: Final = "invalid byte sequence in"


def is_no_text(error: ReadError) -> bool:
    """Tell whether *error* says that the file is not in the encoding it is read in."""
    return error.message.startswith(_NO_TEXT)


def decoded(source: bytes, encoding: str, *, path: str) -> str:
    """*source* as text, without a byte order mark; *path* is for messages.

    Raises:
        ReadError: bytes that *encoding* does not know.
        ConfigurationError: there is no such encoding.
    """
    try:
        if encoding.lower() in {"utf-8", "utf8"}:
            if source.startswith(codecs.BOM_UTF8):
                return source[3:].decode("utf-8")
            return source.decode("utf-8")
        return source.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{_NO_TEXT} {encoding.upper()}",
            path=path,
            line=source.count(b"\n", 0, error.start) + 1,
            hint=f"save the file as {encoding.upper()}",
        ) from error
    except (LookupError, ValueError) as error:  # ValueError: a name with a null character
        raise ConfigurationError(
            f"unknown encoding '{encoding}'", hint="set encoding: utf-8 in the configuration"
        ) from error
