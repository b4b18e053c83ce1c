"""The template environment of a site: Liquid's tags and filters, Jekyll's, those of plugins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.liquid import Environment
from jinkyll.render.clock import recording
from jinkyll.render.filters import FILTERS
from jinkyll.render.tags import TAGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinkyll.content.site import Site
    from jinkyll.liquid import LiquidWarning
    from jinkyll.plugins.loading import Plugins

__all__ = ["make_environment"]


def make_environment(
    site: Site, plugins: Plugins, warn: Callable[[LiquidWarning], None]
) -> Environment:
    """The environment for *site*: its ``liquid:`` settings, its zone, its folders."""
    configuration = site.configuration
    settings = configuration.get("liquid") or {}
    keeps_code = configuration.keeps_results and not configuration.safe
    environment = Environment(
        error_mode=_error_mode(settings.get("error_mode")),
        strict_variables=bool(settings.get("strict_variables")),
        strict_filters=bool(settings.get("strict_filters")),
        timezone=site.timezone,
        warn=warn,
        # It holds code, which the profile of GitHub Pages, safe of itself, takes from nobody.
        cache=configuration.cache_dir / "liquid" if keeps_code else None,
        active_support=plugins.active_support,
    )
    environment.tags.update(TAGS)
    environment.filters.update(FILTERS)
    environment.tags.update(plugins.tags)
    environment.filters.update(plugins.filters)
    if not {"date", "sample"} & plugins.filters.keys():
        environment.filters.update(recording(site))
    return environment


def _error_mode(value: object) -> str:
    mode = str(value or "warn").removeprefix(":")
    return mode if mode in {"lax", "warn", "strict"} else "warn"
