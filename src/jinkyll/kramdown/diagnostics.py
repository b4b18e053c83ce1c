"""What kramdown does silently and the author hardly meant."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Diagnostic"]


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A remark about the text; it never changes the output. *line* counts from 1."""

    line: int
    message: str
    hint: str
