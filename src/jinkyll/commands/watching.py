"""``build --watch``: a build after every change, until somebody presses Ctrl-C."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinkyll import configuration as settings
from jinkyll import log
from jinkyll.commands.building import build, failure_printer, stop_signals
from jinkyll.commands.loading import load
from jinkyll.rebuild import Rebuilder
from jinkyll.serve.regeneration import Regeneration, watched
from jinkyll.serve.watcher import Watcher

if TYPE_CHECKING:
    from jinkyll.configuration import Configuration

__all__ = ["watch"]


def watch(configuration: Configuration, given: dict[str, Any], *, trace: bool) -> None:
    """Build *configuration*, loaded with the switches *given*, now and after every change."""
    files = settings.configuration_files(given)
    rebuilder = Rebuilder()
    regeneration = Regeneration(
        configuration,
        configuration_files=files,
        load=lambda: load(given),
        build=rebuilder,
        fail=failure_printer("build", trace=trace),
    )
    watcher = Watcher(
        watched(configuration, files),
        regeneration.changed,
        polling=bool(configuration.get("force_polling")),
    )
    regeneration.watcher = watcher
    regeneration.first(lambda configuration: build(configuration, rebuilder))
    watcher.start()
    regeneration.catch_up()
    log.info("Auto-regeneration:", f"enabled for '{configuration.source}'")
    with stop_signals() as stopped:
        stopped.wait()
    watcher.stop()
    log.info("", "Halting auto-regeneration.")
