"""YAML as Jekyll reads it: libyaml underneath, Ruby's idea of scalars on top.

Plain scalars become what Psych, Ruby's YAML library, makes of them: ``yes`` and
``off`` are booleans, ``1_000`` and ``1,000`` are the same number, ``0x1F`` and
``017`` are numbers of other bases, ``1:30`` is a number of base 60 (with Psych's
own weights), ``2020-01-01`` is a date. A ``:symbol`` stays text with its colon.
A time with a zone keeps its offset; one without is meant in UTC, and given in the
site's zone.

Front matter is mostly lines of ``key: value``; those are read without libyaml,
and anything that might not be one goes to it.

Source: https://yaml.org/spec/1.1/, Psych's ``ScalarScanner``, and the rules of the
safe_yaml gem.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import math
import re
from functools import lru_cache
from typing import Any, Final

import yaml

from jinkyll.errors import ReadError

__all__ = ["InvalidYAML", "load", "scalar"]


class InvalidYAML(ReadError):  # noqa: N818  (what it is, not that it is an error)
    """Text that is not YAML; ``problem`` is how Ruby's Psych would put it."""

    problem: str = ""


_NO_KEY: Final = object()
_NO_VALUE: Final = object()
_DEEPEST: Final = 250
"""How deep lists and mappings may be nested: whoever walks through them may recurse."""

# ---------------------------------------------------------------------------------------------
# the door


def load(text: str, *, path: str, line: int = 1, zone: dt.tzinfo = dt.UTC) -> Any:
    """Read the first document of *text*; None if it is empty.

    *zone* is that of times written without one. *path*, and the *line* of the file
    on which *text* begins, are for messages.

    Raises:
        InvalidYAML: with path, line and column of the mistake.
    """
    simple = _simple_lines(text, zone)
    if simple is not None:
        return simple
    parser = _Parser(text)
    try:
        return _built(parser, zone)
    except yaml.MarkedYAMLError as error:
        raise _invalid(error, path, line) from error
    except yaml.reader.ReaderError as error:
        # libyaml gives an offset in bytes, PyYAML's own reader one in characters.
        above = text.encode("utf-8", "surrogatepass")[: error.position].count(b"\n")
        invalid = InvalidYAML(
            str(error.reason),
            path=path,
            line=line + above,
            hint="remove the character, or quote it",
        )
        invalid.problem = f"(<unknown>): {error.reason} at line {line + above} column 1"
        raise invalid from error
    finally:
        parser.dispose()


if yaml.__with_libyaml__:
    _Parser: Any = yaml._yaml.CParser
else:  # pragma: no cover  (every wheel of PyYAML brings libyaml)

    class _PurePythonParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
        def __init__(self, stream: str) -> None:
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)

    _Parser = _PurePythonParser


# ---------------------------------------------------------------------------------------------
# lines of key: value

_LINE: Final = re.compile(
    r"""(?P<key>[A-Za-z_][\w-]*):
        (?:[ ]+
          (?: "(?P<double>[^"\\\n]*)"
            | '(?P<single>[^'\n]*)'
            | (?P<plain>[^\W\d_][^\n]*?)
            | (?P<number>\d[^\n]*?)
            | \[[ ]*(?P<flow>(?:[^\W\d_][^\n,\[\]{}:\#"']*,[ ]+)*[^\W\d_][^\n,\[\]{}:\#"']*)\]
          )
        )?[ ]*(?:\n|\Z)""",
    re.VERBOSE,
)
_ITEM: Final = re.compile(
    r"""[ ]*-[ ]+(?:"(?P<double>[^"\\\n]*)"|'(?P<single>[^'\n]*)'|(?P<plain>[^\W\d_][^\n]*?))
        [ ]*(?:\n|\Z)""",
    re.VERBOSE,
)
_KEY_START: Final = re.compile(r"[A-Za-z_]")
_WORDS: Final = {
    "null": None, "yes": True, "true": True, "on": True, "no": False, "false": False, "off": False,
}  # fmt: skip


