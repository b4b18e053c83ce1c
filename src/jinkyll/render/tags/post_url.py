"""``{% post_url 2016-07-26-name-of-post %}``: the address of a post.

Source: https://jekyllrb.com/docs/liquid/tags/#linking-to-posts
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinkyll.content.urls import relative_url
from jinkyll.liquid import Tag
from jinkyll.render.errors import FatalException

if TYPE_CHECKING:
    from jinkyll.content.site import Site
    from jinkyll.liquid import Context, Environment
    from jinkyll.render.references import References

__all__ = ["PostUrlTag"]

_NAME = re.compile(r"^(.+/)*(\d+-\d+-\d+)-(.*)$", re.ASCII | re.MULTILINE)


class PostUrlTag(Tag):
    """The URL of the post with that name (a folder may stand before it), with ``baseurl``."""

    name = "post_url"

    def __init__(
        self, markup: str, *, environment: Environment, path: str | None = None, line: int = 1
    ) -> None:
        """Check the name, unless it is a template.

        Raises:
            FatalException: it is not date and slug.
        """
        super().__init__(markup, environment=environment, path=path, line=line)
        self.post = markup.strip()
        self.is_template = "{{" in self.post
        if not self.is_template:
            _parts(self.post)

    def render(self, context: Context) -> str:
        """Look the post up.

        Raises:
            FatalException: there is no such post.
        """
        name = self.post
        if self.is_template:
            name = self.environment.render_once(
                name, context, path=self.path, first_line=self.line
            ).strip()
        references: References = context.registers["references"]  # type: ignore[assignment]
        site: Site = context.registers["site"]  # type: ignore[assignment]
        post = references.find_post(name, *_parts(name))
        if post is None:
            raise FatalException(
                f"Could not find post \"{name}\" in tag 'post_url'. "
                "Make sure the post exists and the name is correct.",
                hint=references.suggestion_of_post(name),
            )
        site.reads.facts.add("site posts")
        site.reads.items[id(post)] = post
        if site.configuration.github_pages:
            return post.url  # Jekyll 3 left baseurl to the author
        return relative_url(site.configuration, post.url)


def _parts(name: str) -> tuple[str, str, str]:
    match = _NAME.search(name.removeprefix("/"))
    if match is None:
        raise FatalException(
            f"Could not parse name of post \"{name}\" in tag 'post_url'. "
            "Make sure the post exists and the name is correct. "
            f"Jekyll::Errors::InvalidPostNameError: '{name}' does not contain valid date and/or "
            "title.",
            hint="the name of a post is YEAR-MONTH-DAY-title, without extension",
        )
    return match[1] or "", match[2], match[3]
