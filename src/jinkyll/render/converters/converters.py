"""The converters of a site, Jekyll's own and those of plugins, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.plugins.blame import blamed
from jinkyll.render.converters.identity import Identity
from jinkyll.render.converters.markdown import Markdown
from jinkyll.render.converters.sass import Sass, Scss
from jinkyll.render.converters.smartypants import SmartyPants

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinkyll.cache import DiskCache
    from jinkyll.content.site import Site
    from jinkyll.plugins.api import Converter

__all__ = ["Converters"]


class Converters:
    """Chooses the converters of a file."""

    def __init__(self, site: Site, of_plugins: Iterable[Converter], cache: DiskCache) -> None:
        self.markdown = Markdown(site.configuration, cache)
        self.smartypants = SmartyPants(site.configuration)
        self.scss = Scss(site, cache)
        self.sass = Sass(site, cache)
        # Where priorities are equal, Jekyll's own come first; identity is the last of all.
        own = (self.markdown, self.smartypants, self.scss, self.sass)
        self.in_order: tuple[Converter, ...] = (
            *sorted((*own, *of_plugins), key=lambda converter: -converter.priority),
            Identity(site.configuration),
        )
        self._of_extension: dict[str, tuple[Converter, ...]] = {}

    def of(self, ext: str) -> tuple[Converter, ...]:
        """The converters that a file with the extension *ext* goes through."""
        found = self._of_extension.get(ext)
        if found is None:
            found = tuple(converter for converter in self.in_order if converter.matches(ext))
            self._of_extension[ext] = found
        return found

    @staticmethod
    def apply(converter: Converter, text: str) -> str:
        """Let a plugin's *converter* work on *text*.

        Raises:
            PluginError: whatever it raises.
        """
        with blamed(type(converter).__name__, "convert"):
            return converter.convert(text)
