"""Paths that stay where they belong.

Everything that jinkyll reads lies below the source (or a theme), everything
that it writes below the destination. These functions are the one gate.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["inside", "is_jinja", "sanitized", "without_jinja"]

_JINJA_SUFFIXES = (".jinja", ".j2")
_DRIVE = re.compile(r"\A[a-zA-Z]:")


def sanitized(base: Path, questionable: str) -> Path:
    """Join *questionable* to *base* so that the result can't leave *base*.

    ``..`` stops at *base* and a leading slash or drive letter is dropped, as in
    ``Jekyll.sanitized_path``. Works on names alone: symlinks are not looked at.
    """
    rooted = os.path.normpath("/" + _DRIVE.sub("", questionable).replace("\\", "/"))
    relative = rooted.replace("\\", "/").lstrip("/")
    return base / relative if relative else base


def inside(base: Path, path: Path) -> bool:
    """Tell whether *path*, symlinks followed, is *base* or lies below it."""
    return path.resolve().is_relative_to(base.resolve())


def is_jinja(name: str | None) -> bool:
    """Tell by a file's name whether it is a template in Jinja's syntax; all others are Liquid."""
    return name is not None and name.endswith(_JINJA_SUFFIXES)


def without_jinja(name: str) -> str:
    """*name* without the suffix that makes it Jinja: ``post.html`` for ``post.html.jinja``.

    What has no other extension keeps it.
    """
    if name.endswith(_JINJA_SUFFIXES):
        stem = name.rpartition(".")[0]
        if "." in stem[stem.rfind("/") + 1 :]:
            return stem
    return name
