"""The converter of everything that no other converter takes: it changes nothing.

Source: Jekyll's ``Identity``.
"""

from __future__ import annotations

from jinkyll.plugins.api import Converter, Priority

__all__ = ["Identity"]


class Identity(Converter):
    """Leaves its text as it is."""

    priority = Priority.LOWEST

    def matches(self, ext: str) -> bool:  # noqa: ARG002  (all the same)
        """It takes every file."""
        return True

    def output_ext(self, ext: str) -> str:
        """The extension stays."""
        return ext

    def convert(self, text: str) -> str:
        """The text stays."""
        return text
