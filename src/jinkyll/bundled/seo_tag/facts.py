"""What the SEO tag knows about a page, each fact found out when it is first asked for."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from jinkyll.content import iri
from jinkyll.content.urls import absolute_url
from jinkyll.liquid.lookup import lookup
from jinkyll.liquid.printing import ruby_to_s, to_s
from jinkyll.plugins.rendering import apply_filter, filter_text, site_of

if TYPE_CHECKING:
    from jinkyll.content import Site
    from jinkyll.liquid import Context

__all__ = ["Facts", "either", "present", "true"]

_HOME_OR_ABOUT: Final = re.compile(r"^/(about/)?(index.html?)?$", re.MULTILINE)
_INDEX: Final = re.compile(r"/index\.html$", re.MULTILINE)
_PAGE_NUMBER: Final = re.compile(r"%%|%<(\w+)>s|%\{(\w+)\}")
#: Text that Markdown leaves as it is, which most titles are.
_PLAIN: Final = re.compile(r"[^\W\d_](?:[^\W_]|[ ,;?!()%/]|-(?!-)|\.(?!\.))*+")
_BLANKS: Final = re.compile(r" {2,}")

# The same few texts of the site are wanted on every page.
_formatted: WeakKeyDictionary[Site, dict[str, str | None]] = WeakKeyDictionary()


class Facts:
    """What is known about the page, each fact found out once."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.page = lookup(context.data, "page")
        self.site = lookup(context.data, "site")
        self.paginator = context.get("paginator")
        self.jekyll_version = to_s(lookup(lookup(context.data, "jekyll"), "version"))

    def of_page(self, key: str) -> object:
        """The page's value of *key*."""
        return lookup(self.page, key)

    def of_site(self, key: str) -> object:
        """The site's value of *key*."""
        return lookup(self.site, key)

    @cached_property
    def site_title(self) -> str | None:
        """``title`` of the site, else its ``name``."""
        title = either(self.of_site("title"), self.of_site("name"))
        return self._format(title)

    @cached_property
    def site_description(self) -> str | None:
        """``description`` of the site."""
        return self._format(self.of_site("description"))

    @cached_property
    def page_title(self) -> str | None:
        """``title`` of the page, else the site's."""
        return self._format(self.of_page("title")) or self.site_title

    @cached_property
    def title(self) -> str | None:
        """What stands between ``<title>`` and ``</title>``."""
        title = self.page_title or self.site_title
        if self.site_title and self.page_title and self.page_title != self.site_title:
            title = f"{self.page_title} | {self.site_title}"
        elif self.site_title and self.site_description:
            tagline = self._format(self.of_site("tagline"))
            title = f"{self.site_title} | {tagline or self.site_description}"
        return None if title is None else self._page_number + title

    @cached_property
    def description(self) -> str | None:
        """``description`` of the page, its excerpt, or the site's description."""
        own = self.of_page("description")
        if not true(own):
            own = self.of_page("excerpt")  # which is only then rendered
        return self._format(own if true(own) else None) or self.site_description

    @cached_property
    def locale(self) -> str:
        """The language, with an underscore: ``de_CH``."""
        lang = either(self.of_page("lang"), self.of_site("lang"), "en_US")
        locale = either(self.of_page("locale"), self.of_site("locale"), lang)
        return to_s(locale).replace("-", "_")

    @cached_property
    def canonical_url(self) -> str:
        """The one address of the page."""
        own = ruby_to_s(self.of_page("canonical_url"))
        return own or _INDEX.sub("/", self.absolute(to_s(self.of_page("url"))))

    @cached_property
    def author(self) -> dict[str, object]:
        """The author's data, with the key ``name``; empty if nobody is named."""
        authors = self.of_page("authors")
        sources = [self.of_page("author"), self.of_site("author")]
        if isinstance(authors, list) and authors:
            sources.insert(1, authors[0])
        author = next((source for source in sources if ruby_to_s(source) != ""), None)
        if isinstance(author, dict):
            return author
        if not isinstance(author, str):
            return {}
        known = lookup(self.of_site("data"), "authors")
        entry = known.get(author) if isinstance(known, dict) else None
        return {"name": author, **entry} if isinstance(entry, dict) else {"name": author}

    @cached_property
    def image(self) -> dict[str, object] | None:
        """The image with its address under ``path``; None without one."""
        image = self.of_page("image")
        if isinstance(image, str):
            image = {"path": image}
        if not isinstance(image, dict):
            return None
        path = either(image.get("path"), image.get("facebook"), image.get("twitter"))
        if not true(path):
            return None
        if isinstance(path, str) and is_absolute(path) is False:
            path = self.absolute(path)
        address = filter_text(self.context, "uri_escape", path)
        return {"path": address, **{key: v for key, v in image.items() if key != "path"}}

    @cached_property
    def json_ld(self) -> dict[str, object]:
        """The keys in alphabetical order, those without a value left out."""
        facts = {
            "@context": "https://schema.org",
            "@type": self._type,
            "author": self._json_author,
            "dateModified": self._date_modified,
            "datePublished": self.xmlschema(self.of_page("date")),
            "description": self.description,
            "headline": self.page_title,
            "image": self._json_image,
            "mainEntityOfPage": self._main_entity,
            "name": self._name,
            "publisher": self._publisher,
            "sameAs": self._links,
            "url": self.canonical_url,
        }
        return {key: value for key, value in facts.items() if value is not None}

    def absolute(self, path: str) -> str:
        """*path* with the site's address in front."""
        return absolute_url(site_of(self.context).config, path)

    def xmlschema(self, date: object) -> object:
        """*date* as XML has it; None for none."""
        if not true(date):
            return None
        return apply_filter(self.context, "date_to_xmlschema", date)

    @property
    def _page_number(self) -> str:
        current = lookup(self.paginator, "page")
        if not isinstance(current, int) or current <= 1:
            return ""
        values = {"current": current, "total": lookup(self.paginator, "total_pages")}
        message = either(
            self.of_site("seo_paginator_message"), "Page %<current>s of %<total>s for "
        )

        def value(match: re.Match[str]) -> str:
            name = match[1] or match[2]
            return to_s(values.get(name)) if name else "%"

        return _PAGE_NUMBER.sub(value, to_s(message))

    @cached_property
    def _is_home_or_about(self) -> bool:
        return _HOME_OR_ABOUT.search(to_s(self.of_page("url"))) is not None

    @cached_property
    def _seo(self) -> dict[str, object]:
        seo = self.of_page("seo")
        return seo if isinstance(seo, dict) else {}

    @cached_property
    def _social(self) -> dict[str, object]:
        social = self.of_site("social")
        return social if isinstance(social, dict) else {}

    @property
    def _type(self) -> object:
        if true(own := self._seo.get("type")):
            return own
        if self._is_home_or_about:
            return "WebSite"
        return "BlogPosting" if true(self.of_page("date")) else "WebPage"

    @property
    def _name(self) -> str | None:
        if true(self._seo.get("name")) and (own := self._format(self._seo["name"])):
            return own
        if not self._is_home_or_about:
            return None
        if true(self._social.get("name")):
            return self._format(self._social["name"])
        return self.site_title

    @property
    def _links(self) -> object:
        if true(own := self._seo.get("links")):
            return own
        links = self._social.get("links")
        return links if self._is_home_or_about and true(links) else None

    @property
    def _date_modified(self) -> object:
        return self.xmlschema(
            either(
                self._seo.get("date_modified"),
                self.of_page("last_modified_at"),
                self.of_page("date"),
            )
        )

    @property
    def _json_author(self) -> dict[str, object] | None:
        name = self.author.get("name")
        kind = self.author.get("type")
        if not true(name) or (true(kind) and kind not in {"Organization", "Person"}):
            return None
        author = {"@type": either(kind, "Person"), "name": name}
        return {**author, "url": self.author["url"]} if true(self.author.get("url")) else author

    @property
    def _json_image(self) -> object:
        if self.image is None or len(self.image) == 1:
            return self.image and self.image["path"]
        others = {key: value for key, value in self.image.items() if key != "path"}
        return {**others, "url": self.image["path"], "@type": "imageObject"}

    @property
    def _main_entity(self) -> dict[str, object] | None:
        if self._type not in {"BlogPosting", "CreativeWork"}:
            return None
        return {"@type": "WebPage", "@id": self.canonical_url}

    @property
    def _publisher(self) -> dict[str, object] | None:
        logo = self.of_site("logo")
        if not true(logo):
            return None
        path = to_s(logo)
        url = path if is_absolute(path) else self.absolute(path)
        publisher: dict[str, object] = {
            "@type": "Organization",
            "logo": {
                "@type": "ImageObject",
                "url": filter_text(self.context, "uri_escape", url),
            },
        }
        if true(name := self.author.get("name")):
            publisher["name"] = name
        return publisher

    def _format(self, value: object) -> str | None:
        """*value*, Markdown, as text for an attribute; None if nothing is left."""
        if value is None:
            return None
        text = ruby_to_s(value)
        cache = _formatted.setdefault(site_of(self.context), {})
        if text not in cache:
            cache[text] = self._as_text(text) or None
        return cache[text]

    def _as_text(self, text: str) -> str:
        if _PLAIN.fullmatch(text):
            return _BLANKS.sub(" ", text).strip()
        result: object = text
        for name in ("markdownify", "strip_html", "normalize_whitespace", "escape_once"):
            result = apply_filter(self.context, name, result)
        return to_s(result)


def true(value: object) -> bool:
    """Ruby's truth: only nil and false are false."""
    return value is not None and value is not False


def either(*values: object) -> object:
    """The first value that is true for Ruby, else the last."""
    return next((value for value in values if true(value)), values[-1])


def present(value: object) -> object:
    """*value* unless Liquid's ``default`` would replace it."""
    return None if value in (False, "", [], {}) else value


def is_absolute(url: str) -> bool | None:
    try:
        return iri.is_absolute(url)
    except ValueError:
        return None
