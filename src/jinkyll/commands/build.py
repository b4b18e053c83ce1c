"""``jinkyll build``: sources become a site; with ``--watch`` again and again.

Source: Jekyll's ``Build`` command.
"""

from __future__ import annotations

from typing import Any

import click

from jinkyll import log
from jinkyll.commands.building import announce, build
from jinkyll.commands.command import Command
from jinkyll.commands.loading import load
from jinkyll.commands.options import BUILD_OPTIONS

__all__ = ["command"]


def _process(words: list[str], given: dict[str, Any]) -> None:
    del words
    given["serving"] = False
    configuration = load(given)
    announce(configuration)
    if configuration.get("watch"):
        from jinkyll.commands.watching import watch  # noqa: PLC0415  (start-up time of builds)

        state = click.get_current_context().find_root().ensure_object(dict)
        watch(configuration, given, trace=bool(state.get("trace")))
        return
    build(configuration)
    log.info("Auto-regeneration:", "disabled. Use --watch to enable.")


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
        ("jinkyll build --profile", "with tables that tell what took the time"),
        ("jinkyll build --profile=json > profile.json", "the same for programs"),
        ("jinkyll build --config _config.yml,_config.local.yml", "the second overrules the first"),
    ),
)
