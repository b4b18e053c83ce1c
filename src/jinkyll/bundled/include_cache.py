"""jekyll-include-cache: ``{% include_cached FILE k=v %}``, an include rendered once per parameters.

The file sees the page of its first use only, so that it should use nothing but its parameters and
the site. One that does is rendered apart from any page, so that it does not matter which page comes
first; of one that looks at the page of its first use, it does, and so that build is not built upon.

Source: https://github.com/benbalter/jekyll-include-cache (0.2.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol, cast
from weakref import WeakKeyDictionary

from jinkyll.plugins.api import Tag
from jinkyll.plugins.rendering import site_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from jinkyll.content import Site
    from jinkyll.content.reads import Reads
    from jinkyll.liquid import Context

PURE = True

# A site may be built again and again: what was rendered once belongs to one build.
_results: WeakKeyDictionary[Reads, dict[Hashable, _Result]] = WeakKeyDictionary()
_OF_THE_SITE: Final = frozenset({"jekyll", "site", "theme"})


class _Result:
    """What an include gave with some parameters."""

    text: str = ""
    looks_at_its_page: bool = False


class _LooksAtItsPage(BaseException):  # nothing on the way may take it for a mistake
    """An include wants something that differs from page to page."""


class _Apart(dict[str, object]):
    """The variables that are the same on all pages; whoever wants another one is found out."""

    def __init__(self, context: Context) -> None:
        super().__init__((name, context.get(name)) for name in _OF_THE_SITE)

    def get(self, name: str, default: object = None) -> Any:
        # One that this page does not know, another might.
        if name not in _OF_THE_SITE:
            raise _LooksAtItsPage
        return super().get(name, default)


class _Template(Protocol):
    def render(self, context: Context) -> str: ...


class _Include(Protocol):
    """What is used of the tag ``include``: its file (perhaps Liquid) and its parameters.

    A parameter is its name, the expression for its value or None, and the plain value.
    """

    file: str
    is_variable: bool
    parameters: list[tuple[str, str | None, str]] | None

    def check(self, file: str) -> None: ...

    def locate(self, file: str, context: Context) -> _Template: ...


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
        values: dict[str, object] | None = None
        if include.parameters is not None:
            values = {
                name: plain if variable is None else context.evaluate(variable)
                for name, variable, plain in include.parameters
            }
        site = site_of(context)
        results = _results.setdefault(site.reads, {})
        key = (
            file,
            tuple(sorted((name, _identity(each)) for name, each in (values or {}).items())),
        )
        result = results.get(key)
        if result is None:
            result = results[key] = self._rendered(file, values, context, site)
        if result.looks_at_its_page:
            site.reads.doubt("a cached include looks at the page of its first use")
        else:
            site.reads.use(result)
        return result.text

    def _rendered(
        self, file: str, values: dict[str, object] | None, context: Context, site: Site
    ) -> _Result:
        self.include.check(file)
        result = _Result()
        apart = context.isolated()
        apart.data = _Apart(context)
        apart.registers = {**context.registers, "page": None}
        try:
            with site.reads.sharing(result):
                result.text = self._text(file, values, apart)
        except _LooksAtItsPage:
            result.looks_at_its_page = True
            result.text = self._text(file, values, context)
        return result

    def _text(self, file: str, values: dict[str, object] | None, context: Context) -> str:
        template = self.include.locate(file, context)
        with context.scope(None if values is None else {"include": values}):
            return template.render(context)


def _identity(value: object) -> Hashable:
    """What makes two values the same: their contents; of the site's objects, themselves."""
    if isinstance(value, list):
        return ("list", *map(_identity, value))
    if isinstance(value, dict):
        return ("map", *((_identity(key), _identity(each)) for key, each in value.items()))
    if isinstance(value, str | int | float | None):
        return (type(value).__name__, value)
    return ("object", id(value))
