"""Deep merging of mappings, as Jekyll merges configuration, defaults and front matter."""

from __future__ import annotations

from typing import Any

__all__ = ["deep_merge"]


def deep_merge(
    under: dict[str, Any], over: dict[str, Any], *, in_place: bool = False
) -> dict[str, Any]:
    """Put *over* over *under*: mappings merge, anything else replaces, null changes nothing.

    A new mapping is returned, or *under* itself changed *in_place*; values below
    the top are shared with the arguments where nothing had to be merged.
    """
    merged = under if in_place else dict(under)
    for key, new in over.items():
        if key in merged:
            old = merged[key]
            if new is None:
                continue
            if isinstance(old, dict) and isinstance(new, dict):
                new = deep_merge(old, new)
        merged[key] = new
    return merged
