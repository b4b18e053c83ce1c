"""A static file as templates see it.

Source: https://jekyllrb.com/docs/static-files/ and Jekyll's ``StaticFileDrop``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from jinkyll.render.drops.fields import FieldsDrop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.content.static_file import StaticFile
    from jinkyll.render.drops.drops import Drops
    from jinkyll.render.drops.fields import Field

__all__ = ["StaticFileDrop"]


class StaticFileDrop(FieldsDrop):
    """A file that is copied."""

    __slots__ = ("file",)

    ruby_class: ClassVar[str] = "StaticFileDrop"

    def __init__(self, drops: Drops, file: StaticFile) -> None:
        super().__init__(drops)
        self.file = file

    def fallback(self) -> dict[str, Any]:
        """The front matter defaults that apply to it."""
        return self.file.data

    def liquid_inspect(self) -> str:
        """Within a list, a file shows its path."""
        return f'#<Jekyll::StaticFile @relative_path="{self.file.relative_path}">'

    fields: ClassVar[Mapping[str, Field]] = {
        "name": lambda self: self.file.name,
        "basename": lambda self: self.file.basename,
        "extname": lambda self: self.file.extname,
        "path": lambda self: self.file.relative_path,
        "collection": lambda self: self.file.type,
        "modified_time": lambda self: self.file.modified_time,
    }
