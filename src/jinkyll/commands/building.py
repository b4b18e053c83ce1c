"""What ``build`` and ``serve`` share: building with Jekyll's messages, and being stopped.

Source: Jekyll's ``Build`` command.
"""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.commands import report
from jinkyll.commands.profile import print_profile
from jinkyll.errors import JinkyllError
from jinkyll.rebuild import Rebuilder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from jinkyll.build import Report
    from jinkyll.configuration import Configuration

__all__ = ["announce", "build", "failure_printer", "stop_signals"]


def announce(configuration: Configuration) -> None:
    """Say what is built where."""
    log.info("Source:", str(configuration.source))
    log.info("Destination:", str(configuration.destination))
    incremental = "enabled" if configuration.incremental else "disabled. Enable with --incremental"
    log.info("Incremental build:", incremental)
    if configuration.get("lsi"):
        log.warn(
            "Build Warning:",
            "lsi asks for Ruby's classifier-reborn: related posts are the newest ones instead.",
        )
    log.info("Generating...")


def build(
    configuration: Configuration, build_site: Callable[[Configuration], Report] | None = None
) -> Report:
    """Build once, and say how long it took and what was left out.

    Raises:
        JinkyllError: the site can't be built; the destination is as it was.
    """
    begun = time.perf_counter()
    result = (build_site or Rebuilder())(configuration)
    if configuration.get("profile"):
        print_profile(result)
    total = result.pages + result.documents
    if result.rendered < total:
        log.info("Rendered:", f"{result.rendered:,} of {total:,} pages")
    log.info("", f"done in {round(time.perf_counter() - begun, 3)} seconds.")
    report.skipped(result.skipped)
    return result


def failure_printer(command: str, *, trace: bool) -> Callable[[Exception], None]:
    """A function that prints whatever a build raises, for commands that go on after it."""

    def fail(error: Exception) -> None:
        if isinstance(error, JinkyllError):
            report.failure(error, trace=trace)
        else:
            report.bug(error, command, trace=trace)

    return fail


@contextlib.contextmanager
def stop_signals() -> Iterator[threading.Event]:
    """An event that is set by Ctrl-C or a request to terminate, which do nothing else meanwhile.

    Whoever asks a second time does not want to wait for the build that is under way.
    """
    stopped = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        if stopped.is_set():
            raise KeyboardInterrupt
        stopped.set()

    before = {each: signal.signal(each, stop) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stopped
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
