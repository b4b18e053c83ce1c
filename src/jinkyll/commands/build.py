"""``jinkyll build``: sources become a site; with ``--watch`` again and again.

Source: Jekyll's ``Build`` command.
"""

from __future__ import annotations

from typing import Any

import click

from jinkyll import configuration as settings
from jinkyll import log
from jinkyll.commands.building import (
    announce,
    build,
    failure_printer,
    rebuild,
    stop_signals,
)
from jinkyll.commands.command import Command
from jinkyll.commands.loading import load
from jinkyll.commands.options import BUILD_OPTIONS
from jinkyll.serve.regeneration import Regeneration, watched
from jinkyll.serve.watcher import Watcher

__all__ = ["command"]


def _process(words: list[str], given: dict[str, Any]) -> None:
    del words
    given["serving"] = False
    configuration = load(given)
    announce(configuration)
    if not configuration.get("watch"):
        build(configuration)
        log.info("Auto-regeneration:", "disabled. Use --watch to enable.")
        return
    state = click.get_current_context().find_root().ensure_object(dict)
    fail = failure_printer("build", trace=bool(state.get("trace")))
    files = settings.configuration_files(given)
    regeneration = Regeneration(
        configuration,
        configuration_files=files,
        load=lambda: load(given),
        build=rebuild,
        fail=fail,
    )
    watcher = Watcher(
        watched(configuration, files),
        regeneration.changed,
        polling=bool(configuration.get("force_polling")),
    )
    regeneration.watcher = watcher
    regeneration.first(build)
    watcher.start()
    log.info("Auto-regeneration:", f"enabled for '{configuration.source}'")
    with stop_signals() as stopped:
        stopped.wait()
    watcher.stop()
    log.info("", "Halting auto-regeneration.")


command = Command(
    "build",
    _process,
    summary="Build your site",
    syntax="[options]",
    options=BUILD_OPTIONS,
    examples=(
        ("jinkyll build", "the site of this folder, into _site"),
        ("JEKYLL_ENV=production jinkyll build --destination public", "for publishing, into public"),
        ("jinkyll build --drafts --future --watch", "unfinished posts too, again on every change"),
        (
            "jinkyll build --config _config.yml,_config.local.yml",
            "the second file overrules the first",
        ),
    ),
)
