"""``jinkyll compose``: a new document in any collection."""

from __future__ import annotations

from typing import Any

import click

from jinkyll.commands.command import Command, flag, option
from jinkyll.commands.composition import DATE_OPTION, Composition, creation_options

__all__ = ["command"]

_KINDS = {"posts": "post", "drafts": "draft"}


def _process(words: list[str], given: dict[str, Any]) -> None:
    if len(given.keys() & {"post", "draft", "collection"}) > 1:
        raise click.UsageError(
            "You can only specify one of --post, --draft, or --collection COLLECTION."
        )
    new = Composition(words, given, missing="You must specify a name.")
    collection = "drafts" if "draft" in given else str(given.get("collection", "posts"))
    date = new.date()
    name = new.file_name(date=date if collection == "posts" else None)
    path = new.base / f"_{collection}" / name
    new.create(_KINDS.get(collection, "file"), path, date=date, collection=collection)


command = Command(
    "compose",
    _process,
    summary="Creates a new document with the given NAME",
    syntax="NAME",
    arguments=None,
    options=(
        *creation_options("document"),
        DATE_OPTION,
        option(
            "collection",
            "-c",
            "--collection",
            metavar="COLLECTION",
            text="Specify the document collection",
        ),
        flag("post", "--post", text="Create a new post (default)"),
        flag("draft", "--draft", text="Create a new draft"),
    ),
    examples=(('jinkyll compose "Ada" --collection authors', "writes _authors/ada.md"),),
)
