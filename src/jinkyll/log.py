"""Messages for the person at the terminal, laid out as Jekyll lays them out.

A message has a topic, set flush right in a column of twenty characters with the
blank after it, and a text. Scripts grep for these lines, so their wording is
Jekyll's. Debug and info go to standard output, warnings and errors to standard
error. In a GitHub workflow, warnings that know their file become annotations too.

Source: Jekyll's ``LogAdapter`` and ``Stevenson`` (https://jekyllrb.com/docs/configuration/environments/
names ``JEKYLL_LOG_LEVEL``).
"""

from __future__ import annotations

import enum
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "Level",
    "Message",
    "annotate",
    "debug",
    "error",
    "info",
    "level",
    "recording",
    "repeat",
    "set_level",
    "set_source",
    "silence",
    "warn",
]

Message = tuple["int | str", tuple["str | int | None", ...]]
"""A message as it is kept: its level or the kind of an annotation, and what it says."""

_TOPIC_WIDTH = 19
_YELLOW, _RED, _RESET = "\033[33m", "\033[31m", "\033[0m"


class Level(enum.IntEnum):
    """How much is said; a message of a lower level than the chosen one is dropped."""

    DEBUG = 0
    INFO = 1
    WARN = 2
    ERROR = 3


_level = Level.INFO
_source = ""
_recorders: list[list[Message]] = []


def set_level(level: Level) -> None:
    """Choose the lowest level that is printed."""
    global _level  # noqa: PLW0603  (one terminal, one level)
    _level = level


def level() -> Level:
    """The lowest level that is printed."""
    return _level


def set_source(path: str) -> None:
    """Tell where the sources are, so that annotations name files as the repository does."""
    global _source  # noqa: PLW0603
    _source = path


@contextmanager
def recording() -> Iterator[list[Message]]:
    """Keep what is said meanwhile, debug messages apart, for `repeat`; whether printed or not."""
    said: list[Message] = []
    _recorders.append(said)
    try:
        yield said
    finally:
        _recorders.pop()  # the last one that began is the first to end


@contextmanager
def silence() -> Iterator[None]:
    """Print nothing but errors meanwhile."""
    before = level()
    set_level(Level.ERROR)
    try:
        yield
    finally:
        set_level(before)


def repeat(messages: Iterable[Message]) -> None:
    """Say again what was kept by `recording`."""
    for kind, parts in messages:
        if isinstance(kind, int):
            topic, text = map(str, parts)
            _write(Level(kind), topic, text)
        else:
            message, title, path, line, column = parts
            annotate(kind, str(message), title=str(title), path=path, line=line, column=column)  # type: ignore[arg-type]


def debug(topic: str, message: str = "") -> None:
    """Say what only ``--verbose`` wants to know."""
    _write(Level.DEBUG, topic, message)


def info(topic: str, message: str = "") -> None:
    """Say what is going on."""
    _write(Level.INFO, topic, message)


def warn(
    topic: str, message: str = "", *, path: str | None = None, line: int | None = None
) -> None:
    """Say what the author hardly meant; the build goes on.

    *path* (relative to the source) and *line* are where; a message that does not
    say so itself is annotated with them.
    """
    _write(Level.WARN, topic, message)
    if path is not None:
        annotate("warning", message or topic, title=topic, path=path, line=line)


def error(topic: str, message: str = "") -> None:
    """Say what stopped the build."""
    _write(Level.ERROR, topic, message)


def annotate(
    kind: str,
    message: str,
    *,
    title: str = "",
    path: str | None = None,
    line: int | None = None,
    column: int | None = None,
) -> None:
    """Print a workflow command that shows *message* at its line of a pull request.

    Does nothing outside of a GitHub workflow. *kind* is ``error``, ``warning`` or ``notice``.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    for said in _recorders:
        said.append((kind, (message, title, path, line, column)))
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return
    fields = {
        "file": None if path is None else _in_repository(path),
        "line": line,
        "col": column,
        "title": title.strip(" :"),
    }
    properties = ",".join(
        f"{name}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in fields.items()
        if value
    )
    blank = " " if properties else ""
    sys.stdout.write(f"::{kind}{blank}{properties}::{_escaped(message)}\n")
    sys.stdout.flush()


def _in_repository(path: str) -> str:
    repository = os.environ.get("GITHUB_WORKSPACE") or os.getcwd()  # noqa: PTH109
    absolute = os.path.abspath(os.path.join(_source, path))  # noqa: PTH100, PTH118
    return os.path.relpath(absolute, repository).replace(os.sep, "/")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _write(at: Level, topic: str, message: str) -> None:
    if at > Level.DEBUG:
        for said in _recorders:
            said.append((int(at), (topic, message)))
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
