"""How long each plugin took, for ``--profile``."""

from __future__ import annotations

import functools
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinkyll.liquid import Tag
    from jinkyll.plugins.api import Converter

__all__ = ["Costs"]


class Costs:
    """Seconds by the name of the plugin; what a plugin itself calls of another counts for both."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def timed(self, plugin: str) -> Iterator[None]:
        """Add the time that the body takes to *plugin*'s."""
        start = time.perf_counter()
        try:
            yield
        finally:
            spent = time.perf_counter() - start
            self.seconds[plugin] = self.seconds.get(plugin, 0.0) + spent

    def function(self, plugin: str, function: Callable[..., object]) -> Callable[..., object]:
        """*function*, a hook or filter of *plugin*, which from now on is timed."""

        @functools.wraps(function)
        def timed(*arguments: object) -> object:
            with self.timed(plugin):
                return function(*arguments)

        return timed

    def converter(self, plugin: str, kind: type[Converter]) -> type[Converter]:
        """*kind*, a converter of *plugin*, the conversions of which from now on are timed."""
        return type(kind.__name__, (kind,), {"convert": self.function(plugin, kind.convert)})

    def tag(self, plugin: str, kind: type[Tag]) -> type[Tag]:
        """*kind*, a tag of *plugin*, the rendering of which from now on is timed."""
        return type(kind.__name__, (kind,), {"render": self.function(plugin, kind.render)})
