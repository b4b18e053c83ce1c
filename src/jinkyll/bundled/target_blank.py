"""jekyll-target-blank: links that leave the site open in a new tab.

Configuration ``target-blank``: ``css_class`` (only links of this class), ``add_css_classes``,
``noopener`` and ``noreferrer`` (both on), ``rel`` (further values).

Source: https://github.com/keithmifsud/jekyll-target-blank (2.0).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from jinkyll.plugins.api import hook
from jinkyll.plugins.html import Tag, escape_addresses, replace_tags, rewrite_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.content import Document, Page, Site

PURE = True

_ATTRIBUTE: Final = re.compile(
    r"""(?P<key>[^\s=/"'>]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>]+)))?"""
)

_rewritten: WeakKeyDictionary[Site, dict[str, str | None]] = WeakKeyDictionary()


@hook(["pages", "documents"], "post_render")
def open_in_new_tab(item: Page | Document) -> None:
    """Add ``target`` and ``rel`` to the links in the output of *item* that leave the site."""
    output = item.output
    if not output or "<a" not in output or not item.is_written:
        return
    if item.output_ext != ".html" and not (item.permalink or "").endswith("/"):
        return
    configured = item.site.config.get("target-blank")
    settings: Mapping[str, Any] = configured if isinstance(configured, dict) else {}
    own_host = _host(str(item.site.config.get("url") or ""))

    # The links of a layout stand on every page.
    known = _rewritten.setdefault(item.site, {})

    def tag(each: Tag) -> str | None:
        if "://" not in each.rest:
            return None
        if each.rest not in known:
            known[each.rest] = _external(each, settings, own_host)
        return known[each.rest]

    item.output = rewrite_body(output, lambda html: escape_addresses(replace_tags(html, "a", tag)))


def _external(tag: Tag, settings: Mapping[str, Any], own_host: str | None) -> str | None:
    attributes = _attributes(tag.rest)
    href = attributes.get("href") or ""
    if not href.lower().startswith(("http://", "https://")) or _host(href) == own_host:
        return None
    classes = (attributes.get("class") or "").split()
    wanted = settings.get("css_class")
    if wanted and str(wanted) not in classes:
        return None
    attributes["target"] = "_blank"
    relations = [name for name in ("noopener", "noreferrer") if settings.get(name) is not False]
    relations += _words(settings.get("rel"))
    if relations:
        attributes["rel"] = " ".join(relations)
    if added := _words(settings.get("add_css_classes")):
        attributes["class"] = " ".join([*added, *classes])
    written = (
        key if value is None else f'{key}="{value.replace(chr(34), "&quot;")}"'
        for key, value in attributes.items()
    )
    return f"<a {' '.join(written)}>"


def _attributes(text: str) -> dict[str, str | None]:
    attributes: dict[str, str | None] = {}
    for match in _ATTRIBUTE.finditer(text):
        values = (match["double"], match["single"], match["bare"])
        value = next((value for value in values if value is not None), None)
        attributes.setdefault(match["key"].lower(), value)
    return attributes


def _words(value: object) -> list[str]:
    if isinstance(value, list):
        return [str(each) for each in value]
    return str(value).split() if value else []


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
