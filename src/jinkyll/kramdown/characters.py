"""Ruby's character classes, where Python's differ.

Ruby's short classes for spaces, words and digits stop at ASCII, its `[[:alpha:]]` and `Word` know
Unicode's derived properties, and `String#strip` takes NUL for white space but not the no-break
space.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["NAME", "WHITESPACE", "is_alpha", "is_alphanumeric", "is_word"]

WHITESPACE: Final = " \t\n\v\f\r\0"
"""What `strip` strips."""

NAME: Final = r"(?:[^\W\d][-\w.]*:)?[^\W\d][-\w.]*"
"""The source of a pattern for a name of an HTML element or attribute, perhaps with a prefix."""

_CIRCLED: Final = (
    (0x24B6, 0x24E9),
    (0x1F130, 0x1F149),
    (0x1F150, 0x1F169),
    (0x1F170, 0x1F189),
)  # symbols that Unicode counts as alphabetic
_MARKS_THAT_ARE_NO_LETTERS: Final = frozenset(
    # Viramas, nuktas, tone marks: non-spacing marks without the property Alphabetic.
    "\u093c\u094d\u0951\u0952\u0953\u0954\u09bc\u09cd\u0a3c\u0a4d\u0abc\u0acd\u0b3c\u0b4d\u0bcd"
    "\u0c4d\u0cbc\u0ccd\u0d4d\u0dca\u0e38\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4e\u0ec8\u0ec9"
    "\u0eca\u0ecb\u0ecc\u1039\u103a\u17d2\u17c9\u17ca\u17cb\u17cc\u17cd\u17ce\u17cf\u17d0\u17d1"
)


@lru_cache(maxsize=4096)
def is_alpha(character: str) -> bool:
    """Tell whether `[[:alpha:]]` matches *character*."""
    if character.isascii():
        return character.isalpha()
    category = unicodedata.category(character)
    if category[0] == "L" or category in {"Nl", "Mc"}:
        return True
    if category == "Mn":
        # Accents and variation selectors are not alphabetic, vowel signs are.
        code = ord(character)
        return (
            0x0591 <= code < 0xFE00
            and unicodedata.combining(character) in _VOWEL_CLASSES
            and character not in _MARKS_THAT_ARE_NO_LETTERS
        )
    return category == "So" and _circled(character)


_VOWEL_CLASSES: Final = frozenset(
    {0, *range(10, 20), *range(22, 35), 36, 84, 91, 103, 118, 129, 130, 132}
)


def is_alphanumeric(character: str) -> bool:
    """Tell whether `[[:alnum:]]` matches *character*."""
    if character.isascii():
        return character.isalnum()
    return is_alpha(character) or unicodedata.category(character) == "Nd"


@lru_cache(maxsize=4096)
def is_word(character: str) -> bool:
    """Tell whether the property `Word` matches *character*: letters, marks, digits, connectors."""
    category = unicodedata.category(character)
    if category[0] in "LM" or category in {"Nd", "Nl", "Pc"}:
        return True
    return category == "So" and _circled(character)


def _circled(character: str) -> bool:
    code = ord(character)
    return any(first <= code <= last for first, last in _CIRCLED)
