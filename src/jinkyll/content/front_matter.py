"""The data of a document or page: its front matter over the site's defaults."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, overload

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["STRIPPED", "FrontMatter", "to_s", "words"]

STRIPPED: Final = " \t\n\v\f\r\0"
"""What Ruby's ``strip`` removes from the ends of a text."""
_SPACE: Final = re.compile(r"[ \t\n\v\f\r\0]+")


class FrontMatter(dict[str, Any]):
    """A mapping that answers None, or the front matter default, for a key it lacks.

    ``data["layout"]`` and ``data.get("layout")`` both look into the site's
    ``defaults`` when the file itself says nothing; ``"layout" in data`` and
    iteration tell what the file says. A key that the file sets to null is there,
    and hides the default.

    Source: https://jekyllrb.com/docs/configuration/front-matter-defaults/
    """

    __slots__ = ("fallback",)

    fallback: Callable[[str], object] | None
    """Finds the default for a key; None where defaults have been merged already."""

    def __init__(
        self, values: dict[str, Any] | None = None, fallback: Callable[[str], object] | None = None
    ) -> None:
        super().__init__(values or ())
        self.fallback = fallback

    def __missing__(self, key: str) -> Any:
        return None if self.fallback is None else self.fallback(key)

    @overload
    def get(self, key: str, default: None = None, /) -> Any | None: ...
    @overload
    def get(self, key: str, default: Any, /) -> Any: ...
    def get(self, key: str, default: Any = None, /) -> Any:
        """The value of *key*, its front matter default, or *default*."""
        value = self[key]
        return default if value is None and key not in self else value

    def copy(self) -> FrontMatter:
        """A copy with the same defaults."""
        return FrontMatter(self, self.fallback)

    def __reduce__(self) -> tuple[type[FrontMatter], tuple[dict[str, Any]]]:
        # What crosses a process boundary is data; the site stays behind.
        return (FrontMatter, (dict(self),))


def words(text: str) -> list[str]:
    """The words of *text*, as Ruby splits it: at ASCII's white space only."""
    if text.isascii():
        return text.split()
    return [word for word in _SPACE.split(text) if word]


def to_s(value: object) -> str:
    """What Ruby's ``to_s`` makes of a value of front matter."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    from jinkyll.liquid.printing import ruby_to_s  # noqa: PLC0415  (slow, for oddities only)

    return ruby_to_s(value)
