"""A layout: the template around pages, with front matter of its own.

Source: https://jekyllrb.com/docs/layouts/ and Jekyll's ``Layout``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinkyll.content.front_matter import FrontMatter
from jinkyll.content.names import split_extension

if TYPE_CHECKING:
    from jinkyll.errors import ReadError

__all__ = ["Layout"]


@dataclass(slots=True, eq=False)
class Layout:
    """One layout of the site or its theme."""

    name: str
    """File name below the layouts directory, ``post.html`` or ``sub/post.html``."""
    path: str
    """Absolute path of the file."""
    relative_path: str
    """Path below the source or the theme, with a slash in front: ``/_layouts/post.html``."""
    data: FrontMatter = field(default_factory=FrontMatter)
    """The layout's front matter; ``data["layout"]`` names the layout around this one."""
    content: str = ""
    """The template; a file that is no text has none, see `template`."""
    body_line: int = 1
    """Line of the file on which the template starts."""
    unreadable: ReadError | None = None
    """Why the file has no content, if it is not in the site's encoding."""

    @property
    def template(self) -> str:
        """The content, for a page that is placed in it; raises ReadError if it can't be read."""
        if self.unreadable is not None:
            raise self.unreadable
        return self.content

    @property
    def ext(self) -> str:
        """Extension of the file, with its dot."""
        return split_extension(self.name)[1]
