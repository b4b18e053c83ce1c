"""Data files: what lies in ``_data`` becomes ``site.data``.

Source: https://jekyllrb.com/docs/datafiles/ and Jekyll's ``DataReader``.
"""

from __future__ import annotations

import codecs
import json
import os
import re
from typing import TYPE_CHECKING, Any, Final

from jinkyll import log, safe_yaml
from jinkyll.configuration import deep_merge
from jinkyll.configuration.truth import truthy
from jinkyll.errors import DataFileError, ReadError
from jinkyll.read import files, tables
from jinkyll.read.skipping import skip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.content import Site
    from jinkyll.read.entry_filter import EntryFilter

__all__ = ["key_of", "read_data"]

# The order in which Jekyll takes files of one folder: where two have one key, the later wins.
_EXTENSIONS: Final = (".yaml", ".yml", ".json", ".csv", ".tsv")

_NOT_IN_A_KEY: Final = re.compile(
    r"[^\w\s-]+|(?:^|(?<=\b\s))\s+(?=$|\s?\b)", re.ASCII | re.MULTILINE
)
_SPACE: Final = re.compile(r"\s+", re.ASCII)


def read_data(site: Site, entries: EntryFilter) -> None:
    """Fill ``site.data``: the theme's data, and over it the site's."""
    folder = str(site.in_source(str(site.config.get("data_dir") or "")))
    own = _folder(folder, site, entries)
    if site.theme is not None and site.theme.data_path is not None:
        own = deep_merge(_folder(str(site.theme.data_path), site, entries), own)
    site.data = own


def key_of(name: str) -> str:
    """The key of a file or folder: without punctuation, blanks as ``_``."""
    return _SPACE.sub("_", _NOT_IN_A_KEY.sub("", name))


def _folder(folder: str, site: Site, entries: EntryFilter) -> dict[str, Any]:
    data: dict[str, Any] = {}
    if not os.path.isdir(folder) or entries.leaves_the_source(folder):  # noqa: PTH112
        return data
    with os.scandir(folder) as scanned:
        found = sorted(
            (entry for entry in scanned if not entry.name.startswith(".")),
            key=lambda entry: entry.name,
        )
    for extension in _EXTENSIONS:
        for entry in found:
            if not entry.name.endswith(extension) or entry.is_dir():
                continue
            if not entry.is_file():
                skip(site, entry.path.removeprefix(f"{site.source}/"), "is no file")
                continue
            if not entries.leaves_the_source(entry.path):
                stem = entry.name[: -len(extension)]
                data[key_of(stem)] = _file(entry.path, extension, site)
    for entry in found:
        if entry.is_dir() and not entries.leaves_the_source(entry.path):
            data[key_of(entry.name)] = _folder(entry.path, site, entries)
    return data


def _file(path: str, extension: str, site: Site) -> Any:
    shown = path.removeprefix(f"{site.source}/")
    log.debug("Reading:", shown)
    try:
        source = files.whole(path)
    except OSError as error:
        raise DataFileError(f"can't be read: {error.strerror}", path=shown) from error
    if extension in {".csv", ".tsv"}:
        return _table(source, extension, shown, site)
    text = _decoded(source, site.configuration.encoding, shown)
    if extension == ".json":
        try:
            return _json(text)
        except (ValueError, RecursionError):
            pass  # Jekyll reads JSON as YAML, which allows more, and says what is wrong
    try:
        return safe_yaml.load(text, path=shown)
    except safe_yaml.InvalidYAML as error:
        raise DataFileError(
            error.message, path=shown, line=error.line, column=error.column, hint=error.hint
        ) from error


def _json(text: str) -> Any:
    if '"<<"' in text:
        raise ValueError
    return json.loads(
        text,
        parse_float=safe_yaml.scalar,
        parse_int=safe_yaml.scalar,
        parse_constant=safe_yaml.scalar,
    )


def _table(source: bytes, extension: str, shown: str, site: Site) -> Any:
    key = "csv_reader" if extension == ".csv" else "tsv_reader"
    configured = site.config.get(key)
    options: Mapping[str, Any] = configured if isinstance(configured, dict) else {}
    encoding = str(options.get("encoding") or site.configuration.encoding)
    mark = "\ufeff" if source.startswith(codecs.BOM_UTF8) else ""  # Ruby's CSV leaves it in
    text = mark + _decoded(source, encoding, shown)
    return tables.parse(
        text,
        "," if extension == ".csv" else "\t",
        headers=truthy(options.get("headers", True)),
        converters=[str(one).lstrip(":") for one in options.get("csv_converters") or ()],
        path=shown,
    )


def _decoded(source: bytes, encoding: str, shown: str) -> str:
    try:
        return files.decoded(source, encoding, path=shown)
    except ReadError as error:
        raise DataFileError(error.message, path=shown, line=error.line, hint=error.hint) from error
