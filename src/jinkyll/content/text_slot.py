"""Text that is fetched when somebody wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Deferred", "Text", "fetched"]


class Deferred:
    """Stands in a slot for a text that lies elsewhere: rendered pages need not all be in memory."""

    __slots__ = ("fetch",)

    def __init__(self, fetch: Callable[[], str]) -> None:
        self.fetch: Final = fetch


Text = str | Deferred | None


def fetched(text: Text) -> str | None:
    """The text itself."""
    return text.fetch() if isinstance(text, Deferred) else text
