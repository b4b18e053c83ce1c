"""The data files as templates see them.

Source: https://jekyllrb.com/docs/datafiles/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinkyll.content.reads import Reads

__all__ = ["DataDrop"]

_T = TypeVar("_T")


class DataDrop(dict[str, Any]):
    """``site.data``: the map itself, which reports the keys that are looked up.

    Whoever looks at anything but single keys has looked at all.
    """

    __slots__ = ("_reads",)

    def __init__(self, data: Mapping[str, Any], reads: Reads) -> None:
        super().__init__(data)
        self._reads = reads

    def __getitem__(self, key: str) -> Any:
        self._reads.facts.add(f"data {key}")
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        """The data of one file or folder."""
        self._reads.facts.add(f"data {key}")
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self._reads.facts.add(f"data {key}")
        return super().__contains__(key)

    def _all(self, value: _T) -> _T:
        self._reads.facts.add("data")
        return value

    def __iter__(self) -> Iterator[str]:
        return self._all(super().__iter__())

    def __len__(self) -> int:
        return self._all(super().__len__())

    def __eq__(self, other: object) -> bool:
        return self._all(super().__eq__(other))

    def __ne__(self, other: object) -> bool:
        return self._all(super().__ne__(other))

    __hash__ = None

    def __repr__(self) -> str:
        return self._all(super().__repr__())

    def keys(self) -> Any:
        """All names."""
        return self._all(super().keys())

    def values(self) -> Any:
        """All contents."""
        return self._all(super().values())

    def items(self) -> Any:
        """All names with their contents."""
        return self._all(super().items())