def _simple_lines(text: str, zone: dt.tzinfo) -> dict[str, Any] | None:
    """The mapping, if every line is beyond doubt; None leaves the text to libyaml."""
    # What libyaml would not take, or take for the end of a line, is not printable.
    if not text.replace("\n", "").isprintable():
        return None
    result: dict[str, Any] = {}
    position, end = 0, len(text)
    while position < end:
        match = _LINE.match(text, position)
        if match is None:
            return None
        position = match.end()
        key = match["key"]
        if len(key) < 6 and key.lower() in _WORDS:
            return None
        kind = match.lastgroup or "key"
        value: Any
        if kind == "key":
            # Nothing, a list, or something else on the lines below.
            items = _simple_items(text, position, zone)
            if items is None:
                return None
            value, position = items
        else:
            value = _simple_value(kind, match[kind], zone)
            if value is _NO_VALUE:
                return None
        result[key] = value
        if position < end and not _KEY_START.match(text, position):
            return None
    return result or None


def _simple_items(text: str, position: int, zone: dt.tzinfo) -> tuple[list[Any] | None, int] | None:
    items: list[Any] = []
    indent = -1
    while match := _ITEM.match(text, position):
        dash = text.index("-", position) - position
        if indent not in (-1, dash):
            return None
        indent = dash
        kind = match.lastgroup or "plain"
        value = _simple_value(kind, match[kind], zone)
        if value is _NO_VALUE:
            return None
        items.append(value)
        position = match.end()
    return (items or None), position


def _simple_value(kind: str, text: str, zone: dt.tzinfo) -> Any:
    if kind == "flow":
        return [_WORDS.get(one.lower(), one) for one in map(str.strip, text.split(","))]
    if kind in {"plain", "number"}:
        if ": " in text or " #" in text or text[-1] == ":":
            return _NO_VALUE
        if kind == "number":
            return scalar(text, zone)
        if len(text) < 6:
            return _WORDS.get(text.lower(), text)
    return text


# ---------------------------------------------------------------------------------------------
# everything else, from libyaml's events


_ORDERED: Final = frozenset({"tag:yaml.org,2002:omap", "!omap"})


class _KeyMapping(dict[Any, Any]):
    """A mapping that is itself a key of a mapping."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(map(str, self)))


class _KeyList(list[Any]):
    """A list that is a key of a mapping."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(map(str, self)))


def _built(parser: Any, zone: dt.tzinfo) -> Any:
    """Build the first document without recursion, so that depth is no danger."""
    anchors: dict[str, Any] = {}
    result: Any = None
    container: Any = None
    mapping = False
    key: Any = _NO_KEY
    merges = False
    stack: list[tuple[Any, bool, Any, bool]] = []
    pairs: list[list[Any]] = []
    while True:
        event = parser.get_event()
        kind = event.__class__
        merging = True
        if kind is yaml.ScalarEvent:
            value = event.value
            tag = event.tag
            if tag is not None:
                value = _tagged(value, tag, zone, plain=not event.style)
            elif not event.style:
                value = scalar(value, zone)
            if event.anchor is not None:
                anchors[event.anchor] = value
            merging = False
            if mapping and key is _NO_KEY:
                key = value
                merges = value == "<<" and tag != "tag:yaml.org,2002:str"
                continue
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            stack.append((container, mapping, key, merges))
            if len(stack) > _DEEPEST:
                raise yaml.composer.ComposerError(
                    None, None, f"nested more than {_DEEPEST} deep", event.start_mark
                )
            mapping = kind is yaml.MappingStartEvent
            container = {} if mapping else []
            if event.tag in _ORDERED and not mapping:
                pairs.append(container)
            key, merges = _NO_KEY, False
            if event.anchor is not None:
                anchors[event.anchor] = container
            continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            value = container
            if pairs and pairs[-1] is value:
                value = _ordered(pairs.pop())
            container, mapping, key, merges = stack.pop()
            if mapping and key is _NO_KEY:
                key = _KeyMapping(value) if isinstance(value, dict) else _KeyList(value)
                continue
        elif kind is yaml.AliasEvent:
            if event.anchor not in anchors:
                raise yaml.composer.ComposerError(
                    None, None, f"Unknown alias: {event.anchor}", event.start_mark
                )
            value = anchors[event.anchor]
            if value is container or any(value is frame[0] for frame in stack):
                raise yaml.composer.ComposerError(
                    None, None, f"the alias {event.anchor} contains itself", event.start_mark
                )
            if mapping and key is _NO_KEY:
                if isinstance(value, dict):
                    value = _KeyMapping(value)
                elif isinstance(value, list):
                    value = _KeyList(value)
                key, merges = value, False
                continue
        elif kind is yaml.DocumentEndEvent or kind is yaml.StreamEndEvent:
            return result
        else:
            continue
        if container is None:
            result = value
        elif not mapping:
            container.append(value)
        else:
            if merges and merging:
                _merge(container, value)
            else:
                container[key] = value
            key = _NO_KEY


