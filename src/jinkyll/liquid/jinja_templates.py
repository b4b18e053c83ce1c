"""Templates in Jinja's own syntax, beside Liquid's in one environment.

A Jinja template sees what a Liquid template sees: variables through the same
context, drops, and every Liquid filter as a Jinja filter. Values print as in
Liquid; undefined things print nothing. All of it runs in Jinja's sandbox, and
of the objects that are not plain data only drops answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

import jinja2
from jinja2 import pass_context
from jinja2.runtime import Context as RuntimeContext
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from jinkyll.errors import JinkyllError
from jinkyll.liquid.context import Context
from jinkyll.liquid.drop import Drop
from jinkyll.liquid.errors import LiquidArgumentError, TemplateError
from jinkyll.liquid.filters.registry import is_context_filter
from jinkyll.liquid.lookup import COMMANDS, MISSING, command
from jinkyll.liquid.printing import to_s

if TYPE_CHECKING:
    from types import TracebackType

    from jinkyll.liquid.environment import Environment

__all__ = ["Filters", "JinjaContext", "JinjaError", "JinjaSide", "JinjaTemplate"]

LIQUID = "liquid context"
"""The name of the Liquid context among a Jinja template's variables; no template can write it."""


class JinjaError(TemplateError):
    """An error in a template in Jinja's syntax."""

    prefix = "Jinja error"


class JinjaContext(RuntimeContext):
    """Jinja's context, which asks Liquid's for what the template did not set itself."""

    @property
    def liquid(self) -> Context:
        """The Liquid context that the template is rendered with."""
        found = self.parent.get(LIQUID)
        if isinstance(found, Context):
            return found
        environment = cast("Environment", self.environment)
        return environment.active or Context(environment)

    def resolve_or_missing(self, key: str) -> object:
        """Answer a variable, or Jinja's mark for none."""
        value: object = super().resolve_or_missing(key)
        if value is not missing or key == LIQUID:
            return value
        found = self.parent.get(LIQUID)
        if not isinstance(found, Context):
            return missing
        answer = found.get(key)
        return missing if answer is None else answer


def _adapted(call: Callable[..., Any]) -> Callable[..., Any]:
    """Make a filter of Liquid one of Jinja: undefined is nil, keywords are the last argument."""

    def plain(value: object) -> object:
        return None if isinstance(value, Undefined) else value

    if is_context_filter(call):

        @pass_context
        @wraps(call)
        def with_context(context: Any, value: object, *args: object, **options: object) -> object:
            liquid = context if isinstance(context, Context) else context.liquid
            rest = (*map(plain, args), options) if options else map(plain, args)
            return cast("object", call(liquid, plain(value), *rest))

        return with_context

    @wraps(call)
    def without_context(value: object, *args: object, **options: object) -> object:
        rest = (*map(plain, args), options) if options else map(plain, args)
        return cast("object", call(plain(value), *rest))

    return without_context


