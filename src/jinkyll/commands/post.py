"""``jinkyll post``: a new file in ``_posts``."""

from __future__ import annotations

from typing import Any

from jinkyll.commands.command import Command
from jinkyll.commands.composition import (
    DATE_OPTION,
    TIMESTAMP_OPTION,
    Composition,
    creation_options,
)

__all__ = ["command"]


def _process(words: list[str], given: dict[str, Any]) -> None:
    new = Composition(words, given, missing="You must specify a name.")
    date = new.date()
    path = new.base / "_posts" / new.file_name(date=date)
    new.create("post", path, date=date, collection="posts")


command = Command(
    "post",
    _process,
    summary="Creates a new post with the given NAME",
    syntax="NAME",
    arguments=None,
    options=(*creation_options("post"), DATE_OPTION, TIMESTAMP_OPTION),
    examples=(
        ('jinkyll post "My first post"', "writes _posts/ with today's date and my-first-post.md"),
        ('jinkyll post "Old news" --date 2020-02-29', "writes _posts/2020-02-29-old-news.md"),
    ),
)
