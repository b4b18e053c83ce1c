"""Rewrite the texts and tags of finished HTML, for hooks that work on ``output``.

Made for plugins whose originals run a page through an HTML parser and print it again. Here the
page is gone through once, tag by tag, and what nobody changes stays byte for byte as it is. One
trait of that parser is kept, since it can be seen: addresses in attributes come out
percent-encoded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["VOID", "Tag", "escape_address", "rewrite", "rewrite_body", "tags"]

# Possessive: an unclosed quote must not make the expression try all ways to read what follows.
_MARKUP: Final = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>(?:[^>\"']++|\"[^\"]*+\"|'[^']*+'|[\"'])*+)>"
    r"|<[!?][^>]*+>",
    re.DOTALL,
)
_BODY: Final = re.compile(r"<body.*?>\s*", re.DOTALL)
_ADDRESS: Final = re.compile(
    r"""(?P<before>(?:^|\s)(?P<key>href|src|action)\s*=\s*)(?P<quote>["'])(?P<value>.*?)(?P=quote)""",
    re.IGNORECASE | re.DOTALL,
)
_NEEDS_ESCAPE: Final = re.compile(r"[^\x21-\x7e]")
_RAW_TEXT: Final = frozenset({"script", "style"})
VOID: Final = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    )
)  # fmt: skip
"""Elements that have no inside."""


class Tag:
    """One tag in the text: its place, its name in lower case, and what stands after the name."""

    __slots__ = ("closing", "end", "name", "rest", "start")

    def __init__(self, match: re.Match[str]) -> None:
        self.start = match.start()
        self.end = match.end()
        self.name = match["name"].lower()
        self.closing = match["slash"] == "/"
        self.rest = match["rest"]


def tags(html: str) -> Iterator[Tag]:
    """The tags of *html* in order; comments, and what looks like tags in scripts, left out."""
    position = 0
    while (match := _MARKUP.search(html, position)) is not None:
        position = match.end()
        if match["name"] is None:
            continue
        tag = Tag(match)
        yield tag
        if tag.name in _RAW_TEXT and not tag.closing:
            closing = html.lower().find(f"</{tag.name}", position)
            position = len(html) if closing < 0 else closing


def rewrite(
    html: str,
    text: Callable[[str], str] | None = None,
    *,
    outside: Iterable[str] = (),
    tag: Callable[[Tag], str | None] | None = None,
) -> str:
    """Put every piece of text of *html* through *text*, every opening tag through *tag*.

    *outside* names the elements whose inside is left alone. *text* gets source text, entities
    unresolved. *tag* may return None to leave its tag as it is.
    """
    ignored = frozenset(outside)
    pieces: list[str] = []
    depth = 0
    position = 0
    for each in tags(html):
        pieces.append(_between(html, position, each.start, None if depth else text))
        position = each.end
        source = html[each.start : each.end]
        if each.name in ignored and each.name not in VOID:
            depth = max(0, depth - 1) if each.closing else depth + 1
        if not each.closing:
            source = (tag(each) if tag else None) or source
            source = _escape_addresses(source)
        pieces.append(source)
    pieces.append(_between(html, position, len(html), None if depth else text))
    return "".join(pieces)


def rewrite_body(html: str, rewriter: Callable[[str], str]) -> str:
    """Apply *rewriter* to the inside of ``<body>``; to all of *html* when it has no body."""
    if "<body" not in html:
        return rewriter(html)
    opening = _BODY.search(html)
    if opening is None:
        return html
    body, closing, rest = html[opening.end() :].partition("</body>")
    return f"{html[: opening.end()]}{rewriter(body)}{closing}{rest}"


def escape_address(address: str) -> str:
    """*address* as an HTML serializer prints it in ``href`` or ``src``.

    Blanks and letters beyond ASCII are percent-encoded, what is encoded already is left alone.
    """
    if _NEEDS_ESCAPE.search(address) is None:
        return address
    return quote(address, safe="@/:=?;#%&,+-_.!~*'()")


def _escape_addresses(source: str) -> str:
    if _NEEDS_ESCAPE.search(source) is None:
        return source
    return _ADDRESS.sub(
        lambda match: (
            f"{match['before']}{match['quote']}{escape_address(match['value'])}{match['quote']}"
        ),
        source,
    )


def _between(html: str, start: int, end: int, text: Callable[[str], str] | None) -> str:
    if start == end:
        return ""
    piece = html[start:end]
    if text is None:
        return piece
    if "<!" not in piece and "<?" not in piece:
        return text(piece)
    pieces: list[str] = []
    position = 0
    for match in _MARKUP.finditer(piece):
        pieces += (text(piece[position : match.start()]), match[0])
        position = match.end()
    pieces.append(text(piece[position:]))
    return "".join(pieces)
