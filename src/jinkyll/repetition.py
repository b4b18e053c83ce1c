"""Whether a build would only repeat the last one, found out before anything else is loaded.

Most of the time of a build that has nothing to do would go into starting: reading the
command line and the configuration, importing what does that. So a ``build`` leaves behind
with which words, where and by which program it was asked for, and what it said; if all
that is the same, and no file has changed since, the next one says it again.

Whatever is not quite the same is left to :class:`jinkyll.cache.regenerator.Regenerator`,
which tells more. This module imports next to nothing, on purpose.
"""

from __future__ import annotations

import os
import sys
import time

from jinkyll import checked, look
from jinkyll.folder_state import file_state, folder_state, settled

TYPE_CHECKING = False  # see jinkyll.checked
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from jinkyll.folder_state import State

__all__ = [
    "BELOW_CACHE_DIR", "FOLDER", "forget", "is_plain", "looked", "remember", "repeat",
    "surroundings",
]  # fmt: skip

BELOW_CACHE_DIR = "Jekyll/Cache/Jekyll--Cache"
"""Where the cache is kept below the folder that ``cache_dir`` names."""
FOLDER = f".jekyll-cache/{BELOW_CACHE_DIR}"
"""The same below the source, unless the configuration says otherwise."""

arguments: list[str] | None = None
"""The words of the command line; None if it was no command line that asked."""

_look: look.Look | None = None

_ENVIRONMENT = (
    "API_URL", "ASSET_HOST_URL", "BUNDLE_GEMFILE", "BUNDLE_PATH", "DISABLE_WHITELIST", "GEM_HOME",
    "GEM_PATH", "GITHUB_HOSTNAME", "HELP_URL", "JEKYLL_BUILD_REVISION", "JEKYLL_ENV",
    "JEKYLL_NO_BUNDLER_REQUIRE", "JEKYLL_THEMES_DIR", "PAGES_API_URL", "PAGES_AVATARS_URL",
    "PAGES_DISABLE_NETWORK", "PAGES_ENV", "PAGES_GITHUB_HOSTNAME",
    "PAGES_HELP_URL", "PAGES_HOSTNAME", "PAGES_PAGES_HOSTNAME", "PAGES_REPO_NWO", "PAGE_BUILD_ID",
    "SOURCE_DATE_EPOCH", "SSL", "SUBDOMAIN_ISOLATION", "TZ",
)  # fmt: skip
"""Variables that templates, or the plugins that come with jinkyll, look at."""
_SECRET = "JEKYLL_GITHUB_TOKEN"  # noqa: S105  (its name)
_NAME = "repetition"
_MAGIC = b"jinkyll-repetition\x01"
_SIMPLE = frozenset("YmdHMSj")
"""Directives of which Python makes the same as Ruby."""


def repeat(words: list[str]) -> bool:
    """Say what the last build said, if *words* ask for the same and nothing has changed."""
    started = time.perf_counter()
    if not words or words[0] not in {"build", "b"}:
        return False
    kept = checked.load(f"{FOLDER}/{_NAME}", _MAGIC)
    if kept is None:
        return False
    asked, states, zone, lines, total = kept
    if asked != _asked(words) or any(_state(path) != state for path, state in states):
        return False
    if not _unchanged(zone):
        return False
    for topic, text in lines:
        if topic == _TOTAL:
            text = f"0 of {total:,} pages"
        elif (topic, text) == _TIME:
            text = f"done in {round(time.perf_counter() - started, 3)} seconds."
        sys.stdout.write(f"{topic:>19} {text}\n")
    sys.stdout.flush()
    return True


_TOTAL = "Rendered:"
_TIME = ("", "done in")


