"""What rendering cost, for ``--profile``: by template, by converter, by page."""

from __future__ import annotations

import functools
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from jinkyll.kramdown import syntax_highlighter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinkyll.liquid import Context
    from jinkyll.plugins.api import Converter

__all__ = ["Cost", "Renderable", "Statistics"]


class Renderable(Protocol):
    """A compiled template."""

    def render(self, context: Context) -> str:
        """The template's text in this context."""


@dataclass(slots=True)
class Cost:
    """How often something was done, to how many bytes, in how many seconds."""

    kind: str = ""
    """Of a template: ``layout``, ``include`` or ``body``."""
    count: int = 0
    bytes: int = 0
    seconds: float = 0.0
    own_seconds: float = 0.0
    """Without what was measured meanwhile: a layout's includes, a post's highlighted code."""


class Statistics:
    """Costs by name: of templates and pages the path below the source."""

    def __init__(self) -> None:
        self.templates: dict[str, Cost] = {}
        self.converters: dict[str, Cost] = {}
        self.pages: dict[str, Cost] = {}
        self.caches: dict[str, tuple[int, int]] = {}
        """Hits and misses of each kind of results that earlier builds have left."""
        self._within = [0.0]

    @contextmanager
    def measured(self, costs: dict[str, Cost], name: str, kind: str = "") -> Iterator[Cost]:
        """Add what the body takes to the cost of *name* among *costs*."""
        cost = costs.setdefault(name, Cost(kind))
        self._within.append(0.0)
        start = time.perf_counter()
        try:
            yield cost
        finally:
            seconds = time.perf_counter() - start
            cost.count += 1
            cost.seconds += seconds
            cost.own_seconds += seconds - self._within.pop()
            self._within[-1] += seconds

    def template(self, path: str, kind: str, render: Callable[[], str]) -> str:
        """The text that *render* makes of the template *path*."""
        with self.measured(self.templates, path, kind) as cost:
            text = render()
        cost.bytes += len(text.encode("utf-8", "surrogateescape"))
        return text

    def timed(self, path: str, kind: str, template: Renderable) -> Renderable:
        """*template*, which from now on reports its costs under *path*."""
        return _Timed(self, path, kind, template)

    def watch(self, converter: Converter) -> None:
        """Take the time of all that *converter* converts from now on."""
        for name in ("convert", "convert_page"):
            method = getattr(converter, name, None)
            if method is not None:
                setattr(converter, name, self._measuring(type(converter).__name__, method))

    def _measuring(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(method)
        def measuring(*arguments: object, **options: object) -> object:
            with self.measured(self.converters, name):
                return method(*arguments, **options)

        return measuring

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Take the time of code that is highlighted while the body runs, too."""
        with syntax_highlighter.surrounded(lambda: self.measured(self.converters, "Highlighting")):
            yield


class _Timed:
    def __init__(self, statistics: Statistics, path: str, kind: str, template: Renderable) -> None:
        self._statistics = statistics
        self._path = path
        self._kind = kind
        self._template = template

    def render(self, context: Context) -> str:
        return self._statistics.template(
            self._path, self._kind, lambda: self._template.render(context)
        )
