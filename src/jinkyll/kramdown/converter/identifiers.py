"""Ids of headers.

https://kramdown.gettalong.org/converter/html.html#auto-ids
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from jinkyll.kramdown.characters import is_word

__all__ = ["GfmIdentifiers", "Identifiers", "basic"]

_NOT_A_LETTER: Final = re.compile(r"^[^a-zA-Z]+", re.MULTILINE)
_DROPPED: Final = re.compile(r"[^a-zA-Z0-9 -]")
_NOT_WORD_ASCII: Final = re.compile(r"[^\w\- \t]", re.ASCII)


def basic(text: str) -> str:
    """The id that kramdown makes of a text: letters, digits and hyphens, from the first letter."""
    return _DROPPED.sub("", _NOT_A_LETTER.sub("", text)).replace(" ", "-").lower()


class Identifiers:
    """kramdown's own ids: counted up where two are equal, `section` where nothing is left."""

    def __init__(self, prefix: str, *, transliterated: bool) -> None:
        self.prefix = prefix
        self.transliterated = transliterated
        self._used: dict[str, int] = {}

    def make(self, text: str) -> str:
        """The id of the next header."""
        if self.transliterated and not text.isascii():
            text = _transliterate(text)
        identifier = basic(text) or "section"
        if identifier in self._used:
            self._used[identifier] += 1
            identifier = f"{identifier}-{self._used[identifier]}"
        else:
            self._used[identifier] = 0
        return self.prefix + identifier


class GfmIdentifiers:
    """GitHub's ids: letters of any script stay."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def make(self, text: str, prefix: str) -> str:
        """The id of the next header."""
        if text.isascii():
            text = _NOT_WORD_ASCII.sub("", text.lower())
        else:
            # Ruby lowers a final sigma like any other.
            lowered = text.replace("\u03a3", "\u03c3").lower()
            text = "".join(c for c in lowered if c in "- \t" or is_word(c))
        text = text.replace(" ", "-").replace("\t", "-")
        number = self._used[text] = self._used.get(text, -1) + 1
        return f"{prefix}{text}-{number}" if number else prefix + text


_LETTERS: Final = {
    "\u00df": "ss", "\u00e6": "ae", "\u00c6": "AE", "\u00f8": "o", "\u00d8": "O",
    "\u0153": "oe", "\u0152": "OE", "\u0111": "d", "\u0110": "D", "\u0142": "l",
    "\u0141": "L", "\u00fe": "th", "\u00de": "Th", "\u00f0": "d", "\u00d0": "D",
}  # fmt: skip


def _transliterate(text: str) -> str:
    """Letters without their accents; what has no base letter in ASCII stays, to be dropped."""
    return "".join(
        _LETTERS.get(c)
        or "".join(part for part in unicodedata.normalize("NFKD", c) if part.isascii())
        or c
        for c in text
    )
