"""What tags and filters of plugins need while a page renders."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jinkyll.liquid.printing import to_s

if TYPE_CHECKING:
    from jinkyll.content import Site
    from jinkyll.liquid import Context

__all__ = ["apply_filter", "filter_text", "site_of"]


def site_of(context: Context) -> Site:
    """The site that is being built."""
    return cast("Site", context.registers["site"])


def apply_filter(context: Context, name: str, value: object, *arguments: object) -> object:
    """The result of the filter *name*, as a template would see it."""
    environment = context.environment
    function = environment.filters[name]
    if environment.is_context_filter(name):
        return function(context, value, *arguments)
    return function(value, *arguments)


def filter_text(context: Context, name: str, value: object, *arguments: object) -> str:
    """The result of the filter *name* as text."""
    return to_s(apply_filter(context, name, value, *arguments))
