"""Filters that write text for HTML, for URLs, and in base 64."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import quote_plus, unquote_to_bytes

from jinkyll.liquid.errors import LiquidArgumentError
from jinkyll.liquid.printing import ruby_to_s

__all__ = [
    "base64_decode",
    "base64_encode",
    "base64_url_safe_decode",
    "base64_url_safe_encode",
    "escape",
    "escape_once",
    "url_decode",
    "url_encode",
]

# The ampersand comes first: what follows is written with it.
_ESCAPES = {"&": "&amp;", ">": "&gt;", "<": "&lt;", '"': "&quot;", "'": "&#39;"}
_ESCAPE_ONCE = re.compile(r"""["><']|&(?!([a-zA-Z]+|(#\d+));)""", re.ASCII)


def escape(value: object) -> str | None:
    """Write ``& < > " '`` as entities; nil stays nil."""
    if value is None:
        return None
    text = ruby_to_s(value)
    for special, entity in _ESCAPES.items():
        if special in text:
            text = text.replace(special, entity)
    return text


def escape_once(value: object) -> str:
    """As `escape`, but entities that are there already stay."""
    return _ESCAPE_ONCE.sub(lambda match: _ESCAPES[match[0]], ruby_to_s(value))


def url_encode(value: object) -> str | None:
    """Write for a URL's query, a blank as ``+``."""
    if value is None:
        return None
    return quote_plus(ruby_to_s(value), safe="", errors="surrogatepass")


def url_decode(value: object) -> str | None:
    """Read what `url_encode` wrote; raises LiquidArgumentError for what is not UTF-8."""
    if value is None:
        return None
    text = ruby_to_s(value).replace("+", " ")
    try:
        return unquote_to_bytes(text).decode()
    except UnicodeDecodeError:
        raise LiquidArgumentError("invalid byte sequence in UTF-8") from None


def base64_encode(value: object) -> str:
    """Write in base 64 (Liquid 5)."""
    return base64.b64encode(ruby_to_s(value).encode()).decode()


def base64_url_safe_encode(value: object) -> str:
    """Write in base 64 with ``-`` and ``_`` (Liquid 5)."""
    return base64.urlsafe_b64encode(ruby_to_s(value).encode()).decode()


def base64_decode(value: object) -> str:
    """Read base 64 (Liquid 5); raises LiquidArgumentError for what is none."""
    return _decoded(ruby_to_s(value), "base64_decode")


def base64_url_safe_decode(value: object) -> str:
    """Read base 64 with ``-`` and ``_`` (Liquid 5); raises LiquidArgumentError for what is none."""
    text = ruby_to_s(value)
    text = text.replace("-", "+").replace("_", "/")
    if len(text) % 4 and not text.endswith("="):
        text += "=" * (-len(text) % 4)
    return _decoded(text, "base64_url_safe_decode")


def _decoded(text: str, name: str) -> str:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        data = None
    if data is None or base64.b64encode(data).decode() != text:
        raise LiquidArgumentError(f"invalid base64 provided to {name}")
    return data.decode(errors="replace")
