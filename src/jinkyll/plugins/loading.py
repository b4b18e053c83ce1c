"""Load the plugins that a configuration asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, cast

import click

from jinkyll import log
from jinkyll.plugins.api import Converter, Generator, Tag, filter_mark, hook_marks, makes_editions
from jinkyll.plugins.blame import blamed
from jinkyll.plugins.costs import Costs
from jinkyll.plugins.discovery import dependencies, discover, gemfile_plugins
from jinkyll.plugins.hooks import Hooks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import ModuleType

    from jinkyll.configuration import Configuration
    from jinkyll.content import Theme

    _Editions = Callable[[Configuration], Iterable[Mapping[str, Any]]]

__all__ = ["Plugins", "load"]

_WITH_ACTIVE_SUPPORT: Final = frozenset({"jemoji", "jekyll-mentions"})


@dataclass(slots=True)
class Plugins:
    """Everything that the plugins of one build contribute.

    ``generators`` and ``converters`` are instances, in the order in which they run: higher
    priorities first, then in the order of loading. ``plugin`` of a generator is the name to blame,
    see :func:`jinkyll.plugins.blame.blamed`. Converters stand beside Jekyll's own (merge by
    ``priority``). ``tags`` are classes, to be put into ``Environment.tags``; ``filters`` into the
    Environment's filters; ``commands`` are click commands by name. ``pure`` tells whether all of
    them promise to be: then pages may be rendered by several processes, and left out of an
    incremental build. ``strangers`` tells whether any of them does not come along with jinkyll.
    """

    names: list[str] = field(default_factory=list)
    pure: bool = True
    strangers: bool = False
    generators: list[Generator] = field(default_factory=list)
    converters: list[Converter] = field(default_factory=list)
    tags: dict[str, type[Tag]] = field(default_factory=dict)
    filters: dict[str, Callable[..., object]] = field(default_factory=dict)
    hooks: Hooks = field(default_factory=Hooks)
    commands: dict[str, click.Command] = field(default_factory=dict)
    editions: list[_Editions] = field(default_factory=list)
    """What tells the settings of further editions of the site."""
    costs: Costs | None = None
    """What each plugin cost so far; only with ``profile``."""

    def add(self, name: str, module: ModuleType, configuration: Mapping[str, Any]) -> None:
        """Take in what stands at the top level of *module*, the plugin called *name*.

        Raises:
            PluginError: the constructor of a generator or converter raised something.
            ConfigurationError: a hook for an event that there is not.
        """
        self.names.append(name)
        self.strangers = self.strangers or not module.__name__.startswith("jinkyll.bundled.")
        self.pure = self.pure and getattr(module, "PURE", False) is True
        for key, value in list(vars(module).items()):
            if isinstance(value, click.Command):
                self.commands[value.name or key] = value
            elif not _is_own(value, module):
                continue
            elif isinstance(value, type):
                self._add_class(name, value, configuration)
            elif callable(value):
                self._add_function(name, value)
        self.generators.sort(key=lambda generator: -generator.priority)
        self.converters.sort(key=lambda converter: -converter.priority)

    def add_dependencies(self, theme: Theme, configuration: Mapping[str, Any]) -> None:
        """Take in the bundled plugins that *theme*'s gem depends on.

        Their generators run as if they had been loaded before all others but the Gemfile's.
        """
        needed = dependencies(configuration, theme.runtime_dependencies)
        for found in needed:
            if found.name not in self.names:
                self.add(found.name, found.load(), configuration)
        early = [found.name for found in (*gemfile_plugins(configuration), *needed)]
        self.names.sort(key=lambda name: early.index(name) if name in early else len(early))
        rank = {name: at for at, name in enumerate(self.names)}
        self.generators.sort(key=lambda generator: (-generator.priority, rank[generator.plugin]))

    @property
    def active_support(self) -> bool:
        """Whether the originals load Ruby's ActiveSupport, which gives ``blank`` a sense."""
        return not _WITH_ACTIVE_SUPPORT.isdisjoint(self.names)

    def _add_class(self, name: str, kind: type, configuration: Mapping[str, Any]) -> None:
        if getattr(kind, "__abstractmethods__", None):
            return
        if issubclass(kind, Tag):
            if kind.name:
                self.tags[kind.name] = self.costs.tag(name, kind) if self.costs else kind
            return
        with blamed(name, kind.__name__):
            if issubclass(kind, Generator):
                generator = kind(configuration)
                generator.plugin = name
                self.generators.append(generator)
            elif issubclass(kind, Converter):
                timed = self.costs.converter(name, kind) if self.costs else kind
                self.converters.append(timed(configuration))

    def _add_function(self, name: str, function: Callable[..., object]) -> None:
        if self.costs is not None:
            function = self.costs.function(name, function)
        for mark in hook_marks(function):
            self.hooks.register(
                mark.owners, mark.event, function, priority=mark.priority, plugin=name
            )
        if (mark_of_filter := filter_mark(function)) is not None:
            self.filters[mark_of_filter.name] = function
        if makes_editions(function):
            self.editions.append(cast("_Editions", function))
            self.pure = False


def load(configuration: Mapping[str, Any]) -> Plugins:
    """Load what *configuration* asks for: its ``plugins:``, and ``_plugins`` unless it is safe.

    Raises:
        PluginError: a plugin can't be imported, or raised something while it was.
    """
    plugins = Plugins(costs=Costs() if configuration.get("profile") else None)
    for found in discover(configuration):
        log.debug("Requiring:", found.name)
        plugins.add(found.name, found.load(), configuration)
    if configuration.get("paginate") and "jekyll-paginate" not in plugins.names:
        log.warn(
            "Deprecation:",
            "You appear to have pagination turned on, but you haven't included the"
            " `jekyll-paginate` gem. Ensure you have `plugins: [jekyll-paginate]` in your"
            " configuration file.",
        )
    return plugins


def _is_own(value: object, module: ModuleType) -> bool:
    """Tell whether *value* was defined in *module*, or in a module of that package."""
    home = getattr(value, "__module__", None)
    return isinstance(home, str) and f"{home}.".startswith(f"{module.__name__}.")
