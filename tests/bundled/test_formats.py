"""What other programs read: feeds are Atom (RFC 4287), sitemaps sitemaps, JSON-LD is JSON."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import TYPE_CHECKING, Final

import lxml.etree
import pytest

if TYPE_CHECKING:
    from conftest import BuildSite

ATOM: Final = "{http://www.w3.org/2005/Atom}"
SITEMAP: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FILES: Final = {
    "_config.yml": "title: 'T & \"C\"'\nurl: https://example.org\nauthor: A\n"
    "plugins: [jekyll-feed, jekyll-sitemap, jekyll-seo-tag]\n",
    "_layouts/default.html": "<head>{% seo %}{% feed_meta %}</head>{{ content }}",
    "index.md": "---\nlayout: default\n---\nhome",
    "odd.md": '---\nlayout: default\ntitle: \'</script> "<&>\\\'\ndescription: "a\\tb"\n---\n<b>x',
    "_posts/2024-01-01-first.md": "---\nlayout: default\ntags: ['a&b']\n---\n"
    "Intro ]]&gt; <em>x</em>\n",
    "_posts/2024-02-01-second.md": "---\nlayout: default\ntitle: '<i>&amp;'\n"
    "image: /ü b.png\n---\nx",
}


@pytest.fixture
def site(build_site: BuildSite) -> dict[str, str]:
    return build_site(FILES, timezone="Europe/Berlin")


def test_feeds(site: dict[str, str]) -> None:
    feed = lxml.etree.fromstring(site["feed.xml"].encode())
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 2
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert element.findtext(f"{ATOM}id", "").startswith("https://example.org/")
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated", "")).tzinfo
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": "https://example.org/feed.xml", "alternate": "https://example.org/"}
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "A"
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["&amp;", "First"]
    assert entries[1].find(f"{ATOM}category").get("term") == "a&b"


def test_sitemaps(site: dict[str, str]) -> None:
    sitemap = lxml.etree.fromstring(site["sitemap.xml"].encode())
    assert sitemap.tag == f"{SITEMAP}urlset"
    locations = []
    for url in sitemap:
        assert url.tag == f"{SITEMAP}url"
        names = [child.tag.removeprefix(SITEMAP) for child in url]
        assert names in (["loc"], ["loc", "lastmod"])
        locations.append(url.findtext(f"{SITEMAP}loc"))
        if len(names) > 1:
            assert datetime.fromisoformat(url.findtext(f"{SITEMAP}lastmod")).tzinfo
    assert locations == [
        "https://example.org/2024/01/01/first.html",
        "https://example.org/2024/02/01/second.html",
        "https://example.org/",
        "https://example.org/odd.html",
    ]
    assert site["robots.txt"] == "Sitemap: https://example.org/sitemap.xml\n"


def test_json_ld(site: dict[str, str]) -> None:
    found = {}
    for path, text in site.items():
        if match := re.search(r'<script type="application/ld\+json">\n(.*)</script>\n', text):
            found[path] = json.loads(match[1])
    assert len(found) == 4
    for data in found.values():
        assert list(data) == sorted(data)
        assert data["@context"] == "https://schema.org"
        assert data["@type"] in {"WebSite", "WebPage", "BlogPosting"}
    second = found["2024/02/01/second.html"]
    assert second["image"] == "https://example.org/%C3%BC%20b.png"
    assert second["datePublished"] == "2024-02-01T00:00:00+01:00"
