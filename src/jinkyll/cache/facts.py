"""What the facts are that pages look at, as digests: equal if nothing about them changed.

A fact is a name that :mod:`jinkyll.content.reads` records. Each has its own digest, made
when it is asked for, and so has each page and document, its body apart.
"""

from __future__ import annotations

import marshal
import os
from datetime import date, datetime
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from jinkyll.cache.keys import digest
from jinkyll.content import Document, Excerpt, Page, StaticFile

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping

    from jinkyll.content import Collection, Site

__all__ = ["Facts", "item_key"]

_PLAIN: Final = frozenset({str, int, float, bool, type(None)})
_MISSING: Final = b""
_SIZE: Final = 16
_OF_FILES: Final = frozenset({"file", "include", "templates"})
_EVERYTHING: Final = "site "


class Unknown(Exception):  # noqa: N818  (no mistake: it can't be compared, that is all)
    """Something of which nobody can tell whether it is the same."""


def item_key(item: Document | Page | StaticFile) -> str:
    """A name for *item* that it has in every build.

    A document goes by its path alone, for its address takes a while to be made.
    """
    if isinstance(item, Document):
        return f"Document {item.relative_path}"
    return f"{type(item).__name__} {item.relative_path} {item.url}"


class Facts:
    """The facts of one site, which is read and not rendered yet."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._time = None if site.time_is_fixed else site.begun
        # The list grows while pages are rendered.
        self._pages = list(site.pages)
        self._keys: dict[int, str] = {}
        self._known: dict[str, bytes] = {}

    def digest(self, fact: str) -> bytes:
        """The digest of *fact*: empty if it can't be told whether it changed."""
        found = self._known.get(fact)
        if found is None:
            kind, _, name = fact.partition(" ")
            tell = _KINDS.get(kind)
            found = _MISSING if tell is None else _digest(tell, self, name)
            self._known[fact] = found
        return found

    @property
    def site(self) -> Site:
        """Whose facts they are."""
        return self._site

    def forget_files(self) -> None:
        """Digest anew what comes out of files that may be sources of items, too."""
        of_files = [fact for fact in self._known if fact.partition(" ")[0] in _OF_FILES]
        for fact in (*of_files, _EVERYTHING):
            self._known.pop(fact, None)

    def assume(self, digests: Mapping[str, bytes]) -> None:
        """Take *digests* for right as far as they are of lists of pages and documents.

        To be called if no item came, went or moved and nothing about any changed but bodies:
        then the lists that are made of them are the same, which need not be made to be compared.
        """
        for fact, digest_ in digests.items():
            if digest_ and (fact in _LISTS or fact.startswith("collection ")):
                self._known[fact] = digest_

    def assume_all(self, digests: Mapping[str, bytes]) -> None:
        """Take *digests* for right where no file tells otherwise: nothing but bodies changed."""
        self._known.update(digests)
        self.forget_files()

    def of_item(self, item: Document | Page) -> bytes:
        """The digest of all about *item* but its body."""
        return _digest(self._item, item)

    def around(self, item: Document | Page) -> list[str | None]:
        """The keys of what stands before and after *item* in its collection."""
        if not isinstance(item, Document):
            return []
        neighbours = (item.previous_doc, item.next_doc)
        return [None if one is None else self.key(one) for one in neighbours]

    def body(self, item: Document | Page) -> bytes:
        """The digest of the body of *item*, as long as it is not rendered."""
        return item.source_digest or digest(item.content or "")

    def key(self, item: Document | Page | StaticFile) -> str:
        """`item_key`, made once."""
        key = self._keys.get(id(item))
        if key is None:
            key = self._keys[id(item)] = item_key(item)
        return key

    def keys(self, items: Iterable[Document | Page | StaticFile]) -> list[str]:
        """The keys of *items*, in their order."""
        return [self.key(item) for item in items]

    def _item(self, item: Document | Page) -> object:
        """All that there is of *item*; a document's address follows from that."""
        address = None
        # What stands in for a date becomes part of the data, and may be part of the address.
        if isinstance(item, Document) and item.known_date is self._time:
            address = item.url
        pager = item.pager if isinstance(item, Page) else None
        return (
            self.key(item),
            item.path,
            item.is_written,
            item.output_ext,  # with the URL it makes the file's name
            self.plain(item.data),
            item.data.fallback is not None,
            pager and self._pager(pager),
            address,
        )

    def _pager(self, pager: object) -> object:
        """What a pagination plugin gave to a page: a map, or an object with attributes."""
        if isinstance(pager, dict):
            return self.plain(pager)
        names = {name for kind in type(pager).__mro__ for name in vars(kind).get("__slots__", ())}
        names |= vars(pager).keys() if hasattr(pager, "__dict__") else set()
        if not names:
            raise Unknown(f"a {type(pager).__name__}")
        return [(name, self.plain(getattr(pager, name, None))) for name in sorted(names)]

    def plain(self, value: Any) -> object:
        """*value* in lists, maps and scalars only.

        Raises:
            Unknown: that is not possible.
        """
        if value.__class__ in _PLAIN:
            return value
        if isinstance(value, dict):
            return [
                (key, each)
                if key.__class__ is str and each.__class__ in _PLAIN
                else (self.plain(key), self.plain(each))
                for key, each in value.items()
            ]
        if isinstance(value, list | tuple):
            return [item if item.__class__ in _PLAIN else self.plain(item) for item in value]
        if value is self._time:
            return ("time",)  # who looks at it is known to have done so
        if isinstance(value, datetime):
            return ("datetime", value.isoformat(), value.fold, value.tzname())
        if isinstance(value, date):
            return ("date", value.isoformat())
        if isinstance(value, Excerpt):
            # Part of the body, of which there is a digest.
            return ("excerpt",) if value.is_of_body else ("excerpt", value.content)
        if isinstance(value, Document | Page | StaticFile):
            return ("item", self.key(value))
        return (type(value).__name__, self.plain(_state(value)))

    # Each kind of fact

    def _configuration(self, name: str) -> object:
        configuration = self._site.configuration
        known = dict.__contains__(configuration, name)
        return (known, self.plain(dict.get(configuration, name)))

    def configuration_as_asked(self, noise: Container[str]) -> dict[str, bytes]:
        """The digests of those keys of the configuration that the program looked at.

        Without those among *noise*.
        """
        configuration = self._site.configuration
        asked = configuration.asked
        if configuration.EVERYTHING in asked:
            asked = {*asked, *configuration.unasked()}
        return {key: self.digest(f"config {key}") for key in asked if key not in noise}

    def _data(self, name: str) -> object:
        data = self._site.site_data
        if not name or not isinstance(data, dict):
            return self.plain(data)
        return (name in data, self.plain(dict.get(data, name)))

    def _layout(self, name: str) -> object:
        layout = self._site.layouts.get(name)
        if layout is None:
            return None
        return (layout.path, layout.relative_path, self.plain(layout.data), layout.content)

    def _include(self, name: str) -> object:
        path = self._site.template_in(self._site.includes_load_paths, name)
        return None if path is None else (str(path), path.read_bytes())

    def _file(self, name: str) -> object:
        folder, _, name = name.rpartition("/")
        path = self._site.template_in([Path(folder)], name)
        return None if path is None else (str(path), path.read_bytes())

    def _templates(self, _: str) -> object:
        """All of them: nobody records which others a template in Jinja's syntax uses."""
        includes = [
            (path, Path(path).read_bytes())
            for folder in self._site.includes_load_paths
            for root, _, files in sorted(os.walk(folder))
            for path in sorted(f"{root}/{file}" for file in files)
            if Path(path).is_file()
        ]
        return (includes, [(name, self._layout(name)) for name in self._site.layouts])

    def _collection(self, label: str) -> object:
        collection = self._site.collections.get(label)
        return None if collection is None else self.keys(collection.docs)

    def _of_collection(self, collection: Collection) -> object:
        return (
            collection.label,
            self.plain(collection.metadata),
            self.keys(collection.docs),
            [self._static_file(file) for file in collection.files],
        )

    def _static_file(self, file: StaticFile) -> object:
        return (self.key(file), file.path, file.is_written, file.mtime, self.plain(file.data))

    def _list_of_pages(self) -> object:
        return [(self.key(page), page.output_ext) for page in self._pages]

    def _site_list(self, name: str) -> object:
        site = self._site
        if not name:
            return self._everything()
        if name in {"pages", "html_pages"}:
            return self._list_of_pages()
        if name in {"posts", "documents"}:
            return self.keys(getattr(site, name))
        if name in {"tags", "categories"}:
            named = getattr(site, name)
            return [(self.plain(key), self.keys(posts)) for key, posts in named.items()]
        if name == "static_files":
            return [self._static_file(file) for file in site.static_files]
        if name == "collections":
            return [self._of_collection(each) for each in site.collections.values()]
        return None  # the time, and the data, whose keys are facts of their own

    def _everything(self) -> object:
        site = self._site
        return (
            str(site.source),
            self.plain(site.configuration.unasked()),
            self.plain(site.data),
            [str(path) for path in site.includes_load_paths],
            self._templates(""),
            [self._item(page) for page in self._pages],
            [self._static_file(file) for file in site.static_files],
            [self._of_collection(each) for each in site.collections.values()],
            [self._item(doc) for each in site.collections.values() for doc in each.docs],
        )


_LISTS: Final = frozenset(
    {"site categories", "site html_pages", "site pages", "site posts", "site tags"}
)
_KINDS: Final[dict[str, Callable[[Facts, str], object]]] = {
    "collection": Facts._collection,
    "config": Facts._configuration,
    "data": Facts._data,
    "file": Facts._file,
    "include": Facts._include,
    "layout": Facts._layout,
    "site": Facts._site_list,
    "templates": Facts._templates,
}


def _state(value: object) -> object:
    """What the drop *value* stands on; raises Unknown if it does not tell, or is none."""
    from jinkyll.liquid import Drop  # noqa: PLC0415  (slow, for oddities only)

    state = value.liquid_state() if isinstance(value, Drop) else None
    if state is None:
        raise Unknown(f"a {type(value).__name__}")
    return state


def _digest(make: Callable[..., object], *arguments: object) -> bytes:
    try:
        # Version 0 has no references: equal values give equal bytes.
        data = marshal.dumps(cast("Any", make(*arguments)), 0)
        return blake2b(data, digest_size=_SIZE).digest()
    except (Unknown, ValueError, RecursionError, OSError):
        return _MISSING
