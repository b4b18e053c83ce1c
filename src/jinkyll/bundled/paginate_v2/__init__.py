"""jekyll-paginate-v2: pages of any collection, category, tag or locale, and pages made for each.

Configuration ``pagination`` (also in the front matter of each template page): ``enabled``,
``collection``, ``offset``, ``per_page``, ``permalink``, ``title``, ``sort_field``,
``sort_reverse``, ``limit``, ``trail{before,after}``, ``category``, ``tag``, ``locale``,
``indexpage``, ``extension``.
Configuration ``autopages``: ``enabled``, and for each of ``tags``, ``categories``, ``collections``:
``layouts``, ``title``, ``permalink``, ``enabled``, ``slugify{mode,cased}``.

* ``templates``: which pages are paginated, with which posts.
* ``pages``: the pages and what they see as ``paginator``.
* ``autopages``: template pages made from layouts.

Source: https://github.com/sverrirs/jekyll-paginate-v2 (3.0.0).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinkyll import log
from jinkyll.bundled.paginate_v2.autopages import add_autopages
from jinkyll.bundled.paginate_v2.templates import paginate, template_pages
from jinkyll.configuration import deep_merge
from jinkyll.configuration.kinds import hash_of
from jinkyll.errors import ConfigurationError
from jinkyll.plugins.api import Generator, Priority

if TYPE_CHECKING:
    from jinkyll.content import Site

PURE = True

_DEFAULTS: Final[dict[str, Any]] = {
    "enabled": False,
    "collection": "posts",
    "offset": 0,
    "per_page": 10,
    "permalink": "/page:num/",
    "title": ":title - page :num",
    "page_num": 1,
    "sort_reverse": False,
    "sort_field": "date",
    "limit": 0,
    "trail": {"before": 0, "after": 0},
    "indexpage": None,
    "extension": "html",
    "debug": False,
    "legacy": False,
}


class PaginationV2(Generator):
    """Makes the auto pages, then paginates every page that asks for it."""

    priority = Priority.LOWEST

    def generate(self, site: Site) -> None:
        """Replace each template page by its numbered pages."""
        settings = deep_merge(_DEFAULTS, hash_of(site.config, "pagination"))
        add_autopages(site, settings)
        if site.config.get("paginate") is not None:
            raise ConfigurationError(
                "jekyll-paginate-v2 doesn't understand `paginate:` of the old jekyll-paginate",
                hint="remove `paginate:` from _config.yml and write `pagination: {enabled: true}`,"
                " or list jekyll-paginate instead",
            )
        if not settings["enabled"]:
            log.info("Pagination:", "Disabled in site.config.")
            return
        templates = template_pages(site)
        if not templates:
            log.warn(
                "Pagination:",
                "Is enabled, but I couldn't find any pagination page. Skipping pagination. Pages"
                " must have 'pagination: enabled: true' in their front-matter for pagination to"
                " work.",
            )
            log.info("Pagination:", "Complete, processed pagination page(s)")
            return
        for template in templates:
            paginate(site, template, deep_merge(settings, template.data["pagination"]))
        log.info("Pagination:", f"Complete, processed {len(templates)} pagination page(s)")
