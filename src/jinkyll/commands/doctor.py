"""``jinkyll doctor``: what is wrong with a site that builds.

Source: Jekyll's ``Doctor`` command.
"""

from __future__ import annotations

from typing import Any

import click

from jinkyll import log, plugins
from jinkyll.commands.checkup import advice, healthy
from jinkyll.commands.command import Command
from jinkyll.commands.loading import load
from jinkyll.commands.options import CONFIG_OPTION
from jinkyll.generate import generate
from jinkyll.read import read

__all__ = ["command"]


def _process(words: list[str], given: dict[str, Any]) -> None:
    del words
    configuration = load(given)
    loaded = plugins.load(configuration)
    site = read(configuration, loaded)
    generate(site, loaded)
    fine = healthy(site)
    if fine:
        log.info("Your test results", "are in. Everything looks fine.")
    for note in advice(site):
        log.warn("Advice:", note)
    if not fine:
        click.get_current_context().exit(1)


command = Command(
    "doctor",
    _process,
    summary="Search site and print specific deprecation warnings",
    syntax="[options]",
    options=(CONFIG_OPTION,),
    examples=(("jinkyll doctor", "exit status 0 if nothing is broken, 1 otherwise"),),
)
