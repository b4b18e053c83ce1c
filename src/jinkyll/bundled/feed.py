"""jekyll-feed: Atom feeds of posts, of collections, of categories and of tags.

``/feed.xml`` unless the site has a file of that name; the tag ``{% feed_meta %}`` links it.
Configuration ``feed``: ``path``, ``posts_limit`` (10), ``excerpt_only``, ``categories``,
``collections`` (a list, or a mapping to ``path`` and ``categories``), ``tags`` (true, or ``only``,
``except`` and ``path``), ``disable_in_development``.

Source: https://github.com/jekyll/jekyll-feed (0.17.0).
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinkyll import log
from jinkyll.configuration import environment
from jinkyll.configuration.kinds import array_of, check_kind
from jinkyll.content import PageWithoutAFile
from jinkyll.content.urls import absolute_url
from jinkyll.liquid.printing import ruby_to_s
from jinkyll.plugins.api import Generator, Priority, Tag
from jinkyll.plugins.rendering import site_of

if TYPE_CHECKING:
    from jinkyll.content import Site
    from jinkyll.liquid import Context

PURE = True

_TEMPLATE: Final = Path(__file__).parent / "templates" / "feed.xml"
#: Tags with any other character would make paths that have to be escaped.
_PLAIN_TAG: Final = re.compile(r"[a-zA-Z0-9_]+")


class FeedMeta(Tag):
    """``{% feed_meta %}``: the link to the feed for the head of a page."""

    name = "feed_meta"

    def render(self, context: Context) -> str:
        """The ``<link>``."""
        configuration = site_of(context).config
        feed = configuration.get("feed")
        path = (feed.get("path") if isinstance(feed, dict) else None) or "feed.xml"
        titles = (configuration.get("title"), configuration.get("name"))
        title = next((each for each in titles if each is not None and each is not False), None)
        address = _attribute(absolute_url(configuration, str(path)))
        link = f'<link type="application/atom+xml" rel="alternate" href={address}'
        return (
            f"{link} title={_attribute(ruby_to_s(title))} />" if title is not None else f"{link} />"
        )


class Feed(Generator):
    """Adds the pages of all feeds."""

    priority = Priority.LOWEST

    def generate(self, site: Site) -> None:
        """Add a page for each feed that the configuration asks for."""
        configured = site.config.get("feed")
        settings: dict[str, Any] = configured if isinstance(configured, dict) else {}
        if settings.get("disable_in_development") and environment() == "development":
            log.info("Jekyll Feed:", "Skipping feed generation in development")
            return
        self.site = site
        self.template = "".join(line.strip() for line in _TEMPLATE.read_text("utf-8").splitlines())
        for collection, meta in _collections(settings).items():
            log.info("Jekyll Feed:", f"Generating feed for {collection}")
            prefix = "/feed" if collection == "posts" else f"/feed/{collection}"
            for category in dict.fromkeys(array_of(meta, "categories", below="feed")):
                self._add(f"{prefix}/{category}.xml", collection, category=category)
            check_kind("feed: path", meta.get("path"), str)
            self._add(meta.get("path") or f"{prefix}.xml", collection)
        if settings.get("tags") and site.tags:
            self._add_tags(settings["tags"])

    def _add_tags(self, configured: object) -> None:
        settings = configured if isinstance(configured, dict) else {}
        excluded = array_of(settings, "except", below="feed: tags")
        folder = settings.get("path") or "/feed/by_tag/"
        for tag in array_of(settings, "only", below="feed: tags") or list(self.site.tags):
            if tag in excluded or not _PLAIN_TAG.fullmatch(str(tag)):
                continue
            log.info("Jekyll Feed:", f"Generating feed for posts tagged {tag}")
            self._add(f"{folder}{tag}.xml", "posts", tags=tag)

    def _add(
        self, path: str, collection: str, *, category: str | None = None, tags: str | None = None
    ) -> None:
        if self.site.in_source(path).exists():
            return
        data = {
            "layout": None,
            "sitemap": False,
            "xsl": self.site.in_source("feed.xslt.xml").exists(),
            "collection": collection,
            "category": category,
            "tags": tags,
        }
        # Its name is the whole path, for `{{ page.name }}` shows it.
        self.site.pages.append(
            PageWithoutAFile(self.site, "", path, data=data, content=self.template)
        )


def _collections(settings: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Settings by collection; those of posts may stand at the top, too."""
    configured = settings.get("collections")
    found: dict[str, dict[str, Any]] = {}
    if isinstance(configured, list):
        found = {str(label): {} for label in configured}
    elif isinstance(configured, dict):
        found = {
            str(label): dict(meta) if isinstance(meta, dict) else {}
            for label, meta in configured.items()
        }
    posts = found.setdefault("posts", {})
    posts["path"] = posts.get("path") or settings.get("path")
    posts["categories"] = posts.get("categories") or settings.get("categories")
    return found


def _attribute(value: str) -> str:
    quoted = escape(value, quote=False).replace(chr(34), "&quot;").replace("'", "&apos;")
    return f'"{quoted}"'
