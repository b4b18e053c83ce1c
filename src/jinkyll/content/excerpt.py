"""The beginning of a document, for lists of posts and feeds.

Source: https://jekyllrb.com/docs/posts/#post-excerpts and Jekyll's ``Excerpt``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll import log
from jinkyll.content.text_slot import Deferred, fetched

if TYPE_CHECKING:
    from jinkyll.content.collection import Collection
    from jinkyll.content.document import Document
    from jinkyll.content.front_matter import FrontMatter
    from jinkyll.content.page import Page
    from jinkyll.content.site import Site

__all__ = ["Excerpt", "PageExcerpt", "extract"]

_TAG: Final = re.compile(r"\{%-?\s*(\w+)\s*.*?-?%\}", re.ASCII | re.DOTALL)
_MANY_BRACKETS: Final = 100
_DEFINITION_OPENING: Final = re.compile(r"^ {0,3}\[", re.MULTILINE)


class Excerpt:
    """The excerpt of a document that does not bring its own.

    ``data["excerpt"]`` holds one of these, or the text of the front matter.
    """

    place_in_layout: Final = False
    is_of_body: bool = True
    """Whether it is cut from the body as that is now: a generator may have replaced it since."""

    def __init__(self, doc: Document | Page) -> None:
        self._doc = doc
        text = doc.source_text
        # A body that is still to be fetched has nothing in it that a warning would be due for.
        self._text = text if isinstance(text, Deferred) else None
        self._content = "" if self._text else extract(doc, fetched(text) or "")
        self._output: str | None = None
        self._data: FrontMatter | None = None

    @property
    def content(self) -> str:
        """Source text up to the separator, replaced by the rendered HTML in ``render``."""
        self._doc.site.reads.excerpt(self._doc)
        if self._text is not None:
            self._content = extract(self._doc, self._text.fetch())
            self._text = None
        return self._content

    @content.setter
    def content(self, text: str) -> None:
        self._content = text
        self._text = None

    @property
    def output(self) -> str | None:
        """The rendered excerpt; None until somebody asked ``render`` for it."""
        self._doc.site.reads.excerpt(self._doc)
        return self._output

    @output.setter
    def output(self, text: str | None) -> None:
        self._output = text

    @property
    def doc(self) -> Document | Page:
        """What this is the excerpt of."""
        return self._doc

    @property
    def site(self) -> Site:
        """The document's site."""
        return self._doc.site

    @property
    def data(self) -> FrontMatter:
        """The document's front matter without ``layout`` and ``excerpt``."""
        if self._data is None:
            self._data = self._doc.data.copy()
        for key in ("layout", "excerpt"):
            self._data.pop(key, None)
        return self._data

    @property
    def collection(self) -> Collection | None:
        """The document's collection; None for the excerpt of a page."""
        return getattr(self._doc, "collection", None)

    @property
    def type(self) -> str:
        """The document's type, for front matter defaults."""
        return self._doc.type

    @property
    def body_line(self) -> int:
        """Line of the file on which the excerpt starts."""
        return self._doc.body_line

    @property
    def path(self) -> str:
        """The document's path with ``#excerpt`` at the end."""
        return f"{self._doc.path}/#excerpt"

    @property
    def relative_path(self) -> str:
        """The document's relative path with ``#excerpt`` at the end."""
        return f"{self._doc.relative_path}/#excerpt"

    @property
    def url(self) -> str:
        """The document's URL."""
        return self._doc.url

    @property
    def id(self) -> str:
        """The document's id with ``#excerpt`` at the end."""
        return f"{getattr(self._doc, 'id', '')}#excerpt"

    @property
    def extname(self) -> str:
        """The document's extension, which chooses the converters."""
        return self._doc.extname

    ext = extname

    @property
    def basename(self) -> str:
        """The document's base name."""
        return self._doc.basename

    @property
    def output_ext(self) -> str:
        """The document's extension in the destination."""
        return self._doc.output_ext

    @property
    def render_with_liquid(self) -> bool:
        """Whether the excerpt is a template."""
        if self.data["render_with_liquid"] is False or self.extname in {".coffee", ".yml", ".yaml"}:
            return False
        return "{%" in self.content or "{{" in self.content

    @property
    def next_doc(self) -> Document | None:
        """The document's successor."""
        return getattr(self._doc, "next_doc", None)

    @property
    def previous_doc(self) -> Document | None:
        """The document's predecessor."""
        return getattr(self._doc, "previous_doc", None)

    @property
    def related_posts(self) -> list[Document]:
        """The document's related posts."""
        return getattr(self._doc, "related_posts", [])

    def __str__(self) -> str:
        return self.output if self.output is not None else self.content

    def __contains__(self, text: str) -> bool:
        return text in (self.output or "") or text in self.content

    def __repr__(self) -> str:
        return f"<Excerpt id={self.id}>"


