"""The second step: plugins add pages and data; after it the site is frozen."""

from __future__ import annotations

import time
from contextlib import nullcontext
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.content import Excerpt
from jinkyll.content.reads import Reads
from jinkyll.plugins.blame import blamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinkyll.content import Document, Page, Site
    from jinkyll.content.text_slot import Text
    from jinkyll.plugins.loading import Plugins

__all__ = ["generate"]


def generate(site: Site, plugins: Plugins) -> set[int]:
    """Run the generators of *plugins* on *site*, higher priorities first.

    Answers which items depend on more of their files than their front matter by now, by ids: their
    bodies were looked at or replaced, or a generator made them.

    Raises:
        PluginError: a generator raised something.
    """
    known = {id(page): page for page in site.pages}
    bodies: dict[int, tuple[Text, object]] = {}
    if plugins.generators:
        bodies = {id(item): (item.source_text, _excerpt(item)) for item in _items(site)}
    site.reads.start()
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
    looked_at = site.reads.of(None)
    site.reads = Reads()
    used = {*looked_at.bodies, *looked_at.excerpts}
    if plugins.generators:
        for item in _items(site):
            body, excerpt = bodies.get(id(item), (None, None))
            if item.source_text is body:
                continue
            used.add(id(item))
            if isinstance(excerpt, Excerpt) and excerpt is _excerpt(item):
                excerpt.is_of_body = False
    return used


def _excerpt(item: Document | Page) -> object:
    return dict.get(item.data, "excerpt")


def _items(site: Site) -> Iterator[Document | Page]:
    yield from site.pages
    for collection in site.collections.values():
        yield from collection.docs
