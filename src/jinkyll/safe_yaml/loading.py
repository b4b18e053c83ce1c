"""The way from text to values: simple lines at once, anything else through libyaml."""

from __future__ import annotations

from typing import Any

from jinkyll.safe_yaml import lines

__all__ = ["load"]


def load(text: str, *, path: str, line: int = 1) -> Any:
    """Read the first document of *text*; None if it is empty.

    *path*, and the *line* of the file on which *text* begins, are for messages.

    Raises:
        InvalidYAML: with path, line and column of the mistake.
    """
    simple = lines.simple_lines(text)
    if simple is not None:
        return simple
    from jinkyll.safe_yaml.parsing import parse  # noqa: PLC0415  (start-up time)

    return parse(text, path, line)
