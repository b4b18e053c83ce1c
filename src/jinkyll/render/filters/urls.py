"""Filters for addresses: ``relative_url``, ``absolute_url``, ``strip_index``.

Source: https://jekyllrb.com/docs/liquid/filters/ and Jekyll's ``URLFilters``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinkyll.content import urls
from jinkyll.liquid import context_filter
from jinkyll.liquid.drop import Drop
from jinkyll.liquid.printing import ruby_to_s
from jinkyll.render.errors import RubyError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinkyll.liquid import Context

__all__ = ["absolute_url", "relative_url", "strip_index"]

_INDEX = re.compile(r"/index\.html?$", re.MULTILINE)


@context_filter
def relative_url(context: Context, value: object) -> str | None:
    """The path *value*, or the URL of a page or document, with ``baseurl`` in front."""
    return _address(context, value, urls.relative_url)


@context_filter
def absolute_url(context: Context, value: object) -> str | None:
    """The path *value*, or the URL of a page or document, with ``url`` and ``baseurl`` in front."""
    return _address(context, value, urls.absolute_url)


def strip_index(value: object) -> str | None:
    """An address without ``index.html`` at its end."""
    if value is None or value == "":
        return None
    return _INDEX.sub("/", ruby_to_s(value), count=1)


def _address(
    context: Context, value: object, make: Callable[[Mapping[str, object], str], str]
) -> str | None:
    if value is None:
        return None
    if isinstance(value, str):
        path = value
    else:
        path = ruby_to_s(value.liquid_get("url") if isinstance(value, Drop) else value)
    site = context.registers["site"]
    cache: dict[object, str] = context.registers["addresses"]  # type: ignore[assignment]
    key = (make, path)
    found = cache.get(key)
    if found is None:
        try:
            found = cache[key] = make(site.configuration, path)  # type: ignore[attr-defined]
        except ValueError as error:
            raise RubyError(str(error)) from error
    return found