class Filters(dict[str, Callable[..., Any]]):
    """The registry of filters: Liquid's as they are (`raw`), to Jinja dressed as its own."""

    def __init__(self, jinja: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__()
        self._jinja = dict(jinja)
        self._dressed: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {}

    def raw(self, name: str) -> Callable[..., Any] | None:
        """Answer a filter as it was registered; Jinja's own are none of Liquid's."""
        return super().get(name)

    def __getitem__(self, name: str) -> Callable[..., Any]:
        call = super().get(name)
        if call is None:
            return self._jinja[name]
        known = self._dressed.get(name)
        if known is None or known[0] is not call:
            known = self._dressed[name] = call, _adapted(call)
        return known[1]

    def get(self, name: str, default: Any = None) -> Any:
        """Answer a filter as Jinja wants it."""
        try:
            return self[name]
        except KeyError:
            return default

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or name in self._jinja


_OPEN_TYPES = (
    str,
    int,
    float,
    list,
    tuple,
    dict,
    set,
    frozenset,
    range,
    date,
    timedelta,
    Undefined,
)


class JinjaSide(ImmutableSandboxedEnvironment):
    """What the environment does for templates in Jinja's syntax."""

    context_class = JinjaContext
    active: Context | None = None

    def getattr(self, obj: object, attribute: str) -> object:
        """Answer ``obj.attribute``: a key first, then what the sandbox lets through."""
        if isinstance(obj, Drop):
            value = obj.liquid_get(attribute) if obj.liquid_has(attribute) else None
            return self.undefined(obj=obj, name=attribute) if value is None else value
        if isinstance(obj, dict):
            value = obj.get(attribute, MISSING)
            if value is not MISSING:
                return value
        elif not isinstance(obj, _OPEN_TYPES) and not type(obj).__module__.startswith("jinja2."):
            return self.undefined(obj=obj, name=attribute)
        found: object = super().getattr(obj, attribute)
        if isinstance(found, Undefined) and attribute in COMMANDS:
            return command(obj, attribute)
        return found

    def getitem(self, obj: object, argument: object) -> object:
        """Answer ``obj[argument]``."""
        if isinstance(argument, str) and isinstance(obj, Drop | dict):
            return self.getattr(obj, argument)
        if isinstance(obj, Drop):
            return self.undefined(obj=obj, name=str(argument))
        found: object = super().getitem(obj, cast("str", argument))
        return found

    def print_value(self, value: object) -> object:
        """Print as Liquid does (Jinja's ``finalize``)."""
        if isinstance(value, str | Undefined):
            return value
        return to_s(value)


class JinjaTemplate:
    """A template in Jinja's syntax that is rendered with a Liquid context."""

    def __init__(
        self,
        environment: Environment,
        source: str,
        *,
        path: str | None,
        first_line: int,
        name: str | None = None,
    ) -> None:
        self.environment = environment
        self.source = source
        self.path = path
        self.first_line = first_line
        try:
            code = environment.compile_jinja(source, name or path, path)
        except jinja2.TemplateSyntaxError as error:
            raise self._from_syntax(error) from None
        self._template = jinja2.Template.from_code(
            environment, code, environment.make_globals(None)
        )

    def __repr__(self) -> str:
        return f"<JinjaTemplate {self.path or '<string>'}>"

    def render(self, context: Context) -> str:
        """Render; raises a JinjaError, or another JinkyllError, with its place."""
        context.enter()
        outer, self.environment.active = self.environment.active, context
        try:
            runtime = self._template.new_context({LIQUID: context}, shared=True)
            return "".join(self._template.root_render_func(runtime))
        except jinja2.TemplateSyntaxError as error:  # of a template that this one includes
            raise self._from_syntax(error) from None
        except JinkyllError as error:
            if error.path is None and error.line is None:
                self._locate(error, error.__traceback__)
            else:
                error.trail = (*error.trail, self.path or "<template>")
            raise
        except Exception as cause:  # anything that the expressions of a template can raise
            text = (
                str(cause)
                if isinstance(cause, jinja2.TemplateError)
                else (f"{type(cause).__name__}: {cause}")
            )
            wrapped = JinjaError(text)
            self._locate(wrapped, cause.__traceback__)
            raise wrapped from cause
        finally:
            self.environment.active = outer
            context.depth -= 1

    def _from_syntax(self, error: jinja2.TemplateSyntaxError) -> JinjaError:
        inside = error.filename in {None, self.path}
        result = JinjaError(
            error.message or "invalid syntax",
            path=self.path if inside else error.filename,
            line=error.lineno + (self.first_line - 1 if inside else 0),
        )
        if inside:
            result.source_line = _line_of(self.source, error.lineno)
        elif self.path:
            result.trail = (self.path,)
        return result

    def _source_of(self, name: str | None) -> str:
        if self.environment.loader is None or name is None:
            return ""
        return self.environment.loader.get_source(self.environment, name)[0]

    def _locate(self, error: JinkyllError, traceback: TracebackType | None) -> None:
        """Find the innermost template in a traceback, and the line in it."""
        while traceback is not None:
            template = traceback.tb_frame.f_globals.get("__jinja_template__")
            if isinstance(template, jinja2.Template):
                line = template.get_corresponding_lineno(traceback.tb_lineno)
                own = template is self._template
                error.path = self.path if own else template.name
                error.line = line + (self.first_line - 1 if own else 0)
                if isinstance(error, TemplateError):
                    source = self.source if own else self._source_of(template.name)
                    error.source_line = _line_of(source, line)
                error.trail = () if own or not self.path else (self.path,)
            traceback = traceback.tb_next
        if error.path is None:
            error.path = self.path


def _line_of(source: str, number: int) -> str | None:
    lines = source.split("\n", number)
    return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else None


def liquid_within_jinja(runtime: Any, name: str) -> str:
    """Render a Liquid template that a Jinja template includes; it sees that one's variables."""
    environment = cast("Environment", runtime.environment)
    context = runtime.liquid
    if not isinstance(context, Context):
        raise LiquidArgumentError("no context to render with")
    variables = {key: value for key, value in runtime.get_all().items() if key != LIQUID}
    own = {key: value for key, value in variables.items() if key not in environment.globals}
    with context.scope(own):
        return environment.named_template(name).render(context)
