"""How deep a text may be nested.

The parser and the converter are recursive. Python's limit of 1000 calls would stop them at 200
levels, which no author reaches but a broken text may.
"""

from __future__ import annotations

import sys
from typing import Final

from jinkyll.errors import ConversionError

__all__ = ["MAXIMUM", "SAFE", "check"]

MAXIMUM: Final = 1000
"""Levels; what is nested deeper is refused."""
SAFE: Final = 40
"""Levels for which Python's own limit is enough, wherever the caller is."""
_CALLS: Final = 12 * MAXIMUM


def check(depth: int, what: str, line: int) -> None:
    """Allow as many nested calls as the deepest text needs.

    The limit is raised once and stays: another thread may be as deep.

    Raises:
        ConversionError: *depth* is more than the maximum.
    """
    if depth > MAXIMUM:
        raise ConversionError(
            f"{what} are nested more than {MAXIMUM} levels deep",
            line=line,
            hint="look for something that is never closed",
        )
    if sys.getrecursionlimit() < _CALLS:
        sys.setrecursionlimit(_CALLS)
