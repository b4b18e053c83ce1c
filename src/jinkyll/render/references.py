"""From the path of a source file to what became of it, for ``link`` and ``post_url``.

Indexed once for each build: a site with a thousand posts may hold thousands of
such tags.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.errors import nearest

if TYPE_CHECKING:
    from jinkyll.content.document import Document
    from jinkyll.content.page import Page
    from jinkyll.content.site import Site
    from jinkyll.content.static_file import StaticFile

__all__ = ["References"]


class References:
    """The files of one site by their paths, its posts by their names."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def find(self, path: str) -> Page | Document | StaticFile | None:
        """What is written for the source file *path*; None if nothing is."""
        rooted = path if path.startswith("/") else f"/{path}"
        found = [self._by_path[name] for name in (path, rooted) if name in self._by_path]
        return min(found, key=lambda entry: entry[0])[1] if found else None

    def find_post(self, name: str, folder: str, day: str, slug: str) -> Document | None:
        """The post with file name *day*-*slug*, in *folder* if that is not empty.

        A post that only has such a date and slug in its front matter is found,
        too, with a warning: *name* is how the author called it.
        """
        base = re.escape(f"{day}-{slug}")
        # The dots in front of an extension may be many, so the name is only the beginning.
        pattern = re.compile(
            rf"^_posts/{re.escape(folder)}{base}\.[^.]+|^{re.escape(folder)}_posts/?{base}\.[^.]+",
            re.MULTILINE,
        )
        for post in self._posts_by_name.get(f"{day}-{slug}", ()):
            if pattern.search(post.relative_path):
                return post
        return self._find_by_date(name, day, slug)

    def suggestion(self, path: str) -> str | None:
        """A hint that names the most similar path."""
        known = [known.lstrip("/") for known in self._by_path]
        near = nearest(path.lstrip("/"), known)
        return f"is it {near}?" if near else None

    def suggestion_of_post(self, name: str) -> str | None:
        """A hint that names the most similar post, with its folder."""
        known: dict[str, str] = {}
        for post in self._site.posts:
            folder = post.relative_path.removesuffix(post.basename).replace("_posts/", "", 1)
            known.setdefault(post.basename_without_ext, folder + post.basename_without_ext)
        near = nearest(name.rpartition("/")[2], known)
        return f"is it {known[near]}?" if near else None

    def _find_by_date(self, name: str, day: str, slug: str) -> Document | None:
        try:
            year, month, day_of_month = map(int, day.split("-"))
            wanted = date(year + 2000 if year < 100 else year, month, day_of_month)
        except ValueError:
            return None
        self._site.reads.facts.add("site")  # the dates and slugs of all
        for post in self._site.posts:
            if post.data["slug"] == slug and post.date.date() == wanted:
                log.warn(
                    "Deprecation:",
                    f"A call to '{{% post_url {name} %}}' did not match a post using the new "
                    "matching method of checking name (path-date-slug) equality. Please make sure "
                    "that you change this tag to match the post's name exactly.",
                )
                return post
        return None

    @cached_property
    def _by_path(self) -> dict[str, tuple[int, Page | Document | StaticFile]]:
        site = self._site
        found: dict[str, tuple[int, Page | Document | StaticFile]] = {}
        items: list[Page | Document | StaticFile] = [
            *site.pages, *site.static_files_to_write, *site.docs_to_write,
        ]  # fmt: skip
        for place, item in enumerate(items):
            found.setdefault(item.relative_path, (place, item))
        return found

    @cached_property
    def _posts_by_name(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {}
        for post in self._site.posts:
            name = post.basename
            end = name.find(".")
            while end >= 0:
                found.setdefault(name[:end], []).append(post)
                end = name.find(".", end + 1)
        return found
