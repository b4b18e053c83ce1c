"""Which pages are paginated, with which documents in which order."""

from __future__ import annotations

import math
import re
from functools import cmp_to_key
from typing import TYPE_CHECKING, Any, Final

from jinkyll.bundled.paginate_v2.pages import numbered_pages
from jinkyll.configuration.truth import truthy
from jinkyll.content.front_matter import STRIPPED
from jinkyll.errors import ConfigurationError
from jinkyll.liquid.comparison import compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jinkyll.content import Document, Page, Site

__all__ = ["paginate", "split_names", "template_pages"]

_SEPARATOR: Final = re.compile(r"[;,]")
_SEPARATOR_OR_BLANK: Final = re.compile(r"[;,\s]", re.ASCII)


def template_pages(site: Site) -> list[Page]:
    """The pages whose front matter asks for pagination."""
    return [
        page
        for page in site.pages
        if isinstance(settings := page.data["pagination"], dict) and settings.get("enabled")
    ]


def paginate(site: Site, template: Page, settings: Mapping[str, Any]) -> None:
    """Put the numbered pages of *template* into the site in its place.

    Raises:
        ConfigurationError: ``per_page`` is no positive number, or documents can't be sorted.
    """
    if not settings["enabled"]:
        return
    documents = _sorted(_chosen(site, settings), settings, template)
    per_page = _integer(settings["per_page"])
    if per_page < 1:
        raise ConfigurationError(
            f"pagination: per_page is {settings['per_page']}", path=template.relative_path
        )
    total = math.ceil(len(documents) / per_page)
    limit = _integer(settings.get("limit"))
    if 0 < limit < total:
        total = limit
    site.pages[:] = [page for page in site.pages if page is not template]
    site.pages += numbered_pages(site, template, settings, documents, per_page, max(total, 1))


def _chosen(site: Site, settings: Mapping[str, Any]) -> list[Document]:
    collections = settings["collection"]
    if isinstance(collections, str):
        collections = [name for name in _SEPARATOR_OR_BLANK.split(collections) if name]
    chosen: list[Document] = []
    for name in collections:
        label = str(name).lower().strip(STRIPPED)
        if label == "all":
            labels = [each for each in site.collections if each != "posts"]
        else:
            labels = [label] if label in site.collections else []
        chosen += [
            doc
            for each in labels
            for doc in site.collections[each].docs
            if "pagination" not in doc.data
        ]
    chosen = [doc for doc in chosen if not truthy(doc.data["hidden"])]
    everything = chosen
    for key, field in (("category", "categories"), ("tag", "tags"), ("locale", "locale")):
        wanted = settings.get(key)
        if wanted is None:
            continue
        index = _index(everything, field)
        if key == "category":
            index["posts"] = everything
        for name in _SEPARATOR.split(wanted) if isinstance(wanted, str) else wanted:
            named = {id(doc) for doc in index.get(str(name).lower().strip(STRIPPED), ())}
            chosen = [doc for doc in dict.fromkeys(chosen) if id(doc) in named]
    return chosen


def split_names(value: object) -> Iterable[str]:
    """The names in a field of front matter, which may be text or a list."""
    names = _SEPARATOR_OR_BLANK.split(value) if isinstance(value, str) else value
    if not isinstance(names, list):
        return
    for name in names:
        yield from (part for part in _SEPARATOR.split(str(name).strip(STRIPPED)) if part)


def _index(documents: list[Document], field: str) -> dict[str, list[Document]]:
    index: dict[str, list[Document]] = {}
    for doc in documents:
        for name in split_names(doc.data.get(field)):
            index.setdefault(name.lower().strip(STRIPPED), []).append(doc)
    return index


def _sorted(
    documents: list[Document], settings: Mapping[str, Any], template: Page
) -> list[Document]:
    if not settings.get("sort_field"):
        return documents
    field = str(settings["sort_field"])
    for doc in documents:
        doc.settle_date()

    def order(one: Document, other: Document) -> int:
        return _compare(_value(one, field), _value(other, field), template)

    # In ascending order; what is left out by the offset is the end of it.
    ordered = sorted(documents, key=cmp_to_key(order))
    offset = max(0, _integer(settings.get("offset")))
    ordered = ordered[: max(0, len(ordered) - offset)]
    return ordered[::-1] if settings.get("sort_reverse") else ordered


def _value(doc: Document, field: str) -> object:
    """The value at ``author:name:first`` of the front matter; None for a mapping or nothing."""
    value: object = doc.data
    for part in field.split(":"):
        key = part.lower().strip(STRIPPED)
        if not isinstance(value, dict) or key not in value:
            return None
        value = value[key]
    return None if isinstance(value, dict) else value


def _compare(one: object, other: object, template: Page) -> int:
    if one is None or other is None:
        return (one is not None) - (other is not None)
    if isinstance(one, str) and isinstance(other, str):
        one, other = one.lower(), other.lower()
    result = compare(one, other)
    if result is None:
        raise ConfigurationError(
            f"pagination can't sort by {one!r} and {other!r}",
            path=template.relative_path,
            hint="give all documents a sort_field of one kind",
        )
    return result


def _integer(value: object) -> int:
    match = re.match(r"\s*-?\d+", str(value))
    return int(match[0]) if match else 0
