"""``jinkyll new``: the beginning of a site.

Source: Jekyll's ``New`` command.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click

from jinkyll import log
from jinkyll.commands.command import Command, flag
from jinkyll.commands.scaffold import filled, templates
from jinkyll.errors import WriteError

__all__ = ["command"]

_BLANK_FOLDERS = ("_data", "_drafts", "_includes", "_posts")
_POST = "_posts/welcome-to-jekyll.markdown"


def _process(words: list[str], given: dict[str, Any]) -> None:
    if not words:
        raise click.UsageError("You must specify a path.")
    path = Path.cwd() / Path(" ".join(words)).expanduser()
    blank = bool(given.get("blank"))
    try:
        path.mkdir(parents=True, exist_ok=True)
        if not given.get("force") and _occupied(path):
            log.error("Conflict:", f"{path} exists and is not empty.")
            log.error(
                "",
                f"Ensure {path} is empty or else try again with `--force` to proceed and "
                "overwrite any files.",
            )
            click.get_current_context().exit(1)
        _write(path, "blank" if blank else "site")
        if blank:
            for folder in _BLANK_FOLDERS:
                (path / folder).mkdir(exist_ok=True)
    except OSError as error:
        raise WriteError(
            f"{error.strerror}: {error.filename}", hint="choose a folder that you may write to"
        ) from error
    log.info(f"New jekyll site installed in {path}.")
    if given.get("skip_bundle"):
        log.info("Bundle install skipped.")


def _occupied(path: Path) -> bool:
    """Whether there is anything in *path* that does not begin with a dot."""
    return any(not entry.name.startswith(".") for entry in path.iterdir())


def _write(path: Path, kind: str) -> None:
    now = time.localtime()
    values = {"TIME": time.strftime("%Y-%m-%d %H:%M:%S %z", now)}
    for name, text in templates(kind):
        if name == _POST:
            name = name.replace("welcome", time.strftime("%Y-%m-%d-welcome", now))
        target = path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(filled(text, values), encoding="utf-8", newline="\n")


command = Command(
    "new",
    _process,
    summary="Creates a new Jekyll site scaffold in PATH",
    syntax="PATH",
    arguments=None,
    options=(
        flag("force", "--force", text="Force creation even if PATH already exists"),
        flag("blank", "--blank", text="Creates scaffolding but with empty files"),
        flag("skip_bundle", "--skip-bundle", text="Skip 'bundle install' (nothing runs it here)"),
    ),
    examples=(
        ("jinkyll new my-blog", "a blog with the theme minima"),
        ("jinkyll new --blank my-site", "one page, one layout, one style sheet, and empty folders"),
        ("jinkyll new --force .", "into this folder, over files of the same names"),
    ),
)
