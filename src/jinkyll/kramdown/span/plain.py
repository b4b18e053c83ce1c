"""Text in which no construct begins, for the short ways of emphasis and links."""

from __future__ import annotations

from typing import Final

__all__ = ["PLAIN"]

PLAIN: Final = r"(?:[^*_`<>\[\]!\"'$&\\~{.\- \t\n\r\v\f]++|[ \n](?! )|\.(?!\.\.)|-(?!-))++"
"""The source of a pattern; what it leaves out may be plain too, and is looked at closely."""
