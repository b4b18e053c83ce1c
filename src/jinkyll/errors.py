"""Every error that jinkyll raises on purpose.

The tree::

    JinkyllError
    ├── ConfigurationError      _config.yml, a command-line option
    ├── ReadError               a source that can't be read
    │   ├── FrontMatterError    the block between the dashes
    │   └── DataFileError       _data/
    ├── RenderError             a page that can't be made
    │   ├── LiquidError         a template: see jinkyll.liquid
    │   ├── LayoutError         a chain of layouts
    │   └── ConversionError     Markdown, Sass
    ├── PermalinkError          a URL that can't be built, or leaves the site
    ├── WriteError              the destination refused
    └── PluginError             wraps whatever a plugin raised

An error knows where it happened. Only the edges, the command line and the dev
server, catch the base class; everything else that escapes is a bug and keeps
its traceback.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "ConfigurationError",
    "ConversionError",
    "DataFileError",
    "FrontMatterError",
    "JinkyllError",
    "LayoutError",
    "LiquidError",
    "PermalinkError",
    "PluginError",
    "ReadError",
    "RenderError",
    "WriteError",
    "nearest",
]


class JinkyllError(Exception):
    """A mistake of the site's author, or of the machine; prints as ``path:line:column: message``.

    A hint, if there is one, follows on its own line. *path* is relative to the
    site's source where possible; *line* and *column* count from 1 in the
    author's file, front matter included; *trail* names the templates between
    that place and the page being built, innermost first.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
        trail: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint
        self.trail = trail

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        lines = [f"{place}: {self.message}" if place else self.message]
        lines += [f"  in {step}" for step in self.trail]
        if self.hint:
            lines.append(f"hint: {self.hint}")
        return "\n".join(lines)


class ConfigurationError(JinkyllError):
    """A configuration file or a command-line option that makes no sense."""


class ReadError(JinkyllError):
    """A source file that can't be read."""


class FrontMatterError(ReadError):
    """Front matter that is not YAML, or not a mapping."""


class DataFileError(ReadError):
    """A file below ``_data`` that can't be parsed."""


class RenderError(JinkyllError):
    """A page that can't be made from its source."""


class LiquidError(RenderError):
    """A template that can't be parsed or rendered."""

    wording: str | None = None
    """Jekyll's one line for it, which counts lines without front matter; None outside a build."""
    fatal: ClassVar[bool] = False
    """Whether Jekyll has a class of its own for it, and then says so under its banner."""


class LayoutError(RenderError):
    """Layouts that wrap each other in a circle."""


class ConversionError(RenderError):
    """A converter (Markdown, Sass) that refused its input."""


class PermalinkError(JinkyllError):
    """A permalink with an unknown placeholder, or one that leaves the destination."""


class WriteError(JinkyllError):
    """An output that can't be written."""


class PluginError(JinkyllError):
    """An exception of a plugin, with the plugin's name."""


def nearest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """What of *known* is most like *name*, for hints; None if nothing is like it."""
    from difflib import get_close_matches  # noqa: PLC0415  (start-up time; for mistakes only)

    matches = get_close_matches(name, list(known), n=1, cutoff=cutoff)
    return matches[0] if matches else None
