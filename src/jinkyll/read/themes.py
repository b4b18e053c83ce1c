"""Themes, wherever they are installed.

The theme NAME is looked for in the folder that ``JEKYLL_THEMES_DIR`` names, then
where the ``Gemfile`` says with ``path:`` that it is, then among Python packages (entry
points of the group ``jinkyll.themes``), then among the installed gems.

Source: https://jekyllrb.com/docs/themes/ and Jekyll's ``Theme``.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinkyll import log, safe_yaml
from jinkyll.configuration import DEFAULTS, Configuration, deep_merge
from jinkyll.content import Theme
from jinkyll.errors import ConfigurationError
from jinkyll.plugins import theme_source

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find", "with_theme"]

_GEM_FOLDERS: Final = (
    "/usr/share/rubygems-integration/all/gems",
    "/usr/share/rubygems-integration/*/gems",
    "/var/lib/gems/*/gems",
    "/usr/local/lib/ruby/gems/*/gems",
    "/usr/lib/ruby/gems/*/gems",
    "/usr/local/bundle/gems",
    "/opt/homebrew/lib/ruby/gems/*/gems",
    "/usr/local/Cellar/ruby/*/lib/ruby/gems/*/gems",
    "/Library/Ruby/Gems/*/gems",
    "~/.local/share/gem/ruby/*/gems",
    "~/.gem/ruby/*/gems",
    "~/.rbenv/versions/*/lib/ruby/gems/*/gems",
    "~/.rvm/gems/*/gems",
    "~/.asdf/installs/ruby/*/lib/ruby/gems/*/gems",
)
"""Where gems usually are, beside GEM_HOME, GEM_PATH and the site's own vendor/bundle."""

_OF_GITHUB_PAGES: Final = {
    "minima": "jekyll/minima@v2.5.1",
    "jekyll-swiss": "broccolini/swiss@v1.0.0",
    "jekyll-theme-primer": "pages-themes/primer@v0.6.0",
    **{
        f"jekyll-theme-{name}": f"pages-themes/{name}@v0.2.0"
        for name in (
            "architect", "cayman", "dinky", "hacker", "leap-day", "merlot", "midnight", "minimal",
            "modernist", "slate", "tactile", "time-machine",
        )
    },
}  # fmt: skip
"""Where the themes that GitHub Pages offers by name come from when they are not installed."""

_GEM_PATH: Final = re.compile(
    r"""^\s*gem\b\s*\(?\s*["'](?P<name>[^"']+)["'][^\n#]*?\bpath(?::|\s*=>)\s*(?:File\.\w+\([^"'\n]*)?["'](?P<path>[^"'\n]+)["']""",
    re.MULTILINE,
)
_LOCKED_PATH: Final = re.compile(r"^PATH\n  remote: (?P<path>.+)$", re.MULTILINE)
_VERSION: Final = re.compile(r"-(\d[\w.]*)$")
_DEPENDENCY: Final = re.compile(
    r"""\.add_(?:runtime_)?dependency\s*\(?\s*(?:%q<|["'])(?P<name>[\w.-]+)[>"'](?:\.freeze)?(?P<versions>[^\n)]*)"""
)
_STRING: Final = r"""\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')(?:\.freeze)?"""
_KEYS: Final = {"source", "destination", *DEFAULTS}


def with_theme(configuration: Configuration) -> tuple[Configuration, Theme | None]:
    """*configuration* over the one that its theme brings, and the theme.

    The theme's ``_config.yml`` can't change a key that has a default.

    Raises:
        ConfigurationError: the theme is nowhere, or its configuration is not YAML.
    """
    name = configuration.get("theme")
    if name is None:
        return configuration, None
    if not isinstance(name, str):
        log.warn(
            "Theme:",
            "value of 'theme' in config should be String to use gem-based themes, "
            f"but got {_ruby_class(name)}",
        )
        return configuration, None
    try:
        theme = find(name, configuration)
    except ConfigurationError as error:
        if not configuration.has_default_theme:
            raise
        log.warn("Theme:", f"{error.message} The site is built without a theme.")
        return configuration, None
    log.debug("Theme:", name)
    log.debug("Theme source:", str(theme.root))
    brought = {} if configuration.get("ignore_theme_config") is True else _configuration(theme)
    if not brought:
        return configuration, theme
    return configuration.changed(deep_merge(brought, configuration.unasked())), theme


