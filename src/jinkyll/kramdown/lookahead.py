"""What is still to come in a text, asked often: so that broken input takes no quadratic time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

__all__ = ["Lookahead"]


class Lookahead:
    """Knows where the next occurrence of a marker in a text is, and the last one of a pattern."""

    __slots__ = ("_last", "_next", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._next: dict[str, tuple[int, int]] = {}
        self._last: dict[re.Pattern[str], int] = {}

    def find(self, marker: str, position: int) -> int:
        """Where *marker* occurs at or after *position*; -1 if nowhere."""
        asked, found = self._next.get(marker, (-1, 0))
        if asked < 0 or position < asked or 0 <= found < position:
            found = self.text.find(marker, position)
            self._next[marker] = (position, found)
        return found

    def has(self, pattern: re.Pattern[str], position: int) -> bool:
        """Tell whether *pattern* matches somewhere at or after *position*."""
        last = self._last.get(pattern)
        if last is None:
            last = -1
            for match in pattern.finditer(self.text):
                last = match.start()
            self._last[pattern] = last
        return last >= position
