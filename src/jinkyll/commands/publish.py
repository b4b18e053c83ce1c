"""``jinkyll publish``: a draft becomes a post."""

from __future__ import annotations

from typing import Any

from jinkyll.commands.command import Command
from jinkyll.commands.composition import (
    DATE_OPTION,
    TIMESTAMP_OPTION,
    Composition,
    force_option,
)
from jinkyll.commands.front_matter_text import value
from jinkyll.commands.options import CONFIG_OPTION

__all__ = ["command"]


def _process(words: list[str], given: dict[str, Any]) -> None:
    move = Composition(words, given, missing="You must specify a draft path.")
    draft = move.source("draft", move.title)
    date = move.date()
    target = move.base / "_posts" / f"{date:%Y-%m-%d}-{draft.name}"
    # A draft that has a date keeps it.
    changes = {} if value(move.text(draft), "date") else {"date": move.timestamp(date)}
    move.move(draft, target, kinds=("draft", "post"), changes=changes)


command = Command(
    "publish",
    _process,
    summary="Moves a draft into the _posts directory and sets the date",
    syntax="DRAFT_PATH",
    arguments=None,
    options=(DATE_OPTION, CONFIG_OPTION, force_option("post"), TIMESTAMP_OPTION),
    examples=(
        ("jinkyll publish _drafts/my-first-draft.md", "moves it into _posts, with today's date"),
    ),
)
