"""Liquid on Jinja2: templates with Liquid 4.0.4's results, as compiled Python.

    >>> from jinkyll.liquid import render
    >>> render("Hello {{ name | upcase }}!", {"name": "you"}, {})
    'Hello YOU!'

An `Environment` holds tags and filters, a `Context` the variables; `Drop`s are
objects that templates may look into. A custom tag, block, filter and drop::

    from jinkyll.liquid import Block, Context, Drop, Environment, Tag, context_filter

    class Year(Tag):                                  # {% year %}
        def render(self, context: Context) -> str:
            return str(context.registers["year"])     # registers: for tags, unseen by templates

    class Box(Block):                                 # {% box page.color %}..{% endbox %}
        def __init__(self, markup, *, environment, path=None, line=1):
            super().__init__(markup, environment=environment, path=path, line=line)
            self.expression = markup.strip()          # raise LiquidSyntaxError for bad markup

        def render(self, context, body):
            color = context.evaluate(self.expression) # as Ruby's context["page.color"]
            with context.scope({"box": {"color": color}}):
                return f'<div style="color: {color}">{body()}</div>'

    def shout(value, times=1):                        # {{ title | shout: 3 }}
        return to_s(value).upper() + "!" * times

    @context_filter
    def with_base(context, value):                    # {{ url | with_base }}
        return context.registers["base"] + to_s(value)

    class Page(Drop):                                 # {{ page.title }}
        def title(self) -> str:                       # each public method or property is a key
            return "Home"

    environment = Environment(error_mode="warn", warn=print)
    environment.tags |= {"year": Year, "box": Box}
    environment.filters |= {"shout": shout, "with_base": with_base}
    template = environment.parse_liquid(source, path="_layouts/post.html", first_line=4)
    context = Context(environment, {"page": Page()}, {"year": 2026, "base": "/"})
    text = template.render(context)

A tag that renders another template (Jekyll's ``include``) keeps the compiled
`Template` and calls its ``render`` with the same context, in a scope::

    with context.scope({"include": parameters}):
        return template.render(context)               # breaks, errors and their trail are seen to

A source used once, such as a post's body or a ``{{ }}`` within a tag's markup,
goes through ``environment.render_once(source, context, path=..., first_line=...)``.

Templates in Jinja's syntax live in the same environment: ``environment.from_source``
looks at the path, and makes one of a name that ends in ``.jinja`` or ``.j2``; includes
and inheritance go through the environment's ``loader``, in either syntax.

Ruby's values: `printing` (to_s, inspect), `numbers` (to_i, to_number), `comparison`
(equal, compare, contains), `lookup` (what a template finds in a value), `times`
(parsing), `strftime`. Errors are `jinkyll.errors.LiquidError`s, see `errors`;
``error.liquid_message()`` words them as Ruby does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.liquid.context import Context
from jinkyll.liquid.drop import Drop
from jinkyll.liquid.environment import Environment, LiquidWarning
from jinkyll.liquid.errors import (
    LiquidArgumentError,
    LiquidSyntaxError,
    TemplateError,
)
from jinkyll.liquid.filters import STANDARD_FILTERS, context_filter
from jinkyll.liquid.printing import inspect, ruby_to_s, to_s
from jinkyll.liquid.tag import Block, RawBlock, Tag
from jinkyll.liquid.template import Template

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "STANDARD_FILTERS",
    "Block",
    "Context",
    "Drop",
    "Environment",
    "LiquidArgumentError",
    "LiquidSyntaxError",
    "LiquidWarning",
    "RawBlock",
    "Tag",
    "Template",
    "TemplateError",
    "context_filter",
    "inspect",
    "render",
    "ruby_to_s",
    "to_s",
]


def render(source: str, data: Mapping[str, object], templates: Mapping[str, str]) -> str:
    """Render a Liquid template with *data*; *templates* are what it may include, by name.

    Raises a `jinkyll.errors.LiquidError`, which knows its line, for a template
    that is invalid or can't be rendered.
    """
    environment = Environment(templates=templates)
    return environment.parse_liquid(source).render(Context(environment, data))
