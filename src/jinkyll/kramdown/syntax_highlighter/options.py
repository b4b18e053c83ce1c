"""kramdown's `syntax_highlighter_opts`, as its Rouge adapter reads them.

See https://kramdown.gettalong.org/syntax_highlighter/rouge.html.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["for_block", "for_span"]


def for_block(options: Mapping[str, object]) -> Mapping[str, object]:
    """The options for code blocks: the general ones, then those under `block`."""
    return _kept(options, "block")


def for_span(options: Mapping[str, object]) -> Mapping[str, object]:
    """The options for code spans: the general ones, then those under `span`; never wrapped."""
    return _kept(options, "span")


_last: dict[str, tuple[Mapping[str, object], Mapping[str, object]]] = {}


def _kept(options: Mapping[str, object], kind: str) -> Mapping[str, object]:
    """Merge, unless the options are the last ones: a site has one set for all its code spans."""
    last = _last.get(kind)
    if last is not None and last[0] == options:
        return last[1]
    merged = _merged(options, kind)
    if kind == "span":
        merged["wrap"] = False
    _last[kind] = (dict(options), merged)
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
