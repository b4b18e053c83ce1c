"""What counts as true in a configuration and in front matter."""

from __future__ import annotations

__all__ = ["truthy"]


def truthy(value: object) -> bool:
    """Ruby's truth: only null and false are false; 0 and empty text are true."""
    return value is not None and value is not False
