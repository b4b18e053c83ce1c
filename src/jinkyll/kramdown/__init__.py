"""The kramdown engine: a Python-Markdown extension with kramdown's dialect; knows no site.

Three doors: `convert` for a text that is converted here and now, `KramdownExtension` for
Python-Markdown, `smartify` for typographic punctuation alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinkyll.errors import ConversionError
from jinkyll.kramdown import conversion, smartypants
from jinkyll.kramdown.diagnostics import Diagnostic
from jinkyll.kramdown.options import Options, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.kramdown.python_markdown import KramdownExtension

__all__ = [
    "Conversion",
    "Diagnostic",
    "KramdownExtension",
    "convert",
    "makeExtension",
    "smartify",
]


@dataclass(frozen=True, slots=True)
class Conversion:
    """The HTML of a text, and remarks about the text."""

    html: str
    diagnostics: tuple[Diagnostic, ...] = ()


def convert(
    text: str,
    options: Mapping[str, object] | None = None,
    *,
    path: str | None = None,
    line: int = 1,
) -> Conversion:
    """Convert *text* from kramdown's Markdown to HTML, as kramdown 2.4 does it.

    *options* are kramdown's, by kramdown's names and with its defaults; unknown ones are passed
    over. *path* and *line*, on which the text begins, are for messages.

    Raises:
        ConversionError: a bad option, or a text nested too deeply.
    """
    try:
        html, document = conversion.to_html(text, _parsed(options), line)
    except ConversionError as error:
        error.path = path
        raise
    return Conversion(html, tuple(sorted(set(document.diagnostics))))


def smartify(text: str, options: Mapping[str, object] | None = None) -> str:
    """Give *text* typographic quotes, dashes and dots, and leave its HTML and the rest alone.

    *options* are kramdown's, of which ``smart_quotes`` and ``typographic_symbols`` matter.

    Raises:
        ConversionError: a bad option, or HTML nested too deeply.
    """
    return smartypants.smartify(text, _parsed(options))


_last: tuple[Mapping[str, object], Options] | None = None


def _parsed(options: Mapping[str, object] | None) -> Options:
    """Read options; the last ones are kept, because a site converts all its pages with them."""
    global _last  # noqa: PLW0603
    if not options:
        return Options()
    if _last is not None and _last[0] == options:
        return _last[1]
    parsed = parse(options)
    _last = (dict(options), parsed)
    return parsed


def makeExtension(**options: object) -> KramdownExtension:  # noqa: N802  (Python-Markdown's name)
    """Make the extension, as ``extensions=["jinkyll.kramdown"]`` asks for it."""
    from jinkyll.kramdown import python_markdown  # noqa: PLC0415  (imports Python-Markdown: 50 ms)

    return python_markdown.KramdownExtension(**options)


def __getattr__(name: str) -> object:
    if name == "KramdownExtension":
        from jinkyll.kramdown import python_markdown  # noqa: PLC0415  (as above)

        return python_markdown.KramdownExtension
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
