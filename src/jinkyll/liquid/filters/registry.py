"""How a filter says that it wants the context."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

__all__ = ["context_filter", "is_context_filter"]

Function = TypeVar("Function", bound=Callable[..., Any])


def context_filter(function: Function) -> Function:
    """Mark a filter that takes the context before the value."""
    function.liquid_context = True  # type: ignore[attr-defined]
    return function


def is_context_filter(function: Callable[..., Any] | None) -> bool:
    """Tell whether a filter is marked."""
    return getattr(function, "liquid_context", False) is True
