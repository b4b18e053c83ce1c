"""Ruby's character classes, where Python's differ.

Ruby's short classes for spaces, words and digits stop at ASCII, its `[[:alpha:]]` and `Word` know
Unicode's derived properties, and `String#strip` takes NUL for white space but not the no-break
space.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect
from functools import lru_cache
from typing import Final

__all__ = ["LETTER", "NAME", "WHITESPACE", "is_alpha", "is_alphanumeric", "is_word"]

WHITESPACE: Final = " \t\n\v\f\r\0"
"""What `strip` strips."""

LETTER: Final = (
    r"[^\W\d\xb2\xb3\xb9\xbc-\xbe\u2070-\u2079\u2080-\u2089\u2150-\u215f\u2189\u2460-\u249b"
    r"\u24ea-\u24ff\u2776-\u2793\u3192-\u3195\u3220-\u3229\u3248-\u325f\u3280-\u3289\u32b1-\u32bf]"
)
"""The source of a pattern for a letter, or `_`: numbers in circles or above the line are none."""

NAME: Final = rf"(?:{LETTER}[-\w.]*:)?{LETTER}[-\w.]*"
"""The source of a pattern for a name of an HTML element or attribute, perhaps with a prefix."""

_CIRCLED: Final = (
    (0x24B6, 0x24E9),
    (0x1F130, 0x1F149),
    (0x1F150, 0x1F169),
    (0x1F170, 0x1F189),
)  # symbols that Unicode counts as alphabetic
_MARKS: Final = (
    0x345, 0x346, 0x5B0, 0x658, 0x659, 0x6DF, 0x6E1, 0x6EA, 0x6ED, 0x740, 0x7A6, 0x7EB, 0x816,
    0x818, 0x81B, 0x82D, 0x8D4, 0x8E0, 0x8E3, 0x8EA, 0x8F0, 0x93C, 0x941, 0x94D, 0x955, 0x9BC,
    0x9C1, 0x9CD, 0x9E2, 0x9FE, 0xA01, 0xA3C, 0xA41, 0xA4D, 0xA51, 0xABC, 0xAC1, 0xACD, 0xAE2,
    0xAFD, 0xB01, 0xB3C, 0xB3F, 0xB4D, 0xB56, 0xBCD, 0xC00, 0xC04, 0xC3E, 0xC4D, 0xC55, 0xCBC,
    0xCBF, 0xCCD, 0xCE2, 0xD3B, 0xD41, 0xD4D, 0xD62, 0xDCA, 0xDD2, 0xE47, 0xE4D, 0xE4E, 0xEB1,
    0xEBA, 0xEBB, 0xEC8, 0xECD, 0xF18, 0xF71, 0xF82, 0xF8D, 0xFC6, 0x102D, 0x1037, 0x103D,
    0x135D, 0x1712, 0x1714, 0x1732, 0x17B4, 0x17B7, 0x17C9, 0x1885, 0x1939, 0x1A17, 0x1A60,
    0x1A62, 0x1A75, 0x1ABF, 0x1AC1, 0x1B00, 0x1B34, 0x1B36, 0x1B6B, 0x1B80, 0x1BAB, 0x1BAC,
    0x1BE6, 0x1BE8, 0x1C37, 0x1DE7, 0x1DF5, 0x2DE0, 0x302A, 0xA674, 0xA67C, 0xA69E, 0xA6F0,
    0xA802, 0xA806, 0xA80B, 0xA82C, 0xA8C5, 0xA8E0, 0xA8FF, 0xA92B, 0xA947, 0xA9B3, 0xA9B6,
    0xAABF, 0xAAEC, 0xAAF6, 0xABE5, 0xABED, 0xFB1E, 0xFE00,
)  # fmt: skip
"""Where non-spacing marks begin, and cease, to be alphabetic: vowel signs are, accents are not."""


@lru_cache(maxsize=4096)
def is_alpha(character: str) -> bool:
    """Tell whether `[[:alpha:]]` matches *character*."""
    if character.isascii():
        return character.isalpha()
    category = unicodedata.category(character)
    if category[0] == "L" or category in {"Nl", "Mc"}:
        return True
    if category == "Mn":
        return bisect(_MARKS, ord(character)) % 2 == 1
    return category == "So" and _circled(character)


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
