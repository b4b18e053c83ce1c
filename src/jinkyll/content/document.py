"""A document: a post, a draft, or a file with front matter in another collection.

Source: https://jekyllrb.com/docs/collections/ and Jekyll's ``Document``.
"""

from __future__ import annotations

import os
import re
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinkyll.configuration.merging import deep_merge
from jinkyll.configuration.truth import truthy
from jinkyll.content import permalink
from jinkyll.content.dates import parse_date
from jinkyll.content.front_matter import FrontMatter, to_s, words
from jinkyll.content.names import split_extension
from jinkyll.content.rendered import Rendered
from jinkyll.content.slug import downcase, slugify
from jinkyll.paths import without_jinja

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinkyll.content.collection import Collection
    from jinkyll.content.site import Site

__all__ = ["DATED_NAME", "UNDATED_NAME", "Document"]

DATED_NAME: Final = re.compile(r"^(?:.+/)*?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$", re.ASCII)
"""Path of a post: date, slug, extension."""

UNDATED_NAME: Final = re.compile(r"^(?:.+/)*(.*)(\.[^.]+)$")
"""Path of any other document: slug, extension."""

_ASSETS: Final = frozenset({".sass", ".scss", ".coffee"})
_YAML: Final = frozenset({".yaml", ".yml"})


class Document(Rendered["str | None"]):
    """One file of a collection that has front matter, or a post.

    ``data`` is the front matter over the defaults, completed by what the name
    of the file says (``date``, ``slug``, ``ext``, ``title``, ``categories``,
    ``tags``, ``draft``, ``excerpt``). ``content`` is the body as it stands in the
    file; ``render`` puts the converted body there and the finished page into
    ``output``.
    """

    def __init__(self, path: str, *, site: Site, collection: Collection) -> None:
        self.path = path
        """Absolute path of the source file."""
        self.site = site
        self.collection = collection
        self._content = None
        self._output = None
        self.body_line = 1
        """Line of the file on which the body starts."""
        self.undated = False
        """Whether no date was known when the documents were sorted, nor asked for since."""
        prefix = site.collections_path + "/"
        self.relative_path = path.removeprefix(prefix)
        """Path relative to the collections' directory, ``_posts/2020-01-01-a.md``."""
        self.basename = path[path.rfind("/") + 1 :]
        """Name of the file, ``2020-01-01-a.md``."""
        self.basename_without_ext: str
        self.extname: str
        self.basename_without_ext, self.extname = split_extension(without_jinja(self.basename))
        directory = collection.relative_directory
        draft = collection.label == "posts" and directory not in self.relative_path
        special = "_drafts" if draft else directory
        self.data = FrontMatter({"draft": draft, "categories": self._superdirectories(special)})

    @property
    def type(self) -> str:
        """The label of the collection, which scopes of front matter defaults name."""
        return self.collection.label

    @property
    def draft(self) -> bool:
        """Whether the file lies in ``_drafts``, or says so in its front matter."""
        return truthy(self.data["draft"])

    @property
    def date(self) -> datetime:
        """The front matter's date, else the name's, else the site's time (a draft: the file's)."""
        value = dict.get(self.data, "date") or self.known_date
        if value is self.site.begun and not self.site.time_is_fixed:
            self.site.reads.time()
        return value

    @property
    def known_date(self) -> datetime:
        """The same, for those who only compare it: that the time was looked at is not recorded."""
        value = self.data["date"]
        if value is None or value is False:
            value = self.source_file_mtime if self.draft else self.site.begun
            self.data["date"] = value
        assert isinstance(value, datetime)  # noqa: S101  (merge_data lets nothing else in)
        return value

    def settle_date(self) -> None:
        """Have the date count wherever documents are compared, even one that nobody wrote.

        In Jekyll it counts from the moment at which somebody asks for it.
        """
        self.data["date"] = self.known_date
        self.undated = False

    @property
    def source_file_mtime(self) -> datetime:
        """When the file was last changed."""
        return datetime.fromtimestamp(os.stat(self.path).st_mtime, self.site.timezone)  # noqa: PTH116

    @property
    def published(self) -> bool:
        """False if the front matter says ``published: false``."""
        return dict.get(self.data, "published", True) is not False

    @property
    def output_ext(self) -> str:
        """Extension of the file that is written, with its dot."""
        return self.site.output_ext(self.extname, self.permalink)

    @property
    def permalink(self) -> str | None:
        """The permalink of the front matter, a template; None where the collection's applies."""
        value = self.data["permalink"]
        return None if value is None or value is False else str(value)

    @property
    def url_template(self) -> str:
        """The collection's permalink."""
        return self.collection.url_template

    @cached_property
    def url(self) -> str:
        """Path of the page on the site, starting with a slash, without ``baseurl``."""
        template = self.permalink
        if template is None:
            template = self.url_template
        return permalink.expand(template, self._placeholder, _PLACEHOLDERS, path=self.relative_path)

    @cached_property
    def id(self) -> str:
        """The directory of the URL and the slug: ``/2020/01/01/a``."""
        slug = self.data["slug"]
        name = self.basename_without_ext if slug is None or slug is False else str(slug)
        # File.dirname ignores a slash at the end.
        directory = self.url.rstrip("/").rpartition("/")[0].rstrip("/")
        return f"{directory}/{name.lstrip('/')}"

    @cached_property
    def cleaned_relative_path(self) -> str:
        """Path below the collection's directory, without extension: ``:path``."""
        path = without_jinja(self.relative_path)
        path = path[: len(path) - len(self.extname)]
        return path.replace(self.collection.relative_directory, "", 1).rstrip(".")

    def destination(self, base: Path) -> Path:
        """The file below *base* that this document is written to."""
        return Path(self.output_path(str(base)))

    def output_path(self, base: str) -> str:
        """The same as text."""
        path = permalink.file_of(self.url)
        if self.url.endswith("/"):
            path = f"{path.rstrip('/')}/index.html"
        elif not path.endswith(self.output_ext):
            path += self.output_ext
        return permalink.below(base, path)

    @cached_property
    def excerpt_separator(self) -> str:
        """Where the excerpt ends; empty for no excerpt."""
        own = self.data["excerpt_separator"]
        return to_s(own if truthy(own) else self.site.config.get("excerpt_separator"))

    @property
    def generate_excerpt(self) -> bool:
        """Whether an excerpt is cut from the body."""
        return self.excerpt_separator != ""

    @property
    def yaml_file(self) -> bool:
        """Whether the whole file is data, ``.yml``."""
        return self.extname in _YAML

    @property
    def asset_file(self) -> bool:
        """Whether the file is a style sheet or script that no layout wraps."""
        return self.extname in _ASSETS

    @property
    def render_with_liquid(self) -> bool:
        """Whether the body is a template."""
        if self.data["render_with_liquid"] is False or self.extname == ".coffee" or self.yaml_file:
            return False
        return self.content is not None and ("{%" in self.content or "{{" in self.content)

    @property
    def place_in_layout(self) -> bool:
        """Whether a layout may wrap the page."""
        return not (self.asset_file or self.yaml_file or self.data["layout"] == "none")

    @property
    def is_written(self) -> bool:
        """Whether the page is written: its collection has output, and it may be published."""
        return self.collection.is_written and self.site.publishes(self)

    @property
    def next_doc(self) -> Document | None:
        """The document after this one in its collection; for posts, the newer one."""
        return self.collection.neighbour(self, 1)

    @property
    def previous_doc(self) -> Document | None:
        """The document before this one in its collection; for posts, the older one."""
        return self.collection.neighbour(self, -1)

    @property
    def related_posts(self) -> list[Document]:
        """The ten newest posts without this one."""
        posts = self.site.posts
        if len(posts) <= 1:
            return []
        return [post for post in reversed(posts[-11:]) if post is not self][:10]

    def merge_data(
        self, other: dict[str, Any], *, source: str = "YAML front matter"
    ) -> FrontMatter:
        """Put *other* over the data; categories are united, dates become times.

        Raises:
            ReadError: a date that is none; *source* tells where it was found.
        """
        categories = other.get("categories")
        if categories is not None:
            if isinstance(categories, str):
                categories = words(categories)
            mine = self.data["categories"]
            if isinstance(mine, list) and isinstance(categories, list):
                categories = list({_identity(one): one for one in mine + categories}.values())
            other = {**other, "categories": categories}
        deep_merge(self.data, other, in_place=True)
        if "date" in other and "date" in self.data:
            self.data["date"] = parse_date(
                self.data["date"],
                self.site.timezone,
                f"Document '{self.relative_path}' does not have a valid date in the {source}.",
                path=self.relative_path,
            )
        return self.data

    def __getitem__(self, key: str) -> Any:
        return self.data[key]

    def __str__(self) -> str:
        if self.output is not None:
            return self.output
        return "NO CONTENT" if self.content is None else self.content

    def __repr__(self) -> str:
        return f"<Document {self.relative_path} collection={self.collection.label}>"

    def _superdirectories(self, special: str) -> list[str]:
        if self.relative_path.startswith(special):
            return []
        above = self.relative_path.partition(special)[0]
        return [one for one in above.split("/") if one and one not in {special, self.basename}]

    def _placeholder(self, name: str) -> str | None:
        date = permalink.DATE_PLACEHOLDERS.get(name)
        if date is not None:
            return date(self.date)
        return _OWN_PLACEHOLDERS[name](self)


