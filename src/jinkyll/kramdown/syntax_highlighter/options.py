"""kramdown's `syntax_highlighter_opts`, as its Rouge adapter reads them.

See https://kramdown.gettalong.org/syntax_highlighter/rouge.html.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["for_block", "for_span"]


def for_block(options: Mapping[str, object]) -> dict[str, object]:
    """The options for code blocks: the general ones, then those under `block`."""
    return _merged(options, "block")


def for_span(options: Mapping[str, object]) -> dict[str, object]:
    """The options for code spans: the general ones, then those under `span`; never wrapped."""
    merged = _merged(options, "span")
    merged["wrap"] = False
    return merged


def _merged(options: Mapping[str, object], kind: str) -> dict[str, object]:
    merged = {_name(key): value for key, value in options.items()}
    own = merged.get(kind)
    merged.pop("block", None)
    merged.pop("span", None)
    if isinstance(own, Mapping):
        merged.update((_name(key), value) for key, value in own.items())
    return merged


def _name(key: object) -> str:
    return str(key).removeprefix(":")
