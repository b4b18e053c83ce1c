"""``{% include file.html parameter="value" other=page.title %}``.

Source: https://jekyllrb.com/docs/includes/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinkyll.liquid import Tag
from jinkyll.render.errors import RubyError

if TYPE_CHECKING:
    from jinkyll.liquid import Context, Environment
    from jinkyll.render.inclusions import Inclusions
    from jinkyll.render.statistics import Renderable

__all__ = ["IncludeTag"]

_PARAMETER = (
    r"""([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))"""
)
_PARAMETERS = re.compile(_PARAMETER, re.ASCII)
_ALL_PARAMETERS = re.compile(rf"\s*(?:{_PARAMETER}(?=\s|\Z)\s*)*\Z", re.ASCII)
_VARIABLE = re.compile(
    r"(?P<variable>[^{]*(?:\{\{\s*[\w\-.]+\s*(?:\|.*)?\}\}[^\s{}]*)+)(?P<parameters>.*)",
    re.ASCII | re.DOTALL,
)
_FILE_NAME = re.compile(r"^[\w/.\-()+~#@]+$", re.ASCII | re.MULTILINE)
_BAD_SEQUENCE = re.compile(r"[./]{2,}")


class IncludeTag(Tag):
    """Renders a file of ``_includes`` in place; its parameters are in the variable ``include``."""

    name = "include"

    def __init__(
        self, markup: str, *, environment: Environment, path: str | None = None, line: int = 1
    ) -> None:
        """Read the file's name and the parameters.

        Raises:
            RubyError: the parameters are not ``name=value`` pairs.
        """
        super().__init__(markup, environment=environment, path=path, line=line)
        markup = markup.strip()
        variable = _VARIABLE.search(markup)
        if variable is not None:
            self.file = variable["variable"].strip()
            parameters: str | None = variable["parameters"].strip()
        else:
            self.file, *rest = markup.split(maxsplit=1) or [""]
            parameters = rest[0] if rest else None
        self.is_variable = variable is not None
        self._checked: str | None = None
        self.parameters: list[tuple[str, str | None, str]] | None = None
        if parameters is not None:
            if _ALL_PARAMETERS.match(parameters) is None:
                raise RubyError(
                    f"Invalid syntax for include tag: {parameters} Valid syntax: {self._example()}",
                    hint='a value is a "text", a variable or a number; blanks stand between',
                )
            self.parameters = [_parameter(*found) for found in _PARAMETERS.findall(parameters)]

    def render(self, context: Context) -> str:
        """Render the included file.

        Raises:
            RubyError: there is no such file, or its name is none.
        """
        file = self.file
        if self.is_variable:
            file = self.environment.render_once(file, context, path=self.path, first_line=self.line)
        self.check(file)
        template = self.locate(file, context)
        context.push(None if self.parameters is None else {"include": self._values(context)})
        try:
            return template.render(context)
        finally:
            context.pop()

    def locate(self, file: str, context: Context) -> Renderable:
        """The template called *file*."""
        inclusions: Inclusions = context.registers["inclusions"]  # type: ignore[assignment]
        return inclusions.find(file)

    def _values(self, context: Context) -> dict[str, object]:
        return {
            name: text if variable is None else context.evaluate(variable)
            for name, variable, text in self.parameters or ()
        }

    def check(self, file: str) -> None:
        """See that *file* is a name that a file may have.

        Raises:
            RubyError: it is none.
        """
        if file == self._checked:
            return
        if _BAD_SEQUENCE.search(file) or not _FILE_NAME.search(file):
            raise RubyError(
                "Invalid syntax for include tag. File contains invalid characters or "
                f"sequences: {file + ' ' if file else ''}Valid syntax: {self._example()}"
            )
        self._checked = file

    def _example(self) -> str:
        return f"{{% {self.name} file.ext param='value' param2='value' %}}"


def _parameter(name: str, double: str, single: str, variable: str) -> tuple[str, str | None, str]:
    if variable:
        return name, variable, ""
    return name, None, double.replace('\\"', '"') or single.replace("\\'", "'")
