"""Which plugins a configuration asks for, and where each one is.

In Jekyll's order (https://jekyllrb.com/docs/plugins/installation/):

1. those of the group ``:jekyll_plugins`` of a ``Gemfile`` in the working directory, and
2. those that the theme's gem depends on, both as far as they are bundled;
3. the site's own: every ``*.py`` file in ``plugins_dir`` (``_plugins``), unless ``safe``;
4. the names under ``plugins:``. A name is looked for among the bundled plugins, then among the
   entry points ``jinkyll.plugins`` of the installed packages.

In safe mode only names of the ``whitelist`` are taken. What exists in Ruby alone can't run: files
``_plugins/**/*.rb`` and gems without a counterpart are named in one warning each, and the build
goes on, for most sites still build; a page that needs one of their tags or filters will say so.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from jinkyll import log
from jinkyll.plugins.blame import blamed
from jinkyll.plugins.ruby import registrations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

__all__ = [
    "ENTRY_POINT_GROUP",
    "Found",
    "bundled_module",
    "dependencies",
    "discover",
    "gemfile_plugins",
]

ENTRY_POINT_GROUP: Final = "jinkyll.plugins"
_POINTER: Final = 'The page "Porting a plugin" of the documentation says how to bring them over.'

_BUNDLED: Final = "jinkyll.bundled"
#: Gems that jinkyll needs no counterpart of: what they do is built in, or of no use to a build.
_BUILT_IN: Final = frozenset(
    {
        "jekyll",
        # Jekyll 4 reads a theme's data and configuration by itself.
        "jekyll-data",
        # CommonMark is built in.
        "jekyll-commonmark",
        "jekyll-commonmark-ghpages",
        "jekyll-compose",
        "jekyll-watch",
        "jekyll-sass-converter",
        "kramdown",
        "kramdown-parser-gfm",
        "rouge",
        "liquid",
        "webrick",
        "wdm",
        "tzinfo",
        "tzinfo-data",
        "json",
        "csv",
        "base64",
        "bigdecimal",
        "logger",
        "http_parser.rb",
        "faraday-retry",
        "bundler",
        "github-pages",
    }
)
#: Gems of themes often stand among the plugins, where they do nothing.
_THEME: Final = re.compile(r"^jekyll-theme-|^minima$|-jekyll(?:-theme)?$|-theme$")
_JEKYLL_PLUGIN_LINE: Final = re.compile(
    r"""^\s*gem\s*\(?\s*["'](?P<name>[^"']+)["'](?P<rest>.*)$""", re.MULTILINE
)
_GROUP_BLOCK: Final = re.compile(
    r"^\s*group\s*\(?[^\n]*:jekyll_plugins\b[^\n]*\bdo\b[^\n]*\n(?P<body>.*?)^\s*end\b",
    re.MULTILINE | re.DOTALL,
)
_IN_GROUP: Final = re.compile(r"(?:\bgroups?:|:groups?\s*=>)\s*\[?[^\]\n]*:jekyll_plugins\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A plugin by the name that the person at the terminal knows, and the way to import it."""

    name: str
    load: Callable[[], ModuleType]


def discover(configuration: Mapping[str, Any]) -> Iterator[Found]:
    """Each plugin that *configuration* asks for, once, in the order of loading.

    Raises:
        PluginError: by ``Found.load``, when a plugin's module raises something.
    """
    of_gemfile = gemfile_plugins(configuration)
    yield from of_gemfile
    if not configuration.get("safe"):
        yield from _files(configuration)
    loaded = {found.name for found in of_gemfile}
    unknown: list[str] = []
    for name in _allowed(configuration, map(str, filter(None, configuration.get("plugins") or ()))):
        if name in loaded:
            continue
        if found := _bundled([name]):
            yield from found
        elif not (name in _BUILT_IN or name == configuration.get("theme") or _THEME.search(name)):
            unknown.append(name)
    if unknown:
        yield from _from_packages(unknown)


def dependencies(configuration: Mapping[str, Any], gems: Iterable[str]) -> list[Found]:
    """The bundled plugins among *gems*, those that the gem of a theme depends on."""
    return _bundled(_allowed(configuration, gems))


def bundled_module(name: str) -> str | None:
    """The module that stands for the gem *name* (``jekyll-seo-tag``), if jinkyll bundles it."""
    if not re.fullmatch(r"[a-z0-9_-]+", name):
        return None
    module = f"{_BUNDLED}.{name.removeprefix('jekyll-').replace('-', '_')}"
    if name != "jemoji" and not name.startswith("jekyll-"):
        return None
    spec = importlib.util.find_spec(module)
    # A folder of templates is a package, too, but one without a file.
    return module if spec is not None and spec.origin is not None else None


def _allowed(configuration: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    """Those of *names* that may be loaded, each once."""
    unique = list(dict.fromkeys(names))
    if not configuration.get("safe"):
        return unique
    whitelist = configuration.get("whitelist") or ()
    allowed = {whitelist} if isinstance(whitelist, str) else {str(name) for name in whitelist}
    return [name for name in unique if name in allowed]


def gemfile_plugins(configuration: Mapping[str, Any]) -> list[Found]:
    """The bundled plugins among the gems that Bundler would load for Jekyll.

    None with ``JEKYLL_NO_BUNDLER_REQUIRE``. A Gemfile says what is installed, so that a gem without
    a counterpart, a theme say, is no reason to warn.
    """
    if os.environ.get("JEKYLL_NO_BUNDLER_REQUIRE"):
        return []
    gemfile = Path(os.environ.get("BUNDLE_GEMFILE") or "Gemfile")
    try:
        text = gemfile.read_text("utf-8", errors="replace")
    except OSError:
        return []
    blocks = [match.span("body") for match in _GROUP_BLOCK.finditer(text)]
    named = [
        match["name"]
        for match in _JEKYLL_PLUGIN_LINE.finditer(text)
        if _IN_GROUP.search(match["rest"])
        or any(start <= match.start() < end for start, end in blocks)
    ]
    return _bundled(_allowed(configuration, named))


def _bundled(names: Iterable[str]) -> list[Found]:
    modules = ((name, bundled_module(name)) for name in names)
    return [Found(name, _importer(name, module)) for name, module in modules if module]


def _importer(name: str, module: str) -> Callable[[], ModuleType]:
    def load() -> ModuleType:
        with blamed(name, "import"):
            return importlib.import_module(module)

    return load


def _from_packages(names: list[str]) -> Iterator[Found]:
    # Looking through all installed packages takes some ten milliseconds.
    from importlib.metadata import entry_points  # noqa: PLC0415  (start-up time)

    announced = {_folded(point.name): point for point in entry_points(group=ENTRY_POINT_GROUP)}
    missing = [name for name in names if _folded(name) not in announced]
    if missing:
        log.warn(
            "Plugins:",
            f"{', '.join(missing)} can't run in Python and {'is' if len(missing) == 1 else 'are'}"
            f" left out. {_POINTER}",
        )
    for name in names:
        if name not in missing:
            yield Found(name, _importer(name, announced[_folded(name)].value.partition(":")[0]))


def _folded(name: str) -> str:
    return name.replace("_", "-").lower()


def _files(configuration: Mapping[str, Any]) -> Iterator[Found]:
    """The site's own plugins; warns of those in Ruby."""
    source = Path(str(configuration.get("source") or "."))
    ruby: list[str] = []
    for folder in _folders(configuration, source):
        for path in sorted(folder.rglob("*")):
            shown = os.path.relpath(path, source)
            if path.suffix == ".py" and path.is_file():
                yield Found(shown, _file_loader(path, shown))
            elif path.suffix == ".rb" and path.is_file():
                ruby.append(f"{shown} ({kinds})" if (kinds := registrations(path)) else shown)
    if ruby:
        log.warn("Plugins:", f"Ruby can't be run: {', '.join(ruby)}. {_POINTER}")


def _folders(configuration: Mapping[str, Any], source: Path) -> list[Path]:
    folders = configuration.get("plugins_dir") or "_plugins"
    if folders == "_plugins":
        return [source / "_plugins"]
    # As Jekyll has it: any other folder is relative to the working directory.
    return [Path(str(each)) for each in ([folders] if isinstance(folders, str) else folders)]


def _file_loader(path: Path, shown: str) -> Callable[[], ModuleType]:
    def load() -> ModuleType:
        # Compiled here, so that Python leaves no __pycache__ in the site's folder.
        name = f"jinkyll_site_plugins.{re.sub(r'[^a-zA-Z0-9_]', '_', shown)}"
        module = ModuleType(name)
        module.__file__ = str(path)
        sys.modules[name] = module
        with blamed(shown, "import"):
            code = compile(path.read_bytes(), str(path), "exec")
            exec(code, vars(module))  # noqa: S102  (running the site's own code is the point)
        return module

    return load
