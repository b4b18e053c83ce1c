"""The variable ``jekyll``.

Source: https://jekyllrb.com/docs/variables/ and Jekyll's ``JekyllDrop``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from jinkyll.configuration import environment
from jinkyll.render.drops.fields import FieldsDrop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.render.drops.fields import Field

__all__ = ["JEKYLL_VERSION", "JekyllDrop"]

#: The version whose behaviour this is; themes print it and compare with it.
JEKYLL_VERSION: Final = "4.4.1"


class JekyllDrop(FieldsDrop):
    """Which Jekyll this is, and whether it builds for the public."""

    __slots__ = ()

    ruby_class: ClassVar[str] = "JekyllDrop"

    fields: ClassVar[Mapping[str, Field]] = {
        "version": lambda _: JEKYLL_VERSION,
        "environment": lambda _: environment(),
    }
