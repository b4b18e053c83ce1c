"""Markdown to HTML: kramdown, or CommonMark if the configuration says so.

Source: https://jekyllrb.com/docs/configuration/markdown/ and Jekyll's ``Markdown``.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from jinkyll import log
from jinkyll.errors import ConfigurationError
from jinkyll.plugins.api import Converter, Priority
from jinkyll.render.converters.kramdown import Kramdown

if TYPE_CHECKING:
    from jinkyll.cache import DiskCache
    from jinkyll.configuration import Configuration

__all__ = ["Markdown", "Processor"]

#: Engines that Jekyll dropped; a site that names one gets kramdown, which took their place.
_DROPPED = frozenset({"maruku", "rdiscount", "redcarpet"})


class Processor(Protocol):
    """What turns Markdown into HTML."""

    def convert(self, text: str, *, path: str | None = None, line: int = 1) -> str:
        """The HTML of *text*, which begins at *line* of the file *path*."""


class Markdown(Converter):
    """Files with an extension of ``markdown_ext``."""

    priority = Priority.NORMAL
    highlighter_prefix = "\n"
    highlighter_suffix = "\n"

    def __init__(self, configuration: Configuration, cache: DiskCache) -> None:
        super().__init__(configuration)
        self._cache = cache
        self._extensions = frozenset(configuration.markdown_ext)

    def matches(self, ext: str) -> bool:
        """It takes what ``markdown_ext`` lists."""
        return ext.lower() in self._extensions

    def output_ext(self, ext: str) -> str:  # noqa: ARG002  (all the same)
        """It gives HTML."""
        return ".html"

    def convert(self, text: str, *, path: str | None = None, line: int = 1) -> str:
        """The HTML of *text*; *path* and *line* tell messages where it comes from.

        Raises:
            ConfigurationError: ``markdown`` names an engine that there is not.
            ConversionError: options that the engine refuses.
        """
        return self.processor.convert(text, path=path, line=line)

    @cached_property
    def processor(self) -> Processor:
        """The engine that the configuration names."""
        name = str(self.configuration.get("markdown") or "")
        settings = self.configuration
        known = name.lower()
        if known == "kramdown":
            return Kramdown(settings, self._cache)
        if known in {"commonmark", "commonmarkghpages", "gfm"}:
            from jinkyll.render.converters.commonmark import CommonMark  # noqa: PLC0415  (extra)

            return CommonMark(settings, github=known != "commonmark")
        if known in _DROPPED:
            log.warn("Deprecation:", f"'{name}' is no longer part of Jekyll; kramdown is used.")
            return Kramdown(settings, self._cache)
        if settings.get("safe"):
            log.warn("Build Warning:", "Custom processors are not loaded in safe mode")
        log.error("Markdown processor:", f'"{name}" is not a valid Markdown processor.')
        log.error("", "Available processors are: kramdown, CommonMark, GFM")
        log.error("")
        raise ConfigurationError(
            f"Invalid Markdown processor given: {name}",
            hint="leave `markdown:` out of _config.yml to use kramdown",
        )