def _slug(doc: Document, mode: str | None, *, cased: bool) -> str:
    slug = doc.data["slug"]
    text = doc.basename_without_ext if slug is None else str(slug)
    return slugify(text, mode, cased=cased)


def _categories(doc: Document) -> list[str]:
    value = doc.data["categories"]
    return [to_s(one) for one in (value if isinstance(value, list) else [value] if value else [])]


_OWN_PLACEHOLDERS: Final[dict[str, Callable[[Document], str]]] = {
    "output_ext": lambda doc: doc.output_ext,
    "path": lambda doc: doc.cleaned_relative_path,
    "collection": lambda doc: doc.collection.label,
    "name": lambda doc: slugify(doc.basename_without_ext),
    "title": lambda doc: _slug(doc, "pretty", cased=True),
    "slug": lambda doc: _slug(doc, None, cased=False),
    "categories": lambda doc: "/".join(dict.fromkeys(map(downcase, _categories(doc)))),
    "slugified_categories": lambda doc: "/".join(dict.fromkeys(map(slugify, _categories(doc)))),
}
_PLACEHOLDERS: Final = frozenset(_OWN_PLACEHOLDERS) | frozenset(permalink.DATE_PLACEHOLDERS)


def _identity(value: object) -> object:
    return (type(value), value) if isinstance(value, str | int | float) else id(value)
