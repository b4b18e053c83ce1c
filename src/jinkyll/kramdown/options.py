"""kramdown's options, with kramdown's names, defaults and ways of reading values.

https://kramdown.gettalong.org/options.html
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Final

from jinkyll.errors import ConversionError
from jinkyll.kramdown.characters import WHITESPACE

__all__ = ["LinkTarget", "Options", "parse"]

LinkTarget = tuple[str, str | None]
"""URL and title."""

_QUOTES: Final[tuple[str | int, ...]] = ("lsquo", "rsquo", "ldquo", "rdquo")


@dataclass(frozen=True, slots=True)
class Options:
    """Every option that has a part in HTML output; what kramdown does not know is dropped."""

    input: str = "kramdown"
    auto_ids: bool = True
    auto_id_stripping: bool = False
    auto_id_prefix: str = ""
    transliterated_header_ids: bool = False
    parse_block_html: bool = False
    parse_span_html: bool = True
    html_to_native: bool = False
    link_defs: Mapping[str, LinkTarget] = field(default_factory=dict)
    footnote_nr: int = 1
    entity_output: str | None = "as_char"
    toc_levels: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    smart_quotes: tuple[str | int, ...] = _QUOTES
    typographic_symbols: Mapping[str, str] = field(default_factory=dict)
    header_offset: int = 0
    syntax_highlighter: str | None = "rouge"
    syntax_highlighter_opts: Mapping[str, object] = field(default_factory=dict)
    math_engine: str | None = "mathjax"
    math_engine_opts: Mapping[str, object] = field(default_factory=dict)
    footnote_backlink: str = "&#8617;"
    footnote_backlink_inline: bool = False
    footnote_prefix: str = ""
    footnote_link_text: str = "%s"
    remove_line_breaks_for_cjk: bool = False
    remove_block_html_tags: bool = True
    remove_span_html_tags: bool = False
    header_links: bool = False
    forbidden_inline_options: tuple[str, ...] = ("template",)
    hard_wrap: bool = True
    gfm_quirks: tuple[str, ...] = ("paragraph_end",)
    template: str = ""
    line_width: int = 72
    latex_headers: tuple[str, ...] = (
        "section",
        "subsection",
        "subsubsection",
        "paragraph",
        "subparagraph",
        "subparagraph",
    )
    list_indent: int = 2

    def knows(self, name: str) -> bool:
        """Tell whether *name* is an option that a document may set for itself."""
        return name in _PARSERS

    def with_inline(self, name: str, value: str) -> Options:
        """These options, but for one that the document sets; a bad value changes nothing."""
        try:
            return replace(self, **{name: _PARSERS[name](name, value)})  # type: ignore[arg-type]
        except ConversionError:
            return self


def parse(values: Mapping[str, object] | None) -> Options:
    """Read options as they stand in a configuration: symbols, strings such as ``1..6``, lists.

    Raises:
        ConversionError: a value that kramdown would refuse.
    """
    if not values:
        return Options()
    known: dict[str, object] = {}
    for key, value in values.items():
        name = str(key).removeprefix(":")
        if name == "input":
            is_default = value is None or value is False
            known[name] = "kramdown" if is_default else _symbol(name, value) or ""
        elif name in _PARSERS:
            known[name] = _PARSERS[name](name, value)
    if str(known.get("input")).lower() == "gfm":
        known["auto_id_stripping"] = True
    return Options(**known)  # type: ignore[arg-type]


def _refuse(name: str, problem: str) -> ConversionError:
    return ConversionError(
        f"kramdown option {name}: {problem}",
        hint="see https://kramdown.gettalong.org/options.html",
    )


def _to_s(value: object) -> str:
    """What Ruby's `to_s` makes of a scalar."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _string(_name: str, value: object) -> str:
    return _to_s(value)


