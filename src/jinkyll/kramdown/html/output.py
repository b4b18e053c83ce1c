"""Escaping, and attributes, as kramdown writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.characters import WHITESPACE

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["attributes", "escape", "escape_attribute", "escape_text"]

_REFERENCE: Final = r"&(?:[\w:][-\w.:]*;|#\d+;|#x[0-9a-fA-F]+;)"
_AMPERSAND: Final = re.compile(rf"&(?!{_REFERENCE[1:]})", re.ASCII)


def escape(text: str) -> str:
    """Escape every `<`, `>` and `&`."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;")


def escape_text(text: str) -> str:
    """Escape `<`, `>` and `&`, but leave references such as `&copy;` alone."""
    if "&" in text:
        text = _AMPERSAND.sub("&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str) -> str:
    """Escape as `escape_text` does, and quotation marks too."""
    return escape_text(text).replace('"', "&quot;")


def attributes(attr: Mapping[str, str | None]) -> str:
    """The attributes as they follow the name in a tag; an empty id is left out."""
    if not attr:
        return ""
    out = ""
    for name, value in attr.items():
        if value is None or (name == "id" and not value.strip(WHITESPACE)):
            continue
        if "&" in value or "<" in value or ">" in value or '"' in value:
            value = escape_attribute(value)
        out += f' {name}="{value}"'
    return out
