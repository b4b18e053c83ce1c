"""jekyll-optional-front-matter: Markdown files without front matter become pages.

Configuration ``optional_front_matter``: ``enabled``, ``remove_originals`` (don't copy the source as
well). Readmes, licences and the like stay files, unless ``include`` names them.

Source: https://github.com/benbalter/jekyll-optional-front-matter (0.3.2).
"""

from __future__ import annotations

import fnmatch
from typing import TYPE_CHECKING, Final

from jinkyll.plugins.api import Generator
from jinkyll.plugins.pages import page_from_static_file

if TYPE_CHECKING:
    from jinkyll.content import Site, StaticFile

PURE = True

_NOT_PAGES: Final = frozenset(
    {
        "README",
        "LICENSE",
        "LICENCE",
        "COPYING",
        "CODE_OF_CONDUCT",
        "CONTRIBUTING",
        "ISSUE_TEMPLATE",
        "PULL_REQUEST_TEMPLATE",
    }
)


class OptionalFrontMatter(Generator):
    """Adds a page for each Markdown file that has none."""

    def generate(self, site: Site) -> None:
        """Add the pages, unless the configuration requires front matter."""
        configured = site.config.get("optional_front_matter")
        settings = configured if isinstance(configured, dict) else {}
        if settings.get("enabled") is False or site.config.get("require_front_matter"):
            return
        files = [file for file in site.static_files if _is_page(site, file)]
        site.pages += [page_from_static_file(file) for file in files]
        if settings.get("remove_originals") is True:
            removed = set(map(id, files))
            site.static_files = [file for file in site.static_files if id(file) not in removed]


def _is_page(site: Site, file: StaticFile) -> bool:
    if file.extname.lower() not in site.config.markdown_ext:
        return False
    if file.basename.upper() not in _NOT_PAGES:
        return True
    patterns = [str(pattern).lstrip("/") for pattern in site.config.include]
    return any(
        name.startswith(pattern) or fnmatch.fnmatchcase(name, pattern)
        for pattern in patterns
        for name in (file.relative_path.lstrip("/"), file.name)
    )
