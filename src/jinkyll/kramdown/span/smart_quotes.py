"""Typographic quotation marks, by the rules of SmartyPants.

https://kramdown.gettalong.org/syntax.html#typographic-symbols
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.characters import is_word
from jinkyll.kramdown.element import Element, Symbol

if TYPE_CHECKING:
    from jinkyll.kramdown.spans import Spans

__all__ = ["parse"]

_W: Final = "[a-zA-Z0-9_]"
_S: Final = r"[ \t\r\n\f\v]"
_PUNCTUATION: Final = r"""[!"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"""

# The rules in order; the first that matches says what its groups become.
_RULES: Final = tuple(
    (re.compile(pattern, re.MULTILINE | re.DOTALL), meaning)
    for pattern, meaning in (
        # A quotation mark before emphasis opens, before other punctuation it closes.
        (r"(\"|')(?=[_*]{1,2}[^ \t\r\n\f\v])", "left 1"),
        (rf"(\"|')(?=({_PUNCTUATION})(?!\.\.)(?:([^\x00-\x7f])|\B))", "right 1"),
        # Two sets of quotation marks.
        (rf"({_S}?)\"'(?={_W})", "1 ldquo lsquo"),
        (rf"({_S}?)'\"(?={_W})", "1 lsquo ldquo"),
        # Decades: the '80s.
        (rf"({_S}?)'(?=[0-9][0-9]s)", "1 rsquo"),
        (rf"({_S})('|\")(?={_W})", "1 left 2"),
        (r"([^ \\\t\r\n\[{(-])('|\")", "1 right 2"),
        (rf"(\"|')(?={_S}|(s)(?:([^\x00-\x7f])|\b)|$)", "right 1"),
        # Whatever is left opens.
        (r"(.?)'", "1 lsquo"),
        (r"(.?)\"", "1 ldquo"),
    )
)
_NUMBERS: Final = frozenset("²³¹¼½¾")
"""What counts for a word where words end, if not elsewhere."""
_LEFT: Final = {"'": Symbol("lsquo"), '"': Symbol("ldquo")}
_RIGHT: Final = {"'": Symbol("rsquo"), '"': Symbol("rdquo")}
_NAMES: Final = {name: Symbol(name) for name in ("lsquo", "rsquo", "ldquo", "rdquo")}


def parse(spans: Spans, tree: Element, position: int) -> int:
    """Take the quotation mark at *position*, or a character and the mark after it."""
    text = spans.text
    if text[position] not in "'\"" and text[position + 1 : position + 2] not in {"'", '"'}:
        return -1
    append = tree.children.append
    for pattern, meaning in _RULES:
        match = pattern.match(text, position)
        if match is None or (pattern.groups == 3 and not _ends_as_in_ruby(match)):
            continue
        side: dict[str, Symbol] | None = None
        for word in meaning.split():
            if word in _NAMES:
                append(_NAMES[word])
            elif word == "left":
                side = _LEFT
            elif word == "right":
                side = _RIGHT
            else:
                found = match[int(word)]
                if side is not None:
                    append(side[found])
                elif found:
                    append(found)
        return match.end()
    return -1


def _ends_as_in_ruby(match: re.Match[str]) -> bool:
    """Tell whether what follows is a boundary of words after an s, and none after punctuation.

    Of a letter that is not ASCII, Ruby and Python may think differently.
    """
    after = match[3]
    return after is None or (is_word(after) or after in _NUMBERS) == (match[2] == "_")
