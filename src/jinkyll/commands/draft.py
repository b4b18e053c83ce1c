"""``jinkyll draft``: a new file in ``_drafts``."""

from __future__ import annotations

from typing import Any

from jinkyll.commands.command import Command
from jinkyll.commands.composition import Composition, creation_options

__all__ = ["command"]


def _process(words: list[str], given: dict[str, Any]) -> None:
    new = Composition(words, given, missing="You must specify a name.")
    new.create("draft", new.base / "_drafts" / new.file_name(), collection="drafts")


command = Command(
    "draft",
    _process,
    summary="Creates a new draft post with the given NAME",
    syntax="NAME",
    arguments=None,
    options=creation_options("draft"),
    examples=(('jinkyll draft "My first draft"', "writes _drafts/my-first-draft.md"),),
)
