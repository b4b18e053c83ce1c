"""Pages that generators make."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinkyll.content import Page
from jinkyll.errors import ReadError

if TYPE_CHECKING:
    from jinkyll.content import StaticFile

__all__ = ["page_from_static_file"]


def page_from_static_file(file: StaticFile) -> Page:
    """A page whose body is the whole text of *file*.

    Raises:
        ReadError: the file can't be read, or is not in the site's encoding.
    """
    site = file.site
    try:
        text = Path(file.path).read_bytes().decode(site.config.encoding)
    except (OSError, UnicodeError) as error:
        raise ReadError(str(error), path=file.relative_path.lstrip("/")) from error
    return Page(site, file.dir, file.name, content=text.removeprefix("\ufeff"), base=file.base)
