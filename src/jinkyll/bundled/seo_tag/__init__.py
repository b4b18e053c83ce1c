"""jekyll-seo-tag: ``{% seo %}`` prints title, description, Open Graph, Twitter and JSON-LD.

``{% seo title=false %}`` leaves out ``<title>``. What it reads of the site: title, name, tagline,
description, url, author, twitter, facebook, logo, social, google_site_verification,
webmaster_verifications, lang, locale, seo_paginator_message; of the page: title, description,
excerpt, image, author, authors, lang, locale, canonical_url, last_modified_at, date, seo, twitter.

Source: https://jekyll.github.io/jekyll-seo-tag/usage/ (2.8.0).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from jinkyll.bundled.seo_tag.facts import Facts, either, present, true
from jinkyll.liquid.lookup import lookup
from jinkyll.liquid.printing import ruby_to_s, to_s
from jinkyll.plugins.api import Tag
from jinkyll.plugins.rendering import filter_text

if TYPE_CHECKING:
    from jinkyll.liquid import Context

PURE = True

_VERSION: Final = "2.8.0"
_NO_TITLE: Final = re.compile(r"title=false", re.IGNORECASE)
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


class Seo(Tag):
    """``{% seo %}``."""

    name = "seo"

    def __init__(self, markup: str, **place: Any) -> None:
        super().__init__(markup, **place)
        self.shows_title = _NO_TITLE.search(markup) is None

    def render(self, context: Context) -> str:
        """The elements for the head of the page."""
        facts = Facts(context)
        # A line ends after an element, and nowhere else.
        pieces = [f"<!-- Begin Jekyll SEO tag v{_VERSION} -->\n"]
        if self.shows_title and true(facts.title):
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


def _about_page(facts: Facts) -> list[str]:
    pieces: list[str] = []
    if facts.page_title:
        pieces.append(_meta("property", "og:title", facts.page_title))
    if true(name := facts.author.get("name")):
        pieces.append(_meta("name", "author", to_s(name)))
    pieces.append(_meta("property", "og:locale", facts.locale))
    if facts.description:
        pieces.append(_meta("name", "description", facts.description))
        pieces.append(_meta("property", "og:description", facts.description))
    if true(facts.of_site("url")):
        pieces.append(f'<link rel="canonical" href="{facts.canonical_url}" />\n')
        pieces.append(_meta("property", "og:url", facts.canonical_url))
    if facts.site_title:
        pieces.append(_meta("property", "og:site_name", facts.site_title))
    return pieces


def _image(facts: Facts) -> list[str]:
    image = facts.image
    if image is None:
        return []
    pieces = [_meta("property", "og:image", to_s(image["path"]))]
    pieces += [
        _meta("property", f"og:image:{key}", to_s(image[key]))
        for key in ("height", "width", "alt")
        if true(image.get(key))
    ]
    return pieces


def _article(facts: Facts) -> list[str]:
    date = facts.of_page("date")
    if not true(date):
        return [_meta("property", "og:type", "website")]
    return [
        _meta("property", "og:type", "article"),
        _meta("property", "article:published_time", to_s(facts.xmlschema(date))),
    ]


def _paginator(facts: Facts) -> list[str]:
    return [
        f'<link rel="{relation}" href="{facts.absolute(to_s(path))}" />\n'
        for relation, key in (("prev", "previous_page"), ("next", "next_page"))
        if true(lookup(facts.paginator, key))
        for path in (lookup(facts.paginator, f"{key}_path"),)
    ]


def _twitter(facts: Facts) -> list[str]:
    twitter = facts.of_site("twitter")
    card: object = "summary"
    pieces: list[str] = []
    if facts.image is not None:
        own = lookup(facts.of_page("twitter"), "card")
        card = present(own) or present(lookup(twitter, "card")) or "summary_large_image"
    pieces.append(_meta("name", "twitter:card", to_s(card)))
    if facts.image is not None:
        pieces.append(_meta("property", "twitter:image", to_s(facts.image["path"])))
        if true(alt := facts.image.get("alt")):
            pieces.append(_meta("name", "twitter:image:alt", to_s(alt)))
    if facts.page_title:
        pieces.append(_meta("property", "twitter:title", facts.page_title))
    if true(twitter):
        username = ruby_to_s(lookup(twitter, "username")).replace("@", "")
        pieces.append(_meta("name", "twitter:site", f"@{username}"))
        creator = either(facts.author.get("twitter"), facts.author.get("name"))
        if isinstance(creator, str):
            pieces.append(_meta("name", "twitter:creator", f"@{creator.replace('@', '')}"))
    return pieces


def _facebook(facts: Facts) -> list[str]:
    facebook = facts.of_site("facebook")
    return [
        _meta("property", name, to_s(value))
        for key, name in _FACEBOOK
        if true(value := lookup(facebook, key))
    ]


def _verifications(facts: Facts) -> list[str]:
    verifications = facts.of_site("webmaster_verifications")
    if true(verifications):
        return [
            _meta("name", name, to_s(value))
            for key, name in _VERIFICATIONS
            if true(value := lookup(verifications, key))
        ]
    google = facts.of_site("google_site_verification")
    return [_meta("name", "google-site-verification", to_s(google))] if true(google) else []


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{content}" />\n'
