"""What ``doctor`` looks at.

The first group is Jekyll's, in its words: a finding there means that the site is ill. The second
is advice: the site builds, but perhaps not to what its author wants.
"""

from __future__ import annotations

import os
import re
import urllib.parse
from typing import TYPE_CHECKING, Any

from jinkyll import log
from jinkyll.configuration import DEFAULTS
from jinkyll.errors import nearest
from jinkyll.plugins.ruby import registrations
from jinkyll.write import warn_of_conflicts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from jinkyll.content import Document, Page, Site

__all__ = ["advice", "healthy"]

#: Keys without a default that Jekyll, the usual plugins and the usual themes know.
_KNOWN_KEYS = frozenset(DEFAULTS) | {
    "author", "authors", "avatar", "csv_reader", "description", "destination", "disable_disk_cache",
    "disqus", "email", "exclude_from_localization", "feed", "footer-links", "force_polling",
    "gems", "github", "github_username", "google_analytics", "header_pages", "ignore_theme_config",
    "jekyll-archives", "jekyll-mentions", "jekyll_compose", "lang", "languages", "layouts",
    "livereload", "livereload_ignore", "livereload_max_delay", "livereload_min_delay",
    "livereload_port", "locale", "logo", "markdown_extensions", "minima", "name", "open_url",
    "page_excerpts", "paginate", "pagination", "profile", "redirect_from", "relative_permalinks",
    "remote_theme", "repository", "sass", "show_excerpts", "skip_initial_build", "social", "source",
    "ssl_cert", "ssl_key", "tagline", "theme", "time", "title", "tsv_reader", "twitter",
    "twitter_username", "url", "verbose", "watch", "webmaster_verifications", "webrick",
}  # fmt: skip
_INCLUDE = re.compile(
    r"\{%-?\s*(?:include|include_cached)\s+(?P<liquid>[^\s%]+)|\{%-?\s*include\s+[\"'](?P<jinja>[^\"']+)"
)

_SITE_KEY = re.compile(r"""\bsite(?:\.|\[["'])(?P<key>[\w-]+)""")


def healthy(site: Site) -> bool:
    """Tell whether *site* passes Jekyll's checks; each finding is printed."""
    checks: tuple[Callable[[Site], bool], ...] = (
        _no_relative_permalinks,
        _no_conflicts,
        _no_urls_that_differ_by_case,
        _proper_url,
        _posts_where_they_belong,
    )
    # All of them are made: one visit should find everything.
    findings = [check(site) for check in checks]
    return all(findings)


def advice(site: Site) -> list[str]:
    """What the author of *site* might want to change although it builds."""
    return [
        *_waiting(site),
        *_baseurl(site),
        *_misspelt_keys(site),
        *_unused_includes(site),
        *_ruby_plugins(site),
    ]


def _no_relative_permalinks(site: Site) -> bool:
    if not site.configuration.get("relative_permalinks"):
        return True
    log.warn(
        "Deprecation:",
        "Your site still uses relative permalinks, which was removed in Jekyll v3.0.0.",
    )
    return False


def _no_conflicts(site: Site) -> bool:
    return not warn_of_conflicts(site)


def _no_urls_that_differ_by_case(site: Site) -> bool:
    by_folded: dict[str, list[str]] = {}
    things: list[Page | Document] = [*site.pages, *site.docs_to_write]
    for thing in things:
        path = str(thing.destination(site.destination))
        by_folded.setdefault(path.lower(), []).append(path)
    fine = True
    for paths in by_folded.values():
        if len(set(paths)) > 1:
            fine = False
            log.warn(
                "Warning:",
                "The following URLs only differ by case. On a case-insensitive file system one of "
                f"the URLs will be overwritten by the other: {', '.join(paths)}",
            )
    return fine


