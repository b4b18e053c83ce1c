"""The profile ``github_pages: true``: what GitHub Pages puts below and above a site's settings.

Pages builds with Jekyll 3.10 and the gem github-pages: other defaults, a set of plugins that is
always on, and settings that nobody can change.

Source: https://docs.github.com/en/pages/setting-up-a-github-pages-site-with-jekyll and the gem's
``GitHubPages::Configuration``.
"""

from __future__ import annotations

import os
from typing import Any, Final

from jinkyll.configuration.configuration import environment
from jinkyll.configuration.merging import deep_merge

__all__ = ["DEFAULT_PLUGINS", "WHITELIST", "above", "below"]

DEFAULT_PLUGINS: Final = (
    "jekyll-coffeescript",
    "jekyll-commonmark-ghpages",
    "jekyll-gist",
    "jekyll-github-metadata",
    "jekyll-paginate",
    "jekyll-relative-links",
    "jekyll-optional-front-matter",
    "jekyll-readme-index",
    "jekyll-default-layout",
    "jekyll-titles-from-headings",
)
"""Plugins that every site on Pages has."""

WHITELIST: Final = (
    *DEFAULT_PLUGINS,
    "jekyll-feed",
    "jekyll-redirect-from",
    "jekyll-seo-tag",
    "jekyll-sitemap",
    "jekyll-avatar",
    "jemoji",
    "jekyll-mentions",
    "jekyll-include-cache",
    "jekyll-octicons",
    "jekyll-remote-theme",
)
"""Plugins that a site on Pages may have; all others are passed over in silence."""

_EXCLUDED: Final = (
    "Gemfile",
    "Gemfile.lock",
    "node_modules",
    "vendor/bundle/",
    "vendor/cache/",
    "vendor/gems/",
    "vendor/ruby/",
    "CNAME",
)
_ENGINES: Final = frozenset({"kramdown", "gfm", "commonmarkghpages"})


def below(user: dict[str, Any]) -> dict[str, Any]:
    """The defaults of Pages for a site with the settings *user*."""
    defaults: dict[str, Any] = {
        "jailed": False,
        "future": True,
        "exclude": list(_EXCLUDED),
        "kramdown": {
            "input": "GFM",
            "hard_wrap": False,
            "gfm_quirks": "paragraph_end",
            "syntax_highlighter_opts": {"default_lang": "plaintext"},
        },
        # Jekyll 3's converter knows no source maps.
        "sass": {"sourcemap": "never"},
    }
    if "theme" not in user and "remote_theme" not in user:
        defaults["theme"] = "jekyll-theme-primer"
    if environment() == "production":
        defaults["sass"]["style"] = "compressed"
    return defaults


def above(configuration: dict[str, Any]) -> dict[str, Any]:
    """*configuration* with what nobody can change, and with the plugins that are always on."""
    forced: dict[str, Any] = {
        "lsi": False,
        "safe": True,
        "whitelist": list(WHITELIST),
        "highlighter": "rouge",
        "kramdown": {"template": "", "math_engine": "mathjax", "syntax_highlighter": "rouge"},
        "gist": {"noscript": False},
    }
    merged = deep_merge(configuration, forced)
    plugins = [*(configuration.get("plugins") or ()), *DEFAULT_PLUGINS]
    if configuration.get("remote_theme"):
        plugins.append("jekyll-remote-theme")
    merged["plugins"] = list(dict.fromkeys(map(str, plugins)))
    if os.environ.get("DISABLE_WHITELIST"):
        merged["whitelist"] = list(dict.fromkeys([*WHITELIST, *merged["plugins"]]))
    engine = str(configuration.get("markdown") or "").lower()
    if engine not in _ENGINES:
        merged["markdown"] = "kramdown"
    elif engine == "gfm":
        merged["markdown"] = "CommonMarkGhPages"
    return merged