def _boolean(_name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _to_s(value)
    return text.lower().strip(WHITESPACE) != "false" and text != ""


def _integer(name: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    try:
        return int(_to_s(value).strip(), 0)
    except ValueError:
        raise _refuse(name, f"{_to_s(value)!r} is not an integer") from None


def _symbol(_name: str, value: object) -> str | None:
    text = _to_s(value).strip(WHITESPACE).removeprefix(":")
    return None if text in {"", "nil"} else text


def _array(name: str, value: object, size: int | None = None) -> list[object]:
    items: list[object]
    if isinstance(value, str):
        items = list(value.rstrip(",").split(",")) if value else []
    elif isinstance(value, Sequence):
        items = list(value)
    else:
        raise _refuse(name, "neither a list nor a string with commas")
    if size is not None and len(items) != size:
        raise _refuse(name, f"{size} values are needed, not {len(items)}")
    return items


def _hash(name: str, value: object) -> Mapping[object, object]:
    if isinstance(value, str):
        import yaml  # noqa: PLC0415  (35 ms, for what hardly anybody writes)

        try:
            value = yaml.safe_load(value)
        except yaml.YAMLError:
            raise _refuse(name, "not valid YAML") from None
    if not isinstance(value, Mapping):
        raise _refuse(name, "not a mapping")
    return value


def _link_defs(name: str, value: object) -> Mapping[str, LinkTarget]:
    targets: dict[str, LinkTarget] = {}
    for key, target in _hash(name, value).items():
        if not isinstance(target, Sequence) or isinstance(target, str) or len(target) not in {1, 2}:
            raise _refuse(name, f"{key}: a list of a URL and perhaps a title is needed")
        title = target[1] if len(target) == 2 else None
        targets[_to_s(key)] = (_to_s(target[0]), None if title is None else _to_s(title))
    return targets


def _toc_levels(name: str, value: object) -> tuple[int, ...]:
    levels: list[int]
    if isinstance(value, range):
        value = list(value)
    if isinstance(value, str):
        if span := re.search(r"^(\d)\.\.(\d)$", value, re.ASCII | re.MULTILINE):
            levels = list(range(int(span[1]), int(span[2]) + 1))
        elif re.search(r"^\d(?:,\d)*$", value, re.ASCII | re.MULTILINE):
            levels = [int(level) for level in value.split(",")]
        else:
            raise _refuse(name, f"{value!r} is neither a range nor numbers with commas")
    elif isinstance(value, Sequence):
        levels = [_leading_integer(_to_s(level)) for level in value]
    else:
        raise _refuse(name, "neither a list nor a string")
    if any(not 1 <= level <= 6 for level in levels):
        raise _refuse(name, "levels are integers from 1 to 6")
    return tuple(dict.fromkeys(levels))


def _leading_integer(text: str) -> int:
    match = re.match(r"\s*[-+]?\d+", text, re.ASCII)
    return int(match[0]) if match else 0


def _smart_quotes(name: str, value: object) -> tuple[str | int, ...]:
    quotes: list[str | int] = []
    for item in _array(name, value, 4):
        text = _to_s(item)
        try:
            quotes.append(int(text, 0))
        except ValueError:
            quotes.append(text)
    return tuple(quotes)


def _typographic_symbols(name: str, value: object) -> Mapping[str, str]:
    return {
        _to_s(key).strip(WHITESPACE).removeprefix(":"): _to_s(item)
        for key, item in _hash(name, value).items()
    }


def _engine_options(name: str, value: object) -> Mapping[str, object]:
    if value is None:
        return {}
    return {
        _to_s(key).strip(WHITESPACE).removeprefix(":"): item
        for key, item in _hash(name, value).items()
    }


def _names(name: str, value: object) -> tuple[str, ...]:
    return tuple(_to_s(item).strip(WHITESPACE).removeprefix(":") for item in _array(name, value))


def _latex_headers(name: str, value: object) -> tuple[str, ...]:
    return tuple(_to_s(item) for item in _array(name, value, 6))


_OWN_PARSERS: Final = {
    "link_defs": _link_defs,
    "entity_output": _symbol,
    "toc_levels": _toc_levels,
    "smart_quotes": _smart_quotes,
    "typographic_symbols": _typographic_symbols,
    "syntax_highlighter": _symbol,
    "syntax_highlighter_opts": _engine_options,
    "math_engine": _symbol,
    "math_engine_opts": _engine_options,
    "forbidden_inline_options": _names,
    "gfm_quirks": _names,
    "latex_headers": _latex_headers,
}
_PARSERS: Final = {
    **{
        option.name: {"bool": _boolean, "int": _integer, "str": _string}.get(
            str(option.type), _string
        )
        for option in fields(Options)
        if option.name != "input"
    },
    **_OWN_PARSERS,
}
