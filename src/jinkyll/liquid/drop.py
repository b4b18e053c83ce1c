"""Drops: objects that answer a template's look-ups, lazily and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Drop"]


class Drop:
    """An object that a template may look into; everything it does not offer stays hidden.

    The easy way is to subclass and write methods without arguments (or
    properties): each public one is a key. For keys that are only known at run
    time override `liquid_get` and `liquid_has`::

        class Product(Drop):
            def title(self) -> str:
                return "A hat"

        class Row(Drop):
            def liquid_get(self, key: str) -> object:
                return self.cells.get(key)

    A drop that defines ``__iter__`` can be looped over; ``==`` uses ``__eq__``,
    sorting uses `liquid_compare`.
    """

    __slots__ = ()

    #: Whether filters of lists take it for one item, as a map, though it can be looped over.
    liquid_is_map: ClassVar[bool] = False

    _invokable: ClassVar[dict[str, bool]] = {}

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        invokable: dict[str, bool] = dict(cls._invokable)
        for name, member in vars(cls).items():
            if name.startswith(("_", "liquid_")):
                continue
            if isinstance(member, property):
                invokable[name] = False
            elif callable(member):
                invokable[name] = True
        cls._invokable = invokable

    def liquid_get(self, key: str) -> object:
        """Answer ``drop.key`` and ``drop[key]``; None if there is no such thing.

        `liquid_has` is not asked before, but for ``size``, ``first``, ``last`` and
        under ``strict_variables``.
        """
        call = self._invokable.get(key)
        if call is None:
            return None
        member: object = getattr(self, key)
        return member() if call and callable(member) else member

    def liquid_has(self, key: str) -> bool:  # noqa: ARG002  (for those that override it)
        """Tell whether the drop answers to *key*; Liquid's own drops say yes to everything."""
        return True

    def liquid_to_s(self) -> str:
        """Print the drop in an output."""
        return type(self).__name__

    def liquid_joined(self) -> str:
        """Print the drop as an item of a list that is an output."""
        return self.liquid_to_s()

    def liquid_inspect(self) -> str:
        """Print the drop within a list or map."""
        return self.liquid_to_s()

    def liquid_state(self) -> object:
        """What the drop's answers follow from, in lists, maps and scalars: equal, so are they.

        None if nobody can tell.
        """
        return None

    def liquid_compare(self, other: object) -> int | None:  # noqa: ARG002  (see above)
        """Order the drop before (-1) or after (1) *other*; None if they can't be compared."""
        return None

    def liquid_contains(self, item: object) -> bool:
        """Answer ``drop contains item``."""
        items = getattr(self, "__iter__", None)
        return items is not None and any(each == item for each in liquid_items(self))


def liquid_items(drop: Drop) -> Iterator[object]:
    """Iterate over a drop that can be iterated over; nothing otherwise."""
    iterate = getattr(type(drop), "__iter__", None)
    if iterate is not None:
        yield from iterate(drop)
