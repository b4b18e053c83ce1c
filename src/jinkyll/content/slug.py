"""Slugs and titles: how Jekyll turns one into the other.

Source: Jekyll's ``slugify`` filter (https://jekyllrb.com/docs/liquid/filters/#options-for-the-slugify-filter)
and the titles of posts without one (https://jekyllrb.com/docs/variables/#page-variables).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from jinkyll import log

__all__ = ["MODES", "downcase", "slugify", "titleize", "transliterate"]

MODES: Final = ("raw", "default", "pretty", "ascii", "latin")
"""The modes that replace characters; any other only changes the case."""

_PRETTY_EXTRA: Final = "._~!$&'()+,;=@"

# Ruby's \s stops at ASCII.
_BLANKS: Final = re.compile(r"[ \t\r\n\f\v]+")
_NOT_ASCII_WORD: Final = re.compile(r"[^A-Za-z0-9]+")
_NOT_ASCII_PRETTY: Final = re.compile(rf"[^A-Za-z0-9{re.escape(_PRETTY_EXTRA)}]+")
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_EDGE_HYPHEN: Final = re.compile(r"^-|-$", re.MULTILINE)

# The I18n gem's default approximations, which are what "latin" means.
_APPROXIMATIONS: Final = {
    character: latin
    for latin, characters in {
        "A": "ÀÁÂÃÄÅĀĂĄ", "AE": "Æ", "C": "ÇĆĈĊČ", "D": "ÐĎĐ", "E": "ÈÉÊËĒĔĖĘĚ", "G": "ĜĞĠĢ",
        "H": "ĤĦ", "I": "ÌÍÎÏĨĪĬĮİ", "IJ": "Ĳ", "J": "Ĵ", "K": "Ķ", "L": "ĹĻĽĿŁ", "N": "ÑŃŅŇ",
        "NG": "Ŋ", "O": "ÒÓÔÕÖØŌŎŐ", "OE": "Œ", "R": "ŔŖŘ", "S": "ŚŜŞŠ", "T": "ŢŤŦ", "Th": "Þ",
        "U": "ÙÚÛÜŨŪŬŮŰŲ", "W": "Ŵ", "Y": "ÝŶŸ", "Z": "ŹŻŽ", "a": "àáâãäåāăą", "ae": "æ",
        "c": "çćĉċč", "d": "ðďđ", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı",
        "ij": "ĳ", "j": "ĵ", "k": "ķĸ", "l": "ĺļľŀł", "n": "ñńņň", "'n": "ŉ", "ng": "ŋ",
        "o": "òóôõöøōŏő", "oe": "œ", "r": "ŕŗř", "s": "śŝşš", "ss": "ß", "t": "ţťŧ", "th": "þ",
        "u": "ùúûüũūŭůűų", "w": "ŵ", "x": "×", "y": "ýÿŷ", "z": "źżž",
    }.items()
    for character in characters
}  # fmt: skip


def slugify(text: str, mode: str | None = None, *, cased: bool = False) -> str:
    """Make *text* fit for a URL or an id.

    *mode* is one of :data:`MODES`, None means ``default``; with *cased* the
    capitals stay. An empty result is warned about, as Jekyll does.
    """
    slug = _slugify(text, mode or "default", cased=cased)
    if not slug and (mode is None or mode in MODES):
        log.warn("Warning:", f"Empty `slug` generated for '{text}'.")
    return slug


@lru_cache(maxsize=4096)
def _slugify(text: str, mode: str, *, cased: bool) -> str:
    if mode not in MODES:
        return text if cased else downcase(text)
    if mode == "latin":
        text = transliterate(text)
    if mode == "raw":
        slug = _BLANKS.sub("-", text)
    elif mode == "ascii" or (mode != "pretty" and text.isascii()):
        slug = _NOT_ASCII_WORD.sub("-", text)
    elif text.isascii():
        slug = _NOT_ASCII_PRETTY.sub("-", text)
    else:
        slug = _hyphenate(text, _PRETTY_EXTRA if mode == "pretty" else "")
    slug = _EDGE_HYPHEN.sub("", slug)
    return slug if cased else downcase(slug)


def titleize(slug: str) -> str:
    """The title of a document that has only a file name: ``my-first-post`` is "My First Post"."""
    # Ruby's split drops empty strings at the end, not at the beginning.
    return " ".join(map(_capitalize, slug.rstrip("-").split("-")))


def transliterate(text: str) -> str:
    """Latin letters without their accents; what has no Latin likeness becomes ``?``."""
    if text.isascii():
        return text
    return _NOT_ASCII.sub(lambda match: _APPROXIMATIONS.get(match[0], "?"), text)


def downcase(text: str) -> str:
    """Lower case as Ruby makes it: character by character, so a final sigma is any sigma."""
    if "Σ" in text:
        return "".join(map(str.lower, text))
    return text.lower()


def _capitalize(word: str) -> str:
    return word[:1].title() + downcase(word[1:])


def _hyphenate(text: str, extra: str) -> str:
    pieces: list[str] = []
    for character in text:
        if character in extra or _is_word(character):
            pieces.append(character)
        elif not pieces or pieces[-1] != "-":
            pieces.append("-")
    return "".join(pieces)


@lru_cache(maxsize=4096)
def _is_word(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd"
