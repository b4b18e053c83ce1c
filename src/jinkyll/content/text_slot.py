"""Text that is fetched when somebody wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Deferred", "Text", "fetched"]


class Deferred:
    """Stands in a slot for a text that lies elsewhere: rendered pages need not all be in memory."""

    __slots__ = ("digest", "fetch")

    def __init__(self, fetch: Callable[[], str], digest: bytes | None = None) -> None:
        self.fetch: Final = fetch
        self.digest: Final = digest
        """What tells the text from others, if that is known without fetching it."""


Text = str | Deferred | None


def fetched(text: Text) -> str | None:
    """The text itself."""
    return text.fetch() if isinstance(text, Deferred) else text
