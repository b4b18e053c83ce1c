"""The files that ``new`` and ``new-theme`` start a site or a theme from.

``@NAME@`` and the like in them are filled in; ``gitignore`` gets its dot when it is written, for
with it it would hide files of this package.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["filled", "templates"]

_PLACEHOLDER = re.compile(r"@([A-Z_]+)@")


def templates(kind: str) -> Iterator[tuple[str, str]]:
    """The files of the scaffold *kind* (``site``, ``blank``, ``theme``): name and text, by name."""
    root = Path(__file__).parent / kind
    for path in sorted(root.rglob("*")):
        if path.is_file():
            name = path.relative_to(root).as_posix()
            yield ".gitignore" if name == "gitignore" else name, path.read_text(encoding="utf-8")


def filled(text: str, values: Mapping[str, str]) -> str:
    """*text* with its placeholders filled in from *values*; those that it lacks stay."""
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text)
