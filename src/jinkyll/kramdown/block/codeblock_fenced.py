"""Fenced code: tildes at the margin; with GFM input also backticks, and up to three spaces before.

https://kramdown.gettalong.org/syntax.html#fenced-code-blocks
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["parse"]

_FENCE: Final = re.compile(r"([~`]{3,})(.*)\n")
_CLOSING_OF_ANY: Final = re.compile(r"\n {0,3}([~`]{3,})(?=[ \t\r\f\v]*\n)")
_SPACE: Final = " \t\r\f\v"


@lru_cache(maxsize=256)
def _closing(fence: str, *, gfm: bool) -> re.Pattern[str]:
    indent = " {0,3}" if gfm else ""
    return re.compile(rf"\n{indent}{re.escape(fence)}{fence[-1]}*[ \t\r\f\v]*\n")


def parse(blocks: Blocks, position: int, first: int) -> bool:
    """Take everything up to a line with a fence at least as long; without one it is no code."""
    text, gfm = blocks.text, blocks.gfm
    opening = _FENCE.match(text, first)
    if opening is None or not (gfm or (first == position and text[first] == "~")):
        return False
    run = opening[1]
    if not gfm:
        run = run[: len(run) - len(run.lstrip("~"))]
        if len(run) < 3:
            return False
    info = opening.group()[len(run) : -1].strip(_SPACE)
    if any(character in info for character in _SPACE):
        if _is_meant(run, info):
            blocks.document.diagnose(
                blocks.line(position),
                "a code fence with more than one word after it begins no code",
                "leave only the language",
            )
        return False
    info_end = opening.end() - 1
    language = info
    closing = _closing(run, gfm=gfm).search(text, info_end)
    if closing is None and (not info or not opening.group()[len(run)].isspace()):
        # A shorter fence will do; what is left of it then is the beginning of the language.
        size = _shorter(run, text, info_end)
        if size:
            language = run[size:] + info
            closing = _closing(run[:size], gfm=gfm).search(text, info_end)
    if closing is None:
        if _is_meant(run, info):
            blocks.document.diagnose(
                blocks.line(position),
                "a code fence that is never closed",
                f"close it with {run} on a line of its own",
            )
        return False
    code = text[info_end + 1 : closing.start() + 1]
    element = Element("codeblock", code, None, blocks.line(position))
    if language:
        element.language = language
        name, mark, _ = language[1:].partition("?")
        element.attr["class"] = f"language-{language[0]}{name}" if mark else f"language-{language}"
    blocks.add(element)
    blocks.position = closing.end()
    return True


def _is_meant(run: str, info: str) -> bool:
    """Tell whether *run* is meant as a fence, and not as the beginning of code in a paragraph."""
    return run == run[0] * len(run) and "`" not in info


def _shorter(run: str, text: str, position: int) -> int:
    """The size of the longest beginning of a fence that some line closes; 0 if there is none."""
    best = 0
    for closing in _CLOSING_OF_ANY.finditer(text, position):
        candidate = closing[1]
        size = _common(run[:-1], candidate)
        # What follows the beginning must be its last mark, again and again.
        rest = len(candidate) - len(candidate.rstrip(candidate[-1]))
        if (
            size > best
            and size >= 3
            and len(candidate) - rest <= size
            and (size == len(candidate) or candidate[-1] == run[size - 1])
        ):
            best = size
    return best


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    for count, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return count
    return min(len(one), len(other))
