"""``jinkyll page``: a new page in the source."""

from __future__ import annotations

from typing import Any

from jinkyll.commands.command import Command
from jinkyll.commands.composition import Composition, creation_options

__all__ = ["command"]


def _process(words: list[str], given: dict[str, Any]) -> None:
    new = Composition(words, given, missing="You must specify a name.")
    new.create("page", new.configuration.source / new.file_name(), layout="page")


command = Command(
    "page",
    _process,
    summary="Creates a new page with the given NAME",
    syntax="NAME",
    arguments=None,
    options=creation_options("page"),
    examples=(('jinkyll page "About me"', "writes about-me.md"),),
)
