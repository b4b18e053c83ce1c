"""kramdown's `syntax_highlighter_opts`, as its Rouge adapter reads them.

See https://kramdown.gettalong.org/syntax_highlighter/rouge.html.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["Settings", "settings"]


class Settings(NamedTuple):
    """What the options say of blocks, or of spans."""

    default_lang: str | None
    """The language of code that names none."""
    guess_lang: bool
    disable: bool
    pygments: bool
    """Languages that Rouge does not know are Pygments' business."""
    plain: bool
    """Code that names no language comes out as it is, but for its escapes."""
    options: dict[str, object]
    """For the formatter."""


_last: dict[str, tuple[Mapping[str, object], Settings]] = {}


def settings(options: Mapping[str, object], kind: str) -> Settings:
    """The general options, then those under *kind*, which is `block` or `span`.

    They are read once if they are the last ones: a site has one set for all its code.
    """
    last = _last.get(kind)
    if last is not None and last[0] == options:
        return last[1]
    merged = _merged(options, kind)
    if kind == "span":
        merged["wrap"] = False
    default = merged.get("default_lang")
    default_lang = str(default) if _is_set(default) else None
    guess_lang = _is_set(merged.get("guess_lang"))
    disable = _is_set(merged.get("disable"))
    made = Settings(
        default_lang=default_lang,
        guess_lang=guess_lang,
        disable=disable,
        pygments=merged.get("pygments") is True,
        plain=default_lang == "plaintext"
        and guess_lang
        and not disable
        and kind == "span"
        and merged.keys().isdisjoint({"formatter", "line_numbers"}),
        options={**merged, "css_class": merged.get("css_class") or "highlight"},
    )
    _last[kind] = (dict(options), made)
    return made


def _merged(options: Mapping[str, object], kind: str) -> dict[str, object]:
    merged = {_name(key): value for key, value in options.items()}
    own = merged.get(kind)
    merged.pop("block", None)
    merged.pop("span", None)
    if isinstance(own, Mapping):
        merged.update((_name(key), value) for key, value in own.items())
    return merged


def _is_set(value: object) -> bool:
    return value is not None and value is not False


def _name(key: object) -> str:
    return str(key).removeprefix(":")
