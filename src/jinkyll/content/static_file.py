"""A static file: whatever has no front matter, copied as it is.

Source: https://jekyllrb.com/docs/static-files/ and Jekyll's ``StaticFile``.
"""

from __future__ import annotations

import os
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinkyll.configuration.truth import truthy
from jinkyll.content import permalink
from jinkyll.content.names import split_extension

if TYPE_CHECKING:
    from jinkyll.content.collection import Collection
    from jinkyll.content.site import Site

__all__ = ["StaticFile"]


class StaticFile:
    """One file to copy.

    *dir* is its directory: starting with a slash (or empty) for a file of the
    source or a theme, ``_label/sub`` for one of a collection; *base* the folder
    that it is relative to.
    """

    def __init__(
        self,
        site: Site,
        base: str,
        dir: str,  # noqa: A002  (Jekyll's name)
        name: str,
        collection: Collection | None = None,
    ) -> None:
        self.site = site
        self.base = base
        self.dir = dir
        self.name = name
        """Name of the file, ``logo.png``."""
        self.collection = collection
        self.extname = split_extension(name)[1]
        """Extension with its dot."""
        self.relative_path = f"{dir.rstrip('/')}/{name}"
        """``/images/logo.png``; in a collection without the slash, ``_label/logo.png``."""

    @cached_property
    def path(self) -> str:
        """Absolute path of the source file."""
        parts = [self.base, self.relative_path.lstrip("/")]
        if self.collection is not None and self.site.collections_dir:
            parts.insert(1, self.site.collections_dir)
        return "/".join(parts)

    @property
    def type(self) -> str | None:
        """The label of the collection, which scopes of front matter defaults name."""
        return None if self.collection is None else self.collection.label

    @property
    def basename(self) -> str:
        """Name of the file without extension."""
        return self.name[: len(self.name) - len(self.extname)].rstrip(".")

    @cached_property
    def modified_time(self) -> datetime:
        """When the file was last changed."""
        return datetime.fromtimestamp(os.stat(self.path).st_mtime, self.site.timezone)  # noqa: PTH116

    @property
    def mtime(self) -> int:
        """When the file was last changed, in whole seconds since 1970."""
        return int(self.modified_time.timestamp())

    @cached_property
    def data(self) -> dict[str, Any]:
        """The front matter defaults that apply to the path."""
        return self.site.defaults.all(self.relative_path, self.type)

    @cached_property
    def defaults(self) -> dict[str, Any]:
        """The front matter defaults that apply to the URL; they decide about publishing."""
        return self.site.defaults.all(self.url, self.type)

    @cached_property
    def cleaned_relative_path(self) -> str:
        """Path without extension, in a collection below its directory: ``:path``."""
        path = self.relative_path[: len(self.relative_path) - len(self.extname)].rstrip(".")
        if self.collection is not None:
            path = path.replace(self.collection.relative_directory, "", 1)
        return path

    @cached_property
    def url(self) -> str:
        """Path of the file on the site, starting with a slash, without ``baseurl``."""
        if self.collection is None:
            base = self.cleaned_relative_path
        else:
            base = permalink.replace(
                self.collection.url_template,
                {
                    "collection": self.collection.label,
                    "path": self.cleaned_relative_path,
                    "output_ext": "",
                    "name": self.basename,
                    "title": "",
                },
            )
        return base.removesuffix("/") + self.extname

    @property
    def is_written(self) -> bool:
        """Whether the file is copied: no default hides it, and its collection has output."""
        published = truthy(self.defaults.get("published", True))
        return published and (self.collection is None or self.collection.is_written)

    def destination(self, base: Path) -> Path:
        """The file below *base* that this one is copied to."""
        return Path(self.output_path(str(base)))

    def output_path(self, base: str) -> str:
        """The same as text."""
        return permalink.below(base, permalink.file_of(self.url))

    def __repr__(self) -> str:
        return f"<StaticFile {self.relative_path}>"
