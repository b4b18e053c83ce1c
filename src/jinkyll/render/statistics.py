"""What each template cost, for ``--profile``."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from jinkyll.liquid import Context

__all__ = ["Cost", "Renderable", "Statistics"]


class Renderable(Protocol):
    """A compiled template."""

    def render(self, context: Context) -> str:
        """The template's text in this context."""


@dataclass(slots=True)
class Cost:
    """How often a template was rendered, to how many bytes, in how many seconds."""

    count: int = 0
    bytes: int = 0
    seconds: float = 0.0


class Statistics:
    """The costs of templates by their path below the source."""

    def __init__(self) -> None:
        self.costs: dict[str, Cost] = {}

    def add(self, path: str, text: str, seconds: float) -> None:
        """Note that the template *path* was rendered to *text*."""
        cost = self.costs.setdefault(path, Cost())
        cost.count += 1
        cost.bytes += len(text.encode("utf-8", "surrogateescape"))
        cost.seconds += seconds

    def timed(self, path: str, template: Renderable) -> Renderable:
        """*template*, which from now on reports its costs under *path*."""
        return _Timed(self, path, template)


class _Timed:
    def __init__(self, statistics: Statistics, path: str, template: Renderable) -> None:
        self._statistics = statistics
        self._path = path
        self._template = template

    def render(self, context: Context) -> str:
        start = time.perf_counter()
        text = self._template.render(context)
        self._statistics.add(self._path, text, time.perf_counter() - start)
        return text
