"""Hooks: functions of plugins that run at fixed points of the build.

Owners and events are Jekyll's (https://jekyllrb.com/docs/plugins/hooks/):

=========================  ==================================================================
owner                      events, with the arguments that their hooks get
=========================  ==================================================================
``site``                   ``after_init(site)``, ``after_reset(site)``, ``post_read(site)``,
                           ``pre_render(site, payload)``, ``post_render(site, payload)``,
                           ``post_write(site)``
``pages``                  ``post_init(page)``, ``pre_render(page, payload)``,
                           ``post_convert(page)``, ``post_render(page)``, ``post_write(page)``
``documents``              the same, for the documents of every collection
``posts``, or the label    the same, for the documents of that collection; runs before the
of any collection          hooks of ``documents``
``clean``                  ``on_obsolete(paths)``: the paths that the cleaner is about to
                           delete, as a list of :class:`pathlib.Path`
=========================  ==================================================================

Who triggers what:

* ``read``: ``site`` after_init and after_reset on the still empty site, ``pages`` and documents'
  post_init as each is read, ``site`` post_read at the end;
* ``render``: ``site`` pre_render and post_render, and around each page or document pre_render
  (the payload may be changed), post_convert (``content`` is HTML, no layout yet) and post_render
  (``output`` is whole and may be replaced);
* ``write``: ``clean`` on_obsolete, post_write of each page or document that was written, ``site``
  post_write.

For a page call ``hooks.trigger("pages", event, page, ...)``; for a document
``hooks.trigger_document(label, event, document, ...)``. ``hooks.wants(owner, event)`` is a cheap
test for call sites that would have to prepare something first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from jinkyll.errors import ConfigurationError
from jinkyll.plugins.blame import blamed

__all__ = ["CLEAN_EVENTS", "PAGE_EVENTS", "PRIORITIES", "SITE_EVENTS", "HookFunction", "Hooks"]

#: A hook; its arguments depend on the event, and its result is ignored.
HookFunction = Callable[..., object]

#: The names that stand for numbers; a hook with a higher one runs earlier.
PRIORITIES: Final = {"low": 10, "normal": 20, "high": 30}

SITE_EVENTS: Final = (
    "after_init",
    "after_reset",
    "post_read",
    "pre_render",
    "post_render",
    "post_write",
)
PAGE_EVENTS: Final = ("post_init", "pre_render", "post_convert", "post_render", "post_write")
CLEAN_EVENTS: Final = ("on_obsolete",)


@dataclass(frozen=True, slots=True)
class _Registered:
    function: HookFunction
    plugin: str
    priority: int


class Hooks:
    """The hooks of one build, in the order in which they run.

    Higher priorities run first; hooks of one priority in the order of their registration.
    """

    def __init__(self) -> None:
        self._hooks: dict[tuple[str, str], list[_Registered]] = {}

    def register(
        self,
        owners: str | Iterable[str],
        event: str,
        function: HookFunction,
        *,
        priority: int | str = "normal",
        plugin: str = "",
    ) -> None:
        """Let *function* run at *event* of each owner; *plugin* is the name to blame.

        Raises:
            ConfigurationError: an owner that has no such event, or an unknown priority.
        """
        for owner in (owners,) if isinstance(owners, str) else owners:
            events = _events(owner)
            if event not in events:
                raise ConfigurationError(
                    f"invalid hook: {owner} has no event '{event}'",
                    path=plugin or None,
                    hint=f"its events are {', '.join(events)}",
                )
            hooks = self._hooks.setdefault((owner, event), [])
            hooks.append(_Registered(function, plugin, _priority(priority, plugin)))
            hooks.sort(key=lambda hook: -hook.priority)

    def wants(self, owner: str, event: str) -> bool:
        """Tell whether any hook waits for *event* of *owner*."""
        return (owner, event) in self._hooks

    def wants_document(self, label: str, event: str) -> bool:
        """Tell whether any hook waits for *event* of the documents of collection *label*."""
        return (label, event) in self._hooks or ("documents", event) in self._hooks

    @property
    def look_at_sources(self) -> bool:
        """Tell whether any hook runs on what was read, before anything is rendered."""
        return any(event in {"post_init", "post_read"} for _, event in self._hooks)

    def trigger(self, owner: str, event: str, *arguments: object) -> None:
        """Run the hooks of *event* of *owner*.

        Raises:
            PluginError: a hook raised something; names the plugin, and file and line in it.
        """
        for hook in self._hooks.get((owner, event), ()):
            with blamed(hook.plugin, f"{owner} {event}"):
                hook.function(*arguments)

    def trigger_document(self, label: str, event: str, *arguments: object) -> None:
        """Run the hooks for a document of collection *label*: the collection's own, then all's.

        Raises:
            PluginError: as :meth:`trigger`.
        """
        if label != "documents":
            self.trigger(label, event, *arguments)
        self.trigger("documents", event, *arguments)


def _events(owner: str) -> tuple[str, ...]:
    if owner == "site":
        return SITE_EVENTS
    return CLEAN_EVENTS if owner == "clean" else PAGE_EVENTS


def _priority(priority: int | str, plugin: str) -> int:
    if isinstance(priority, int):
        return priority
    if priority in PRIORITIES:
        return PRIORITIES[priority]
    raise ConfigurationError(
        f"unknown priority '{priority}' of a hook",
        path=plugin or None,
        hint=f"a number, or one of {', '.join(PRIORITIES)}",
    )
