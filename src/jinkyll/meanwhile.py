"""Posts that another process converts while this one reads the site, for the first build of all.

Reading is done by one process. What the other one has converted by then is in the cache when the
posts are rendered; what it has not, or what is no post in the end, makes no difference.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from jinkyll.cache import workers
from jinkyll.read import files, front_matter, posts
from jinkyll.render.converters.kramdown import Kramdown
from jinkyll.render.converters.markdown import Markdown

if TYPE_CHECKING:
    from jinkyll.cache import DiskCache
    from jinkyll.configuration import Configuration

__all__ = ["converted_meanwhile"]

_FEWEST: Final = 200
"""Fewer posts than this have been read before another process has done much."""
_CHUNK: Final = 4
"""So many are begun at once: whoever has read the site does not wait for many."""


def converted_meanwhile(configuration: Configuration, cache: DiskCache) -> workers.Filling | None:
    """Begin to convert posts without Liquid, the last ones first; None if that is not worth it."""
    jobs = workers.jobs(configuration.get("jobs"))
    folder = str(configuration.in_source(configuration.collections_dir) / "_posts")
    if jobs < 2 or not workers.can_fork() or not os.path.isdir(folder):  # noqa: PTH112
        return None
    try:
        names = list(posts.below(folder, dotfiles=False, others=[]))
    except OSError:
        return None  # reading will say what is wrong
    if len(names) < _FEWEST:
        return None
    markdown = Markdown(configuration, cache)

    def convert(name: str) -> None:
        if not markdown.matches(os.path.splitext(name)[1]):  # noqa: PTH122
            return
        path = f"{folder}/{name}"
        text = files.decoded(files.whole(path), configuration.encoding, path=path)
        body = front_matter.split(text).body
        if not isinstance(body, str) or "{{" in body or "{%" in body:
            return
        if isinstance(markdown.processor, Kramdown):
            markdown.convert(body)

    return workers.Filling([cache.conversions], names[::-1], convert, count=1, chunk=_CHUNK)
