"""Documents: from the bytes of a file to data and body.

What a file's front matter does not say, its name and the site's defaults do.

Source: https://jekyllrb.com/docs/posts/ and Jekyll's ``Document#read``.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from jinkyll import log, safe_yaml
from jinkyll.content import Collection, Document, Excerpt, FrontMatter, Site
from jinkyll.content.document import DATED_NAME, UNDATED_NAME
from jinkyll.content.front_matter import to_s, words
from jinkyll.content.slug import titleize
from jinkyll.errors import FrontMatterError, JinkyllError, ReadError
from jinkyll.paths import without_jinja

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinkyll.read import front_matter
    from jinkyll.read.source_files import SourceFile

__all__ = ["read_document"]


def read_document(file: SourceFile, site: Site, collection: Collection) -> Document:
    """Read the document in *file*.

    A mistake in the front matter is logged, and the document goes on with what
    is known of it; with ``strict_front_matter`` it stops the build.

    Raises:
        ReadError: the file is not in the site's encoding, or its date is none.
    """
    doc = Document(file.path, site=site, collection=collection)
    if site.hooks is not None:
        site.hooks.trigger_document(collection.label, "post_init", doc)
    log.debug("Reading:", doc.relative_path)
    if doc.yaml_file:
        _read_data_only(doc, file.text(doc.relative_path))
        return doc
    parts = file.split(doc.relative_path)
    defaults = site.defaults.all(doc.relative_path, doc.type, draft=doc.draft)
    if defaults:
        doc.merge_data(defaults, source="front matter defaults")
    doc.content = parts.body
    doc.body_line = parts.body_line
    try:
        data = file.load(doc.relative_path)
        if data is not None and data is not False:
            _check(data, doc, parts)
            doc.merge_data(data)
        _complete(doc)
        file.leave_body_on_disk(doc)
    except FrontMatterError as error:
        _log(error, file.path)
        if site.configuration.strict_front_matter:
            raise
    except ReadError as error:
        error.line = error.line or parts.line_of("date")
        raise
    return doc


def _read_data_only(doc: Document, text: str) -> None:
    try:
        data = safe_yaml.load(text, path=doc.relative_path)
    except safe_yaml.InvalidYAML as error:
        raise FrontMatterError(
            error.message,
            path=error.path,
            line=error.line,
            column=error.column,
            hint=error.hint,
        ) from error
    if not isinstance(data, dict):
        raise FrontMatterError("the file is not a mapping", path=doc.relative_path, line=1)
    data.setdefault("draft", doc.draft)
    doc.data = FrontMatter(data)


def _check(data: Any, doc: Document, parts: front_matter.Source) -> None:
    if not isinstance(data, dict):
        raise FrontMatterError(
            f"front matter must be a mapping, not {_kind(data)}",
            path=doc.relative_path,
            line=parts.block_line,
            hint="write lines of the form key: value between the dashes",
        )
    categories = data.get("categories")
    if categories is not None and not isinstance(categories, str | list):
        raise FrontMatterError(
            f"categories must be a list or words, not {_kind(categories)}",
            path=doc.relative_path,
            line=parts.line_of("categories"),
            hint=f'write categories: ["{categories}"]',
        )


def _complete(doc: Document) -> None:
    """Add what the name of the file says, and bring categories and tags into form."""
    data = doc.data
    path = without_jinja(doc.relative_path)
    named = DATED_NAME.match(path)
    if named is not None:
        date, slug, ext = named.groups()
        given = data["date"]
        # The site's time is what a document without a date was given. (Jekyll compares seconds,
        # and so takes a post's own time away if it is the one at which the build began.)
        if not given or given is doc.site.begun:
            doc.merge_data({"date": _date(date)}, source="filename")
    else:
        undated = UNDATED_NAME.match(path)
        slug, ext = undated.groups() if undated else (doc.basename_without_ext, None)
    slug = slug.rstrip(".")
    if data["title"] is None or data["title"] is False:
        data["title"] = titleize(slug)
    if data["slug"] is None or data["slug"] is False:
        data["slug"] = slug
    if data["ext"] is None or data["ext"] is False:
        data["ext"] = ext
    _populate_categories(doc)
    tags = _plural(data, "tag", "tags")
    data["tags"] = tags
    if doc.generate_excerpt and (data["excerpt"] is None or data["excerpt"] is False):
        data["excerpt"] = Excerpt(doc)


def _date(text: str) -> object:
    """The date in a file's name; a real one is spared the long way through text."""
    year, month, day = text.split("-")
    if len(year) == 4:
        try:
            return dt.date(int(year), int(month), int(day))
        except ValueError:
            pass
    return text


def _populate_categories(doc: Document) -> None:
    own = doc.data["categories"]
    categories = [*(own if isinstance(own, list) else [own] if own is not None else [])]
    categories += _plural(doc.data, "category", "categories")
    texts = list(dict.fromkeys(to_s(one) for one in categories))
    if texts != own:
        doc.merge_data({"categories": texts})


def _plural(data: FrontMatter, singular: str, plural: str) -> list[Any]:
    # Defaults are among the data: there is nothing to fall back to.
    value = dict.get(data, singular)
    if value is None or value is False:
        value = dict.get(data, plural)
        if isinstance(value, str):
            return words(value)
        if not isinstance(value, list):
            value = None
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and all(one.__class__ is str for one in value):
        return value[:]
    return list(_flat([value]))


def _flat(values: Iterable[Any]) -> Iterable[Any]:
    for value in values:
        if isinstance(value, list):
            yield from _flat(value)
        elif value is not None:
            yield value


def _kind(value: object) -> str:
    names = {dict: "a mapping", list: "a list", str: "text", bool: "a boolean"}
    return next((name for kind, name in names.items() if isinstance(value, kind)), "a number")


def _log(error: JinkyllError, path: str) -> None:
    cause = error.__cause__
    if isinstance(cause, safe_yaml.InvalidYAML):
        log.error("Error:", f"YAML Exception reading {path}: {cause.problem}")
    else:
        log.error("Error:", f"could not read file {path}: {error.message}")
    log.error("", f"{error.path}:{error.line}" + (f": {error.hint}" if error.hint else ""))
    log.annotate("warning", error.message, path=error.path, line=error.line)
