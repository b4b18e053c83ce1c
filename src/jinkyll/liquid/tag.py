"""Custom tags: what Jekyll and plugins derive their own tags from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinkyll.liquid.context import Context
    from jinkyll.liquid.environment import Environment

__all__ = ["Block", "RawBlock", "Tag"]


class Tag:
    """An inline tag: ``{% name markup %}``.

    One object is made for each place where the tag stands, when the template is
    loaded: do the parsing of *markup* in ``__init__``, which may raise a
    LiquidSyntaxError. *markup* is the text behind the name, trailing blanks
    included. *line* is the tag's line in the author's file.
    """

    name: str = ""

    blank: ClassVar[bool] = False
    """Whether the tag prints nothing, so that a block of such tags and blanks prints nothing."""

    def __init__(
        self, markup: str, *, environment: Environment, path: str | None = None, line: int = 1
    ) -> None:
        self.markup = markup
        self.environment = environment
        self.path = path
        self.line = line

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Print the tag, given the `Context`; blocks get their body as well."""
        raise NotImplementedError


class Block(Tag):
    """A tag with a body of Liquid, up to ``{% endname %}``.

    *body*, called, renders the body and answers its text; call it once, several
    times or not at all. As in Liquid 4 a block whose body is blank (only
    whitespace and tags that print nothing) prints nothing at all.
    """

    def render(self, context: Context, body: Callable[[], str]) -> str:
        """Print the block."""
        raise NotImplementedError


class RawBlock(Tag):
    """A tag with a body of plain text, in which Liquid is not looked at."""

    def render(self, context: Context, text: str) -> str:
        """Print the block."""
        raise NotImplementedError
