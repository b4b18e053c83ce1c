"""``jinkyll rename``: a new title for a file, and the file name that goes with it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import click

from jinkyll.commands.command import Command, flag
from jinkyll.commands.composition import DATE_OPTION, Composition, force_option
from jinkyll.commands.options import CONFIG_OPTION

__all__ = ["command"]

_DATE = re.compile(r"\A(\d{2,4})-(\d{1,2})-(\d{1,2})-")
_KINDS = {"_posts": "post", "_drafts": "draft"}


def _process(words: list[str], given: dict[str, Any]) -> None:
    if len(words) < 2:
        raise click.UsageError("You must specify current path and the new title.")
    if "date" in given and "now" in given:
        raise click.UsageError("You can only specify one of --date DATE or --now.")
    move = Composition(words, given, missing="")
    folder = words[0].rpartition("/")[0].rpartition("/")[2]
    kind = _KINDS.get(folder, "file")
    path = move.source(kind, words[0])
    title = " ".join(words[1:])
    changes: dict[str, str | None] = {"title": title}
    date: dt.date | None = None
    if "date" in given or "now" in given:
        date = moment = move.date()
        changes["date"] = move.timestamp(moment)
    elif named := _DATE.match(path.name):
        year, month, day = map(int, named.groups())
        date = dt.date(year + 2000 if year < 100 else year, month, day)
    if kind == "post" and date is None:
        raise click.UsageError(f"{path.name} has no date in its name: give one with --date.")
    given.setdefault("extension", path.suffix or "md")
    name = move.file_name(title=title, date=date if kind == "post" else None)
    move.move(path, path.with_name(name), kinds=(kind, kind), changes=changes)


command = Command(
    "rename",
    _process,
    summary="Moves a file to a given NAME and sets the title and date",
    syntax="PATH NAME",
    arguments=None,
    options=(
        force_option("file"),
        CONFIG_OPTION,
        DATE_OPTION,
        flag("now", "--now", text="Specify the date as now"),
    ),
    examples=(
        (
            'jinkyll rename _drafts/my-first-draft.md "A better title"',
            "moves it to _drafts/a-better-title.md",
        ),
    ),
)
