"""``jinkyll build``: sources become a site; with ``--watch`` again and again.

Source: Jekyll's ``Build`` command.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jinkyll import log, repetition
from jinkyll.commands.building import announce, build
from jinkyll.commands.command import Command
from jinkyll.commands.loading import load
from jinkyll.commands.options import BUILD_OPTIONS
from jinkyll.configuration import configuration_files

if TYPE_CHECKING:
    from jinkyll.build import Report
    from jinkyll.configuration import Configuration

__all__ = ["command"]


def _process(words: list[str], given: dict[str, Any]) -> None:
    del words
    given["serving"] = False
    with log.recording() as said:
        configuration = load(given)
        announce(configuration)
        if not configuration.get("watch"):
            report = build(configuration)
            log.info("Auto-regeneration:", "disabled. Use --watch to enable.")
            _remember(configuration, given, report, said)
    if configuration.get("watch"):
        from jinkyll.commands.watching import watch  # noqa: PLC0415  (start-up time of builds)

        state = click.get_current_context().find_root().ensure_object(dict)
        watch(configuration, given, trace=bool(state.get("trace")))


def _remember(
    configuration: Configuration, given: dict[str, Any], report: Report, said: list[log.Message]
) -> None:
    """Let the next build with the same words begin with what this one knows."""
    folder = configuration.cache_dir / repetition.BELOW_CACHE_DIR
    whole = ("disable_disk_cache", "full_rebuild", "profile", "safe")
    if any(map(configuration.get, whole)) or folder != Path.cwd() / repetition.FOLDER:
        repetition.forget()
        return
    zone = configuration.get("timezone")
    repetition.remember(
        said,
        total=report.pages + report.documents,
        zone=str(zone) if zone else None,
        configuration=map(str, configuration_files(given)),
        loud=log.level() <= log.Level.INFO,
    )


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
