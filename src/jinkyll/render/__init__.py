"""The third step: every page and document gets its output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.render.renderer import Renderer

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinkyll.cache import DiskCache
    from jinkyll.cache.regenerator import Plan
    from jinkyll.cache.staging import Staging
    from jinkyll.content.site import Site
    from jinkyll.plugins.loading import Plugins
    from jinkyll.render.statistics import Statistics

__all__ = ["Renderer", "render"]


def render(
    site: Site,
    plugins: Plugins,
    cache: DiskCache,
    progress: Callable[[int, int], None] | None = None,
    plan: Plan | None = None,
    staging: Staging | None = None,
) -> Statistics | None:
    """Fill ``content`` and ``output`` of everything in *site*; tell the costs under ``profile``.

    What *plan* leaves out is not rendered. Into *staging*, outputs may be written on the way.

    Raises:
        RenderError: the first mistake in a template, a style sheet, a post.
        PluginError: a plugin raised something.
    """
    renderer = Renderer(site, plugins, cache)
    renderer.render(progress, plan, staging)
    return renderer.statistics
