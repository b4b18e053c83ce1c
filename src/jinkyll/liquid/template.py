"""A compiled template, and where in its source things went wrong."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from jinkyll.errors import JinkyllError
from jinkyll.liquid.context import Context, Interrupt
from jinkyll.liquid.errors import LiquidRuntimeError, StackLevelError, TemplateError
from jinkyll.liquid.lexer import place_of

if TYPE_CHECKING:
    from types import CodeType, TracebackType

    from jinkyll.liquid.environment import Environment
    from jinkyll.liquid.parser import CustomTag
    from jinkyll.liquid.tag import Tag

__all__ = ["Template", "locate"]

Root = Callable[[Context, list[str]], None]


def locate(error: TemplateError, source: str, path: str | None, first_line: int) -> None:
    """Fill in path, line, column and source line of an error that knows its offset."""
    if error.path is None:
        error.path = path
    if error.opening and not error.hint:
        name, offset = error.opening
        error.hint = f"'{name}' of line {place_of(source, offset, first_line)[0]} is still open"
    if error.line is None and error.offset is not None:
        if error.subject:
            word = re.compile(rf"(?<![\w-]){re.escape(error.subject)}(?![\w-])")
            found = word.search(source, error.offset, _end_of_tag(source, error.offset))
            error.offset = found.start() if found else error.offset
        error.line, error.column, error.source_line = place_of(source, error.offset, first_line)


def _end_of_tag(source: str, offset: int) -> int:
    end = source.find("}", offset)
    return len(source) if end < 0 else end


class Template:
    """A template ready to be rendered as often as one likes.

    *path* is what errors call it; *first_line* the line of that file at which
    the source begins (after front matter).
    """

    def __init__(
        self,
        environment: Environment,
        source: str,
        code: CodeType,
        debug_info: list[tuple[int, int]],
        custom_tags: list[CustomTag],
        *,
        path: str | None,
        first_line: int,
    ) -> None:
        self.environment = environment
        self.source = source
        self.path = path
        self.first_line = first_line
        self._debug_info = debug_info
        self._code = code
        tags: list[Tag | _RawCall] = []
        for custom in custom_tags:
            line = place_of(source, custom.offset, first_line)[0]
            try:
                tag = custom.make(environment, path, line)
            except TemplateError as error:
                if error.offset is None:
                    error.offset = custom.offset
                locate(error, source, path, first_line)
                raise
            tags.append(tag if custom.text is None else _RawCall(tag, custom.text))
        namespace = environment.namespace() | {"tags": tags, "bind_filter": environment.bind_filter}
        exec(code, namespace)  # noqa: S102  (our own generator wrote it)
        self._root = cast("Root", namespace["root"])
        self._filename = code.co_filename

    def __repr__(self) -> str:
        return f"<Template {self.path or '<string>'}>"

    def render(self, context: Context) -> str:
        """Render; raises a TemplateError, or another JinkyllError of a tag, with its place.

        Called from within another template's rendering (by a tag) it shares
        that one's variables, and a ``{% break %}`` goes on in it.
        """
        out: list[str] = []
        context.enter()
        try:
            self._root(context, out)
        except Interrupt as interrupt:
            if context.depth > 1:
                context.interrupt = interrupt
        except JinkyllError as error:
            self._explain(error)
            raise
        except RecursionError as cause:
            raise self._explained(StackLevelError("Nesting too deep"), cause) from None
        except Exception as cause:  # a filter or tag of a plugin
            wrapped = LiquidRuntimeError(f"{type(cause).__name__}: {cause}")
            raise self._explained(wrapped, cause) from cause
        finally:
            context.depth -= 1
        return "".join(out)

    def _explained(self, error: TemplateError, cause: Exception) -> TemplateError:
        error.__traceback__ = cause.__traceback__
        self._explain(error)
        return error

    def _explain(self, error: JinkyllError) -> None:
        offset = self._offset_in(error.__traceback__)
        if isinstance(error, TemplateError) and error.path is None and error.line is None:
            error.offset = offset
            locate(error, self.source, self.path, self.first_line)
            return
        line, column, _ = place_of(self.source, offset, self.first_line)
        path = self.path or "<template>"
        if error.line is None and error.path is None:
            error.path, error.line, error.column = path, line, column
        else:
            error.trail = (*error.trail, f"{path}:{line}")

    def _offset_in(self, traceback: TracebackType | None) -> int:
        number = 0
        while traceback is not None:
            if traceback.tb_frame.f_code.co_filename == self._filename:
                number = traceback.tb_lineno
            traceback = traceback.tb_next
        lines = [line for _, line in self._debug_info]
        index = bisect_right(lines, number) - 1
        return self._debug_info[index][0] - 1 if index >= 0 else 0


class _RawCall:
    """A raw block with its text, called as other tags are."""

    def __init__(self, tag: Tag, text: str) -> None:
        self._tag = tag
        self._text = text

    def render(self, context: Context) -> str:
        """Print the block."""
        render = cast("Callable[[Context, str], str]", self._tag.render)
        return render(context, self._text)
