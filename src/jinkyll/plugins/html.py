"""Rewrite texts and tags of finished HTML, for hooks that work on ``output``.

Made for plugins whose originals run a page through an HTML parser and print it again. Here what
nobody changes stays byte for byte as it is, and a page with hundreds of tags costs no more than a
few searches: each function looks for what it has to change, and only then at where that stands.
One trait of the parser is kept, since it can be seen: see :func:`escape_addresses`.
"""

from __future__ import annotations

import re
from bisect import bisect
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = [
    "VOID",
    "Tag",
    "escape_address",
    "escape_addresses",
    "replace_tags",
    "replace_text",
    "rewrite_body",
    "tags",
    "tags_called",
]

# Possessive: an unclosed quote must not make the expression try all ways to read what follows.
_ATTRIBUTES: Final = r"""(?:[^>"']++|"[^"]*+"|'[^']*+'|["'])*+"""
_OPAQUE: Final = r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
_RAW: Final = (
    r"<(?:script|SCRIPT)(?=[\s>]).*?(?:</(?:script|SCRIPT)\s*>|\Z)"
    r"|<(?:style|STYLE)(?=[\s>]).*?(?:</(?:style|STYLE)\s*>|\Z)"
)
_MARKUP: Final = re.compile(
    rf"{_OPAQUE}|<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>{_ATTRIBUTES})>"
    r"|<[!?/][^>]*+>"
    # A tag without end takes all the rest, so that no other search starts in there.
    r"|<[!?/a-zA-Z].*+",
    re.DOTALL,
)
_COMMENT: Final = re.compile(_OPAQUE, re.DOTALL)
_BODY: Final = re.compile(r"<body.*?>\s*", re.DOTALL)
#: An address in an attribute that holds anything but what may stand there.
_BAD_ADDRESS: Final = re.compile(
    r"""(?P<before>\s(?:href|src|action)\s*=\s*)"""
    r"""(?:"(?P<double>[!#-;=?-~]*+[^"<>]++)"|'(?P<single>[!-&(-;=?-~]*+[^'<>]++)')""",
    re.IGNORECASE,
)
_NEEDS_ESCAPE: Final = re.compile(r"[^\x21-\x7e]")
_RAW_TEXT: Final = frozenset({"script", "style"})
_OPENINGS_AT_MOST: Final = 64
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
            closing = re.compile(f"</{tag.name}", re.IGNORECASE).search(html, position)
            position = len(html) if closing is None else closing.start()


def tags_called(html: str, name: str) -> Iterator[Tag]:
    """The tags whose name matches the regular expression *name*, far faster than :func:`tags`."""
    for match in _tags_called(name).finditer(html):
        if match["name"] is not None:
            yield Tag(match)


def replace_text(
    html: str,
    pattern: re.Pattern[str],
    replacement: Callable[[re.Match[str]], str],
    *,
    outside: Iterable[str] = (),
) -> str:
    """Replace the matches of *pattern* in the text of *html*: not in tags, nor in comments.

    *outside* names the elements whose inside is left alone. A match that reaches into a tag is
    none; *replacement* may give the match back as it is.
    """
    pieces: list[str] = []
    position = 0
    markup = _Markup(html)
    ignored: list[int] | None = None
    for match in pattern.finditer(html):
        start = match.start()
        if start < position or markup.covers(start):
            continue
        if ignored is None:
            ignored = _edges(html, frozenset(outside))
        if bisect(ignored, start) % 2:
            continue
        new = replacement(match)
        if new != match[0]:
            pieces += (html[position:start], new)
            position = match.end()
    return "".join(pieces) + html[position:] if pieces else html


def replace_tags(html: str, name: str, replacement: Callable[[Tag], str | None]) -> str:
    """Replace the opening tags called *name*; None leaves a tag as it is."""

    def replaced(match: re.Match[str]) -> str:
        if match["name"] is None or match["slash"]:
            return match[0]
        return replacement(Tag(match)) or match[0]

    return _tags_called(name).sub(replaced, html)


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


def escape_addresses(html: str) -> str:
    """*html* with the addresses in its tags as a serializer prints them."""
    markup = _Markup(html)

    def escaped(match: re.Match[str]) -> str:
        if not markup.covers(match.start()):
            return match[0]
        if match["double"] is not None:
            return f'{match["before"]}"{escape_address(match["double"])}"'
        return f"{match['before']}'{escape_address(match['single'])}'"

    return _BAD_ADDRESS.sub(escaped, html)


class _Markup:
    """Tells which places of *html* lie within a tag or a comment; asked in rising order."""

    def __init__(self, html: str) -> None:
        self.html = html
        self._known = 0  # everything before this place, from the tag it ends, is markup
        self._comments: list[int] | None = None

    def covers(self, position: int) -> bool:
        """Tell whether *position* is part of markup."""
        if position < self._known:
            return True
        opening = position
        for _ in range(_OPENINGS_AT_MOST):
            opening = self.html.rfind("<", self._known, opening)
            if opening < 0:
                break
            match = _MARKUP.match(self.html, opening)
            if match is not None:
                if match.end() > position:
                    self._known = match.end()
                    return True
                break
        return self._is_comment(position)

    def _is_comment(self, position: int) -> bool:
        if self._comments is None:
            self._comments = [edge for m in _COMMENT.finditer(self.html) for edge in m.span()]
        return bisect(self._comments, position) % 2 == 1


def _edges(html: str, names: frozenset[str]) -> list[int]:
    """Where the elements called *names* begin and end, in turn; nested ones count as one."""
    edges: list[int] = []
    depth = 0
    for match in _ends_of(names).finditer(html):
        if match["name"] is None:
            continue
        if match["slash"]:
            depth = max(0, depth - 1)
            if depth == 0 and len(edges) % 2:
                edges.append(match.start())
        else:
            if depth == 0:
                edges.append(match.start())
            depth += 1
    return edges


@lru_cache(maxsize=16)
def _ends_of(names: frozenset[str]) -> re.Pattern[str]:
    alternatives = "|".join(sorted(names)) or r"(?!)"
    # What a script says between quotes is no element, unless scripts are what is looked for.
    raw = "" if names & _RAW_TEXT else f"|{_RAW}"
    return re.compile(
        rf"{_OPAQUE}{raw}|<(?P<slash>/?)(?P<name>{alternatives})(?=[\s/>])",
        re.DOTALL | re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _tags_called(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"{_OPAQUE}|{_RAW}|<(?P<slash>/?)(?P<name>{name})(?=[\s/>])(?P<rest>{_ATTRIBUTES})>"
        rf"|</?(?:{name})(?=[\s/>]).*+",
        re.DOTALL | re.IGNORECASE,
    )
