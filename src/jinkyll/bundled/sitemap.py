"""jekyll-sitemap: ``/sitemap.xml`` and ``/robots.txt``, unless the site brings its own.

Front matter: ``sitemap: false``, ``last_modified_at``. With a ``sitemap.xsl`` in the site, the map
refers to it.

Source: https://github.com/jekyll/jekyll-sitemap (1.4.0).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinkyll.content import PageWithoutAFile
from jinkyll.plugins.api import Generator, Priority

if TYPE_CHECKING:
    from jinkyll.content import Site

PURE = True

_TEMPLATE: Final = Path(__file__).parent / "templates" / "sitemap.xml"
_EXTENSIONS: Final = frozenset({".htm", ".html", ".xhtml", ".pdf"})


class Sitemap(Generator):
    """Adds the two pages when all others are there."""

    priority = Priority.LOWEST

    def generate(self, site: Site) -> None:
        """Add ``sitemap.xml`` and ``robots.txt``."""
        taken = {page.url for page in site.pages} | {file.url for file in site.static_files}
        if "/sitemap.xml" not in taken:
            listed = [file for file in site.static_files if file.extname in _EXTENSIONS]
            data = {"layout": None, "static_files": listed, "xsl": "/sitemap.xsl" in taken}
            site.pages.append(
                PageWithoutAFile(site, "", "sitemap.xml", data=data, content=_template())
            )
        if "/robots.txt" not in taken:
            content = 'Sitemap: {{ "sitemap.xml" | absolute_url }}\n'
            site.pages.append(
                PageWithoutAFile(site, "", "robots.txt", data={"layout": None}, content=content)
            )


def _template() -> str:
    """The template on as few lines as the gem's: a line of markup ends in one, Liquid in none."""
    lines = _TEMPLATE.read_text("utf-8").splitlines()
    return "".join(f"{line}\n" if line.endswith(">") else line for line in lines)
