"""What the commands that write and move posts, drafts and pages share.

Source: the plugin jekyll-compose, https://github.com/jekyll/jekyll-compose .
"""

from __future__ import annotations

import datetime as dt
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
from dateutil import parser as date_parser

from jinkyll import log
from jinkyll.commands.command import flag, option
from jinkyll.commands.front_matter_text import changed, written
from jinkyll.commands.loading import load
from jinkyll.commands.options import CONFIG_OPTION
from jinkyll.content.slug import slugify
from jinkyll.errors import ReadError, WriteError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DATE_OPTION", "TIMESTAMP_OPTION", "Composition", "creation_options", "force_option"]

_DATE_STAMP = "%Y-%m-%d"
_TIMESTAMP = "%Y-%m-%d %H:%M %z"

DATE_OPTION = option("date", "-d", "--date", metavar="DATE", text="Specify the post date")
TIMESTAMP_OPTION = option(
    "timestamp_format", "--timestamp-format", metavar="FORMAT", text="Custom timestamp format"
)


def force_option(kind: str) -> click.Option:
    """The switch that lets a *kind* of file be overwritten."""
    return flag("force", "-f", "--force", text=f"Overwrite a {kind} if it already exists")


def creation_options(kind: str) -> tuple[click.Option, ...]:
    """The switches that every command has that writes a new *kind* of file."""
    return (
        option(
            "extension", "-x", "--extension", metavar="EXTENSION", text="Specify the file extension"
        ),
        option("layout", "-l", "--layout", metavar="LAYOUT", text=f"Specify the {kind} layout"),
        force_option(kind),
        CONFIG_OPTION,
    )


class Composition:
    """One run of one of the commands: its words and switches, and the site's configuration."""

    def __init__(self, words: list[str], given: dict[str, Any], *, missing: str) -> None:
        """Load the configuration.

        Raises:
            ConfigurationError: it can't be.
            click.UsageError: there are no *words*; *missing* says which.
        """
        self.configuration = load(given)
        if not words:
            raise click.UsageError(missing)
        self.words = words
        self.given = given
        self.title = " ".join(words)
        configured = self.configuration.get("jekyll_compose")
        self._settings: Mapping[str, Any] = configured if isinstance(configured, dict) else {}

    @property
    def base(self) -> Path:
        """The folder that holds ``_posts`` and ``_drafts``."""
        return self.configuration.source / self.configuration.collections_dir

    def date(self) -> dt.datetime:
        """Midnight of the day that ``--date`` gives, else now; in the site's zone."""
        zone = self.configuration.timezone
        if "date" not in self.given:
            return dt.datetime.now(zone)
        try:
            day = date_parser.parse(str(self.given["date"])).date()
        except (ValueError, OverflowError) as error:
            raise click.UsageError(
                f"'{self.given['date']}' is no date: write it as 2024-12-31."
            ) from error
        return dt.datetime(day.year, day.month, day.day, tzinfo=zone)

    def timestamp(self, date: dt.datetime) -> str:
        """*date* for front matter, in the format of ``--timestamp-format``."""
        return date.strftime(str(self.given.get("timestamp_format", _TIMESTAMP)))

    def file_name(self, *, date: dt.date | None = None, title: str | None = None) -> str:
        """The name of the file for the title, with *date* in front of it if there is one."""
        slug = slugify(self.title if title is None else title)
        stamp = "" if date is None else f"{date.strftime(_DATE_STAMP)}-"
        return f"{stamp}{slug}.{str(self.given.get('extension', 'md')).lstrip('.')}"

    def create(
        self,
        kind: str,
        path: Path,
        *,
        date: dt.datetime | None = None,
        collection: str | None = None,
        layout: str = "post",
    ) -> None:
        """Write the new file *path*, a *kind* of file, and open it if the site wants that.

        Its front matter is layout, title, *date* and what ``jekyll_compose`` of the configuration
        has for *collection*.
        """
        data: dict[str, Any] = {"layout": self.given.get("layout", layout), "title": self.title}
        if date is not None:
            data["date"] = self.timestamp(date)
        defaults = self._settings.get("default_front_matter")
        if isinstance(defaults, dict) and isinstance(defaults.get(collection), dict):
            data.update(defaults[collection])
        if path.exists() and not self.given.get("force"):
            _refuse(f"A {kind} already exists at {_shown(path)}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written(data), encoding="utf-8", newline="\n")
        except OSError as error:
            raise WriteError(str(error.strerror), path=_shown(path)) from error
        log.info(f"New {kind} created at {_shown(path)}")
        if kind != "page":
            self._open(path)

    def text(self, path: Path) -> str:
        """The text of *path*.

        Raises:
            ReadError: it can't be read, or is not UTF-8.
        """
        try:
            return path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ReadError(
                "can't be read as UTF-8 text", path=_shown(path), hint="save it as UTF-8"
            ) from error

    def source(self, kind: str, name: str) -> Path:
        """The existing file *name*, a *kind* of file, in the source or where we are."""
        for path in (self.base / name, Path.cwd() / name):
            if path.is_file():
                return path
        return _refuse(f"There was no {kind} found at '{name}'.")

    def move(
        self, path: Path, target: Path, *, kinds: tuple[str, str], changes: Mapping[str, str | None]
    ) -> None:
        """Move *path* to *target*, with *changes* made to its front matter.

        *kinds* is what the file is before and after.
        """
        if target.exists() and target != path and not self.given.get("force"):
            _refuse(f"A {kinds[1]} already exists at {_shown(target)}")
        text = self.text(path)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(changed(text, changes), encoding="utf-8", newline="")
            if target != path:
                path.unlink()
        except OSError as error:
            raise WriteError(str(error.strerror), path=_shown(target)) from error
        log.info(f"{kinds[0].capitalize()} {_shown(path)} was moved to {_shown(target)}")

    def _open(self, path: Path) -> None:
        if not self._settings.get("auto_open"):
            return
        for variable in ("JEKYLL_EDITOR", "VISUAL", "EDITOR"):
            if editor := os.environ.get(variable):
                command = [*shlex.split(editor, posix=sys.platform != "win32"), str(path)]
                try:
                    subprocess.run(command, check=False)  # noqa: S603  (the person's own editor)
                except OSError as error:
                    log.warn("Warning:", f"{variable} ({editor}) can't be run: {error.strerror}")
                return


def _shown(path: Path) -> str:
    """*path* as the person sees it from where they are."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


def _refuse(message: str) -> NoReturn:
    log.warn(message)
    raise click.exceptions.Exit(1)