def remember(
    said: Iterable[tuple[object, tuple[Any, ...]]],
    *,
    total: int,
    zone: str | None,
    configuration: Iterable[str],
    loud: bool,
) -> None:
    """Keep what is needed to `repeat` the build that has just ended.

    *said* are all its messages, of which none may be a warning; *total* is the number of
    its pages, *zone* the configured one, *configuration* names the files that were read,
    *loud* tells whether anything was printed.
    """
    if arguments is None:
        return
    lines: list[tuple[str, str]] = []
    for kind, parts in said:
        if kind != _INFO:
            forget()
            return
        topic, text = parts
        if topic == _TOTAL:
            continue
        if topic == "" and text.startswith("done in"):
            lines.append((_TOTAL, ""))
            text = "done in"
        lines.append((topic, text))
    # With the file of states, so that it is known whether another build has been here since.
    states = [(path, _state(path)) for path in (f"{FOLDER}/{look.FILES}", *configuration)]
    kept = (_asked(arguments), states, zone, lines if loud else [], total)
    try:
        checked.save(f"{FOLDER}/{_NAME}", _MAGIC, kept)
    except (OSError, ValueError):
        forget()


_INFO = 1  # jinkyll.log.Level.INFO, without importing `enum`


def forget() -> None:
    """What is kept is not to be repeated."""
    try:
        os.unlink(f"{FOLDER}/{_NAME}")  # noqa: PTH108  (no pathlib: see above)
    except OSError:
        return


def surroundings() -> list[tuple[str, str | bool | None]]:
    """The environment, as far as a site may depend on it; of a secret, whether there is one."""
    plain = [(name, os.environ.get(name)) for name in _ENVIRONMENT]
    return [*plain, (_SECRET, _SECRET in os.environ)]


def _asked(words: list[str]) -> list[Any]:
    """By which program, how and where a build is asked for."""
    root = os.path.dirname(__file__)  # noqa: PTH120
    program = [
        (path, state)
        for path, state in sorted(folder_state(root).items())
        if not path.endswith((".pyc", ".kept"))
    ]
    packages = [
        (path, _state(path))
        for path in sys.path
        if path.endswith(("site-packages", "dist-packages"))
    ]
    names = ("GITHUB_ACTIONS", "HOME", "JEKYLL_LOG_LEVEL")
    environment = [*surroundings(), *((name, os.environ.get(name)) for name in names)]
    here = os.getcwd()  # noqa: PTH109
    return [words, here, environment, list(time.tzname), sys.version, program, packages]


def _state(path: str) -> State | None:
    try:
        return file_state(os.stat(path))  # noqa: PTH116
    except OSError:
        return None


def _unchanged(zone: str | None) -> bool:
    global _look  # noqa: PLW0603  (one process, one build that begins with it)
    _look = found = look.take(FOLDER)
    if found is None:
        return False
    _, _, _, sources, _, _, _, _, quiet, clock = found.kept[1]
    if not quiet or clock is None or found.sources != sources:
        return False
    if not settled(found.sources.values(), found.begun) or not _same_clock(clock, zone):
        return False
    return found.destination_is_right()


def looked(folder: str) -> look.Look | None:
    """The look that `repeat` has taken at what is kept in *folder*, for who asks first."""
    global _look
    taken, _look = _look, None
    return taken if folder == f"{os.getcwd()}/{FOLDER}" else None  # noqa: PTH109


def is_plain(layout: str) -> bool:
    """Tell whether Python prints a time by *layout* as Ruby does, as with most on pages."""
    return all(one and one[0] in _SIMPLE for one in layout.split("%")[1:])


def _same_clock(clock: dict[str, str], zone: str | None) -> bool:
    """Tell whether templates would print the time as they did."""
    if not clock:
        return True
    if "SOURCE_DATE_EPOCH" in os.environ:
        return False
    from datetime import datetime  # noqa: PLC0415  (start-up time)

    now = datetime.now().astimezone()
    if zone is not None:
        from zoneinfo import ZoneInfo  # noqa: PLC0415  (start-up time)

        try:
            now = datetime.now(ZoneInfo(zone))
        except (OSError, ValueError):
            return False
    for how, text in clock.items():
        kind, _, layout = how.partition("\0")
        if kind != "site" or not is_plain(layout):
            return False
        if now.strftime(layout) != text:
            return False
    return True
