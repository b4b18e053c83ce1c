"""Values of the wrong kind, told of with their key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinkyll.configuration.truth import truthy
from jinkyll.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["array_of", "check_kind", "hash_of"]

_NAMES: Final[dict[type, str]] = {str: "a string", list: "an array", dict: "a hash"}


def check_kind(key: str, value: object, *kinds: type) -> None:
    """Refuse the *value* of *key* if it is none of *kinds*; null and false stand for nothing.

    Raises:
        ConfigurationError: says what the value should be, and what it is.
    """
    if truthy(value) and not isinstance(value, kinds):
        from jinkyll.liquid.printing import inspect  # noqa: PLC0415  (slow, for mistakes only)

        names = " or ".join(_NAMES[kind] for kind in kinds)
        raise ConfigurationError(f"'{key}' should be {names}, but was: {inspect(value)}.")


def array_of(settings: Mapping[str, Any], key: str, *, below: str = "") -> list[Any]:
    """The list at *key* of *settings*, which stand *below* a key of the configuration.

    Raises:
        ConfigurationError: there is something else, such as one name without brackets.
    """
    value = settings.get(key)
    check_kind(f"{below}: {key}" if below else key, value, list)
    return value or []


def hash_of(settings: Mapping[str, Any], key: str, *, below: str = "") -> dict[str, Any]:
    """The mapping at *key* of *settings*, as ``array_of`` has lists.

    Raises:
        ConfigurationError: there is something else.
    """
    value = settings.get(key)
    check_kind(f"{below}: {key}" if below else key, value, dict)
    return value or {}
