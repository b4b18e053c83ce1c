"""Paths that stay where they belong.

Everything that jinkyll reads lies below the source (or a theme), everything
that it writes below the destination. These functions are the one gate.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

__all__ = ["inside", "sanitized"]

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
