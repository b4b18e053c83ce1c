"""jekyll-remote-theme: a theme from a repository, an archive or a folder.

Configuration: ``remote_theme`` (``owner/name@ref``, see :mod:`jinkyll.plugins.theme_source` for the
other forms), ``remote_theme_headers`` for requests.

Source: https://github.com/benbalter/jekyll-remote-theme (0.4.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.content import Theme
from jinkyll.plugins.api import hook
from jinkyll.plugins.theme_source import fetch, is_valid

if TYPE_CHECKING:
    from jinkyll.content import Site

#: A theme is fetched once; from then on it is files on disk.
PURE = True


@hook("site", "after_reset")
def use_remote_theme(site: Site) -> None:
    """Build with the theme that ``remote_theme`` names in place of ``theme``."""
    where = site.config.get("remote_theme")
    if where is None:
        return
    if not isinstance(where, str) or not is_valid(where.strip()):
        log.error("Remote Theme:", f'"{where}" is not a valid remote theme')
        return
    where = where.strip()
    log.info("Remote Theme:", f"Using theme {where}")
    headers = site.config.get("remote_theme_headers")
    root = fetch(where, site.config, headers if isinstance(headers, dict) else None)
    name = where.rstrip("/").rpartition("/")[2].partition("@")[0]
    theme = Theme(name, root.resolve())
    if site.theme is not None and site.theme.includes_path in site.includes_load_paths:
        site.includes_load_paths.remove(site.theme.includes_path)
    site.theme = theme
    if theme.includes_path is not None:
        site.includes_load_paths.append(theme.includes_path)
