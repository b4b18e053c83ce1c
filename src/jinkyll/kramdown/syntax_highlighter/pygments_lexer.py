"""Lexers of Pygments behind the same door, for languages that Rouge does not know.

Rouge shows these as plain text, so they are for those who ask: `pygments: true` among the
`syntax_highlighter_opts`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES
from pygments.util import ClassNotFound

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, Run, Token

if TYPE_CHECKING:
    from pygments.lexer import Lexer as Theirs
    from pygments.token import _TokenType

__all__ = ["PygmentsLexer", "find"]

# Rouge gives white space the type of plain text, and has no types for what Pygments distinguishes
# below.
_ROUGE = {"w": "", "ch": "c1", "cpf": "cp", "pm": "p", "ws": "", "l": "s"}


@cache
def find(name: str) -> tuple[str, Lexer] | None:
    """The name and lexer of the language *name*; None if Pygments does not know it either."""
    try:
        return name, PygmentsLexer(name)
    except ClassNotFound:
        return None


_short_names: dict[_TokenType, str] = {}


class PygmentsLexer(Lexer):
    """The Pygments lexer called `name`, giving class names as Rouge would."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.theirs: Theirs = get_lexer_by_name(name)

    def run(self, run: Run) -> list[Token]:
        """Add the tokens of the text as it is: nothing stripped, no newline added.

        A few lexers need a newline at the end, and a few lose text; what comes from the latter is
        plain.
        """
        text = run.text
        ended = text if text.endswith("\n") else f"{text}\n"
        known = _short_names
        tokens = [
            (known[kind] if kind in known else _short_name(kind), value)
            for _, kind, value in self.theirs.get_tokens_unprocessed(ended)
            if value
        ]
        if "".join([value for _, value in tokens]) != ended:
            tokens = [("", text)]
        elif ended != text:
            kind, value = tokens[-1]
            tokens[-1] = (kind, value[:-1])
        run.tokens += tokens
        return run.tokens


def _short_name(kind: _TokenType) -> str:
    nearest: _TokenType | None = kind
    while nearest is not None and nearest not in STANDARD_TYPES:
        nearest = nearest.parent
    name = STANDARD_TYPES[nearest] if nearest is not None else ""
    name = _short_names[kind] = _ROUGE.get(name, name)
    return name
