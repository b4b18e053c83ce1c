"""A page: a file with front matter that belongs to no collection.

Source: https://jekyllrb.com/docs/pages/ and Jekyll's ``Page``.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinkyll.content import permalink
from jinkyll.content.front_matter import FrontMatter
from jinkyll.content.names import split_extension
from jinkyll.content.rendered import Rendered
from jinkyll.paths import without_jinja

if TYPE_CHECKING:
    from jinkyll.content.site import Site
    from jinkyll.content.text_slot import Text

__all__ = ["HTML_EXTENSIONS", "Page", "PageWithoutAFile"]

HTML_EXTENSIONS: Final = (".html", ".xhtml", ".htm")
"""Extensions, with their dot, of outputs that count as HTML."""

_ASSETS: Final = frozenset({".sass", ".scss", ".coffee"})


class Page(Rendered[str]):
    """One page, read from a file or made by a generator.

    ``data`` is what the file's front matter says; a key that it lacks falls back
    to the site's defaults. ``content`` is the body, replaced by the converted one
    in ``render``, which puts the finished page into ``output``.
    """

    type: Final = "pages"
    """What scopes of front matter defaults call pages."""

    is_written: Final = True
    """A page is always written."""

    allows_used_permalink = False
    """Whether it may be written where another page is, as redirects may."""

    def __init__(
        self,
        site: Site,
        dir: str,  # noqa: A002  (Jekyll's name)
        name: str,
        *,
        data: dict[str, Any] | None = None,
        content: Text = "",
        body_line: int = 1,
        base: str | None = None,
    ) -> None:
        """Make the page *name* of the source directory *dir* (``""``, ``"docs"``, ``"/docs"``).

        *base* is the folder that *dir* is relative to: the source unless given.
        """
        self.site = site
        self.source_dir = dir
        self.name = name
        """Name of the file, ``about.md``."""
        self.base = str(site.source) if base is None else base
        stem, self.extname = split_extension(without_jinja(name))
        self.basename = stem.rstrip(".")
        """Name of the file without extension."""
        self.relative_path = f"{dir.rstrip('/')}/{name}".lstrip("/")
        """Path relative to the source, ``docs/about.md``."""
        self.data = FrontMatter(data, self.default)
        self._content = content
        self._output = None
        self.body_line = body_line
        """Line of the file on which the body starts."""
        self.pager: Any = None
        """What templates see as ``paginator``, set by a pagination plugin."""

    def default(self, key: str) -> object:
        """What the configuration's ``defaults`` say of *key* for this page."""
        return self.site.defaults.find(self.relative_path, "pages", key)

    @property
    def ext(self) -> str:
        """Extension of the source, with its dot."""
        return self.extname

    @property
    def path(self) -> str:
        """The front matter's ``path``, else the path relative to the source."""
        return str(self.data["path"]) if "path" in self.data else self.relative_path

    @property
    def source_path(self) -> str:
        """Absolute path of the source file."""
        return f"{self.base}/{self.relative_path}"

    @property
    def published(self) -> bool:
        """False if the front matter says ``published: false``."""
        return dict.get(self.data, "published", True) is not False

    @property
    def output_ext(self) -> str:
        """Extension of the file that is written, with its dot."""
        return self.site.output_ext(self.extname, self.permalink)

    @property
    def permalink(self) -> str | None:
        """The permalink of the front matter or its defaults; None where the template applies."""
        value = self.data["permalink"]
        return None if value is None or value is False else str(value)

    @property
    def template(self) -> str:
        """The URL template of a page without permalink."""
        if not self.html:
            return "/:path/:basename:output_ext"
        if self.index:
            return "/:path/"
        return permalink.add_suffix("/:path/:basename", self.site.permalink_style)

    @cached_property
    def url(self) -> str:
        """Path of the page on the site, starting with a slash, without ``baseurl``."""
        template = self.permalink
        return permalink.replace(
            self.template if template is None else template,
            {"path": self.source_dir, "basename": self.basename, "output_ext": self.output_ext},
        )

    @property
    def dir(self) -> str:
        """Directory of the URL, with a slash at the end."""
        if self.url.endswith("/"):
            return self.url
        return self.url.rpartition("/")[0] + "/"

    @property
    def html(self) -> bool:
        """Whether the output is HTML."""
        return self.output_ext in HTML_EXTENSIONS

    @property
    def index(self) -> bool:
        """Whether this is the page of its directory."""
        return self.basename == "index"

    def destination(self, base: Path) -> Path:
        """The file below *base* that this page is written to."""
        return Path(self.output_path(str(base)))

    def output_path(self, base: str) -> str:
        """The same as text."""
        path = permalink.file_of(self.url)
        if self.url.endswith("/"):
            path = f"{path.rstrip('/')}/index"
        if not path.endswith(self.output_ext):
            path += self.output_ext
        return permalink.below(base, path)

    @cached_property
    def excerpt_separator(self) -> str:
        """Where the excerpt ends; empty for no excerpt."""
        separator = self.data["excerpt_separator"]
        if separator is None or separator is False:
            separator = self.site.config.get("excerpt_separator")
        return "" if separator is None else str(separator)

    @property
    def generate_excerpt(self) -> bool:
        """Whether an excerpt is cut from the body when ``page_excerpts`` is on."""
        return self.excerpt_separator != "" and type(self) is Page and self.html

    @property
    def excerpt(self) -> str | None:
        """The excerpt as text; None if there is none."""
        excerpt = self.data["excerpt"]
        return str(excerpt) if excerpt else None

    @property
    def asset_file(self) -> bool:
        """Whether the file is a style sheet or script that no layout wraps."""
        return self.extname in _ASSETS

    @property
    def render_with_liquid(self) -> bool:
        """Whether the body is a template."""
        if self.data["render_with_liquid"] is False:
            return False
        return "{%" in self.content or "{{" in self.content

    @property
    def place_in_layout(self) -> bool:
        """Whether a layout may wrap the page."""
        return not (self.asset_file or self.data["layout"] == "none")

    def __getitem__(self, key: str) -> Any:
        if key in {"content", "dir", "excerpt", "name", "path", "url"}:
            return getattr(self, key)
        return self.data[key]

    def __str__(self) -> str:
        return self.content

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.relative_path}>"


class PageWithoutAFile(Page):
    """A page that a generator makes; nothing is read for it."""
