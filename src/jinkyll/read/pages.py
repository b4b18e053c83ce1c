"""Pages: files with front matter that lie outside of collections.

Source: https://jekyllrb.com/docs/pages/ and Jekyll's ``Convertible#read_yaml``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinkyll import log, safe_yaml
from jinkyll.configuration.truth import truthy
from jinkyll.content import Page, PageExcerpt
from jinkyll.errors import FrontMatterError, PermalinkError

if TYPE_CHECKING:
    from jinkyll.content import Site
    from jinkyll.read import front_matter
    from jinkyll.read.source_files import SourceFile

__all__ = ["page_data", "read_page"]


def read_page(
    site: Site, directory: str, name: str, file: SourceFile, *, base: str | None = None
) -> Page:
    """Make a page of *file*, which is called *name* and lies in *directory*.

    *directory* is relative to *base*, or to the site's source.

    Raises:
        FrontMatterError: front matter that is no mapping, or in strict mode no YAML.
        PermalinkError: an empty permalink.
        ReadError: the file is not in the site's encoding.
    """
    shown = f"{directory}/{name}".lstrip("/")
    log.debug("Reading:", shown)
    folder = str(site.source) if base is None else base
    data, parts = page_data(site, file, shown, f"{folder}/{shown}")
    page = Page(
        site,
        directory,
        name,
        data=data,
        content=parts.body,
        body_line=parts.body_line,
        base=base,
    )
    if (
        site.config.get("page_excerpts")
        and page.generate_excerpt
        and not truthy(page.data["excerpt"])
    ):
        page.data["excerpt"] = PageExcerpt(page)
    file.leave_body_on_disk(page)
    site.trigger("pages", "post_init", page)
    return page


def page_data(
    site: Site, file: SourceFile, shown: str, path: str
) -> tuple[dict[str, Any], front_matter.Source]:
    """The front matter of *file*, and its parts.

    *shown* is the path for errors, *path* the absolute one for Jekyll's own words.
    """
    parts = file.split(shown)
    try:
        data = file.load(shown)
    except FrontMatterError as error:
        cause = error.__cause__
        problem = cause.problem if isinstance(cause, safe_yaml.InvalidYAML) else error.message
        log.warn(f"YAML Exception reading {path}: {problem}", path=shown, line=error.line)
        log.warn("", f"{shown}:{error.line}" + (f": {error.hint}" if error.hint else ""))
        if site.configuration.strict_front_matter:
            raise
        data = None
    if data is None or data is False:
        data = {}
    if not isinstance(data, dict):
        raise FrontMatterError(
            f"Invalid YAML front matter in {path}",
            path=shown,
            line=parts.block_line,
            hint="write lines of the form key: value between the dashes",
        )
    if data.get("permalink") == "":
        raise PermalinkError(
            f"Invalid permalink in {path}",
            path=shown,
            line=parts.line_of("permalink"),
            hint="remove the empty permalink, or write one that starts with a slash",
        )
    return data, parts
