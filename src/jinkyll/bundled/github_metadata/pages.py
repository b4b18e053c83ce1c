"""The environment variables with which GitHub describes a host of pages to a build."""

from __future__ import annotations

import os
from typing import Final

__all__ = ["is_page_build", "setting"]

_DEFAULTS: Final = {
    "PAGES_ENV": ("JEKYLL_ENV", "development"),
    "PAGES_API_URL": ("API_URL", "https://api.github.com"),
    "PAGES_HELP_URL": ("HELP_URL", "https://help.github.com"),
    "PAGES_GITHUB_HOSTNAME": ("GITHUB_HOSTNAME", "github.com"),
    "PAGES_PAGES_HOSTNAME": ("PAGES_HOSTNAME", "github.io"),
}


def setting(name: str) -> str:
    """The variable *name* (``PAGES_ENV``), the older one in its place, or GitHub's own value."""
    older, default = _DEFAULTS[name]
    value = os.environ.get(name) or os.environ.get(older)
    if not value and name == "PAGES_PAGES_HOSTNAME" and setting("PAGES_ENV") == "development":
        return "localhost:4000"
    return (value or default).removesuffix("/")


def is_page_build() -> bool:
    """Tell whether GitHub Pages itself is building."""
    return bool(os.environ.get("PAGE_BUILD_ID"))


def scheme() -> str:
    """``https`` where the host says ``SSL=true``."""
    return "https" if os.environ.get("SSL") == "true" else "http"


def github_url() -> str:
    """The address of GitHub, or of a company's own."""
    host = setting("PAGES_GITHUB_HOSTNAME")
    if host == "github.com" or setting("PAGES_ENV") == "dotcom":
        return "https://github.com"
    return f"{scheme()}://{host}"
