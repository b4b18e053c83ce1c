"""Conversions in a process of their own: texts come in, HTML and remarks go out.

``python -m jinkyll.kramdown.worker`` reads, marshalled and one after the other, the options
and then lists of texts; for each list it answers with a list, in the same order, of
`result`s, or None where the conversion failed: whoever needs it will find out why.
It ends when nobody sends any more.
"""

from __future__ import annotations

import marshal
import sys
from typing import TYPE_CHECKING, Any

from jinkyll.errors import JinkyllError
from jinkyll.kramdown import Conversion, convert

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

__all__ = ["Result", "result", "run"]

Result = tuple[str, tuple[tuple[int, str, str], ...]]
"""HTML, and of each remark the line (0 is the text's first one), the message and the hint."""


def result(conversion: Conversion, line: int = 1) -> Result:
    """*conversion* of a text that begins on *line*, as plain data from which the line is gone."""
    remarks = ((one.line - line, one.message, one.hint) for one in conversion.diagnostics)
    return conversion.html, tuple(remarks)


def run(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Answer *incoming* until it ends."""
    try:
        options: Mapping[str, object] = marshal.load(incoming)  # noqa: S302  (from our own parent)
        while True:
            texts: list[str] = marshal.load(incoming)  # noqa: S302
            marshal.dump([_converted(text, options) for text in texts], outgoing)
            outgoing.flush()
    except EOFError:
        return


def _converted(text: str, options: Mapping[str, object]) -> Any:
    try:
        return result(convert(text, options))
    except (JinkyllError, RecursionError):
        return None


if __name__ == "__main__":
    run(sys.stdin.buffer, sys.stdout.buffer)
