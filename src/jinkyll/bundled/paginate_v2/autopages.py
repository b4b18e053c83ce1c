"""Template pages made from layouts: one for each tag, category or collection."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any, Final

from jinkyll import log
from jinkyll.bundled.paginate_v2.templates import split_names
from jinkyll.configuration import deep_merge
from jinkyll.configuration.kinds import hash_of
from jinkyll.content import Page
from jinkyll.content.slug import slugify
from jinkyll.errors import LayoutError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinkyll.content import Site

__all__ = ["add_autopages"]


def _defaults(layout: str, title: str, permalink: str) -> dict[str, Any]:
    return {
        "layouts": [layout],
        "title": title,
        "permalink": permalink,
        "enabled": True,
        "slugify": {"mode": "none", "cased": False},
    }


_DEFAULTS: Final[dict[str, Any]] = {
    "enabled": False,
    "tags": _defaults("autopage_tags.html", "Posts tagged with :tag", "/tag/:tag"),
    "categories": _defaults("autopage_category.html", "Posts in category :cat", "/category/:cat"),
    "collections": _defaults(
        "autopage_collection.html", "Posts in collection :coll", "/collection/:coll"
    ),
}
#: Key of the configuration, placeholder, key of the pagination that chooses the documents.
_KINDS: Final = (
    ("tags", ":tag", "tag"),
    ("categories", ":cat", "category"),
    ("collections", ":coll", "collection"),
)


def add_autopages(site: Site, pagination: Mapping[str, Any]) -> None:
    """Add the template pages that ``autopages`` of the configuration asks for.

    Raises:
        LayoutError: a layout that the site doesn't have.
    """
    settings = deep_merge(_DEFAULTS, hash_of(site.config, "autopages"))
    if not settings["enabled"]:
        log.info("AutoPages:", "Disabled/Not configured in site.config.")
        return
    for kind, placeholder, key in _KINDS:
        own = settings.get(kind)
        if own is None:
            continue
        if not own.get("enabled"):
            log.info("AutoPages:", f"{kind} pages are disabled/not configured in site.config.")
            continue
        log.info("AutoPages:", f"Generating {kind} pages")
        names: dict[str, str] = {}
        for display_name in _names(site, kind):
            names.setdefault(display_name.lower().strip(), display_name)
        for name, display_name in names.items():
            for layout in own["layouts"]:
                page = _page(site, own, pagination, str(layout), (placeholder, key, name))
                page.data["autopage"]["display_name"] = display_name
                site.pages.append(page)


def _names(site: Site, kind: str) -> Iterator[str]:
    for label, collection in site.collections.items():
        for doc in collection.docs:
            if "pagination" not in doc.data:
                yield from [label] if kind == "collections" else split_names(doc.data.get(kind))


class _Autopage(Page):
    """A page to be paginated of which there is but a layout; the defaults are those of its path."""

    layout_path = ""

    def default(self, key: str) -> object:
        return self.site.defaults.find(self.layout_path, "pages", key)


def _page(
    site: Site,
    settings: dict[str, Any],
    pagination: Mapping[str, Any],
    layout_file: str,
    subject: tuple[str, str, str],
) -> Page:
    placeholder, key, name = subject
    layout_name = posixpath.splitext(posixpath.basename(layout_file))[0]
    layout = site.layouts.get(posixpath.splitext(layout_file)[0])
    if layout is None:
        raise LayoutError(
            f"there is no layout {layout_file} for the page of {key} {name}",
            hint=f"write _layouts/{layout_file}, or name another under autopages in _config.yml",
        )
    data = dict(layout.data)
    own = deep_merge(settings, data.get("autopages") or {})
    slugs = settings.get("slugify") or {}
    slug = slugify(name, slugs.get("mode"), cased=bool(slugs.get("cased")))
    permalink = str(own["permalink"]).replace(placeholder, slug, 1)
    path = f"_layouts/{layout_file}"
    page = _Autopage(site, permalink, "index.html", data=data)
    page.layout_path = path
    page.data["permalink"] = permalink
    page.data["layout"] = layout_name
    page.data["title"] = str(own["title"]).replace(placeholder, slug, 1)
    choice = deep_merge(dict(pagination), data.get("pagination") or {})
    page.data["pagination"] = {**choice, key: name}
    page.data["autopage"] = {"layout_path": path}
    return page
