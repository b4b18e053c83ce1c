"""Split a source file into its front matter and its body.

The first step of the path that every page takes. A file takes part in the
build when it opens with a line of three dashes::

    ---
    title: Hello
    ---
    The body.

Works on text alone: no files, no configuration, no site. A bad block is always
an error here; whether it stops the build is decided by the reader, which has
the configuration.

Source: https://jekyllrb.com/docs/front-matter/
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from jinkyll import safe_yaml
from jinkyll.errors import FrontMatterError

if TYPE_CHECKING:
    from jinkyll.content.text_slot import Deferred

__all__ = ["Source", "load", "split"]

# Ruby's \s is ASCII; it runs over line ends, so blank lines after the dashes of
# either side belong to the block.
_OPENING: Final = re.compile(r"---[ \t\r\n\f\v]*\n")
_SPACE: Final = re.compile(r"[ \t\r\n\f\v]*")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text in its two parts."""

    block: str | None
    """The YAML between the dashes; None without front matter."""
    body: str | Deferred
    """What follows; the whole text without front matter."""
    block_line: int = 1
    """Line of the file on which the YAML starts."""
    body_line: int = 1
    """Line of the file on which the body starts."""

    def line_of(self, key: str) -> int | None:
        """Line of the file on which the front matter sets *key*; None if it does not."""
        for number, line in enumerate((self.block or "").split("\n"), self.block_line):
            if line.startswith(key) and line[len(key) :].lstrip().startswith(":"):
                return number
        return None


def split(text: str) -> Source:
    """Split *text* into front matter and body.

    Text without a complete block is all body, as in Jekyll: an opening line
    that nothing closes is content, not a mistake.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return Source(None, text)
    start = position = opening.end()
    while True:
        body = _after_closing(text, position)
        if body >= 0:
            break
        dashes = text.find("\n---", position)
        dots = text.find("\n...", position, dashes if dashes >= 0 else len(text))
        if dots < 0 and dashes < 0:
            return Source(None, text)
        position = (dots if dots >= 0 else dashes) + 1
    block_line = 1 + text.count("\n", 0, start)
    return Source(
        text[start:position],
        text[body:],
        block_line,
        block_line + text.count("\n", start, body),
    )


def load(source: Source, *, path: str) -> Any:
    """The value of the YAML of *source*; None if there is none.

    *path* is for messages.

    Raises:
        FrontMatterError: the block is not YAML; ``__cause__`` is the InvalidYAML.
    """
    if source.block is None:
        return None
    try:
        return safe_yaml.load(source.block, path=path, line=source.block_line)
    except safe_yaml.InvalidYAML as error:
        raise FrontMatterError(
            error.message, path=path, line=error.line, column=error.column, hint=error.hint
        ) from error


def _after_closing(text: str, position: int) -> int:
    """Where the body starts if a closing line stands at *position*, else -1."""
    if not text.startswith(("---", "..."), position):
        return -1
    space = _SPACE.match(text, position + 3)
    end = position + 3 if space is None else space.end()
    if end == len(text):
        return end
    newline = text.rfind("\n", position + 3, end)
    return newline + 1 if newline >= 0 else -1
