"""What can go wrong in a template, under the names of Ruby's Liquid.

The kinds are those of Liquid's `errors.rb`; the wording of each message is
Ruby's, so that what people find when they search for it still helps.
"""

from __future__ import annotations

from itertools import groupby

from jinkyll.errors import LiquidError

_MAX_SHOWN = 120

__all__ = [
    "ContextError",
    "LiquidArgumentError",
    "LiquidFileSystemError",
    "LiquidFloatDomainError",
    "LiquidRuntimeError",
    "LiquidSyntaxError",
    "LiquidZeroDivisionError",
    "StackLevelError",
    "TemplateError",
    "UndefinedDropMethod",
    "UndefinedFilter",
    "UndefinedVariable",
]


class TemplateError(LiquidError):
    """A Liquid error; prints its place, the line of the template, the includes and a hint.

    *source_line* is the line of the author's file at which the error was found;
    *subject* the word in the tag that is to blame, if it is one: the column is then its.
    While it has not got its place yet, ``offset`` is where in the source it is, and
    ``opening`` the name and offset of the block that was open.
    """

    prefix = "Liquid error"

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
        trail: tuple[str, ...] = (),
        source_line: str | None = None,
        subject: str | None = None,
    ) -> None:
        super().__init__(message, path=path, line=line, column=column, hint=hint, trail=trail)
        self.source_line = source_line
        self.subject = subject
        self.offset: int | None = None
        self.opening: tuple[str, int] | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        text = f"{self.prefix}: {self.message}"
        lines = [f"{place}: {text}" if place else text]
        if self.source_line is not None:
            lines += _shown(self.source_line, self.column)
        for step, times in ((step, len(list(same))) for step, same in groupby(self.trail)):
            lines.append(f"  in {step}" + (f" ({times} times)" if times > 1 else ""))
        if self.hint:
            lines.append(f"hint: {self.hint}")
        return "\n".join(lines)

    def liquid_message(self, template_name: str | None = None) -> str:
        """Word the error as Ruby's Liquid does: ``Liquid syntax error (line 1): Unknown tag 'x'``.

        *template_name* stands before the line when the error is inside an include.
        """
        if not self.line:
            return f"{self.prefix}: {self.message}"
        where = f"{template_name} line {self.line}" if template_name else f"line {self.line}"
        return f"{self.prefix} ({where}): {self.message}"


def _shown(line: str, column: int | None) -> list[str]:
    """The line of the template, or the part of a long one that matters, and a mark below."""
    start = max(0, (column or 1) - 1 - _MAX_SHOWN // 2) if len(line) > _MAX_SHOWN else 0
    part = line[start : start + _MAX_SHOWN]
    before, after = "..." if start else "", "..." if start + _MAX_SHOWN < len(line) else ""
    lines = [f"    {before}{part}{after}"]
    if column:
        indent = before + part[: column - 1 - start]
        blanks = "".join("\t" if letter == "\t" else " " for letter in indent)
        lines.append(f"    {blanks}^")
    return lines


class LiquidSyntaxError(TemplateError):
    """A template that can't be parsed."""

    prefix = "Liquid syntax error"


class LiquidRuntimeError(TemplateError):
    """A template that can't be rendered, for a reason without a name of its own."""


class LiquidArgumentError(TemplateError):
    """A filter or tag that got the wrong number or kind of arguments."""


class LiquidZeroDivisionError(TemplateError):
    """A division by zero."""


class LiquidFloatDomainError(TemplateError):
    """An infinite number, or none at all, where a number is needed."""


class LiquidFileSystemError(TemplateError):
    """A template, included by another one, that is not there."""


class StackLevelError(TemplateError):
    """Blocks or includes nested too deep."""


class ContextError(TemplateError):
    """A scope popped that nobody pushed."""


class UndefinedVariable(TemplateError):  # noqa: N818  (Liquid's name)
    """A variable that nobody set, under ``strict_variables``."""


class UndefinedDropMethod(TemplateError):  # noqa: N818  (Liquid's name)
    """A key that a drop does not have, under ``strict_variables``."""


class UndefinedFilter(TemplateError):  # noqa: N818  (Liquid's name)
    """A filter that does not exist, under ``strict_filters``."""
