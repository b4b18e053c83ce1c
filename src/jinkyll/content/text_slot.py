"""Text that is fetched when somebody wants it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Deferred", "Text", "fetched", "on_disk"]


class Deferred:
    """Stands in a slot for a text that lies elsewhere: rendered pages need not all be in memory."""

    __slots__ = ("digest", "fetch", "place")

    def __init__(
        self,
        fetch: Callable[[], str],
        digest: bytes | None = None,
        place: tuple[str, int] | None = None,
    ) -> None:
        self.fetch: Final = fetch
        self.digest: Final = digest
        """What tells the text from others, if that is known without fetching it."""
        self.place: Final = place
        """The file of which the text is the end, and at which byte it begins there, if it is."""


Text = str | Deferred | None


def fetched(text: Text) -> str | None:
    """The text itself."""
    return text.fetch() if isinstance(text, Deferred) else text


def on_disk(path: str, start: int, digest: bytes) -> Deferred:
    """What stands in the file *path* from the byte *start* on, in UTF-8; *digest* is that of it."""

    def fetch() -> str:
        return Path(path).read_bytes()[start:].decode("utf-8", "replace")

    return Deferred(fetch, digest, (path, start))
