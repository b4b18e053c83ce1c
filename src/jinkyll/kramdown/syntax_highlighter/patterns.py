"""Pieces of patterns that many lexers are built of."""

from __future__ import annotations

import re

__all__ = ["any_of", "quoted"]


def any_of(names: str) -> str:
    """A pattern for any of the words in `names`, to be followed by something that ends a word.

    Words are grouped by their first character, so that most of them are never tried.
    """
    groups: dict[str, list[str]] = {}
    for name in sorted(set(names.split())):
        groups.setdefault(name[0], []).append(re.escape(name[1:]))
    initials = "".join(re.escape(initial) for initial in groups)
    choices = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())
    return f"(?=[{initials}])(?:{choices})"


def quoted(quote: str, *, lines: bool = True) -> str:
    """A pattern for a string in which a backslash guards the next character.

    It may span lines, or not.  Without an end of its own it goes up to the last quote there is,
    guarded or not.
    """
    if lines:
        return rf"{quote}(?:[^{quote}\\]|\\(?s:.))*+{quote}|{quote}(?s:.*){quote}"
    return rf"{quote}(?:[^{quote}\\\n]|\\.)*+{quote}|{quote}.*{quote}"