def _ordered(items: list[Any]) -> dict[Any, Any]:
    """A mapping written as a list of single pairs, ``!!omap``."""
    return {key: value for item in items if isinstance(item, dict) for key, value in item.items()}


def _merge(container: dict[Any, Any], value: Any) -> None:
    """Do what ``<<: value`` says; what was said above it gives way, as in Psych."""
    if isinstance(value, dict):
        container.update(value)
    elif isinstance(value, list) and all(isinstance(one, dict) for one in value):
        merged: dict[Any, Any] = {}
        for one in reversed(value):
            merged.update(one)
        container.update(merged)
    else:
        container["<<"] = value


def _tagged(value: str, tag: str, zone: dt.tzinfo, *, plain: bool) -> Any:
    if not plain and tag == "!":
        return value
    if tag in {"tag:yaml.org,2002:str", "!str", "!ruby/string"}:
        return value
    if tag in {"tag:yaml.org,2002:binary", "!binary"}:
        try:
            return base64.b64decode(value).decode("utf-8", "surrogateescape")
        except binascii.Error:
            return value
    read = scalar(value, zone)
    if tag in {"tag:yaml.org,2002:float", "!float"}:
        try:
            return float(read)
        except (TypeError, ValueError):
            return read
    return read


# ---------------------------------------------------------------------------------------------
# plain scalars

