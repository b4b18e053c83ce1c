"""Jekyll's own filters; Liquid's are in `jinkyll.liquid`. Both syntaxes have all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinkyll.render.filters import dates, grouping, lists, text, urls

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["FILTERS"]

FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    name: getattr(module, name)
    for module in (dates, grouping, lists, text, urls)
    for name in module.__all__
}
