"""Lexers of Pygments behind the same door, for languages that have none of our own here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, Run, Token

if TYPE_CHECKING:
    from pygments.lexer import Lexer as Theirs
    from pygments.token import _TokenType

__all__ = ["PygmentsLexer"]

# Rouge gives white space the type of plain text, and has no types for what Pygments distinguishes
# below.
_ROUGE = {"w": "", "ch": "c1", "cpf": "cp", "pm": "p", "ws": "", "l": "s"}

_short_names: dict[_TokenType, str] = {}


class PygmentsLexer(Lexer):
    """The Pygments lexer called `name`, giving class names as Rouge would."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.theirs: Theirs = get_lexer_by_name(name)

    def run(self, run: Run) -> list[Token]:
        """Add the tokens of the text as it is: nothing stripped, no newline added."""
        known = _short_names
        run.tokens += [
            (known[kind] if kind in known else _short_name(kind), value)
            for _, kind, value in self.theirs.get_tokens_unprocessed(run.text)
            if value
        ]
        return run.tokens


def _short_name(kind: _TokenType) -> str:
    nearest: _TokenType | None = kind
    while nearest is not None and nearest not in STANDARD_TYPES:
        nearest = nearest.parent
    name = STANDARD_TYPES[nearest] if nearest is not None else ""
    name = _short_names[kind] = _ROUGE.get(name, name)
    return name
