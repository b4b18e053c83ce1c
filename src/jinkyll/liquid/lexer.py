"""The two lexers: a template into text, tags and outputs; an expression into tokens."""

from __future__ import annotations

import re

from jinkyll.liquid.errors import LiquidSyntaxError

__all__ = ["SPACE", "ExpressionTokens", "Place", "place_of", "tokenize"]

SPACE = " \t\n\v\f\r\0"
"""What Ruby's `strip` removes."""

QUOTED_STRING = r"""(?:"[^"]*"|'[^']*')"""
QUOTED_FRAGMENT = rf"""(?:{QUOTED_STRING}|(?:[^\s,|'"]|{QUOTED_STRING})+)"""
TAG_ATTRIBUTES = re.compile(rf"(?<!\w)(\w[\w-]*)\s*:\s*({QUOTED_FRAGMENT})", re.ASCII)
VARIABLE_SIGNATURE = r"\(?[\w\-.\[\]]\)?"

Token = tuple[int, str]
Place = tuple[int, int, str]


def tokenize(source: str) -> list[Token]:
    """Cut a template into ``(offset, text)``: tags ``{%...%}``, outputs ``{{...}}``, text between.

    A tag or output without its end comes as its two opening characters alone.
    """
    tokens: list[Token] = []
    find = source.find
    text_start = 0
    no_tag_end = no_brace = False
    start = find("{")
    while start >= 0:
        second = source[start + 1 : start + 2]
        if second == "%":
            end = -1 if no_tag_end else find("%}", start + 2)
            no_tag_end = end < 0
            position = start + 2 if no_tag_end else end + 2
        elif second == "{":
            end = -1 if no_brace else find("}", start + 2)
            no_brace = end < 0
            position = start + 2
            if not no_brace:
                position = end + (2 if source.startswith("}}", end) else 1)
        else:
            start = find("{", start + 1)
            continue
        if start > text_start:
            tokens.append((text_start, source[text_start:start]))
        tokens.append((start, source[start:position]))
        text_start = position
        start = find("{", position)
    if text_start < len(source):
        tokens.append((text_start, source[text_start:]))
    return tokens


def place_of(source: str, offset: int, first_line: int = 1) -> Place:
    """Turn an offset into line, column (both from 1) and the text of that line."""
    offset = min(offset, len(source))
    start = source.rfind("\n", 0, offset) + 1
    end = source.find("\n", start)
    line = source.count("\n", 0, start) + first_line
    text = source[start:] if end < 0 else source[start:end]
    return line, offset - start + 1, text.rstrip("\r")


_EXPRESSION = re.compile(
    r"""\s*+(?:
      (?P<comparison>==|!=|<>|<=?|>=?|contains(?=\s))
    | (?P<string>'[^']*'|"[^"]*")
    | (?P<number>-?\d+(?:\.\d+)?)
    | (?P<id>[a-zA-Z_][\w-]*\??)
    | (?P<dotdot>\.\.)
    | (?P<special>[|.:,\[\]()?-])
    | (?P<other>\S)
    )""",
    re.ASCII | re.VERBOSE,
)
_SPECIALS = {
    "|": "pipe",
    ".": "dot",
    ":": "colon",
    ",": "comma",
    "[": "open_square",
    "]": "close_square",
    "(": "open_round",
    ")": "close_round",
    "?": "question",
    "-": "dash",
}
_END = ("end_of_string", "")
_MAX_DEPTH = 100


class ExpressionTokens:
    """The strict parser's view of an expression: a cursor over its tokens.

    Raises LiquidSyntaxError, with Ruby's wording, for what the strict grammar
    does not have.
    """

    def __init__(self, markup: str) -> None:
        tokens: list[tuple[str, str]] = []
        for match in _EXPRESSION.finditer(markup.rstrip(SPACE)):
            kind = str(match.lastgroup)
            text = match[kind]
            if kind == "special":
                kind = _SPECIALS[text]
            elif kind == "other":
                raise LiquidSyntaxError(f"Unexpected character {text}")
            tokens.append((kind, text))
        tokens.append(_END)
        self._tokens = tokens
        self._index = 0
        self._depth = 0

    def look(self, kind: str, ahead: int = 0) -> bool:
        """Tell whether the next token (or the one *ahead* of it) is of this kind."""
        index = self._index + ahead
        return index < len(self._tokens) and self._tokens[index][0] == kind

    def consume(self, kind: str | None = None) -> str:
        """Take the next token, which must be of this kind."""
        found, text = self._tokens[self._index]
        if kind and found != kind:
            raise LiquidSyntaxError(f"Expected {kind} but found {found}")
        if found != "end_of_string":
            self._index += 1
        return text

    def accept(self, kind: str) -> str | None:
        """Take the next token if it is of this kind."""
        return self.consume() if self.look(kind) else None

    def accept_id(self, name: str) -> str | None:
        """Take the next token if it is this identifier."""
        return self.consume() if self._tokens[self._index] == ("id", name) else None

    def expression(self) -> str:
        """Take an expression; answer its text without blanks."""
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise LiquidSyntaxError("Nesting too deep")
        kind, text = self._tokens[self._index]
        if kind == "id":
            result = self.consume() + self._lookups()
        elif kind == "open_square":
            result = self._bracketed() + self._lookups()
        elif kind in {"string", "number"}:
            result = self.consume()
        elif kind == "open_round":
            self.consume()
            first = self.expression()
            self.consume("dotdot")
            last = self.expression()
            self.consume("close_round")
            result = f"({first}..{last})"
        else:
            token = f'[:{kind}, "{text}"]' if kind != "end_of_string" else "[:end_of_string]"
            raise LiquidSyntaxError(f"{token} is not a valid expression")
        self._depth -= 1
        return result

    def argument(self) -> str:
        """Take one argument of a filter, with or without its keyword."""
        keyword = ""
        if self.look("id") and self.look("colon", 1):
            keyword = f"{self.consume()}{self.consume()} "
        return keyword + self.expression()

    def _bracketed(self) -> str:
        self.consume("open_square")
        inner = self.expression()
        self.consume("close_square")
        return f"[{inner}]"

    def _lookups(self) -> str:
        text = ""
        while True:
            if self.look("open_square"):
                text += self._bracketed()
            elif self.look("dot"):
                self.consume()
                text += "." + self.consume("id")
            else:
                return text