def find(name: str, configuration: Configuration) -> Theme:
    """The theme called *name*.

    Raises:
        ConfigurationError: there is none.
    """
    name = name.strip().lower()
    source = configuration.source
    places = (
        *_from_folder(name),
        *_from_source(name, source),
        *_from_gemfile(name),
        *_from_packages(name),
        *_from_gems(name, source),
    )
    for place in places:
        return _theme(name, Path(os.path.realpath(place)))
    reason = ""
    if name in _OF_GITHUB_PAGES:
        try:
            return _theme(name, theme_source.fetch(_OF_GITHUB_PAGES[name], configuration).resolve())
        except ConfigurationError as error:
            reason = f" ({error.message})"
    raise ConfigurationError(
        f"The {name} theme could not be found.{reason}",
        hint=f"put it into a folder {name} and name that folder's parent in JEKYLL_THEMES_DIR, "
        f"install it as a gem or a Python package, "
        f"or take it from its repository with remote_theme: owner/{name}",
    )


def _from_folder(name: str) -> Iterator[Path]:
    for folder in os.environ.get("JEKYLL_THEMES_DIR", "").split(os.pathsep):
        if folder:
            yield from _named(Path(folder).expanduser(), name)


def _from_source(name: str, source: Path) -> Iterator[Path]:
    # A theme's repository is a site that uses the theme in which it lies.
    if (source / f"{name}.gemspec").is_file():
        yield source


def _from_gemfile(name: str) -> Iterator[Path]:
    """The folders that the Gemfile, or what Bundler made of it, gives as the ``path`` of *name*."""
    gemfile = Path(os.environ.get("BUNDLE_GEMFILE") or "Gemfile")
    lock = gemfile.with_name(f"{gemfile.name}.lock")
    paths = [match["path"] for match in _LOCKED_PATH.finditer(_text(lock))]
    paths += [
        match["path"] for match in _GEM_PATH.finditer(_text(gemfile)) if match["name"] == name
    ]
    for path in paths:
        root = gemfile.parent / Path(path).expanduser()
        for gemspec in (*root.glob(f"{name}.gemspec"), *root.glob(f"*/{name}.gemspec")):
            yield gemspec.parent


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""


def _from_packages(name: str) -> Iterator[Path]:
    from importlib.metadata import entry_points  # noqa: PLC0415  (slow, and only themes need it)

    for point in entry_points(group="jinkyll.themes"):
        if point.name.lower() == name:
            loaded: Any = point.load()
            if callable(loaded):
                loaded = loaded()
            if not isinstance(loaded, str | os.PathLike):
                loaded = next(iter(loaded.__path__))
            yield Path(loaded)


def _from_gems(name: str, source: Path) -> Iterator[Path]:
    folders: list[Path] = []
    for variable in ("GEM_HOME", "GEM_PATH"):
        for one in os.environ.get(variable, "").split(os.pathsep):
            if one:
                folders += [Path(one).expanduser() / "gems", Path(one).expanduser()]
    bundles = [source / "vendor" / "bundle"]
    if os.environ.get("BUNDLE_PATH"):
        bundles.append(source / Path(os.environ["BUNDLE_PATH"]).expanduser())
    for bundle in bundles:
        folders += sorted(bundle.glob("ruby/*/gems"))
    for pattern in _GEM_FOLDERS:
        expanded = Path(pattern).expanduser()
        if "*" in pattern:
            root = Path(expanded.anchor)
            folders += sorted(root.glob(str(expanded.relative_to(root))), reverse=True)
        else:
            folders.append(expanded)
    for folder in dict.fromkeys(folders):
        yield from _named(folder, name)


