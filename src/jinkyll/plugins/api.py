"""What a plugin's author imports: everything a plugin can be made of.

A plugin is a Python module: a file in the site's ``_plugins`` folder, or a module that a package
announces under the entry point group ``jinkyll.plugins``. Whatever stands at its top level takes
part, in the order of the file::

    from jinkyll.plugins.api import Converter, Generator, Tag, hook, template_filter

    class Upcase(Converter):                     # a converter: files of one kind into another
        def matches(self, ext): return ext == ".upcase"
        def output_ext(self, ext): return ".html"
        def convert(self, text): return text.upper()

    class Greeting(Generator):                   # a generator: adds pages, sets data
        def generate(self, site): site.configuration["greeting"] = "hello"

    class Today(Tag):                            # {% today %}
        name = "today"
        def render(self, context): return context.registers["site"].time.strftime("%F")

    @template_filter                             # {{ "a" | shout }}, in Liquid and in Jinja
    def shout(value): return str(value).upper() + "!"

    @hook("posts", "post_render")                # a hook: see jinkyll.plugins.hooks
    def shorten(post): post.output = post.output.strip()

    @editions                                    # the site once more, with other settings
    def in_print(configuration): return [{"destination": "_print", "print": True}]

Commands are :class:`click.Command` objects at the top level: ``jinkyll NAME``.

With ``PURE = True`` a plugin promises that its tags, filters, converters and hooks look at nothing
but the site: no clock, no network, no files of their own but those named in ``site.inputs``, no
memory beside what they leave in the site. Then pages are rendered by several processes at once,
and an incremental build leaves out those that nothing changed for. Without it, every build is a
whole one.

Source: https://jekyllrb.com/docs/plugins/ .
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar, overload

from jinkyll.liquid import Block, Context, RawBlock, Tag, context_filter

if TYPE_CHECKING:
    from jinkyll.content import Site
    from jinkyll.plugins.hooks import HookFunction

__all__ = [
    "Block",
    "Context",
    "Converter",
    "FilterMark",
    "Generator",
    "HookMark",
    "Priority",
    "RawBlock",
    "Tag",
    "context_filter",
    "editions",
    "filter_mark",
    "hook",
    "hook_marks",
    "makes_editions",
    "template_filter",
]

_Function = TypeVar("_Function", bound=Callable[..., object])


class Priority:
    """Jekyll's names for the priorities of generators and converters; higher runs earlier."""

    LOWEST: Final = -100
    LOW: Final = -10
    NORMAL: Final = 0
    HIGH: Final = 10
    HIGHEST: Final = 100


class Generator(ABC):
    """Runs once the site is read, before anything is rendered: adds pages, fills data.

    One instance is made for each build, with the whole configuration.
    """

    #: Higher runs earlier; see :class:`Priority`.
    priority: int = Priority.NORMAL
    #: Name of the plugin, filled in when it is loaded.
    plugin: str = ""

    def __init__(self, configuration: Mapping[str, Any]) -> None:
        self.configuration = configuration

    @abstractmethod
    def generate(self, site: Site) -> None:
        """Change *site*: the last chance, for it is frozen when all generators have run."""


class Converter(ABC):
    """Turns the text of files with certain extensions into text of another kind.

    A page goes through every converter that matches its extension, higher priorities first. One
    instance is made for each build, with the whole configuration.
    """

    #: Higher runs earlier; see :class:`Priority`. Jekyll's own Markdown converter is LOW.
    priority: int = Priority.NORMAL
    #: What ``{% highlight %}`` puts before and after its block, so that the converter leaves it.
    highlighter_prefix: str = ""
    highlighter_suffix: str = ""

    def __init__(self, configuration: Mapping[str, Any]) -> None:
        self.configuration = configuration

    @abstractmethod
    def matches(self, ext: str) -> bool:
        """Tell whether files with extension *ext* (``".md"``) are converted."""

    @abstractmethod
    def output_ext(self, ext: str) -> str:
        """The extension of the output (``".html"``) for a file with extension *ext*."""

    @abstractmethod
    def convert(self, text: str) -> str:
        """The converted text."""


@dataclass(frozen=True, slots=True)
class HookMark:
    """What :func:`hook` writes down on a function."""

    owners: tuple[str, ...]
    event: str
    priority: int | str


@dataclass(frozen=True, slots=True)
class FilterMark:
    """What :func:`template_filter` writes down on a function."""

    name: str


def hook(
    owners: str | Iterable[str], event: str, *, priority: int | str = "normal"
) -> Callable[[_Function], _Function]:
    """Let the decorated function run at *event* of *owners*: see :mod:`jinkyll.plugins.hooks`.

    May be given several times to one function. *priority* is ``"low"``, ``"normal"``, ``"high"``
    or a number; higher runs earlier.
    """
    mark = HookMark((owners,) if isinstance(owners, str) else tuple(owners), event, priority)

    def decorate(function: _Function) -> _Function:
        earlier: tuple[HookMark, ...] = getattr(function, "__jinkyll_hooks__", ())
        function.__dict__["__jinkyll_hooks__"] = (mark, *earlier)
        return function

    return decorate


@overload
def template_filter(function: _Function, /) -> _Function: ...
@overload
def template_filter(*, name: str) -> Callable[[_Function], _Function]: ...
def template_filter(
    function: _Function | None = None, /, *, name: str | None = None
) -> _Function | Callable[[_Function], _Function]:
    """Make the decorated function a filter of Liquid and Jinja, called ``f(value, *arguments)``.

    Its name in templates is the function's, or *name*. With ``@context_filter`` below it, it gets
    the context as its first argument.
    """

    def decorate(function: _Function) -> _Function:
        function.__dict__["__jinkyll_filter__"] = FilterMark(name or function.__name__)
        return function

    return decorate if function is None else decorate(function)


def editions(function: _Function) -> _Function:
    """Have the site built several times, each time with other settings.

    The decorated function gets the site's configuration and answers a map of settings for each
    further edition; the first one is built with the configuration as it is. Each edition goes the
    whole path, from reading to writing, and needs a ``destination`` of its own. A site with such
    a plugin is built whole.
    """
    function.__dict__["__jinkyll_editions__"] = True
    return function


def hook_marks(function: HookFunction) -> tuple[HookMark, ...]:
    """The events that *function* was marked for by :func:`hook`."""
    marks: tuple[HookMark, ...] = getattr(function, "__jinkyll_hooks__", ())
    return marks


def filter_mark(function: Callable[..., object]) -> FilterMark | None:
    """The name that *function* got from :func:`template_filter`, if it is a filter."""
    mark: FilterMark | None = getattr(function, "__jinkyll_filter__", None)
    return mark


def makes_editions(function: Callable[..., object]) -> bool:
    """Tell whether *function* was marked by :func:`editions`."""
    return getattr(function, "__jinkyll_editions__", False) is True
