"""The address of a path on the site: below ``baseurl``, and with ``url`` in front.

The functions behind the filters ``relative_url`` and ``absolute_url``, for
generators and tags that need them without a template.

Source: https://jekyllrb.com/docs/liquid/filters/ and Jekyll's ``URLFilters``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinkyll.content import iri

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["absolute_url", "relative_url"]


def relative_url(configuration: Mapping[str, Any], path: str) -> str:
    """*path* below the configuration's ``baseurl``; a URL with a scheme stays as it is.

    Raises:
        ValueError: the result is no URL, with the reason.
    """
    if iri.is_absolute(path):
        return path
    baseurl = configuration.get("baseurl")
    base = "" if baseurl is None else str(baseurl).removesuffix("/")
    return iri.normalize(_rooted(base) + _rooted(path))


def absolute_url(configuration: Mapping[str, Any], path: str) -> str:
    """*path* with the configuration's ``url`` and ``baseurl`` in front, if there is a ``url``.

    Raises:
        ValueError: the result is no URL, with the reason.
    """
    if iri.is_absolute(path):
        return path
    site_url = configuration.get("url")
    if site_url is None or site_url == "":
        return relative_url(configuration, path)
    return iri.normalize(str(site_url) + relative_url(configuration, path))


def _rooted(path: str) -> str:
    return path if not path or path.startswith("/") else f"/{path}"
