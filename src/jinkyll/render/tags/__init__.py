"""Jekyll's own tags; Liquid's are in `jinkyll.liquid`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinkyll.render.tags.highlight import HighlightBlock
from jinkyll.render.tags.include import IncludeTag
from jinkyll.render.tags.include_relative import IncludeRelativeTag
from jinkyll.render.tags.link import LinkTag
from jinkyll.render.tags.post_url import PostUrlTag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.liquid import Tag

__all__ = ["TAGS"]

TAGS: Final[Mapping[str, type[Tag]]] = {
    tag.name: tag for tag in (HighlightBlock, IncludeTag, IncludeRelativeTag, LinkTag, PostUrlTag)
}
