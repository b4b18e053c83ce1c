"""Messages for the person at the terminal, laid out as Jekyll lays them out.

A message has a topic, set flush right in a column of twenty characters, and a
text. Scripts grep for these lines, so their wording is Jekyll's. Debug and info
go to standard output, warnings and errors to standard error.

Source: Jekyll's ``LogAdapter`` and ``Stevenson`` (https://jekyllrb.com/docs/configuration/environments/
names ``JEKYLL_LOG_LEVEL``).
"""

from __future__ import annotations

import enum
import os
import sys
from typing import TextIO

__all__ = ["Level", "debug", "error", "info", "level", "set_level", "warn"]

_TOPIC_WIDTH = 20
_YELLOW, _RED, _RESET = "\033[33m", "\033[31m", "\033[0m"


class Level(enum.IntEnum):
    """How much is said; a message of a lower level than the chosen one is dropped."""

    DEBUG = 0
    INFO = 1
    WARN = 2
    ERROR = 3


_level = Level.INFO


def set_level(level: Level) -> None:
    """Choose the lowest level that is printed."""
    global _level  # noqa: PLW0603  (one terminal, one level)
    _level = level


def level() -> Level:
    """The lowest level that is printed."""
    return _level


def debug(topic: str, message: str = "") -> None:
    """Say what only ``--verbose`` wants to know."""
    _write(Level.DEBUG, topic, message)


def info(topic: str, message: str = "") -> None:
    """Say what is going on."""
    _write(Level.INFO, topic, message)


def warn(topic: str, message: str = "") -> None:
    """Say what the author hardly meant; the build goes on."""
    _write(Level.WARN, topic, message)


def error(topic: str, message: str = "") -> None:
    """Say what stopped the build."""
    _write(Level.ERROR, topic, message)


def _write(at: Level, topic: str, message: str) -> None:
    if at < _level:
        return
    text = f"{topic:>{_TOPIC_WIDTH}} {message}"
    stream = sys.stderr if at >= Level.WARN else sys.stdout
    if at >= Level.WARN and _coloured(stream):
        text = f"{_RED if at is Level.ERROR else _YELLOW}{text}{_RESET}"
    stream.write(text + "\n")
    stream.flush()


def _coloured(stream: TextIO) -> bool:
    return stream.isatty() and "NO_COLOR" not in os.environ
