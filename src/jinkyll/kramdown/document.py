"""What is known of a document while it is parsed: its options and its definitions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.diagnostics import Diagnostic

if TYPE_CHECKING:
    from jinkyll.kramdown.attributes import AttributeList
    from jinkyll.kramdown.element import Element
    from jinkyll.kramdown.options import Options

__all__ = ["Abbreviation", "Document", "Footnote", "LinkDefinition", "normalize_link_id"]

_SPACES: Final = re.compile(r"\s+", re.ASCII)


def normalize_link_id(name: str) -> str:
    """The name under which a link definition is found."""
    return _SPACES.sub(" ", name).lower()


@dataclass(slots=True)
class LinkDefinition:
    """Where a link reference leads; *place* is the element whose attribute list the links get."""

    url: str
    title: str | None
    place: Element | None


@dataclass(slots=True)
class Footnote:
    """A footnote's content; *line* is where its definition stands."""

    content: Element
    place: Element
    line: int


@dataclass(slots=True)
class Abbreviation:
    """What an abbreviation stands for; *place* has its attributes."""

    title: str
    place: Element


@dataclass(slots=True)
class Document:
    """The definitions of one document, and what is to be said about it."""

    options: Options
    initial: Options = field(init=False)
    """The options before the document sets any for itself: what GFM's parser is made for."""
    attribute_lists: dict[str, AttributeList] = field(default_factory=dict)
    footnotes: dict[str, Footnote] = field(default_factory=dict)
    link_definitions: dict[str, LinkDefinition] = field(default_factory=dict)
    abbreviations: dict[str, Abbreviation] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.initial = self.options
        for name, (url, title) in self.options.link_defs.items():
            self.link_definitions[normalize_link_id(name)] = LinkDefinition(url, title, None)

    def diagnose(self, line: int, message: str, hint: str) -> None:
        """Remember a remark about *line*."""
        self.diagnostics.append(Diagnostic(line, message, hint))
