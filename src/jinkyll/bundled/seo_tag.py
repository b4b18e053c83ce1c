"""jekyll-seo-tag: ``{% seo %}`` prints title, description, Open Graph, Twitter and JSON-LD.

``{% seo title=false %}`` leaves out ``<title>``. What it reads of the site: title, name, tagline,
description, url, author, twitter, facebook, logo, social, google_site_verification,
webmaster_verifications, lang, locale, seo_paginator_message; of the page: title, description,
excerpt, image, author, authors, lang, locale, canonical_url, last_modified_at, date, seo, twitter.

Source: https://jekyll.github.io/jekyll-seo-tag/usage/ (2.8.0).
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

from jinkyll.content import iri
from jinkyll.content.urls import absolute_url
from jinkyll.liquid.lookup import lookup
from jinkyll.liquid.printing import ruby_to_s, to_s
from jinkyll.plugins.api import Tag
from jinkyll.plugins.rendering import apply_filter, filter_text, site_of

if TYPE_CHECKING:
    from jinkyll.content import Site
    from jinkyll.liquid import Context

PURE = True

_VERSION: Final = "2.8.0"
_NO_TITLE: Final = re.compile(r"title=false", re.IGNORECASE)
_HOME_OR_ABOUT: Final = re.compile(r"^/(about/)?(index.html?)?$", re.MULTILINE)
_INDEX: Final = re.compile(r"/index\.html$", re.MULTILINE)
_PAGE_NUMBER: Final = re.compile(r"%%|%<(\w+)>s|%\{(\w+)\}")
#: Text that Markdown leaves as it is, which most titles are.
_PLAIN: Final = re.compile(r"[^\W\d_](?:[^\W_]|[ ,;?!()%/]|-(?!-)|\.(?!\.))*+")
_BLANKS: Final = re.compile(r" {2,}")
_VERIFICATIONS: Final = (
    ("google", "google-site-verification"),
    ("bing", "msvalidate.01"),
    ("alexa", "alexaVerifyID"),
    ("yandex", "yandex-verification"),
    ("baidu", "baidu-site-verification"),
    ("facebook", "facebook-domain-verification"),
)
_FACEBOOK: Final = (
    ("admins", "fb:admins"),
    ("publisher", "article:publisher"),
    ("app_id", "fb:app_id"),
)

# The same few texts of the site are wanted on every page.
_formatted: WeakKeyDictionary[Site, dict[str, str | None]] = WeakKeyDictionary()


class Seo(Tag):
    """``{% seo %}``."""

    name = "seo"

    def __init__(self, markup: str, **place: Any) -> None:
        super().__init__(markup, **place)
        self.shows_title = _NO_TITLE.search(markup) is None

    def render(self, context: Context) -> str:
        """The elements for the head of the page."""
        facts = _Facts(context)
        # A line ends after an element, and nowhere else.
        pieces = [f"<!-- Begin Jekyll SEO tag v{_VERSION} -->\n"]
        if self.shows_title and _true(facts.title):
            pieces.append(f"<title>{facts.title}</title>\n")
        pieces.append(f'<meta name="generator" content="Jekyll v{facts.jekyll_version}" />\n')
        pieces += _about_page(facts)
        pieces += _image(facts)
        pieces += _article(facts)
        pieces += _paginator(facts)
        pieces += _twitter(facts)
        pieces += _facebook(facts)
        pieces += _verifications(facts)
        json = filter_text(context, "jsonify", facts.json_ld)
        pieces.append(f'<script type="application/ld+json">\n{json}</script>\n')
        pieces.append("<!-- End Jekyll SEO tag -->\n")
        return "".join(pieces)


class _Facts:
    """What is known about the page, each fact found out once."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.page = lookup(context.data, "page")
        self.site = lookup(context.data, "site")
        self.paginator = context.get("paginator")
        self.jekyll_version = to_s(lookup(lookup(context.data, "jekyll"), "version"))

    def of_page(self, key: str) -> object:
        return lookup(self.page, key)

    def of_site(self, key: str) -> object:
        return lookup(self.site, key)

    @cached_property
    def site_title(self) -> str | None:
        title = _either(self.of_site("title"), self.of_site("name"))
        return self._format(title)

    @cached_property
    def site_description(self) -> str | None:
        return self._format(self.of_site("description"))

    @cached_property
    def page_title(self) -> str | None:
        return self._format(self.of_page("title")) or self.site_title

    @cached_property
    def title(self) -> str | None:
        title = self.page_title or self.site_title
        if self.site_title and self.page_title and self.page_title != self.site_title:
            title = f"{self.page_title} | {self.site_title}"
        elif self.site_title and self.site_description:
            tagline = self._format(self.of_site("tagline"))
            title = f"{self.site_title} | {tagline or self.site_description}"
        return None if title is None else self._page_number + title

    @cached_property
    def description(self) -> str | None:
        own = _either(self.of_page("description"), self.of_page("excerpt"))
        return self._format(own if _true(own) else None) or self.site_description

    @cached_property
    def locale(self) -> str:
        lang = _either(self.of_page("lang"), self.of_site("lang"), "en_US")
        locale = _either(self.of_page("locale"), self.of_site("locale"), lang)
        return to_s(locale).replace("-", "_")

    @cached_property
    def canonical_url(self) -> str:
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
        path = _either(image.get("path"), image.get("facebook"), image.get("twitter"))
        if not _true(path):
            return None
        if isinstance(path, str) and _is_absolute(path) is False:
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
        if not _true(date):
            return None
        return apply_filter(self.context, "date_to_xmlschema", date)

    @property
    def _page_number(self) -> str:
        current = lookup(self.paginator, "page")
        if not isinstance(current, int) or current <= 1:
            return ""
        values = {"current": current, "total": lookup(self.paginator, "total_pages")}
        message = _either(
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
        if _true(own := self._seo.get("type")):
            return own
        if self._is_home_or_about:
            return "WebSite"
        return "BlogPosting" if _true(self.of_page("date")) else "WebPage"

    @property
    def _name(self) -> str | None:
        if _true(self._seo.get("name")) and (own := self._format(self._seo["name"])):
            return own
        if not self._is_home_or_about:
            return None
        if _true(self._social.get("name")):
            return self._format(self._social["name"])
        return self.site_title

    @property
    def _links(self) -> object:
        if _true(own := self._seo.get("links")):
            return own
        links = self._social.get("links")
        return links if self._is_home_or_about and _true(links) else None

    @property
    def _date_modified(self) -> object:
        return self.xmlschema(
            _either(
                self._seo.get("date_modified"),
                self.of_page("last_modified_at"),
                self.of_page("date"),
            )
        )

    @property
    def _json_author(self) -> dict[str, object] | None:
        name = self.author.get("name")
        kind = self.author.get("type")
        if not _true(name) or (_true(kind) and kind not in {"Organization", "Person"}):
            return None
        author = {"@type": _either(kind, "Person"), "name": name}
        return {**author, "url": self.author["url"]} if _true(self.author.get("url")) else author

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
        if not _true(logo):
            return None
        path = to_s(logo)
        url = path if _is_absolute(path) else self.absolute(path)
        publisher: dict[str, object] = {
            "@type": "Organization",
            "logo": {
                "@type": "ImageObject",
                "url": filter_text(self.context, "uri_escape", url),
            },
        }
        if _true(name := self.author.get("name")):
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


def _about_page(facts: _Facts) -> list[str]:
    pieces: list[str] = []
    if facts.page_title:
        pieces.append(_meta("property", "og:title", facts.page_title))
    if _true(name := facts.author.get("name")):
        pieces.append(_meta("name", "author", to_s(name)))
    pieces.append(_meta("property", "og:locale", facts.locale))
    if facts.description:
        pieces.append(_meta("name", "description", facts.description))
        pieces.append(_meta("property", "og:description", facts.description))
    if _true(facts.of_site("url")):
        pieces.append(f'<link rel="canonical" href="{facts.canonical_url}" />\n')
        pieces.append(_meta("property", "og:url", facts.canonical_url))
    if facts.site_title:
        pieces.append(_meta("property", "og:site_name", facts.site_title))
    return pieces


def _image(facts: _Facts) -> list[str]:
    image = facts.image
    if image is None:
        return []
    pieces = [_meta("property", "og:image", to_s(image["path"]))]
    pieces += [
        _meta("property", f"og:image:{key}", to_s(image[key]))
        for key in ("height", "width", "alt")
        if _true(image.get(key))
    ]
    return pieces


def _article(facts: _Facts) -> list[str]:
    date = facts.of_page("date")
    if not _true(date):
        return [_meta("property", "og:type", "website")]
    return [
        _meta("property", "og:type", "article"),
        _meta("property", "article:published_time", to_s(facts.xmlschema(date))),
    ]


def _paginator(facts: _Facts) -> list[str]:
    return [
        f'<link rel="{relation}" href="{facts.absolute(to_s(path))}" />\n'
        for relation, key in (("prev", "previous_page"), ("next", "next_page"))
        if _true(lookup(facts.paginator, key))
        for path in (lookup(facts.paginator, f"{key}_path"),)
    ]


def _twitter(facts: _Facts) -> list[str]:
    twitter = facts.of_site("twitter")
    card: object = "summary"
    pieces: list[str] = []
    if facts.image is not None:
        own = lookup(facts.of_page("twitter"), "card")
        card = _present(own) or _present(lookup(twitter, "card")) or "summary_large_image"
    pieces.append(_meta("name", "twitter:card", to_s(card)))
    if facts.image is not None:
        pieces.append(_meta("property", "twitter:image", to_s(facts.image["path"])))
        if _true(alt := facts.image.get("alt")):
            pieces.append(_meta("name", "twitter:image:alt", to_s(alt)))
    if facts.page_title:
        pieces.append(_meta("property", "twitter:title", facts.page_title))
    if _true(twitter):
        username = ruby_to_s(lookup(twitter, "username")).replace("@", "")
        pieces.append(_meta("name", "twitter:site", f"@{username}"))
        creator = _either(facts.author.get("twitter"), facts.author.get("name"))
        if isinstance(creator, str):
            pieces.append(_meta("name", "twitter:creator", f"@{creator.replace('@', '')}"))
    return pieces


def _facebook(facts: _Facts) -> list[str]:
    facebook = facts.of_site("facebook")
    return [
        _meta("property", name, to_s(value))
        for key, name in _FACEBOOK
        if _true(value := lookup(facebook, key))
    ]


def _verifications(facts: _Facts) -> list[str]:
    verifications = facts.of_site("webmaster_verifications")
    if _true(verifications):
        return [
            _meta("name", name, to_s(value))
            for key, name in _VERIFICATIONS
            if _true(value := lookup(verifications, key))
        ]
    google = facts.of_site("google_site_verification")
    return [_meta("name", "google-site-verification", to_s(google))] if _true(google) else []


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{content}" />\n'


def _true(value: object) -> bool:
    """Ruby's truth: only nil and false are false."""
    return value is not None and value is not False


def _either(*values: object) -> object:
    """The first value that is true for Ruby, else the last."""
    return next((value for value in values if _true(value)), values[-1])


def _present(value: object) -> object:
    """*value* unless Liquid's ``default`` would replace it."""
    return None if value in (False, "", [], {}) else value


def _is_absolute(url: str) -> bool | None:
    try:
        return iri.is_absolute(url)
    except ValueError:
        return None
