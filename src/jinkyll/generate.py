"""The second step: plugins add pages and data; after it the site is frozen."""

from __future__ import annotations

import time
from contextlib import nullcontext
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.plugins.blame import blamed

if TYPE_CHECKING:
    from jinkyll.content.site import Site
    from jinkyll.plugins.loading import Plugins

__all__ = ["generate"]


def generate(site: Site, plugins: Plugins) -> None:
    """Run the generators of *plugins* on *site*, higher priorities first.

    Raises:
        PluginError: a generator raised something.
    """
    known = {id(page): page for page in site.pages}
    for generator in plugins.generators:
        start = time.perf_counter()
        name = type(generator).__name__
        plugin = generator.plugin or name
        timed = nullcontext() if plugins.costs is None else plugins.costs.timed(plugin)
        with blamed(plugin, "generate"), timed:
            generator.generate(site)
        if plugins.hooks.wants("pages", "post_init"):
            for page in site.pages:
                if id(page) not in known:
                    plugins.hooks.trigger("pages", "post_init", page)
            known.update((id(page), page) for page in site.pages)
        seconds = time.perf_counter() - start
        log.debug("Generating:", f"{name} finished in {seconds:.6f} seconds.")
