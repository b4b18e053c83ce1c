"""``{% include_relative file.md %}``: a file beside the page, or below it.

Source: https://jekyllrb.com/docs/includes/#including-files-relative-to-another-file
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.liquid.drop import Drop
from jinkyll.render.tags.include import IncludeTag

if TYPE_CHECKING:
    from jinkyll.content.site import Site
    from jinkyll.liquid import Context
    from jinkyll.render.inclusions import Inclusions
    from jinkyll.render.statistics import Renderable

__all__ = ["IncludeRelativeTag"]


class IncludeRelativeTag(IncludeTag):
    """Renders a file of the page's own folder in place."""

    name = "include_relative"

    def locate(self, file: str, context: Context) -> Renderable:
        """The template called *file* in the folder of the page that is being rendered."""
        inclusions: Inclusions = context.registers["inclusions"]  # type: ignore[assignment]
        site: Site = context.registers["site"]  # type: ignore[assignment]
        return inclusions.find_in(site.in_source(_folder(context, site)), file)


def _folder(context: Context, site: Site) -> str:
    page = context.registers.get("page")
    if not isinstance(page, Drop):
        return ""
    path = str(page.liquid_get("path"))
    if page.liquid_get("collection"):
        path = f"{site.collections_dir}/{path}"
    return path.removesuffix("/#excerpt").rpartition("/")[0]
