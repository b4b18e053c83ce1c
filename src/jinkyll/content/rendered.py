"""The two slots that rendering fills, and who looks into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from jinkyll.content.text_slot import Deferred, Text, fetched

if TYPE_CHECKING:
    from jinkyll.content.document import Document
    from jinkyll.content.page import Page
    from jinkyll.content.site import Site

__all__ = ["Rendered"]

BodyT = TypeVar("BodyT", bound=str | None)


class Rendered(Generic[BodyT]):
    """What a page and a document have in common: a body, and the finished page made of it.

    A look into either by anybody but itself is recorded: see :mod:`jinkyll.content.reads`.
    """

    site: Site
    on_disk: Deferred | None = None
    """The body as it stands in the source, if that can be fetched from there at any time."""
    _content: Text
    _output: Text

    @property
    def content(self) -> BodyT:
        """The body, rendered or not yet; None for a document that is not read or is YAML."""
        self._report()
        text = self._content
        return cast("BodyT", text.fetch() if text.__class__ is Deferred else text)

    @content.setter
    def content(self, text: Text) -> None:
        self._content = text
        self.on_disk = None

    @property
    def output(self) -> str | None:
        """The finished page; None before it was rendered."""
        self._report()
        return fetched(self._output)

    @output.setter
    def output(self, text: Text) -> None:
        self._output = text

    def leave_on_disk(self) -> None:
        """Keep the body no longer, if it can be fetched from its source."""
        if self.on_disk is not None:
            self._content = self.on_disk

    @property
    def has_no_body(self) -> bool:
        """Whether `content` is None, without fetching it."""
        return self._content is None

    @property
    def source_text(self) -> Text:
        """The body, perhaps not fetched yet, as it is now."""
        return self._content

    @property
    def lasting_text(self) -> Text:
        """The same for those who keep it: what can be fetched from the source is."""
        return self._content if self.on_disk is None else self.on_disk

    @property
    def source_digest(self) -> bytes | None:
        """The digest of the body in the source; None if that is to be made of the body itself."""
        text = self.lasting_text
        return text.digest if text.__class__ is Deferred else None

    def _report(self) -> None:
        reads = self.site.reads
        if reads.rendering is not self:
            reads.body(cast("Document | Page", self))
