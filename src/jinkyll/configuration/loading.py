"""Finding, reading and merging the configuration files.

Source: https://jekyllrb.com/docs/configuration/options/ and Jekyll's ``Configuration``.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from jinkyll import log, safe_yaml
from jinkyll.configuration import github_pages
from jinkyll.configuration import timezone as zones
from jinkyll.configuration.configuration import Configuration
from jinkyll.configuration.defaults import DEFAULT_EXCLUDES, DEFAULTS
from jinkyll.configuration.deprecated import renamed
from jinkyll.configuration.kinds import check_kind
from jinkyll.configuration.merging import deep_merge
from jinkyll.configuration.parsed import parsed
from jinkyll.configuration.truth import truthy
from jinkyll.errors import ConfigurationError

__all__ = ["configuration_files", "load"]

_EXTENSIONS: Final = ("yml", "yaml", "toml")
_STYLES: Final = {
    "none": "/:categories/:title:output_ext",
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
}
# With a value of another kind Jekyll dies without a word of the key.
_KINDS: Final[Mapping[str, tuple[type, ...]]] = {
    "collections_dir": (str,),
    "data_dir": (str,),
    "keep_files": (list,),
    "kramdown": (dict,),
    "layouts_dir": (str,),
    "liquid": (dict,),
    "permalink": (str,),
    "plugins_dir": (str, list),
}


def load(overrides: Mapping[str, Any] | None = None) -> Configuration:
    """The configuration of the site: defaults, then its files, then *overrides*.

    *overrides* holds keys of the configuration as the command line gives them;
    ``config`` names configuration files (a list, or text with commas) instead of
    the source's own, ``skip_config_files`` reads none.

    Raises:
        ConfigurationError: a file that is missing or can't be read, a key that
            can't have the value it has.
    """
    given = {str(key): value for key, value in (overrides or {}).items()}
    merged: dict[str, Any] = {}
    if not given.pop("skip_config_files", False):
        for file in configuration_files(given):
            merged = deep_merge(merged, _read(file, required=bool(given.get("config"))))
        _check(merged)
    here = _here()
    merged = deep_merge(merged, given)
    merged = renamed(merged, Path(here, str(merged.get("source") or "")))
    _check_kinds(merged)
    base = {"source": here, "destination": f"{here}/_site", **_copied(DEFAULTS)}
    configuration = Configuration(deep_merge(base, merged))
    if configuration.github_pages:
        base = deep_merge(base, github_pages.below(merged))
        configuration = Configuration(github_pages.above(deep_merge(base, merged)))
        configuration.has_default_theme = "theme" not in merged
        configuration.is_safe_by_profile = not truthy(merged.get("safe"))
    _check(configuration)
    configuration["collections"] = _collections(configuration)
    if isinstance(configuration.get("exclude"), list) and not configuration.github_pages:
        configuration["exclude"] = list(
            dict.fromkeys([*map(_hashable, configuration["exclude"]), *DEFAULT_EXCLUDES])
        )
    return configuration


def configuration_files(overrides: Mapping[str, Any]) -> list[Path]:
    """The files to read: those that ``config`` names, or the source's ``_config.yml``.

    The latter is named even where it does not exist.
    """
    named = overrides.get("config")
    if isinstance(named, str):
        named = named.split(",")
    if named:
        return [Path(os.path.abspath(Path(str(one)).expanduser())) for one in named if str(one)]  # noqa: PTH100
    source = Path(os.path.abspath(Path(str(overrides.get("source") or "")).expanduser()))  # noqa: PTH100
    for extension in _EXTENSIONS:
        path = source / f"_config.{extension}"
        if path.exists():
            return [path]
    return [source / "_config.yml"]


def _read(path: Path, *, required: bool) -> dict[str, Any]:
    try:
        source = path.read_bytes()
    except OSError as error:
        if not required:
            log.warn("Configuration file:", "none")
            return {}
        log.error("Fatal:", f"The configuration file '{path}' could not be found.")
        raise ConfigurationError(
            f"The Configuration file '{path}' could not be found.",
            hint="--config takes paths relative to the folder that you stand in",
        ) from error
    data = _parsed(source, path)
    if not isinstance(data, dict):
        raise ConfigurationError(
            f"Configuration file: (INVALID) {path}",
            path=str(path),
            hint="a configuration file holds lines of the form key: value",
        )
    log.info("Configuration file:", str(path))
    return {_name(key): value for key, value in data.items()}


def _name(key: object) -> str:
    return str(key).lower() if isinstance(key, bool) else str(key)


def _parsed(source: bytes, path: Path) -> object:
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            "the file is not UTF-8",
            path=str(path),
            line=source.count(b"\n", 0, error.start) + 1,
            hint="save it as UTF-8",
        ) from error
    extension = path.suffix.lower()
    if extension == ".toml":
        import tomllib  # noqa: PLC0415  (start-up time; few sites have one)

        try:
            return _aware(tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            raise ConfigurationError(str(error), path=str(path)) from error
    if extension not in {".yml", ".yaml"}:
        raise ConfigurationError(
            f"No parser for '{path}' is available. Use a .y(a)ml or .toml file instead."
        )
    try:
        data = parsed(path, source, lambda: safe_yaml.load(text, path=str(path)))
    except safe_yaml.InvalidYAML as error:
        raise ConfigurationError(
            error.message, path=error.path, line=error.line, column=error.column, hint=error.hint
        ) from error
    return {} if data is None or data is False else data


def _aware(value: Any) -> Any:
    """TOML's local times in the machine's zone; its bare times of day as text."""
    if isinstance(value, dict):
        return {key: _aware(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_aware(one) for one in value]
    if isinstance(value, dt.datetime) and value.tzinfo is None:
        return value.replace(tzinfo=zones.local())
    return str(value) if isinstance(value, dt.time) else value


def _check(configuration: Mapping[str, Any]) -> None:
    for key in ("plugins", "include", "exclude"):
        value = configuration.get(key, [])
        if isinstance(value, list):
            continue
        from jinkyll.liquid.printing import inspect  # noqa: PLC0415  (slow, for mistakes only)

        if key == "plugins":
            log.error(
                "'plugins' should be set as an array of gem-names, but was: "
                f"{inspect(value)}. Use 'plugins_dir' instead to set the directory for your "
                "non-gemified Ruby plugins."
            )
        raise ConfigurationError(
            f"'{key}' should be set as an array, but was: {inspect(value)}.",
            hint=f"write {key}: [{'' if value is None else value}]",
        )


def _check_kinds(configuration: Mapping[str, Any]) -> None:
    for key, kinds in _KINDS.items():
        check_kind(key, configuration.get(key), *kinds)


def _collections(configuration: Configuration) -> Any:
    configured = configuration.get("collections")
    if isinstance(configured, list):
        configured = {str(label): {} for label in configured}
    if not isinstance(configured, dict):
        return configured
    collections = deep_merge({"posts": {}}, configured)
    posts = collections["posts"]
    posts = dict(posts) if isinstance(posts, dict) else {}
    posts["output"] = True
    style = configuration.get("permalink")
    if style and not posts.get("permalink"):
        posts["permalink"] = _STYLES.get(str(style), str(style))
    collections["posts"] = posts
    return collections


def _here() -> str:
    try:
        return os.getcwd()  # noqa: PTH109
    except OSError as error:
        raise ConfigurationError(
            "the folder that you stand in is gone", hint="cd to a folder that exists"
        ) from error


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _copied(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_copied(one) for one in value]
    return value


def _hashable(value: Any) -> Any:
    return value if isinstance(value, str | int | float) or value is None else str(value)
