"""Code with parts that are not to be highlighted."""

from __future__ import annotations

from jinkyll.kramdown.syntax_highlighter.lookup import find_option
from jinkyll.kramdown.syntax_highlighter.machine import Lexer, Run, Token

__all__ = ["Escape"]


class Escape(Lexer):
    """Options: `lang`, the language; `start` and `end` of the parts that Rouge shows as errors."""

    def run(self, run: Run) -> list[Token]:
        """Lex the code around the escaped parts as one text."""
        start, end = self.options.get("start", "<!"), self.options.get("end", "!>")
        code = find_option(self, "lang", "plaintext").begin()
        rest = run.text
        while rest:
            before, begins, rest = rest.partition(start)
            run.delegate(code, before)
            if begins:
                escaped, _, rest = rest.partition(end)
                run.token("err", escaped)
        return run.tokens
