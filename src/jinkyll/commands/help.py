"""``jinkyll help``: the pages of help, one for the program and one for each command."""

from __future__ import annotations

from typing import Any

import click

from jinkyll import log
from jinkyll.commands.command import Command

__all__ = ["command"]


def _process(words: list[str], given: dict[str, Any]) -> None:
    del given
    context = click.get_current_context().find_root()
    group = context.command
    if not words or not isinstance(group, click.Group):
        click.echo(context.get_help())
        return
    wanted = group.get_command(context, words[0])
    if wanted is None:
        log.error("Error:", f"Hmm... we don't know what the '{words[0]}' command is.")
        log.info("Valid commands:", ", ".join(group.list_commands(context)))
        context.exit(1)
    click.echo(wanted.get_help(click.Context(wanted, context, words[0])))


command = Command(
    "help",
    _process,
    summary="Show the help message, optionally for a given subcommand.",
    syntax="[subcommand]",
    arguments=1,
    examples=(("jinkyll help serve", "every switch of the preview server"),),
)
