"""The switches that several commands share, by the configuration keys they set.

Source: https://jekyllrb.com/docs/configuration/options/ .
"""

from __future__ import annotations

from typing import Final

import click

from jinkyll.commands.command import Names, flag, option

__all__ = ["BUILD_OPTIONS", "CONFIG_OPTION"]

CONFIG_OPTION: Final = option(
    "config",
    "--config",
    metavar="FILE[,FILE2,...]",
    kind=Names(),
    text="Custom configuration file",
)

BUILD_OPTIONS: Final = (
    CONFIG_OPTION,
    option(
        "destination",
        "-d",
        "--destination",
        metavar="DIR",
        text="The current folder will be generated into DIR",
    ),
    option("source", "-s", "--source", metavar="DIR", text="Custom source directory"),
    flag("future", "--future", text="Publishes posts with a future date"),
    option(
        "limit_posts",
        "--limit_posts",
        metavar="MAX_POSTS",
        kind=click.INT,
        text="Limits the number of posts to parse and publish",
    ),
    flag("watch", "-w", "--watch/--no-watch", text="Watch for changes and rebuild"),
    option(
        "baseurl",
        "-b",
        "--baseurl",
        metavar="URL",
        text="Serve the website from the given base URL",
    ),
    flag("force_polling", "--force_polling", text="Force watch to use polling"),
    flag("lsi", "--lsi", text="Use LSI for improved related posts"),
    flag("show_drafts", "-D", "--drafts", text="Render posts in the _drafts folder"),
    flag("unpublished", "--unpublished", text="Render posts that were marked as unpublished"),
    flag(
        "disable_disk_cache",
        "--disable-disk-cache",
        text="Disable caching to disk in non-safe mode",
    ),
    flag("quiet", "-q", "--quiet", text="Silence output."),
    flag("verbose", "-V", "--verbose", text="Print verbose output."),
    flag("incremental", "-I", "--incremental", text="Enable incremental rebuild."),
    flag("full_rebuild", "--no-incremental", text="Render every page, changed or not"),
    option(
        "jobs",
        "--jobs",
        metavar="N",
        kind=click.IntRange(min=1),
        text="Use N processes (defaults to one for each core)",
    ),
    flag(
        "strict_front_matter",
        "--strict_front_matter",
        text="Fail if errors are present in front matter",
    ),
    flag("github_pages", "--github-pages", text="Build as GitHub Pages builds: its plugins, theme"),
)
