"""GitHub's API, as far as ``site.github`` asks it; silent without a token."""

from __future__ import annotations

import json
import os
import re
import urllib.request
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from jinkyll import log
from jinkyll.bundled.github_metadata import pages

__all__ = ["ask", "ask_all", "may_ask"]

_SECONDS: Final = 10
_PAGES_AT_MOST: Final = 100
_NEXT: Final = re.compile(r'<([^>]+)>;\s*rel="next"')
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def ask(path: str) -> dict[str, Any]:
    """The object at *path* (``/repos/owner/name``); empty if it can't be had."""
    answer = _answer(path)[0] if may_ask() else None
    return answer if isinstance(answer, dict) else {}


def ask_all(path: str) -> list[dict[str, Any]] | None:
    """The objects listed at *path*, all pages of them; None if they can't be had."""
    if not may_ask():
        return None
    found: list[dict[str, Any]] = []
    following: str | None = f"{path}{'&' if '?' in path else '?'}per_page=100"
    for _ in range(_PAGES_AT_MOST):
        if following is None:
            break
        answer, following = _answer(following)
        if not isinstance(answer, list):
            return None
        found += answer
    return found


def may_ask() -> bool:
    """Tell whether there is a token to ask with."""
    return bool(os.environ.get("JEKYLL_GITHUB_TOKEN")) and not os.environ.get(
        "PAGES_DISABLE_NETWORK"
    )


@lru_cache(maxsize=256)
def _answer(path: str) -> tuple[object, str | None]:
    """What stands at *path*, and the address of the next page."""
    url = path if path.startswith("http") else pages.setting("PAGES_API_URL") + path
    if not url.startswith(("https://", "http://")):
        return None, None
    request = urllib.request.Request(  # noqa: S310  (see above)
        url,
        headers={
            "Accept": "application/vnd.github+json",
            "Authorization": f"token {os.environ['JEKYLL_GITHUB_TOKEN']}",
            "User-Agent": "jinkyll",
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as response:  # noqa: S310
            answer = json.load(response, object_hook=_with_times)
            match = _NEXT.search(response.headers.get("Link") or "")
    except (OSError, ValueError) as error:
        log.warn("GitHub Metadata:", f"{url}: {error}. Metadata may be missing.")
        return None, None
    return answer, match[1] if match else None


def _with_times(values: dict[str, Any]) -> dict[str, Any]:
    return {
        key: datetime.fromisoformat(value)
        if isinstance(value, str) and _TIME.fullmatch(value)
        else value
        for key, value in values.items()
    }
