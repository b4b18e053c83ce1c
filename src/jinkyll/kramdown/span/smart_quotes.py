"""Typographic quotation marks, by the rules of SmartyPants.

https://kramdown.gettalong.org/syntax.html#typographic-symbols
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

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
        (rf"(\"|')(?={_PUNCTUATION}(?!\.\.)\B)", "right 1"),
        # Two sets of quotation marks.
        (rf"({_S}?)\"'(?={_W})", "1 ldquo lsquo"),
        (rf"({_S}?)'\"(?={_W})", "1 lsquo ldquo"),
        # Decades: the '80s.
        (rf"({_S}?)'(?=[0-9][0-9]s)", "1 rsquo"),
        (rf"({_S})('|\")(?={_W})", "1 left 2"),
        (r"([^ \\\t\r\n\[{(-])('|\")", "1 right 2"),
        (rf"(\"|')(?={_S}|s\b|$)", "right 1"),
        # Whatever is left opens.
        (r"(.?)'", "1 lsquo"),
        (r"(.?)\"", "1 ldquo"),
    )
)
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
        if match is None:
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
