"""``{% link _posts/2016-07-26-name-of-post.md %}``: the address of a file of the source.

Source: https://jekyllrb.com/docs/liquid/tags/#links
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinkyll.content.static_file import StaticFile
from jinkyll.content.urls import relative_url
from jinkyll.liquid import Tag
from jinkyll.render.errors import RubyError

if TYPE_CHECKING:
    from jinkyll.content.site import Site
    from jinkyll.liquid import Context
    from jinkyll.render.references import References

__all__ = ["LinkTag"]


_PATHS: Final = {"site documents", "site pages", "site static_files"}


class LinkTag(Tag):
    """The URL of a page, document or static file, with ``baseurl``; its path may be a template."""

    name = "link"

    def render(self, context: Context) -> str:
        """Look the path up.

        Raises:
            RubyError: no file with that path becomes part of the site.
        """
        path = self.markup.strip()
        if "{{" in path or "{%" in path:
            path = self.environment.render_once(path, context, path=self.path, first_line=self.line)
        references: References = context.registers["references"]  # type: ignore[assignment]
        site: Site = context.registers["site"]  # type: ignore[assignment]
        item = references.find(path)
        if item is None:
            raise RubyError(
                f"Could not find document '{path}' in tag 'link'. "
                "Make sure the document exists and the path is correct.",
                hint=references.suggestion(path),
            )
        site.reads.facts |= _PATHS
        if not isinstance(item, StaticFile):
            site.reads.items[id(item)] = item
        if site.configuration.github_pages:
            return item.url  # Jekyll 3 left baseurl to the author
        return relative_url(site.configuration, item.url)
