"""``jinkyll new-theme``: the beginning of a theme.

Source: Jekyll's ``NewTheme`` command and its ``ThemeBuilder``.
"""

from __future__ import annotations

import re
import subprocess
import time
from pathlib import Path
from typing import Any

import click

from jinkyll import log
from jinkyll.commands.command import Command, flag
from jinkyll.commands.scaffold import filled, templates
from jinkyll.errors import WriteError

__all__ = ["command"]

_FOLDERS = ("assets", "_data", "_layouts", "_includes", "_sass")
_FILES = (
    "_layouts/page.html",
    "_layouts/post.html",
    "_layouts/default.html",
    "Gemfile",
    "theme.gemspec",
    "README.md",
    "LICENSE.txt",
)
_UNDERSCORES = re.compile(r"_+")


def _process(words: list[str], given: dict[str, Any]) -> None:
    if not words:
        raise click.UsageError("You must specify a theme name.")
    name = _UNDERSCORES.sub("_", "_".join(words).replace(" ", "_"))
    path = Path.cwd() / name
    if path.exists():
        log.error("Conflict:", f"{path} already exists.")
        click.get_current_context().exit(1)
    files = [*_FILES, "CODE_OF_CONDUCT.md"] if given.get("code_of_conduct") else list(_FILES)
    values = {
        "NAME": name,
        "USER_NAME": _git("config", "user.name"),
        "USER_EMAIL": _git("config", "user.email"),
        "YEAR": time.strftime("%Y"),
    }
    texts = {file: filled(text, values) for file, text in templates("theme")}
    try:
        for folder in _FOLDERS:
            log.info("create", str(path / folder))
            (path / folder).mkdir(parents=True)
        for file in files:
            _write(path / file.replace("theme.gemspec", f"{name}.gemspec"), texts[file])
        log.info("initialize", str(path / ".git"))
        _git("init", "--quiet", str(path))
        _write(path / ".gitignore", texts[".gitignore"])
    except OSError as error:
        raise WriteError(
            f"{error.strerror}: {error.filename}", hint="go to a folder that you may write to"
        ) from error
    log.info(f"Your new Jekyll theme, {name}, is ready for you in {path}!")
    log.info(f"For help getting started, read {path}/README.md.")


def _write(path: Path, text: str) -> None:
    log.info("create", str(path))
    path.write_text(text, encoding="utf-8", newline="\n")


def _git(*arguments: str) -> str:
    """What git prints; nothing where there is no git, or nothing is configured."""
    try:
        done = subprocess.run(  # noqa: S603  (no shell, and the words are ours)
            ("git", *arguments),  # noqa: S607  (the git that the person uses)
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


command = Command(
    "new-theme",
    _process,
    summary="Creates a new Jekyll theme scaffold",
    syntax="NAME",
    arguments=None,
    options=(
        flag(
            "code_of_conduct",
            "-c",
            "--code-of-conduct",
            text="Include a Code of Conduct. (defaults to false)",
        ),
    ),
    examples=(("jinkyll new-theme my-theme", "a theme in the folder my-theme"),),
)
