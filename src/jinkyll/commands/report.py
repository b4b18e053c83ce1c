"""What the person at the terminal is told about errors, and about sources that were left out."""

from __future__ import annotations

import traceback
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol

from jinkyll import __version__, log
from jinkyll.errors import ConfigurationError, ConversionError, JinkyllError, LiquidError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["bug", "failure", "skipped", "usage_error"]

_BANNER = "YOUR SITE COULD NOT BE BUILT:"
_RULE = "-" * 36
_ISSUES = "https://github.com/jinkyll/jinkyll/issues"
_NAMED_AT_MOST = 10
_LONGEST = 240
# What jinkyll.configuration has printed itself, in Jekyll's words, before it raised the error.
_SAID_BY_LOADING = "The Configuration file '"
_CONVERTERS = {".scss": "Scss", ".sass": "Sass"}
# In the words of jinkyll.read.
_SWITCHES = {"has a future date": "--future", "is not published": "--unpublished"}
_WARNED = frozenset({"has a future date", "is not valid UTF-8", "is no file"})


class _Skipped(Protocol):
    @property
    def path(self) -> str: ...
    @property
    def reason(self) -> str: ...


def failure(error: JinkyllError, *, trace: bool = False, building: bool = True) -> None:
    """Print *error*, once: what is wrong, where, and what to do about it.

    *building* tells whether a build was under way.
    """
    lines = _clipped(str(error).splitlines())
    if isinstance(error, LiquidError):
        log.error("Liquid Exception:", _liquid_exception(error))
        if error.fatal:
            log.error("ERROR:", _BANNER)
            log.error("", _RULE)
            log.error("", error.message)
        # Jekyll's line has the message already: what is left is the place, for editors to jump to.
        lines[0] = ":".join(str(part) for part in (error.path, error.line, error.column) if part)
    elif isinstance(error, ConversionError) and error.path:
        log.error("Conversion error:", _conversion_error(error, error.path))
    elif isinstance(error, ConfigurationError):
        message = lines.pop(0)
        if not message.startswith(_SAID_BY_LOADING):
            log.error("Fatal:", message)
    elif building:
        log.error("ERROR:", _BANNER)
        log.error("", _RULE)
    else:
        log.error("ERROR:", lines.pop(0))
    for line in lines:
        log.error("", line)
    if trace:
        for line in "".join(traceback.format_exception(error)).splitlines():
            log.error("", line)
    message = error.message if error.hint is None else f"{error.message}\nhint: {error.hint}"
    log.annotate("error", message, path=error.path, line=error.line, column=error.column)


def bug(error: BaseException, command: str, *, trace: bool = False) -> None:
    """Print an exception that should never have come this far."""
    if trace:
        for line in "".join(traceback.format_exception(error)).splitlines():
            log.error("", line)
    log.error("ERROR:", f"{type(error).__name__}: {error}")
    log.error("", "This is a mistake in jinkyll or in one of the site's plugins.")
    if not trace:
        log.error("", f"Please append `--trace` to the `{command}` command to see where it")
        log.error("", f"happened, and tell us: {_ISSUES}")
    log.annotate("error", f"{type(error).__name__}: {error}")


def usage_error(*lines: str) -> None:
    """Print that the command line makes no sense, and why, in the form of Jekyll's messages."""
    for line in lines:
        log.error(f"jinkyll {__version__} | Error: ", line)


def skipped(sources: Iterable[_Skipped]) -> None:
    """Print which *sources* took no part in the build, by reason, and what would take them in.

    A few of each are named, all of them under ``--verbose``; those that reading warned of are not
    named again.
    """
    by_reason: dict[str, list[str]] = {}
    for source in sources:
        by_reason.setdefault(source.reason, []).append(source.path)
    everything = log.level() is log.Level.DEBUG
    for reason, paths in by_reason.items():
        switch = _SWITCHES.get(reason)
        hint = f" (built with {switch})" if switch else ""
        log.info("Skipped:", f"{len(paths)} file(s): {reason}{hint}")
        if reason in _WARNED and not everything:
            continue
        named = paths if everything else paths[:_NAMED_AT_MOST]
        for path in named:
            log.info("", f"- {path}")
        if len(named) < len(paths):
            log.info("", f"and {len(paths) - len(named)} more, see them with --verbose")


def _clipped(lines: list[str]) -> list[str]:
    """*lines* without the far ends of those that nobody can read: templates squeezed into one."""
    return [line if len(line) <= _LONGEST else f"{line[:_LONGEST]}..." for line in lines]


def _conversion_error(error: ConversionError, path: str) -> str:
    """Jekyll's words for what a converter refused; the page, not the style sheet it imports."""
    page = error.trail[-1] if error.trail else path
    converter = _CONVERTERS.get(PurePath(page).suffix.lower(), "Markdown")
    return f"Jekyll::Converters::{converter} encountered an error while converting '{page}':"


def _liquid_exception(error: LiquidError) -> str:
    """Jekyll's one-line wording, for those who search for it."""
    if error.wording is not None:
        return error.wording
    worded = getattr(error, "liquid_message", None)
    if worded is None:
        return f"{error.message} in {error.path}"
    if error.trail:
        return f"{worded(error.path)} included in {error.trail[-1]}"
    return f"{worded()} in {error.path}"
