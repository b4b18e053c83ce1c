"""Load the plugins that a configuration asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinkyll.plugins.api import Converter, Generator, filter_mark, hook_marks
from jinkyll.plugins.blame import blamed
from jinkyll.plugins.discovery import discover
from jinkyll.plugins.hooks import Hooks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

    import click

    from jinkyll.liquid import Tag

__all__ = ["Plugins", "load"]


@dataclass(slots=True)
class Plugins:
    """Everything that the plugins of one build contribute.

    ``generators`` and ``converters`` are instances, in the order in which they run: higher
    priorities first, then in the order of loading. Generators are run by :meth:`generate`,
    converters stand beside Jekyll's own (merge by ``priority``). ``tags`` are classes, to be put
    into ``Environment.tags``; ``filters`` into the Environment's filters; ``commands`` are click
    commands by name.
    """

    names: list[str] = field(default_factory=list)
    generators: list[Generator] = field(default_factory=list)
    converters: list[Converter] = field(default_factory=list)
    tags: dict[str, type[Tag]] = field(default_factory=dict)
    filters: dict[str, Callable[..., object]] = field(default_factory=dict)
    hooks: Hooks = field(default_factory=Hooks)
    commands: dict[str, click.Command] = field(default_factory=dict)

    def add(self, name: str, module: ModuleType, configuration: Mapping[str, Any]) -> None:
        """Take in what stands at the top level of *module*, the plugin called *name*.

        Raises:
            PluginError: the constructor of a generator or converter raised something.
            ConfigurationError: a hook for an event that there is not.
        """
        self.names.append(name)
        for value in list(vars(module).values()):
            if isinstance(value, type):
                if value.__module__ == module.__name__:
                    self._add_class(name, value, configuration)
            elif callable(value) and getattr(value, "__module__", None) == module.__name__:
                for mark in hook_marks(value):
                    self.hooks.register(
                        mark.owners, mark.event, value, priority=mark.priority, plugin=name
                    )
                if (mark_of_filter := filter_mark(value)) is not None:
                    self.filters[mark_of_filter.name] = value
        self.generators.sort(key=lambda generator: -generator.priority)
        self.converters.sort(key=lambda converter: -converter.priority)

    def _add_class(self, name: str, kind: type, configuration: Mapping[str, Any]) -> None:
        if getattr(kind, "__abstractmethods__", None):
            return
        with blamed(name, kind.__name__):
            if issubclass(kind, Generator):
                self.generators.append(kind(configuration))
            elif issubclass(kind, Converter):
                self.converters.append(kind(configuration))


def load(configuration: Mapping[str, Any]) -> Plugins:
    """Load what *configuration* asks for: its ``plugins:``, and ``_plugins`` unless it is safe.

    Raises:
        PluginError: a plugin can't be imported, or raised something while it was.
        ConfigurationError: a plugin that is nowhere to be found.
    """
    plugins = Plugins()
    for found in discover(configuration):
        plugins.add(found.name, found.load(), configuration)
    return plugins
