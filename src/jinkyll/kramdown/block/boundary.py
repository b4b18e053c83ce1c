"""Where a block ends, for the constructs that need to know.

https://kramdown.gettalong.org/syntax.html#block-boundaries
"""

from __future__ import annotations

import re
from typing import Final

from jinkyll.kramdown.attributes import ANY_CHARACTERS
from jinkyll.kramdown.characters import LETTER, NAME
from jinkyll.kramdown.html.elements import SPAN

__all__ = ["BEFORE", "EOB", "HTML", "IAL", "LAZY_END", "LAZY_END_BUT_IAL"]

_SPACE: Final = r"[ \t\r\f\v]*"
EOB: Final = rf"\^{_SPACE}\n"
"""An end-of-block marker."""
IAL: Final = rf"\{{:(?![:/])({ANY_CHARACTERS})\}}{_SPACE}\n"
"""An attribute list on a line of its own."""

_NOT_SPAN: Final = rf"(?!(?:{'|'.join(sorted(SPAN | {'script'}))})\b)"
HTML: Final = rf"<(?:/{_NOT_SPAN}{NAME}[ \t\r\n\f\v]*>|{_NOT_SPAN}{LETTER})"
"""A start or end tag of an element that is not one of spans."""

LAZY_END_BUT_IAL: Final = rf"{_SPACE}(?:\n|\Z)|{EOB}| {{0,3}}{HTML}"
LAZY_END: Final = (
    rf"{LAZY_END_BUT_IAL}| {{0,3}}{IAL.replace(f'({ANY_CHARACTERS})', ANY_CHARACTERS)}"
)
"""The lines that no lazy continuation goes past."""

BEFORE: Final = re.compile(rf"{_SPACE}(?:\n|\Z)|{EOB}| {{0,3}}{IAL}")
"""A line before which a block may end that needs a boundary after it."""
