"""``jinkyll unpublish``: a post becomes a draft again."""

from __future__ import annotations

import re
from typing import Any

from jinkyll.commands.command import Command
from jinkyll.commands.composition import Composition, force_option
from jinkyll.commands.options import CONFIG_OPTION

__all__ = ["command"]

_DATE = re.compile(r"\A\d{2,4}-\d{1,2}-\d{1,2}-")


def _process(words: list[str], given: dict[str, Any]) -> None:
    move = Composition(words, given, missing="You must specify a post path.")
    post = move.source("post", move.title)
    target = move.base / "_drafts" / _DATE.sub("", post.name)
    move.move(post, target, kinds=("post", "draft"), changes={"date": None})


command = Command(
    "unpublish",
    _process,
    summary="Moves a post back into the _drafts directory",
    syntax="POST_PATH",
    arguments=None,
    options=(CONFIG_OPTION, force_option("draft")),
    examples=(
        ("jinkyll unpublish _posts/2020-02-29-old-news.md", "moves it to _drafts/old-news.md"),
    ),
)
