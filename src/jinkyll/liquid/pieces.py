"""Rendering of a source with texts and outputs only, without compiling it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.errors import JinkyllError
from jinkyll.liquid.errors import LiquidRuntimeError, LiquidSyntaxError, TemplateError
from jinkyll.liquid.evaluation import evaluate
from jinkyll.liquid.expressions import strict_output
from jinkyll.liquid.lexer import SPACE, Token, place_of
from jinkyll.liquid.parser import Parser, eaten, output_markup
from jinkyll.liquid.printing import to_s
from jinkyll.liquid.template import locate

if TYPE_CHECKING:
    from jinja2 import nodes

    from jinkyll.liquid.context import Context

__all__ = ["render_pieces"]


def render_pieces(
    source: str, tokens: list[Token], context: Context, *, path: str | None, first_line: int
) -> str:
    """Render a source without tags; raises what `Template.render` raises.

    All of it is parsed first: an error in its syntax comes before any other.
    """
    pieces = _parse(source, tokens, context, path, first_line)
    parts: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            parts.append(piece)
            continue
        expression, offset = piece
        try:
            value = evaluate(expression, context)
        except JinkyllError as error:
            _explain(error, offset, source, path, first_line)
            raise
        except Exception as cause:  # a filter of a plugin
            wrapped = LiquidRuntimeError(f"{type(cause).__name__}: {cause}")
            _explain(wrapped, offset, source, path, first_line)
            raise wrapped from cause
        parts.append(value if type(value) is str else to_s(value))
    return "".join(parts)


def _parse(
    source: str, tokens: list[Token], context: Context, path: str | None, first_line: int
) -> list[str | tuple[nodes.Expr, int]]:
    environment = context.environment
    pieces: list[str | tuple[nodes.Expr, int]] = []
    trim = False
    for offset, token in tokens:
        if not token.startswith("{{"):
            pieces.append(token.lstrip(SPACE) if trim else token)
            trim = False
            continue
        if token[2:3] == "-" and pieces and isinstance(pieces[-1], str):
            pieces[-1] = pieces[-1].rstrip(SPACE)
        trim = token[-3:-2] == "-"
        if offset and source[offset - 1] == "$" and environment.error_mode == "warn":
            environment.tell(eaten(token, offset), source, path, first_line)
        try:
            markup = output_markup(token, environment)
            try:
                expression = strict_output(markup)
            except LiquidSyntaxError:
                parser = Parser(environment, "", environment.error_mode, offset)
                expression = parser.output(markup)
                environment.tell(parser.warnings, source, path, first_line)
        except TemplateError as error:
            error.offset = offset
            locate(error, source, path, first_line)
            raise
        pieces.append((expression, offset))
    return pieces


def _explain(
    error: JinkyllError, offset: int, source: str, path: str | None, first_line: int
) -> None:
    if isinstance(error, TemplateError) and error.line is None:
        error.offset = offset
        locate(error, source, path, first_line)
    elif error.line is None and error.path is None:
        error.path = path
        error.line, error.column, _ = place_of(source, offset, first_line)
