"""``--quiet`` and ``--verbose``, on the command line or in the configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinkyll import __version__, log

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["adjust_verbosity"]


def adjust_verbosity(options: Mapping[str, Any]) -> None:
    """Say as much as *options* ask for; quiet always wins."""
    if options.get("quiet"):
        log.set_level(log.Level.ERROR)
    elif options.get("verbose"):
        log.set_level(log.Level.DEBUG)
    log.debug("Logging at level:", log.level().name.lower())
    log.debug("Jinkyll Version:", __version__)
