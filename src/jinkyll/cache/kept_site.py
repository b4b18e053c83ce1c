"""A site on disk, as it was read and generated: for builds that find only bodies changed.

Pages and documents are kept a few together, and come back when somebody looks at one of
them; until then they are there in name only. So a site of ten thousand posts, of which an
edit needs three, is there at once. Bodies stay in the source files.

A plugin may leave in a site what can't be kept; then the site is not. Nothing that is kept is code,
and no more is made of it than the nouns, drops and times that are listed here, for who made the
site may have made its cache, too.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import pickle
import sys
from datetime import date, datetime, timedelta, timezone
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from jinkyll import checked
from jinkyll.configuration import Configuration
from jinkyll.configuration import timezone as zones
from jinkyll.content import (
    Collection,
    Document,
    Excerpt,
    FrontMatter,
    Layout,
    Page,
    Site,
    Skipped,
    StaticFile,
)
from jinkyll.content.text_slot import Deferred, on_disk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import tzinfo
    from pathlib import Path

    Item = Document | Page

__all__ = ["KeptSite", "load", "save"]

_MAGIC: Final = b"jinkyll-site\x01"
_KNOWN: Final = frozenset(
    {
        "_output_extensions", "_pages", "begun", "block_tags", "categories", "collections",
        "collections_dir", "collections_path", "configuration", "converters", "data", "defaults",
        "destination", "hooks", "includes_load_paths", "inputs", "layouts", "permalink_style",
        "reads", "skipped", "source", "static_files", "tags", "theme", "time_is_fixed", "timezone",
    }
)  # fmt: skip
"""What a site has. If there is more, a plugin has left it there, and nobody knows what it is."""


_NOUNS: Final = (Document, Excerpt, FrontMatter, Layout, Page, Skipped, StaticFile)

_TOGETHER: Final = 32
"""How many items are kept together: they have most words in common."""


class KeptSite(NamedTuple):
    """What goes with a site, from `save` to `load`."""

    items: Sequence[Item]
    """Everything that is rendered, in its order."""
    others: Mapping[str, Any]
    """Whatever else; it may name items of the site."""


class _OwnExcerpt(NamedTuple):
    """Stands for the excerpt in the data of the item that it is cut from."""

    kind: type[Excerpt]


_PLAIN: Final = frozenset({date, datetime, timedelta, timezone, _OwnExcerpt})


# These stand for what a site that is loaded has already, or gets first; see `_Unpickler`.


def _site() -> Site:
    raise NotImplementedError


def _configuration() -> Configuration:
    raise NotImplementedError


def _collection(label: str) -> Collection:
    raise NotImplementedError


def _default(page: Page) -> Callable[[str], object]:
    raise NotImplementedError


def _item(place: int) -> Item:
    raise NotImplementedError


def _begun() -> datetime:
    raise NotImplementedError


def _zone(key: str) -> tzinfo:
    raise NotImplementedError


def _on_disk(path: str, start: int, digest: bytes) -> Deferred:
    raise NotImplementedError


_FUNCTIONS: Final[frozenset[object]] = frozenset(
    {_begun, _collection, _configuration, _default, _item, _on_disk, _site, _zone}
)


def save(path: Path, key: bytes, site: Site, kept: KeptSite) -> bool:
    """Keep *site*, of which nothing is rendered, at *path* under *key*; tell whether that went."""
    places = {id(item): place for place, item in enumerate(kept.items)}

    def dumped(value: object) -> bytes:
        buffer = io.BytesIO()
        _Pickler(buffer, places, site.begun).dump(value)
        return buffer.getvalue()

    try:
        if not vars(site).keys() <= _KNOWN:
            raise pickle.PicklingError("the site has more than sites have")
        kinds = dumped([type(item) for item in kept.items])
        states = [
            dumped([_state(item) for item in kept.items[start : start + _TOGETHER]])
            for start in range(0, len(kept.items), _TOGETHER)
        ]
        value = (key, kinds, states, dumped((_common(site), dict(kept.others))))
        checked.save(path, _MAGIC, value)
    # What pickle says of what it does not know.
    except (pickle.PickleError, AttributeError, RecursionError, TypeError, ValueError, OSError):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        return False
    return True


def load(path: Path, key: bytes, site: Site) -> KeptSite | None:
    """Fill *site*, which is empty, with what is kept at *path*; None if nothing is under *key*."""
    value = checked.load(path, _MAGIC)
    if value is None or value[0] != key:
        return None
    _, kinds, states, rest = value
    try:
        items = _Items(site, _Unpickler(kinds, site, []).load(), states)
        common, others = _Unpickler(rest, site, items.all).load()
    except pickle.UnpicklingError:
        return None
    configuration, pages, collections, common = common
    dict.update(site.configuration, configuration)
    site.pages = pages
    for label, documents, files in collections:
        collection = site.collections.setdefault(label, Collection(site, label))
        collection.docs = documents
        collection.files = files
    vars(site).update(common)
    return KeptSite(items.all, others)


def _common(site: Site) -> tuple[Any, ...]:
    """All of *site* but its items."""
    return (
        site.configuration.unasked(),
        site.pages,
        [(label, each.docs, each.files) for label, each in site.collections.items()],
        {
            name: getattr(site, name)
            for name in ("layouts", "static_files", "data", "skipped", "_output_extensions")
        },
    )


def _state(item: Item) -> dict[str, Any]:
    """The attributes of *item*, its body left where it is."""
    state = {**vars(item), "_content": item.lasting_text}
    del state["site"]
    excerpt = dict.get(item.data, "excerpt")
    if isinstance(excerpt, Excerpt) and excerpt.doc is item:
        state["data"] = item.data.copy()
        state["data"]["excerpt"] = _OwnExcerpt(type(excerpt))
    return state


class _Pickler(pickle.Pickler):
    """Writes names in the place of items, collections, the site and the time."""

    def __init__(self, file: io.BytesIO, places: Mapping[int, int], begun: datetime) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._places = places
        self._begun = begun

    def reducer_override(self, value: Any) -> Any:
        """What `value` comes back from: a function and its arguments."""
        place = self._places.get(id(value))
        if place is not None:
            return (_item, (place,))
        kind = value.__class__
        if value is self._begun:
            return (_begun, ())
        if kind is FrontMatter:
            return (FrontMatter, (dict(value), value.fallback))
        if kind is Collection:
            return (_collection, (value.label,))
        if kind is Site:
            return (_site, ())
        if kind is Configuration:
            return (_configuration, ())
        if kind is Deferred and value.place is not None:
            return (_on_disk, (*value.place, value.digest))
        if issubclass(kind, Deferred | Excerpt):
            raise pickle.PicklingError("a text that lies nowhere, or another's excerpt")
        if isinstance(value, ZoneInfo) and value.key and zones.zone(value.key) is value:
            return (_zone, (value.key,))
        if isinstance(value, MethodType) and value == getattr(value.__self__, "default", None):
            return (_default, (value.__self__,))
        if isinstance(value, FunctionType):
            known = value in _FUNCTIONS
        else:
            known = _may_be_kept(value if isinstance(value, type) else kind)
        if not known:
            raise pickle.PicklingError(f"a {kind.__name__}")
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    """Puts items, collections, the site and the time in the place of their names."""

    def __init__(self, data: bytes, site: Site, items: Sequence[Item]) -> None:
        super().__init__(io.BytesIO(data))
        self._names: dict[str, Callable[..., object]] = {
            "_site": lambda: site,
            "_configuration": lambda: site.configuration,
            "_collection": site.collections.__getitem__,
            "_item": items.__getitem__,
            "_default": lambda page: page.default,
            "_begun": lambda: site.begun,
            "_zone": zones.zone,
            "_on_disk": self._on_disk,
        }
        roots = [site.source] if site.theme is None else [site.source, site.theme.root]
        self._roots = tuple(f"{root}{os.sep}" for root in roots)

    def _on_disk(self, path: str, start: int, digest: bytes) -> Deferred:
        if not os.path.normpath(path).startswith(self._roots):
            raise pickle.UnpicklingError(f"{path} is no source of this site")
        return on_disk(path, start, digest)

    def find_class(self, module: str, name: str) -> Any:
        """The class called *name*, or what that name stands for here.

        Raises:
            pickle.UnpicklingError: it is nothing that is ever kept.
        """
        if module == __name__ and name in self._names:
            return self._names[name]
        if module not in sys.modules and module.startswith("jinkyll."):
            importlib.import_module(module)
        found = getattr(sys.modules.get(module), name, None)
        if not isinstance(found, type) or not _may_be_kept(found):
            raise pickle.UnpicklingError(f"{module}.{name} is not to be kept")
        return found


def _may_be_kept(kind: type) -> bool:
    if kind in _PLAIN or issubclass(kind, _NOUNS):
        return True
    from jinkyll.liquid import Drop  # noqa: PLC0415  (slow, and few sites keep one)

    return issubclass(kind, Drop)


class _Items:
    """Items that are there in name only, until somebody looks at one."""

    def __init__(self, site: Site, kinds: Sequence[type[Item]], states: Sequence[bytes]) -> None:
        self._site = site
        self._kinds = kinds
        self._states = states
        asleep = {kind: self._asleep(kind) for kind in set(kinds)}
        self.all: list[Item] = [object.__new__(asleep[kind]) for kind in kinds]
        self._places = {id(item): place for place, item in enumerate(self.all)}

    def _asleep(self, kind: type[Item]) -> type[Item]:
        """A class whose objects become those of *kind* as soon as one of their values is wanted."""

        def wake(item: Item, name: str) -> Any:
            self._wake(self._places[id(item)] // _TOGETHER)
            return getattr(item, name)

        return type(kind.__name__, (kind,), {"__getattr__": wake, "__module__": kind.__module__})

    def _wake(self, number: int) -> None:
        """Fill the items that are kept together as the *number*th."""
        states = _Unpickler(self._states[number], self._site, self.all).load()
        for place, state in enumerate(states, number * _TOGETHER):
            item = self.all[place]
            item.__class__ = self._kinds[place]
            own = vars(item)
            # What has been put into it meanwhile is newer.
            own.update({"site": self._site, **state, **own})
            excerpt = dict.get(item.data, "excerpt")
            if isinstance(excerpt, _OwnExcerpt):
                item.data["excerpt"] = excerpt.kind(item)