class PageExcerpt(Excerpt):
    """The excerpt of a page, made when the configuration says ``page_excerpts: true``."""

    @property
    def id(self) -> str:
        """A page's excerpt goes by its path."""
        return self.relative_path

    @property
    def render_with_liquid(self) -> bool:
        """Whether the excerpt is a template."""
        if self.data["render_with_liquid"] is False:
            return False
        return "{%" in self.content or "{{" in self.content


def extract(doc: Document | Page, text: str) -> str:
    """The part of *text*, the body of *doc*, before its separator, made to stand alone.

    Liquid blocks that the separator cut in two are closed, with a warning; the
    link definitions of the rest that the beginning refers to are appended.
    """
    head, _, tail = text.partition(doc.excerpt_separator)
    if not tail:
        return head
    if "{%" in head:
        head = _closed(head, doc)
    if "[" in head:
        definitions = _link_definitions(head, tail)
        if definitions:
            return "\n\n".join((head, "\n".join(definitions)))
    return head


def _closed(head: str, doc: Document | Page) -> str:
    modified = False
    done: set[str] = set()
    # Only tags that end within the head count, and so every match is a short one.
    whole = head[: head.rfind("%}") + 2]
    for tag in reversed(_TAG.findall(whole)):
        if tag in done or tag not in doc.site.block_tags:
            continue
        done.add(tag)
        if not re.search(rf"\{{%-?\s*end{re.escape(tag)}", whole, re.ASCII):
            modified = True
            head += f"\n{{% end{tag} %}}"
    if modified:
        log.warn("Warning:", f"Excerpt modified in {doc.relative_path}!")
        log.warn("", "Found a Liquid block containing the excerpt separator "
                 f"{_inspected(doc.excerpt_separator)}.")  # fmt: skip
        log.warn("", "The block has been modified with the appropriate closing tag.")
        log.warn("", "Feel free to define a custom excerpt or excerpt_separator in the")
        log.warn("", "document's Front Matter if the generated excerpt is unsatisfactory.")
    return head


def _may_be_defined(head: str, tail: str) -> bool:
    """Tell whether something in brackets in *head* stands before a colon in *tail*."""
    if head.count("[") > _MANY_BRACKETS:
        return True
    opening = head.find("[")
    while opening >= 0:
        closing = head.find("]", opening)
        if closing < 0:
            return False
        if f"{head[opening : closing + 1]}:" in tail:
            return True
        opening = head.find("[", opening + 1)
    return False


def _link_definitions(head: str, tail: str) -> list[str]:
    definitions: list[str] = []
    if "]:" not in tail or not _may_be_defined(head, tail):
        return definitions
    closing = -1  # kept between openings, so that many unclosed ones stay cheap
    done = 0
    for opening in _DEFINITION_OPENING.finditer(tail):
        start = opening.end() - 1
        if start < done:
            continue
        if closing < start:
            closing = tail.find("]", start + 1)
        if closing < 0:
            break
        if closing == start + 1 or not tail.startswith(":", closing + 1):
            continue
        line_end = tail.find("\n", closing)
        done = len(tail) if line_end < 0 else line_end
        if done == closing + 2:
            continue
        if tail[start : closing + 1] in head:
            definitions.append(tail[start:done])
    return definitions


def _inspected(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
