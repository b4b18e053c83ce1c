"""The files that ``include`` and ``include_relative`` bring in, compiled once each."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from jinkyll.errors import nearest
from jinkyll.liquid.printing import inspect
from jinkyll.paths import is_jinja
from jinkyll.render.errors import RubyError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinkyll.content.site import Site
    from jinkyll.render.statistics import Renderable

__all__ = ["Inclusions"]


class Inclusions:
    """Finds included files by their names."""

    def __init__(self, site: Site, load: Callable[[Path], Renderable]) -> None:
        """Look into the includes folders of *site* and its theme; *load* compiles a file."""
        self._site = site
        self._load = load
        self._found: dict[str, Renderable] = {}
        self._beside: dict[Path, Renderable] = {}
        self._jinja: set[str] = set()

    def find(self, name: str) -> Renderable:
        """The file *name* of the includes folders.

        Raises:
            RubyError: there is none.
        """
        template = self._found.get(name)
        if template is None:
            folders = self._site.includes_load_paths
            path = self._locate(name, folders)
            template = self._found[name] = self._load(path)
            if is_jinja(path.name):
                self._jinja.add(name)
        self._site.reads.facts.add("templates" if name in self._jinja else f"include {name}")
        return template

    def find_in(self, folder: Path, name: str) -> Renderable:
        """The file *name* of *folder*.

        Raises:
            RubyError: there is none.
        """
        path = self._locate(name, [folder])
        template = self._beside.get(path)
        if template is None:
            template = self._beside[path] = self._load(path)
        facts = self._site.reads.facts
        facts.add(f"file {folder}/{name}")
        if is_jinja(path.name):
            facts.add("templates")
        return template

    def located(self, name: str) -> Path | None:
        """Where the file *name* of the includes folders is; None if there is none."""
        return self._site.template_in(self._site.includes_load_paths, name)

    def names(self) -> list[str]:
        """What may be included, by name."""
        return _known(self._site.includes_load_paths)

    def _locate(self, name: str, folders: Sequence[Path]) -> Path:
        path = self._site.template_in(folders, name)
        if path is not None:
            return path
        if self._site.configuration.safe:
            but = " is not a symlink as those are not allowed in safe mode."
        else:
            but = ", if it is a symlink, does not point outside your site source."
        raise RubyError(
            f"Could not locate the included file '{name}' in any of "
            f"{inspect([str(folder) for folder in folders])}. "
            f"Ensure it exists in one of those directories and{but}",
            hint=_suggestion(name, folders),
        )


def _known(folders: Sequence[Path]) -> list[str]:
    return [
        Path(root, file).relative_to(folder).as_posix()
        for folder in folders
        for root, _, files in os.walk(folder)
        for file in files
    ]


def _suggestion(name: str, folders: Sequence[Path]) -> str | None:
    near = nearest(name, _known(folders))
    return f"is it {near}?" if near else None
