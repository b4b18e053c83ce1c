"""CSV and TSV as Ruby's CSV library reads them.

An empty field is null, ``""`` is empty text; a row becomes a mapping by the
headers of the first line.

Source: https://jekyllrb.com/docs/datafiles/#the-data-folder and Ruby's ``CSV``.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Final

from jinkyll.errors import ConfigurationError, DataFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["parse"]

_INTEGER: Final = re.compile(
    r"\s*[-+]?(?:0x[0-9a-f]+|0b[01]+|0o?[0-7]+|[1-9](?:_?\d)*|0)\s*",
    re.IGNORECASE | re.ASCII,
)
_FLOAT: Final = re.compile(r"\s*[-+]?\d(?:_?\d)*(?:\.\d+)?(?:[eE][-+]?\d+)?\s*", re.ASCII)
_ISO_DATE: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


def parse(
    text: str, separator: str, *, headers: bool, converters: Sequence[str], path: str
) -> list[Any]:
    """The rows of *text*: mappings with *headers*, else lists.

    *converters* are names of Ruby's: integer, float, numeric, date, date_time, all.

    Raises:
        DataFileError: a stray quote.
        ConfigurationError: an unknown converter.
    """
    converting = [one for name in converters for one in _converters(name)]
    rows = _rows(text, separator, path)
    names: list[str | None] | None = None
    result: list[Any] = []
    for row in rows:
        if headers and names is None:
            names = [one[0] for one in row]
            continue
        fields = [_converted(field, converting, quoted=quoted) for field, quoted in row]
        if names is None:
            result.append(fields)
            continue
        record: dict[str | None, Any] = {}
        for index in range(max(len(names), len(fields))):
            name = names[index] if index < len(names) else None
            if name not in record:
                record[name] = fields[index] if index < len(fields) else None
        result.append(record)
    return result


_Row = list[tuple[str | None, bool]]


def _rows(text: str, separator: str, path: str) -> list[_Row]:
    ending = "\n"
    first = re.search(r"\r\n|\n|\r", text)
    if first is not None:
        ending = first[0]
    rows: list[_Row] = []
    position, end, line = 0, len(text), 1
    row: _Row = []
    started = False
    while position < end:
        if text[position] == '"':
            field, position = _quoted(text, position, path, line)
            line += field.count("\n")
            row.append((field, True))
            if position < end and not (
                text.startswith(separator, position) or text.startswith(ending, position)
            ):
                raise DataFileError(
                    "Any value after quoted field isn't allowed",
                    path=path,
                    line=line,
                    hint='write a quote inside a quoted field twice: ""',
                )
        else:
            stop = _next(text, position, separator, ending)
            field = text[position:stop]
            if '"' in field:
                raise DataFileError(
                    "Illegal quoting", path=path, line=line, hint="quote the whole field"
                )
            row.append((field or None, False))
            position = stop
        started = True
        if text.startswith(separator, position) and position < end:
            position += len(separator)
            if position == end:
                row.append((None, False))
        elif position < end:
            position += len(ending)
            line += 1
            rows.append([] if row == [(None, False)] else row)
            row, started = [], False
    if started:
        rows.append([] if row == [(None, False)] else row)
    return rows


def _next(text: str, position: int, separator: str, ending: str) -> int:
    stop = text.find(ending, position)
    stop = len(text) if stop < 0 else stop
    comma = text.find(separator, position, stop)
    return stop if comma < 0 else comma


def _quoted(text: str, position: int, path: str, line: int) -> tuple[str, int]:
    start = position + 1
    search = start
    while True:
        closing = text.find('"', search)
        if closing < 0:
            raise DataFileError(
                "Unclosed quoted field", path=path, line=line, hint='close it with a "'
            )
        if text.startswith('"', closing + 1):
            search = closing + 2
            continue
        return text[start:closing].replace('""', '"'), closing + 1


def _converted(
    field: str | None, converters: Sequence[Callable[[str], Any]], *, quoted: bool
) -> Any:
    if field is None or (quoted and field == ""):
        return field
    for converter in converters:
        value = converter(field)
        if not isinstance(value, str):
            return value
    return field


def _integer(field: str) -> Any:
    if _INTEGER.fullmatch(field):
        text = field.strip().replace("_", "")
        octal = re.fullmatch(r"([-+]?)0([0-7]+)", text)
        return int(octal[1] + octal[2], 8) if octal else int(text, 0)
    return field


def _float(field: str) -> Any:
    return float(field.replace("_", "")) if _FLOAT.fullmatch(field) else field


def _date(field: str) -> Any:
    match = _ISO_DATE.fullmatch(field)
    if match is None:
        return field
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return field


def _date_time(field: str) -> Any:
    try:
        moment = dt.datetime.fromisoformat(field)
    except ValueError:
        return field
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)


_NAMED: Final[dict[str, tuple[Callable[[str], Any], ...]]] = {
    "integer": (_integer,),
    "float": (_float,),
    "numeric": (_integer, _float),
    "date": (_date,),
    "date_time": (_date_time,),
    "all": (_date_time, _integer, _float),
}


def _converters(name: str) -> tuple[Callable[[str], Any], ...]:
    found = _NAMED.get(name)
    if found is None:
        raise ConfigurationError(
            f"unknown CSV converter '{name}'", hint=f"there are {', '.join(_NAMED)}"
        )
    return found