def _named(folder: Path, name: str) -> Iterator[Path]:
    """The folders ``name`` and ``name-VERSION`` below *folder*, the latest version first."""
    found: list[tuple[tuple[tuple[int, int, str], ...], Path]] = []
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        lower = entry.name.lower()
        version = _VERSION.search(lower)
        named = lower == name or (version is not None and lower[: version.start()] == name)
        if named and entry.is_dir():
            found.append((_sortable(version[1] if version else ""), entry))
    yield from (path for _, path in sorted(found, reverse=True))


def _sortable(version: str) -> tuple[tuple[int, int, str], ...]:
    # As in Ruby, 1.0.beta comes before 1.0, and that before 1.0.1.
    parts = (
        (1, int(part), "") if part.isdecimal() else (0, 0, part) for part in version.split(".")
    )
    return (*parts, (1, -1, ""))


def _theme(name: str, root: Path) -> Theme:
    theme = Theme(name, root)
    version = _VERSION.search(root.name)
    theme.version = version[1] if version else ""
    for gemspec in (
        root.parent.parent / "specifications" / f"{root.name}.gemspec",
        root / f"{name}.gemspec",
    ):
        try:
            text = gemspec.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        _describe(theme, text)
        break
    return theme


def _describe(theme: Theme, gemspec: str) -> None:
    """Take from *gemspec*, which is Ruby, what can be read without Ruby."""
    own_version = _field(gemspec, "version")
    theme.version = own_version or theme.version
    theme.description = _field(gemspec, "description") or _field(gemspec, "summary")
    authors = re.search(r"\.authors?\s*=\s*(\[[^\]]*\]|\"[^\"]*\"|'[^']*')", gemspec)
    if authors:
        theme.authors = ", ".join(
            one or other for one, other in re.findall(r"\"([^\"]*)\"|'([^']*)'", authors[1])
        )
    metadata = re.search(r"\.metadata\s*=\s*\{([^}]*)\}", gemspec)
    if metadata:
        theme.metadata = dict(
            re.findall(r"""["']([^"']+)["']\s*=>\s*["']([^"']*)["']""", metadata[1])
        )
    # A gemspec that RubyGems wrote says it all again below `else`, for old versions of itself,
    # and development dependencies as well.
    said = gemspec.partition("\n  else\n")[0]
    for match in _DEPENDENCY.finditer(said):
        versions = re.findall(r"""["']([^"']+)["']""", match["versions"])
        theme.runtime_dependencies[match["name"]] = ", ".join(
            map(_requirement, versions or [">= 0"])
        )


def _requirement(version: str) -> str:
    return version if version[0] in "~<>=!" else f"= {version}"


def _field(gemspec: str, name: str) -> str:
    match = re.search(rf"\.{name}{_STRING}", gemspec)
    return (match[1] or match[2] or "") if match else ""


def _configuration(theme: Theme) -> dict[str, Any]:
    path = theme.root / "_config.yml"
    if path.is_symlink() or not path.is_file():
        return {}
    try:
        data = safe_yaml.load(path.read_text(encoding="utf-8-sig"), path=str(path))
    except safe_yaml.InvalidYAML as error:
        raise ConfigurationError(
            error.message, path=error.path, line=error.line, column=error.column, hint=error.hint
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError("can't be read", path=str(path)) from error
    if not isinstance(data, dict):
        return {}
    log.info("Theme Config file:", str(path))
    return {str(key): value for key, value in data.items() if key not in _KEYS}


def _ruby_class(value: object) -> str:
    names = {bool: "TrueClass" if value else "FalseClass", dict: "Hash", list: "Array",
             int: "Integer", float: "Float"}  # fmt: skip
    return next((name for kind, name in names.items() if isinstance(value, kind)), "Object")
