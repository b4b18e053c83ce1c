"""Liquid's own filters, by name.

A filter is a function of the value and its arguments, which may be of any type;
keyword arguments come as one map, the last argument. One that needs the context
is marked with `context_filter` and gets it before the value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinkyll.liquid.filters import collections, dates, encoding, math, strings
from jinkyll.liquid.filters.registry import context_filter, is_context_filter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["STANDARD_FILTERS", "context_filter", "is_context_filter"]

STANDARD_FILTERS: Mapping[str, Callable[..., Any]] = {
    "abs": math.abs_,
    "append": strings.append,
    "at_least": math.at_least,
    "at_most": math.at_most,
    "base64_decode": encoding.base64_decode,
    "base64_encode": encoding.base64_encode,
    "base64_url_safe_decode": encoding.base64_url_safe_decode,
    "base64_url_safe_encode": encoding.base64_url_safe_encode,
    "capitalize": strings.capitalize,
    "ceil": math.ceil,
    "compact": collections.compact,
    "concat": collections.concat,
    "date": dates.date,
    "default": strings.default,
    "divided_by": math.divided_by,
    "downcase": strings.downcase,
    "escape": encoding.escape,
    "escape_once": encoding.escape_once,
    "first": collections.first,
    "floor": math.floor,
    "h": encoding.escape,
    "join": collections.join,
    "last": collections.last,
    "lstrip": strings.lstrip,
    "map": collections.map_,
    "minus": math.minus,
    "modulo": math.modulo,
    "newline_to_br": strings.newline_to_br,
    "plus": math.plus,
    "prepend": strings.prepend,
    "remove": strings.remove,
    "remove_first": strings.remove_first,
    "remove_last": strings.remove_last,
    "replace": strings.replace,
    "replace_first": strings.replace_first,
    "replace_last": strings.replace_last,
    "reverse": collections.reverse,
    "round": math.round_,
    "rstrip": strings.rstrip,
    "size": collections.size,
    "slice": strings.slice_,
    "sort": collections.sort,
    "sort_natural": collections.sort_natural,
    "split": strings.split,
    "strip": strings.strip,
    "strip_html": strings.strip_html,
    "strip_newlines": strings.strip_newlines,
    "sum": collections.sum_,
    "times": math.times,
    "truncate": strings.truncate,
    "truncatewords": strings.truncatewords,
    "uniq": collections.uniq,
    "upcase": strings.upcase,
    "url_decode": encoding.url_decode,
    "url_encode": encoding.url_encode,
    "where": collections.where,
}
