"""Link definitions.

https://kramdown.gettalong.org/syntax.html#link-definitions
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.document import LinkDefinition, normalize_link_id
from jinkyll.kramdown.element import Element

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["parse"]

_START: Final = re.compile(
    r"\[([^\n\]]+)\]:[ \t]*(?:<(.*?)>|([^\n]*?[^ \t\r\n\f\v][^\n]*?))"
    r"(?:(?:[ \t]*?\n|[ \t]+?)[ \t]*?([\"'])(.+?)\4)?[ \t]*?\n"
)
_UNCLOSED_TITLE: Final = re.compile(r"[ \t]+[\"']")


def parse(blocks: Blocks, _position: int, first: int) -> bool:
    """Take a definition; the title may stand on the next line."""
    match = _START.match(blocks.text, first)
    if match is None or (match[3] and _UNCLOSED_TITLE.search(match[3])):
        return False
    url = match[3] if match[2] is None else match[2]
    place = Element("eob", "link_def")
    blocks.add(place)
    name = normalize_link_id(match[1])
    blocks.document.link_definitions[name] = LinkDefinition(url, match[5], place)
    blocks.position = match.end()
    return True
