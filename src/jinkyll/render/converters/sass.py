"""Style sheets in Sass to CSS.

Source: https://jekyllrb.com/docs/assets/#sassscss and jekyll-sass-converter 3.
"""

from __future__ import annotations

import glob
import json
import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, cast
from urllib.parse import unquote

from jinkyll import log, paths
from jinkyll.configuration import environment
from jinkyll.configuration.truth import truthy
from jinkyll.content import iri
from jinkyll.content.page import Page, PageWithoutAFile
from jinkyll.folder_state import folder_state, settled
from jinkyll.plugins.api import Converter, Priority
from jinkyll.render.converters import dart_sass

if TYPE_CHECKING:
    from jinkyll.cache import DiskCache
    from jinkyll.content.site import Site
    from jinkyll.folder_state import State

    Kept = tuple[str, dict[str, Any] | None, tuple[str, ...], tuple[str, ...]]

__all__ = ["Sass", "Scss", "SourceMapPage"]

_SHEETS: Final = (".scss", ".sass", ".css")
_NOT_FOUND: Final = "Can't find stylesheet"


class Scss(Converter):
    """Files ``.scss`` that have front matter; their Liquid has run before."""

    priority = Priority.LOW
    syntax: ClassVar[dart_sass.Syntax] = "scss"
    extension: ClassVar[str] = ".scss"

    def __init__(self, site: Site, cache: DiskCache) -> None:
        super().__init__(site.configuration)
        self._site = site
        self._cache = cache
        self._sheets: dict[tuple[str, ...], str] = {}
        settings = site.configuration.get("sass")
        self._settings: dict[str, Any] = settings if isinstance(settings, dict) else {}
        self._load_paths: tuple[str, ...] | None = None

    def matches(self, ext: str) -> bool:
        """It takes files with its extension."""
        return ext.lower() == self.extension

    def output_ext(self, ext: str) -> str:  # noqa: ARG002  (all the same)
        """It gives CSS."""
        return ".css"

    def convert(self, text: str) -> str:
        """The CSS of *text*, a style sheet that is no file.

        Raises:
            ConversionError: the style sheet has a mistake.
        """
        return self._compile(text, str(self._site.source), None, source_map=False).css

    def convert_page(self, text: str, page: Page) -> tuple[str, SourceMapPage | None]:
        """The CSS of *text*, the body of *page*, and the page of its source map.

        Raises:
            ConversionError: the style sheet, or one that it imports, has a mistake.
        """
        directory = str(Path(page.base, page.relative_path).parent)
        with_map = self._wants_source_map()
        compiled = self._compile(text, directory, page, source_map=with_map)
        css = compiled.css
        if compiled.source_map is None:
            return css, None
        separator = "" if self._style == "compressed" else "\n\n"
        url = iri.encode(f"{page.basename}.css.map")
        css = f"{css}{separator}/*# sourceMappingURL={url} */"
        return css, SourceMapPage(page, self._source_map(compiled.source_map, page))

    @property
    def _style(self) -> Literal["expanded", "compressed"]:
        style = str(self._settings.get("style") or "").removeprefix(":")
        return "compressed" if style == "compressed" else "expanded"

    def _wants_source_map(self) -> bool:
        option = str(self._settings.get("sourcemap", "always")).removeprefix(":")
        if option == "development":
            return environment() == "development"
        return option != "never"

    def _compile(
        self, text: str, directory: str, page: Page | None, *, source_map: bool
    ) -> dart_sass.Compiled:
        options = dart_sass.Options(
            syntax=self.syntax,
            style=self._style,
            load_paths=self.load_paths,
            directory=directory,
            charset=page is not None,
            source_map=source_map,
            quiet_deps=truthy(self._settings.get("quiet_deps")),
            verbose=truthy(self._settings.get("verbose")),
            silence_deprecations=_names(self._settings.get("silence_deprecations")),
            fatal_deprecations=_names(self._settings.get("fatal_deprecations")),
            future_deprecations=_names(self._settings.get("future_deprecations")),
        )
        compiled = self._kept(text, options)
        if compiled is None:
            try:
                compiled = dart_sass.compile_string(text, options)
            except dart_sass.CompileError as error:
                self._place(error, page)
                if not truthy(self._site.configuration.get("livereload")):
                    raise
                # The browser is looking: it shows the mistake until the author has found it.
                log.error("Conversion error:", str(error))
                return dart_sass.Compiled(error.css)
            self._keep(compiled, text, options)
        self._tell(compiled, page)
        return compiled

    def _kept(self, text: str, options: dart_sass.Options) -> dart_sass.Compiled | None:
        """What became of *text* at an earlier build, if no style sheet has changed since."""
        key = self._key(text, options)
        kept = cast("Kept | None", None if key is None else self._cache.conversions.get(key))
        return None if kept is None else dart_sass.Compiled(*kept)

    def _keep(self, compiled: dart_sass.Compiled, text: str, options: dart_sass.Options) -> None:
        key = self._key(text, options)
        if key is not None:
            kept: Kept = (
                compiled.css, compiled.source_map, compiled.warnings, compiled.deprecations,
            )  # fmt: skip
            self._cache.conversions.put(key, kept)

    def _key(self, text: str, options: dart_sass.Options) -> bytes | None:
        """What a compilation depends on: every style sheet that *text* could import, too.

        None while one of them was changed so lately that another change might not show.
        """
        roots = (options.directory, *options.load_paths)
        if roots not in self._sheets:
            configuration = self._site.configuration
            skip = {str(configuration.destination), str(configuration.cache_dir)}
            skip.add(f"{configuration.source}/.git")
            found: dict[str, State] = {}
            for root in roots:
                found.update(folder_state(root, skip))
            states = {path: found[path] for path in sorted(found) if path.endswith(_SHEETS)}
            self._sheets[roots] = repr(states) if settled(states.values()) else ""
        states_of_all = self._sheets[roots]
        return (
            self._cache.key("sass", text, repr(options), states_of_all) if states_of_all else None
        )

    @property
    def load_paths(self) -> tuple[str, ...]:
        """Where imports are looked for: ``load_paths``, ``sass_dir``, the theme's ``_sass``."""
        if self._load_paths is None:
            site = self._site
            configured = self._settings.get("load_paths") or []
            patterns = [
                *map(str, configured if isinstance(configured, list) else [configured]),
                str(self._settings.get("sass_dir") or "_sass"),
            ]
            found: list[str] = []
            for pattern in patterns:
                if site.configuration.safe:
                    pattern = str(paths.sanitized(site.source, pattern))
                # The source's own path is no pattern, whatever is in it.
                pattern = pattern.removeprefix(f"{site.source}/")
                matching = [pattern]
                if glob.has_magic(pattern):
                    matching = sorted(glob.glob(pattern, root_dir=site.source))  # noqa: PTH207
                found += [os.path.join(site.source, one) for one in matching]  # noqa: PTH118  (speed)
            if site.configuration.safe:
                found = [path for path in found if paths.inside(site.source, Path(path))]
            if site.theme is not None and site.theme.sass_path is not None:
                found.append(str(site.theme.sass_path))
            # Older converters looked for imports from the source's root; it does no harm as last.
            found.append(str(site.source))
            unique = dict.fromkeys(os.path.normpath(path) for path in found)
            self._load_paths = tuple(path for path in unique if os.path.isdir(path))  # noqa: PTH112
        return self._load_paths

    def _source_map(self, source_map: dict[str, Any], page: Page) -> str:
        root = iri.encode(str(self._site.source))
        own = iri.encode(page.relative_path)
        source_map["file"] = iri.encode(f"{page.basename}.css")
        source_map["sources"] = [
            posixpath.relpath(url.removeprefix("file://"), root)
            if url.startswith("file:")
            else own
            if url.startswith("data:")
            else url
            for url in source_map["sources"]
        ]
        return json.dumps(source_map, ensure_ascii=False, separators=(",", ":"))

    def _place(self, error: dart_sass.CompileError, page: Page | None) -> None:
        """Say where the mistake is in the author's file, front matter counted."""
        if error.message.startswith(_NOT_FOUND):
            source = f"{self._site.source}/"
            folders = [path.removeprefix(source) for path in self.load_paths[:-1]]
            error.hint = (
                f"looked for in {', '.join(folders)} and beside the style sheet"
                if folders
                else "there is no folder _sass, and it is not beside the style sheet"
            )
        if error.path is None:
            if page is not None:
                error.path = page.relative_path
                error.line = (error.line or 1) + page.body_line - 1
            return
        source = str(self._site.source) + os.sep
        error.path = unquote(error.path).removeprefix(source)
        if page is not None:
            error.trail = (page.relative_path,)

    def _tell(self, compiled: dart_sass.Compiled, page: Page | None) -> None:
        for warning in compiled.warnings:
            log.warn("Sass:", warning)
        if not compiled.deprecations:
            return
        if log.level() > log.Level.DEBUG:
            where = page.relative_path if page is not None else "a filter"
            log.debug("Sass:", f"{len(compiled.deprecations)} deprecation warnings in {where}")
            return
        for deprecation in compiled.deprecations:
            log.debug("Sass:", deprecation)


class Sass(Scss):
    """Files ``.sass`` that have front matter: the syntax with indentation."""

    syntax: ClassVar[dart_sass.Syntax] = "indented"
    extension: ClassVar[str] = ".sass"


class SourceMapPage(PageWithoutAFile):
    """The source map of a style sheet, beside it."""

    def __init__(self, sheet: Page, text: str) -> None:
        super().__init__(sheet.site, sheet.dir, f"{sheet.basename}.css.map", content=text)
        self.data = sheet.data

    @property
    def asset_file(self) -> bool:
        """No layout wraps it."""
        return True

    @property
    def render_with_liquid(self) -> bool:
        """It is no template."""
        return False


def _names(value: object) -> tuple[str, ...]:
    return tuple(str(name) for name in value) if isinstance(value, list) else ()