_DATE: Final = re.compile(r"\d{4}-(?:1[012]|0\d|\d)-(?:[12]\d|3[01]|0\d|\d)", re.ASCII)
_TIME: Final = re.compile(
    r"(?P<year>-?\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[Tt]|\s+)"
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d):(?P<second>\d\d)(?:\.(?P<fraction>\d*))?"
    r"(?:\s*(?:(?P<utc>Z)|(?P<sign>[-+])(?P<hours>\d{1,2})(?P<colon>:?)(?P<minutes>\d\d)?))?",
    re.ASCII,
)
_INTEGER: Final = re.compile(
    r"(?P<binary>[-+]?0b[01_,]+)|(?P<octal>[-+]?0[0-7_,]+)"
    r"|(?P<decimal>[-+]?(?:0|[1-9](?:[0-9]|,[0-9]|_[0-9])*))|(?P<hex>[-+]?0x[0-9a-fA-F_,]+)",
    re.ASCII,
)
_FLOAT: Final = re.compile(r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?", re.ASCII)
_SIXTIES: Final = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(?P<fraction>\.[0-9_]*)?")
_BASES: Final = {"binary": 2, "octal": 8, "decimal": 10, "hex": 16}
_SPECIAL_FLOATS: Final = {
    ".inf": math.inf, "+.inf": math.inf, "-.inf": -math.inf, ".nan": math.nan,
}  # fmt: skip


def scalar(text: str, zone: dt.tzinfo = dt.UTC) -> Any:
    """What a plain scalar is in Ruby: null, boolean, number, date, time or text.

    *zone* is that of times written without one.
    """
    if not text:
        return None
    if "\n" in text:
        return text
    first = text[0]
    if first.isalpha() or first in "_~":
        if len(text) > 5:
            return text
        if text == "~":
            return None
        return _WORDS.get(text.lower(), text)
    if first.isdecimal():
        if match := _DATE.fullmatch(text):
            return _date(text)
        if match := _TIME.fullmatch(text):
            return _time(match, zone) or text
    elif first not in "+-.":
        return text
    elif special := _SPECIAL_FLOATS.get(text.lower()):
        return special
    if match := _INTEGER.fullmatch(text):
        return _integer(match, text)
    if match := _SIXTIES.fullmatch(text):
        return _sixties(text, fraction=match["fraction"] is not None)
    if _FLOAT.fullmatch(text):
        return _float(text)
    return text


def _integer(match: re.Match[str], text: str) -> int | str:
    digits = text.replace("_", "").replace(",", "")
    try:
        return int(digits, _BASES[match.lastgroup or "decimal"])
    except ValueError:  # 0b_ has no digits; a number of more than 4,300 digits
        return text


def _float(text: str) -> float | str:
    try:
        return float(text.replace("_", "").replace(",", ""))
    except ValueError:  # a lone dot
        return text


def _sixties(text: str, *, fraction: bool) -> int | float:
    parts = text.split(":")
    # Psych counts the powers from the wrong end when there are two parts: 1:30 is 5400.
    weights = (3600, 60, 1)
    if fraction:
        return sum(
            float(part.replace("_", "")) * weight
            for part, weight in zip(parts, weights, strict=False)
        )
    return sum(
        int(part.replace("_", "")) * weight for part, weight in zip(parts, weights, strict=False)
    )


def _date(text: str) -> dt.date | str:
    year, month, day = map(int, text.split("-"))
    try:
        return dt.date(year, month, day)
    except ValueError:
        return text


@lru_cache(maxsize=64)
def _zone(sign: str, hours: str, minutes: str) -> dt.tzinfo | None:
    offset = dt.timedelta(hours=int(hours), minutes=int(minutes))
    if offset >= dt.timedelta(hours=24):
        return None
    # A named zone, because Ruby tells +00:00 from UTC and Python only so.
    return dt.timezone(-offset if sign == "-" else offset, f"{sign}{hours:0>2}:{minutes}")


def _time(match: re.Match[str], local: dt.tzinfo) -> dt.datetime | None:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"])
    if not (year > 0 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        return None
    zone: dt.tzinfo | None = dt.UTC
    if match["sign"]:
        if len(match["hours"]) == 1 and match["minutes"] and not match["colon"]:
            return None  # three digits: Psych takes the first two for hours, and gives up
        zone = _zone(match["sign"], match["hours"], match["minutes"] or "00")
        if zone is None:
            return None
    microseconds = int(f"{match['fraction'] or '':0<6.6}")
    if day <= 28 and hour < 24 and second < 60:
        moment = dt.datetime(year, month, day, hour, minute, second, microseconds, zone)
        return moment if match["utc"] or match["sign"] else moment.astimezone(local)
    try:
        # Ruby lets the 31st of a short month, 24:00 and second 60 run over.
        moment = dt.datetime(year, month, 1, tzinfo=zone) + dt.timedelta(
            days=day - 1, hours=hour, minutes=minute, seconds=second, microseconds=microseconds
        )
    except OverflowError:
        return None
    return moment if match["utc"] or match["sign"] else moment.astimezone(local)


# ---------------------------------------------------------------------------------------------
# messages

_HINTS: Final = {
    "mapping values are not allowed": "put the whole value in quotes if it holds a colon",
    "found character that cannot start any token": (
        "indent with blanks, not with a tab, and put a value in quotes that starts with @, ` or %"
    ),
    "could not find expected ':'": "write key: value, with a blank after the colon",
    "did not find expected key": "lines of one mapping start in the same column",
    "found unexpected end of stream": "a quote is never closed",
    "found unknown escape character": "use single quotes for text with backslashes",
    "did not find expected ',' or": "a bracket or brace is never closed; quote text that holds one",
    "Unknown alias": "put the value in quotes if it starts with an asterisk",
    "found undefined tag": "put the value in quotes if it starts with an exclamation mark",
    "block sequence entries are not allowed": "start a list on the line below its key",
}


def _invalid(error: yaml.MarkedYAMLError, path: str, line: int) -> InvalidYAML:
    message = " ".join(part for part in (error.problem, error.context) if part)
    mark = error.problem_mark or error.context_mark
    at_line, at_column = (mark.line, mark.column) if mark is not None else (0, 0)
    context = error.context_mark or mark
    psych_line, psych_column = (context.line, context.column) if context is not None else (0, 0)
    hint = next((hint for start, hint in _HINTS.items() if message.startswith(start)), None)
    invalid = InvalidYAML(message, path=path, line=line + at_line, column=at_column + 1, hint=hint)
    place = f"at line {line + psych_line} column {psych_column + 1}"
    invalid.problem = f"(<unknown>): {message} {place}"
    return invalid
