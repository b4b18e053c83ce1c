"""Liquid's own tags, each a function that parses its markup into Jinja2's nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.liquid.tags import conditions, iteration, partials, tablerow, texts, variables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinkyll.liquid.parser import TagParser

__all__ = ["STANDARD_TAGS"]

STANDARD_TAGS: Mapping[str, TagParser] = {
    "if": conditions.parse_if,
    "unless": conditions.parse_unless,
    "case": conditions.parse_case,
    "for": iteration.parse_for,
    "break": iteration.parse_break,
    "continue": iteration.parse_continue,
    "cycle": iteration.parse_cycle,
    "ifchanged": iteration.parse_ifchanged,
    "tablerow": tablerow.parse_tablerow,
    "assign": variables.parse_assign,
    "capture": variables.parse_capture,
    "increment": variables.parse_increment,
    "decrement": variables.parse_decrement,
    "include": partials.parse_include,
    "render": partials.parse_render,
    "comment": texts.parse_comment,
    "raw": texts.parse_raw,
    "echo": texts.parse_echo,
    "liquid": texts.parse_liquid,
    "#": texts.parse_inline_comment,
}
