"""The variable ``theme``: the package that the site builds upon.

Source: https://jekyllrb.com/docs/variables/ and Jekyll's ``ThemeDrop``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.configuration import environment
from jinkyll.render.drops.fields import FieldsDrop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.content.theme import Theme
    from jinkyll.render.drops.drops import Drops
    from jinkyll.render.drops.fields import Field

__all__ = ["ThemeDrop"]


class ThemeDrop(FieldsDrop):
    """The theme; its folder is shown in development only."""

    __slots__ = ("theme",)

    ruby_class: ClassVar[str] = "ThemeDrop"

    def __init__(self, drops: Drops, theme: Theme) -> None:
        super().__init__(drops)
        self.theme = theme

    fields: ClassVar[Mapping[str, Field]] = {
        "root": lambda self: str(self.theme.root) if environment() == "development" else "",
        "authors": lambda self: self.theme.authors,
        "version": lambda self: self.theme.version,
        "description": lambda self: self.theme.description,
        "metadata": lambda self: self.theme.metadata,
        "dependencies": lambda self: [
            f"{name} ({versions})" for name, versions in self.theme.runtime_dependencies.items()
        ],
    }
