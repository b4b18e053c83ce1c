"""Layouts of the site and of its theme; the site's win.

Source: https://jekyllrb.com/docs/layouts/ and Jekyll's ``LayoutReader``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.content import FrontMatter, Layout
from jinkyll.content.text_slot import fetched
from jinkyll.errors import ReadError
from jinkyll.paths import without_jinja
from jinkyll.read.files import is_no_text
from jinkyll.read.pages import page_data
from jinkyll.read.posts import below
from jinkyll.read.skipping import skip_others

if TYPE_CHECKING:
    from jinkyll.content import Site
    from jinkyll.read.entry_filter import EntryFilter
    from jinkyll.read.source_files import SourceFiles

__all__ = ["layout_name", "read_layouts"]


def read_layouts(site: Site, entries: EntryFilter, sources: SourceFiles) -> None:
    """Fill ``site.layouts``."""
    own = str(site.in_source(str(site.config.get("layouts_dir") or "")))
    _read(own, str(site.source), site, entries, sources)
    if site.theme is not None and site.theme.layouts_path is not None:
        _read(str(site.theme.layouts_path), str(site.theme.root), site, entries, sources)


def layout_name(file: str) -> str:
    """What pages call the layout *file*: its path without extension, and without ``.jinja``."""
    return without_jinja(file).rpartition(".")[0]


def _read(folder: str, base: str, site: Site, entries: EntryFilter, sources: SourceFiles) -> None:
    if not os.path.isdir(folder):  # noqa: PTH112
        return
    found: dict[str, Layout] = {}
    others: list[str] = []
    for file in below(folder, dotfiles=False, others=others):
        path = f"{folder}/{file}"
        if "." not in file[file.rfind("/") + 1 :]:
            continue
        if not entries.accepts(file, "", path, directory=False):
            continue
        name = layout_name(file)
        if name in site.layouts:
            continue
        relative = path.removeprefix(base)
        log.debug("Reading:", relative)
        try:
            data, parts = page_data(site, sources.any(path), relative.lstrip("/"), path)
            content = fetched(parts.body) or ""
        except ReadError as error:
            if site.configuration.strict_front_matter or not is_no_text(error):
                raise
            # Pictures lie among layouts, too: only a page that is placed in one is a mistake.
            log.warn(f"Error reading file {path}: {error.message}", path=relative.lstrip("/"))
            found[name] = Layout(file, path, relative, unreadable=error)
            continue
        found[name] = Layout(file, path, relative, FrontMatter(data), content, parts.body_line)
    skip_others(site, entries, folder, others)
    site.layouts.update(found)
