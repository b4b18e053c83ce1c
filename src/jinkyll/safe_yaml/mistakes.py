"""Text that is not YAML: what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinkyll.errors import ReadError

if TYPE_CHECKING:
    import yaml

__all__ = ["InvalidYAML", "invalid"]


class InvalidYAML(ReadError):  # noqa: N818  (what it is, not that it is an error)
    """Text that is not YAML; ``problem`` is how Ruby's Psych would put it."""

    problem: str = ""


_HINTS: Final = {
    "mapping values are not allowed": "put the whole value in quotes if it holds a colon",
    "found character that cannot start any token": (
        "indent with blanks, not with a tab, and put a value in quotes that starts with @, ` or %"
    ),
    "could not find expected ':'": "write key: value, with a blank after the colon",
    "did not find expected key": "lines of one mapping start in the same column",
    "found unexpected end of stream": "a quote is never closed",
    "found unknown escape character": "use single quotes for text with backslashes",
    "did not find expected ',' or": "a bracket or brace is never closed; quote text that holds one",
    "Unknown alias": "put the value in quotes if it starts with an asterisk",
    "found undefined tag": "put the value in quotes if it starts with an exclamation mark",
    "block sequence entries are not allowed": "start a list on the line below its key",
}


def invalid(error: yaml.MarkedYAMLError, path: str, line: int) -> InvalidYAML:
    """The error for *error* of a text that begins on *line* of the file at *path*."""
    message = " ".join(part for part in (error.problem, error.context) if part)
    mark = error.problem_mark or error.context_mark
    at_line, at_column = (mark.line, mark.column) if mark is not None else (0, 0)
    context = error.context_mark or mark
    psych_line, psych_column = (context.line, context.column) if context is not None else (0, 0)
    hint = next((hint for start, hint in _HINTS.items() if message.startswith(start)), None)
    mistake = InvalidYAML(message, path=path, line=line + at_line, column=at_column + 1, hint=hint)
    place = f"at line {line + psych_line} column {psych_column + 1}"
    mistake.problem = f"(<unknown>): {message} {place}"
    return mistake