def _proper_url(site: Site) -> bool:
    url = site.configuration.get("url")
    exists = url is not None and url != ""
    if not exists:
        log.warn(
            "Warning:",
            "You didn't set an URL in the config file, you may encounter problems with some "
            "plugins.",
        )
    valid = not exists or isinstance(url, str)
    if not valid:
        log.warn(
            "Warning:",
            "The site URL does not seem to be valid, check the value of `url` in your config file.",
        )
    absolute = isinstance(url, str) and _is_absolute(url)
    if not absolute:
        log.warn(
            "Warning:",
            "Your site URL does not seem to be absolute, check the value of `url` in your config "
            "file.",
        )
    return exists and valid and absolute


def _is_absolute(url: str) -> bool:
    try:
        return bool(urllib.parse.urlsplit(url).scheme)
    except ValueError:
        return False


def _posts_where_they_belong(site: Site) -> bool:
    posts = site.in_source("_posts")
    if not site.collections_dir or not posts.is_dir():
        return True
    log.warn("Warning:", "Detected '_posts' directory outside custom `collections_dir`!")
    log.warn(
        "",
        f"Please move '{posts}' into the custom directory at "
        f"'{site.in_source(site.collections_dir)}'",
    )
    return False


def _waiting(site: Site) -> Iterator[str]:
    waiting = [one.path for one in site.skipped if one.reason == "has a future date"]
    if waiting:
        yield (
            f"{len(waiting)} file(s) wait for their date and are built once it has come, or with "
            f"--future: {_some(waiting)}"
        )


def _baseurl(site: Site) -> Iterator[str]:
    baseurl = site.configuration.baseurl
    if baseurl and not baseurl.startswith("/"):
        yield f"baseurl is '{baseurl}': it should begin with a slash, '/{baseurl.strip('/')}'"
    elif baseurl.endswith("/"):
        better = baseurl.rstrip("/")
        yield f"baseurl is '{baseurl}': without the slash at its end, '{better}', links are right"


def _misspelt_keys(site: Site) -> Iterator[str]:
    known = sorted(_KNOWN_KEYS)
    # What a template asks for is spelt as it is meant.
    asked_for = {match["key"] for text in _texts(site) for match in _SITE_KEY.finditer(text)}
    for key in sorted(site.configuration):
        if key in _KNOWN_KEYS or key in asked_for:
            continue
        folded = key.replace("-", "_").lower()
        near = nearest(folded, known, cutoff=0.85)
        if near:
            yield f"the configuration has a key '{key}': did you mean '{near}'?"


def _unused_includes(site: Site) -> Iterator[str]:
    folder = site.includes_load_paths[0]
    there = {path.relative_to(folder).as_posix() for path in _files(folder)}
    if not there:
        return
    used: set[str] = set()
    for text in _texts(site):
        for match in _INCLUDE.finditer(text):
            name = str(match["jinja"] or match["liquid"]).strip("\"'")
            if "{{" in name:
                # Whatever that says when it is rendered: any of them may be used.
                return
            used.add(name.lstrip("/"))
    unused = sorted(name for name in there - used if not name.startswith("."))
    if unused:
        yield f"{len(unused)} include(s) that no template names: {_some(unused)}"


def _texts(site: Site) -> Iterator[str]:
    for layout in site.layouts.values():
        yield layout.content or ""
    for page in site.pages:
        yield page.content or ""
    for collection in site.collections.values():
        for document in collection.docs:
            yield document.content or ""
    for folder in site.includes_load_paths:
        for path in _files(folder):
            yield path.read_text(encoding="utf-8", errors="replace")


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []


def _ruby_plugins(site: Site) -> Iterator[str]:
    for folder in site.configuration.plugins_dirs:
        for path in _files(folder):
            if path.suffix != ".rb":
                continue
            shown = os.path.relpath(path, site.source)
            what = registrations(path)
            yield (
                f"{shown} is Ruby and is not run{f' ({what})' if what else ''}: write it anew in "
                "Python beside it, or do without"
            )


def _some(names: Iterable[Any]) -> str:
    listed = list(map(str, names))
    more = f" and {len(listed) - 5} more" if len(listed) > 5 else ""
    return ", ".join(listed[:5]) + more
