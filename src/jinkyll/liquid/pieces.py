"""Rendering of a source with texts and outputs only, without compiling it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.errors import JinkyllError
from jinkyll.liquid.errors import LiquidRuntimeError, TemplateError
from jinkyll.liquid.evaluation import evaluate
from jinkyll.liquid.lexer import place_of
from jinkyll.liquid.parser import Parser
from jinkyll.liquid.printing import to_s
from jinkyll.liquid.template import locate

if TYPE_CHECKING:
    from jinkyll.liquid.context import Context

__all__ = ["render_pieces"]


def render_pieces(source: str, context: Context, *, path: str | None, first_line: int) -> str:
    """Render a source without tags; raises what `Template.render` raises."""
    environment = context.environment
    parser = Parser(environment, source, environment.error_mode)
    try:
        pieces = parser.parse_pieces()
    except TemplateError as error:
        locate(error, source, path, first_line)
        raise
    environment.tell(parser.warnings, source, path, first_line)
    parts: list[str] = []
    for piece in pieces:
        if piece.__class__ is str:
            parts.append(piece)
            continue
        expression, offset = piece
        try:
            value = evaluate(expression, context)
        except JinkyllError as error:
            if isinstance(error, TemplateError) and error.line is None:
                error.offset = offset
                locate(error, source, path, first_line)
            elif error.line is None and error.path is None:
                error.path = path
                error.line, error.column, _ = place_of(source, offset, first_line)
            raise
        except Exception as cause:  # a filter of a plugin
            wrapped = LiquidRuntimeError(f"{type(cause).__name__}: {cause}")
            wrapped.offset = offset
            locate(wrapped, source, path, first_line)
            raise wrapped from cause
        parts.append(value if value.__class__ is str else to_s(value))
    return "".join(parts)
