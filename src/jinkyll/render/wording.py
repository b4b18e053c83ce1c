"""Liquid's errors and warnings in the words of Jekyll, which people search for and tools read.

Jekyll counts lines from the end of the front matter and names included files
by their whole path; the error itself keeps the line of the author's file. Of what
only the lax parser takes it warns in pages and layouts, and says nothing in files
that they include, which are a theme's more often than the author's.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.errors import LiquidError
from jinkyll.liquid import TemplateError
from jinkyll.render.errors import RubyError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinkyll.liquid import LiquidWarning

__all__ = ["Wording"]


class Wording:
    """Knows the templates of a build: by what Jekyll calls them, and where their text begins."""

    def __init__(self) -> None:
        self._templates: dict[str, tuple[str, int]] = {}
        self._included: set[str] = set()

    def know(self, name: str, path: str, first_line: int = 1, *, included: bool = False) -> None:
        """Take note that the template *name* is Jekyll's *path*, its text from *first_line* on."""
        self._templates[name] = (path, first_line)
        (self._included.add if included else self._included.discard)(name)

    @contextmanager
    def of(self, name: str, path: str, first_line: int) -> Iterator[None]:
        """Word the error of a body that renders the template *name*."""
        self.know(name, path, first_line)
        try:
            yield
        except LiquidError as error:
            if error.wording is None:
                error.wording = f"{self._message(error, name)} in {path}"
            raise

    def warn(self, warning: LiquidWarning) -> None:
        """Print a warning of Liquid's parser."""
        name = warning.path or ""
        path, _ = self._templates.get(name, (name, 1))
        text = f"{self._message(warning, name)} in {path}"
        if name in self._included:
            log.debug("Liquid Warning:", text)
            return
        log.warn("Liquid Warning:", text, path=warning.path, line=warning.line)
        if warning.hint:
            log.warn("", f"{warning.path}:{warning.line}: {warning.hint}")

    def _message(self, error: LiquidError, name: str) -> str:
        if not isinstance(error, TemplateError) or isinstance(error, RubyError):
            return error.message
        path, first_line = self._templates.get(error.path or name, (error.path, 1))
        line = error.line
        try:
            error.line = None if line is None else line - first_line + 1
            if error.path in {None, name}:
                return error.liquid_message()
            return f"{error.liquid_message(path)} included"
        finally:
            error.line = line
