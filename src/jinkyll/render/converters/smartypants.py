"""Straight quotes and dashes to typographic ones, for the filter ``smartify``.

Source: Jekyll's ``SmartyPants``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinkyll import kramdown
from jinkyll.plugins.api import Converter, Priority

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SmartyPants"]


class SmartyPants(Converter):
    """Takes no files: it is there for the filter."""

    priority = Priority.LOW

    def __init__(self, configuration: Mapping[str, Any]) -> None:
        super().__init__(configuration)
        self._options: dict[str, Any] = dict(configuration.get("kramdown") or {})

    def matches(self, ext: str) -> bool:  # noqa: ARG002  (all the same)
        """It takes none."""
        return False

    def output_ext(self, ext: str) -> str:
        """It never comes to that."""
        return ext

    def convert(self, text: str) -> str:
        """*text*, tags untouched, with typographic characters."""
        return kramdown.smartify(text, self._options)
