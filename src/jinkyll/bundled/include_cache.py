"""jekyll-include-cache: ``{% include_cached FILE k=v %}``, an include rendered once per parameters.

The file sees the page of its first use only, so that it should use nothing but its parameters and
the site.

Source: https://github.com/benbalter/jekyll-include-cache (0.2.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast
from weakref import WeakKeyDictionary

from jinkyll.plugins.api import Tag
from jinkyll.plugins.rendering import site_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from jinkyll.content import Site
    from jinkyll.liquid import Context

_results: WeakKeyDictionary[Site, dict[Hashable, str]] = WeakKeyDictionary()


class _Include(Protocol):
    """What is used of the tag ``include``: its file (perhaps Liquid) and its parameters.

    A parameter is its name, the expression for its value or None, and the plain value.
    """

    file: str
    is_variable: bool
    parameters: list[tuple[str, str | None, str]] | None

    def render(self, context: Context) -> str: ...


class IncludeCached(Tag):
    """``{% include_cached %}``, with the syntax of ``{% include %}``."""

    name = "include_cached"

    def __init__(self, markup: str, **place: Any) -> None:
        super().__init__(markup, **place)
        self.include = cast("_Include", self.environment.tags["include"](markup, **place))

    def render(self, context: Context) -> str:
        """Render the include, or repeat what it rendered to before."""
        include = self.include
        file = include.file
        if include.is_variable:
            file = self.environment.render_once(file, context, path=self.path, first_line=self.line)
        values = [
            (name, plain if variable is None else _identity(context.evaluate(variable)))
            for name, variable, plain in include.parameters or ()
        ]
        results = _results.setdefault(site_of(context), {})
        key = (file, tuple(sorted(values, key=lambda pair: pair[0])))
        if key not in results:
            results[key] = include.render(context)
        return results[key]


def _identity(value: object) -> Hashable:
    """What makes two values the same: their contents; of the site's objects, themselves."""
    if isinstance(value, list):
        return ("list", *map(_identity, value))
    if isinstance(value, dict):
        return ("map", *((_identity(key), _identity(each)) for key, each in value.items()))
    if isinstance(value, str | int | float | None):
        return (type(value).__name__, value)
    return ("object", id(value))
