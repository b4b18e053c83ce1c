"""Character entities: names and code points as kramdown knows them, and how they are written."""

from __future__ import annotations

from html.entities import name2codepoint
from typing import Final

__all__ = ["UnknownEntityError", "by_code_point", "by_name", "character", "to_text"]


class UnknownEntityError(LookupError):
    """A name that HTML 4 does not know."""


# HTML 4's names, and where kramdown differs from Python's table: two brackets exchanged, the
# angle brackets at their old places, and two more.
_BY_NAME: Final[dict[str, int]] = {
    **name2codepoint,
    "apos": 39,
    "lang": 9001,
    "lceil": 8969,
    "rang": 9002,
    "rceil": 8968,
    "vellip": 8942,
}
_NAMES: Final[dict[int, str]] = {code: name for name, code in _BY_NAME.items()}
# Windows-1252's punctuation, as old pages number it.
_WINDOWS: Final[dict[int, int]] = {
    128: 8364, 130: 8218, 131: 402, 132: 8222, 133: 8230, 134: 8224, 135: 8225, 136: 710,
    137: 8240, 138: 352, 139: 8249, 140: 338, 142: 381, 145: 8216, 146: 8217, 147: 8220,
    148: 8221, 149: 8226, 150: 8211, 151: 8212, 152: 732, 153: 8482, 154: 353, 155: 8250,
    156: 339, 158: 382, 159: 376,
}  # fmt: skip
_ESCAPED: Final = frozenset('<>&"')


def by_name(name: str) -> int:
    """The code point of `&name;`.

    Raises:
        UnknownEntityError: there is none.
    """
    try:
        return _BY_NAME[name]
    except KeyError:
        raise UnknownEntityError(name) from None


def by_code_point(code: int) -> int:
    """The code point that `&#code;` means."""
    return _WINDOWS.get(code, code)


def character(code: int) -> str | None:
    """The character, or None if there is none that can be written as UTF-8."""
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return None
    return chr(code)


def to_text(code: int, entity_output: str | None, original: str | None = None) -> str:
    """An entity as kramdown's option `entity_output` wants it."""
    char = character(code)
    if entity_output == "as_char" and char is not None and (char == '"' or char not in _ESCAPED):
        return char
    if entity_output in {"as_input", "as_char"} and original is not None:
        return original
    name = _NAMES.get(code)
    if name is not None and (entity_output == "symbolic" or char in _ESCAPED):
        return f"&{name};"
    return f"&#{code};"
