"""jekyll-last-modified-at: when a page's source was last committed, or else changed on disk.

``page.last_modified_at`` is a time; ``{% last_modified_at %}`` prints it with
``last-modified-at.date-format`` (``%d-%b-%y``) or the format that stands in the tag.

Source: https://github.com/gjtorikian/jekyll-last-modified-at (1.3.0).
"""

from __future__ import annotations

import os
import subprocess
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from jinkyll.content import Page
from jinkyll.liquid.strftime import strftime
from jinkyll.plugins import git
from jinkyll.plugins.api import Tag, hook
from jinkyll.plugins.rendering import site_of

if TYPE_CHECKING:
    from jinkyll.content import Document, Site
    from jinkyll.liquid import Context

PURE = True

_DEFAULT_FORMAT: Final = "%d-%b-%y"
_formatted: WeakKeyDictionary[Site, dict[str, str]] = WeakKeyDictionary()


class LastModifiedAt(Tag):
    """``{% last_modified_at %}``, ``{% last_modified_at %Y %}``."""

    name = "last_modified_at"

    def render(self, context: Context) -> str:
        """The formatted time of the page's source."""
        site = site_of(context)
        path = str(context.evaluate("page.path"))
        # The gem formats a path once: the first tag of a page decides for all of it.
        formatted = _formatted.setdefault(site, {})
        if path not in formatted:
            settings = site.config.get("last-modified-at")
            configured = settings.get("date-format") if isinstance(settings, dict) else None
            time = _time(site, str(site.in_source(path)))
            pattern = self.markup.strip() or str(configured or _DEFAULT_FORMAT)
            formatted[path] = "" if time is None else strftime(time, pattern)
        return formatted[path]


@hook("site", "after_init")
def depend_on_commits(site: Site) -> None:
    """Let another commit build all anew."""
    site.inputs += git.inputs(site.source)


@hook(["pages", "documents"], "post_init")
def remember_time(item: Page | Document) -> None:
    """Set ``last_modified_at``; front matter, which is merged later, wins."""
    path = item.source_path if isinstance(item, Page) else item.path
    time = _time(item.site, path)
    if time is not None:
        item.data["last_modified_at"] = time


def _time(site: Site, path: str) -> datetime | None:
    commits = _commits(str(site.source), site.begun)
    seconds = commits.get(os.path.realpath(path))
    if seconds is None:
        try:
            seconds = int(Path(path).stat().st_mtime)
        except OSError:
            return None
    return datetime.fromtimestamp(seconds, site.timezone)


@lru_cache(maxsize=4)
def _commits(source: str, _build: datetime) -> dict[str, int]:
    """Time of the last commit, in seconds since 1970, by absolute path: one call for all files."""

    def git(*arguments: str) -> str:
        command = ["git", "-C", source, *arguments]
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
        return done.stdout.decode("utf-8", "surrogateescape")

    try:
        top = os.path.realpath(git("rev-parse", "--show-toplevel").rstrip("\n"))
        history = git("log", "--format=%x01%ct", "--name-only", "-z", "--", ".")
    except (OSError, subprocess.CalledProcessError):
        return {}
    times: dict[str, int] = {}
    for commit in history.split("\x01")[1:]:
        seconds, _, names = commit.partition("\0")
        for name in names.strip("\n").split("\0"):
            if name := name.strip("\n"):
                times.setdefault(f"{top}/{name}", int(seconds))
    return times
