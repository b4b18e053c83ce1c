"""The time of the build as templates see it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinkyll.content.reads import Reads

__all__ = ["BuildTime"]

_HARMLESS: Final = frozenset({"__class__", "plain", "reads"})


class BuildTime(datetime):
    """The time of the build as templates see it; whoever looks into it is recorded."""

    plain: datetime
    """The same time without a record."""
    reads: Reads

    @classmethod
    def of(cls, plain: datetime, reads: Reads) -> BuildTime:
        """*plain*, with each look at it reported to *reads*."""
        time = cls(
            plain.year, plain.month, plain.day, plain.hour, plain.minute, plain.second,
            plain.microsecond, plain.tzinfo, fold=plain.fold,
        )  # fmt: skip
        time.plain = plain
        time.reads = reads
        return time

    def replace(self, *arguments: Any, **named: Any) -> datetime:  # type: ignore[override]
        """Another time, which is that of no build and looked at by nobody."""
        return self.plain.replace(*arguments, **named)

    def __getattribute__(self, name: str) -> Any:
        if name not in _HARMLESS:
            object.__getattribute__(self, "reads").time()
        return object.__getattribute__(self, name)


def _reporting(name: str) -> Callable[..., Any]:
    # Operators do not ask for attributes, so each of them has to tell.
    method: Callable[..., Any] = getattr(datetime, name)

    def report(self: BuildTime, *arguments: object) -> Any:
        self.reads.time()
        return method(self.plain, *arguments)

    return report


for _name in (
    "__add__", "__radd__", "__sub__", "__rsub__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__",
    "__ge__", "__hash__", "__str__", "__repr__", "__format__", "__reduce_ex__",
):  # fmt: skip
    setattr(BuildTime, _name, _reporting(_name))
