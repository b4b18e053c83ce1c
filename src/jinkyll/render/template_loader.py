"""Where ``include``, ``import`` and ``extends`` of a Jinja template find what they name.

A name is looked for in the folders for includes, then among the layouts. It may
leave out what says the syntax: ``head.html`` for ``head.html.jinja``, and for a
layout the extension as well, as in front matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2

from jinkyll.errors import nearest
from jinkyll.paths import is_jinja, without_jinja

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jinkyll.content.layout import Layout
    from jinkyll.content.site import Site
    from jinkyll.render.inclusions import Inclusions

__all__ = ["TemplateLoader"]


class TemplateLoader(jinja2.BaseLoader):
    """Gives Jinja the includes and layouts of one site."""

    def __init__(self, site: Site, inclusions: Inclusions, shown: Callable[[Path], str]) -> None:
        """Look among the files that *inclusions* knows; *shown* gives their names in messages."""
        self._inclusions = inclusions
        self._shown = shown
        self._encoding = site.configuration.encoding
        self._layouts: dict[str, Layout] = {}
        for name, layout in site.layouts.items():
            for each in (name, without_jinja(layout.name), layout.name):
                self._layouts.setdefault(each, layout)

    def get_source(
        self,
        environment: jinja2.Environment,  # noqa: ARG002  (Jinja's signature)
        template: str,
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The source of *template*, its path for messages, and nothing about its age.

        Raises:
            jinja2.TemplateNotFound: no include and no layout has that name.
        """
        file = self._inclusions.located(template)
        if file is not None:
            text = file.read_text(encoding=self._encoding).removeprefix("\ufeff")
            return text, self._shown(file), None
        layout = self._layouts.get(template)
        if layout is None:
            known = [*self._inclusions.names(), *self._layouts]
            near = nearest(template, known)
            hint = f"; is it '{near}'?" if near else ""
            raise jinja2.TemplateNotFound(template, f"no include or layout '{template}'{hint}")
        name = layout.relative_path.lstrip("/")
        return _in_place_of_front_matter(layout.body_line, name) + layout.template, name, None


def _in_place_of_front_matter(body_line: int, name: str) -> str:
    """A comment as long as the front matter was, so that lines are counted as in the file."""
    lines = "\n" * (body_line - 1)
    if not lines:
        return ""
    return f"{{#{lines}#}}" if is_jinja(name) else f"{{% comment %}}{lines}{{% endcomment %}}"
