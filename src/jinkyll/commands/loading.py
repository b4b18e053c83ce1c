"""The configuration that a command works with, and how much it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinkyll import __version__, log
from jinkyll import configuration as settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.configuration import Configuration

__all__ = ["load"]


def load(given: Mapping[str, Any]) -> Configuration:
    """The configuration with the switches *given*; as quiet or verbose as it says from now on.

    Raises:
        ConfigurationError: there is none that makes sense.
    """
    _adjust_verbosity(given)
    configuration = settings.load(given)
    _adjust_verbosity(configuration)
    log.set_source(str(configuration.source))
    return configuration


def _adjust_verbosity(options: Mapping[str, Any]) -> None:
    # Quiet always wins.
    if options.get("quiet"):
        log.set_level(log.Level.ERROR)
    elif options.get("verbose"):
        log.set_level(log.Level.DEBUG)
    log.debug("Logging at level:", log.level().name.lower())
    log.debug("Jinkyll Version:", __version__)
