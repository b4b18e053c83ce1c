"""``jinkyll clean``: removes what builds leave behind.

Source: Jekyll's ``Clean`` command.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from jinkyll import log
from jinkyll.commands.command import Command
from jinkyll.commands.loading import load
from jinkyll.commands.options import BUILD_OPTIONS
from jinkyll.errors import ConfigurationError, WriteError

__all__ = ["command"]


def _process(words: list[str], given: dict[str, Any]) -> None:
    del words
    configuration = load(given)
    source, destination = configuration.source, configuration.destination
    for kept in (source, Path.cwd()):
        if kept == destination or kept.is_relative_to(destination):
            raise ConfigurationError(
                f"The destination {destination} holds {kept}, nothing was removed.",
                hint="choose another folder with --destination",
            )
    cache = configuration.cache_dir
    below = Path(str(configuration["source"]))
    _remove(destination, destination.is_dir(), str(configuration["destination"]))
    metadata = source / ".jekyll-metadata"
    _remove(metadata, metadata.is_file(), str(below / metadata.name))
    # An empty cache_dir would be the source itself.
    _remove(cache, cache != source and cache.is_dir(), str(below / str(configuration["cache_dir"])))
    sass_cache = Path(".sass-cache")
    _remove(sass_cache, sass_cache.is_dir(), str(sass_cache))


def _remove(path: Path, there: bool, shown: str) -> None:  # noqa: FBT001
    """Remove *path* if it is *there*, under the name by which the author knows it."""
    if not there:
        log.info("Cleaner:", f"Nothing to do for {shown}.")
        return
    log.info("Cleaner:", f"Removing {shown}...")
    try:
        if path.is_symlink() or path.is_file():
            path.unlink()
        else:
            shutil.rmtree(path)
    except OSError as error:
        raise WriteError(f"can't be removed: {error.strerror}", path=str(path)) from error


command = Command(
    "clean",
    _process,
    summary="Clean the site (removes site output and metadata file) without building.",
    syntax="[options]",
    options=BUILD_OPTIONS,
    examples=(
        ("jinkyll clean", "remove _site and the caches; the next build starts from nothing"),
        ("jinkyll clean --destination public", "the same for a site that is built into public"),
    ),
)
