"""The environment: tags, filters, error mode, and the templates made with them."""

from __future__ import annotations

import contextlib
import hashlib
import re
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, cast

import jinja2
from jinja2 import nodes

from jinkyll.errors import nearest
from jinkyll.liquid.code_cache import CodeCache, Entry
from jinkyll.liquid.context import Context
from jinkyll.liquid.errors import (
    LiquidArgumentError,
    LiquidFileSystemError,
    LiquidSyntaxError,
    TemplateError,
    UndefinedFilter,
)
from jinkyll.liquid.filters import STANDARD_FILTERS, is_context_filter
from jinkyll.liquid.generator import LiquidGenerator
from jinkyll.liquid.jinja_templates import Filters, JinjaSide, JinjaTemplate
from jinkyll.liquid.lexer import tokenize
from jinkyll.liquid.parser import Parser
from jinkyll.liquid.pieces import render_pieces
from jinkyll.liquid.repeated import Repeated
from jinkyll.liquid.runtime import NAMESPACE, STRICT_NAMESPACE
from jinkyll.liquid.tags import STANDARD_TAGS
from jinkyll.liquid.template import Template, locate
from jinkyll.paths import is_jinja

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import tzinfo
    from pathlib import Path

    from jinkyll.liquid.drop import Drop
    from jinkyll.liquid.parser import TagParser, Warning_
    from jinkyll.liquid.tag import Tag

__all__ = ["Environment", "LiquidWarning"]

ERROR_MODES = ("lax", "warn", "strict")


class LiquidWarning(LiquidSyntaxError):  # noqa: N818  (it warns)
    """What only the lax parser takes, told in the mode ``warn``; never raised."""


def _ignore(warning: LiquidWarning) -> None:
    """Nobody wants to hear of warnings."""


class Environment(JinjaSide):
    """Jinja2's environment with Liquid in it.

    A template whose name ends in ``.jinja`` or ``.j2`` is in Jinja's syntax, any
    other in Liquid's; both see the same variables, objects and filters.

    *tags* and *filters* are the registries, to be filled before the first
    template is made. *error_mode* is ``lax``, ``warn`` or ``strict``; *warn*
    gets each warning. *templates* answers Liquid's own ``{% include %}`` and
    ``{% render %}`` by name. *cache* is a folder for compiled code, kept between
    runs. *active_support* makes ``blank`` a question that values answer, as
    they do in Ruby when a plugin has loaded ActiveSupport.
    """

    def __init__(
        self,
        *,
        error_mode: str = "warn",
        strict_variables: bool = False,
        strict_filters: bool = False,
        timezone: tzinfo | None = None,
        warn: Callable[[LiquidWarning], None] = _ignore,
        templates: Mapping[str, str] | None = None,
        cache: Path | None = None,
        active_support: bool = False,
        loader: jinja2.BaseLoader | None = None,
    ) -> None:
        super().__init__(
            loader=loader,
            autoescape=False,
            keep_trailing_newline=True,
            undefined=jinja2.StrictUndefined if strict_variables else jinja2.ChainableUndefined,
            finalize=self.print_value,
            bytecode_cache=jinja2.FileSystemBytecodeCache(str(_folder(cache))) if cache else None,
        )
        if error_mode not in ERROR_MODES:
            raise ValueError(f"error_mode must be one of {', '.join(ERROR_MODES)}")
        self.error_mode = error_mode
        self.strict_variables = strict_variables
        self.strict_filters = strict_filters
        self.timezone = timezone
        self.warn = warn
        self.templates: Mapping[str, str] = templates or {}
        self.active_support = active_support
        self.tags: dict[str, type[Tag]] = {}
        self.standard_tags: dict[str, TagParser] = dict(STANDARD_TAGS)
        self.filters: Filters = Filters(self.filters)
        self.filters.update(STANDARD_FILTERS)
        self._code_cache = CodeCache(cache) if cache else None
        self._partials: dict[str, Template | JinjaTemplate] = {}
        self._named: dict[str, tuple[str, Template | JinjaTemplate]] = {}
        self._bound: dict[tuple[str, int], Callable[..., Any]] = {}
        self._registry_key = ""
        self.repeated = Repeated(self)

    # Templates

    @property
    def cache_counts(self) -> tuple[int, int]:
        """How many Liquid templates were found compiled, and how many were looked for in vain."""
        return (self._code_cache.hits, self._code_cache.misses) if self._code_cache else (0, 0)

    def from_source(
        self, source: str, *, path: str | None = None, first_line: int = 1
    ) -> Template | JinjaTemplate:
        """Make a template in the syntax that *path* tells; see `parse_liquid`."""
        if is_jinja(path):
            return JinjaTemplate(self, source, path=path, first_line=first_line)
        return self.parse_liquid(source, path=path, first_line=first_line)

    def named_template(self, name: str) -> Template | JinjaTemplate:
        """Make a template that the loader knows; kept as long as its source stays the same."""
        if self.loader is None:
            raise jinja2.TemplateNotFound(name)
        source, filename, _ = self.loader.get_source(self, name)
        known = self._named.get(name)
        if known is None or known[0] != source:
            template = self.from_source(source, path=filename or name)
            known = self._named[name] = source, template
        return known[1]

    def compile_jinja(self, source: str, name: str | None, filename: str | None) -> CodeType:
        """Compile a template in Jinja's syntax."""
        tree = self._parse(source, name, filename)
        text = self._generate(tree, name, filename)
        return self._compile(text, filename or "<template>")

    def compile(  # type: ignore[override]
        self,
        source: str | nodes.Template,
        name: str | None = None,
        filename: str | None = None,
        raw: bool = False,  # noqa: FBT001, FBT002
        defer_init: bool = False,  # noqa: FBT001, FBT002
    ) -> str | CodeType:
        """Compile for Jinja's loaders: a Liquid template becomes a module that calls it."""
        if isinstance(source, str) and name is not None and not is_jinja(filename or name):
            tree = nodes.Template(
                [
                    nodes.Output(
                        [
                            nodes.Call(
                                nodes.ImportedName(
                                    "jinkyll.liquid.jinja_templates.liquid_within_jinja"
                                ),
                                [nodes.DerivedContextReference(), nodes.Const(name)],
                                [],
                                None,
                                None,
                            )
                        ]
                    )
                ],
                lineno=1,
            )
            tree.set_environment(self)
            source = tree
        return super().compile(source, name, filename, raw, defer_init)  # type: ignore[call-overload,no-any-return]

    def parse_liquid(
        self, source: str, *, path: str | None = None, first_line: int = 1
    ) -> Template:
        """Compile a Liquid template, or take it from the cache.

        *path* is what errors call it, *first_line* the line in that file at
        which *source* begins. Raises LiquidSyntaxError.
        """
        key = self._key(source) if self._code_cache else ""
        entry = self._code_cache.load(key) if self._code_cache else None
        if entry is None:
            entry = self._compile_liquid(source, path, first_line)
            if self._code_cache:
                self._code_cache.store(key, entry)
        self.tell(entry.warnings, source, path, first_line)
        return Template(
            self,
            source,
            entry.code,
            entry.debug_info,
            entry.custom_tags,
            path=path,
            first_line=first_line,
        )

    def _compile_liquid(self, source: str, path: str | None, first_line: int) -> Entry:
        try:
            parser = Parser(self, source, self.error_mode)
            tree = parser.parse()
            generator = LiquidGenerator(self)
            generator.visit(tree)
            code = self._python(generator.text(), source)
        except TemplateError as error:
            locate(error, source, path, first_line)
            raise
        except (RecursionError, MemoryError):
            raise LiquidSyntaxError("Nesting too deep", path=path, line=first_line) from None
        return Entry(code, generator.debug_info, parser.custom_tags, parser.warnings)

    @staticmethod
    def _python(text: str, source: str) -> CodeType:
        digest = hashlib.sha256(source.encode(errors="replace")).hexdigest()
        return compile(text, f"<liquid {digest[:24]}>", "exec", dont_inherit=True)

    def tell(
        self, warnings: list[Warning_], source: str, path: str | None, first_line: int
    ) -> None:
        """Hand warnings of a template to whoever listens."""
        for each in warnings:
            warning = LiquidWarning(each.message, hint=each.hint)
            warning.prefix = each.prefix
            warning.offset = each.offset
            locate(warning, source, path, first_line)
            self.warn(warning)

    def render_once(
        self, source: str, context: Context, *, path: str | None = None, first_line: int = 1
    ) -> str:
        """Render a source that is used once, such as the body of a post.

        Without Liquid it is answered as it is; with outputs alone it is evaluated
        piece by piece; with tags it is compiled.
        """
        if "{" not in source:
            return source
        tokens = tokenize(source)
        liquid = False
        for _, token in tokens:
            if token.startswith("{%"):
                template = self.parse_liquid(source, path=path, first_line=first_line)
                return template.render(context)
            liquid = liquid or token.startswith("{{")
        if not liquid:
            return source
        return render_pieces(source, tokens, context, path=path, first_line=first_line)

    def partial(self, name: str) -> Template | JinjaTemplate:
        """Answer the template that Liquid's own ``{% include %}`` names."""
        template = self._partials.get(name)
        if template is None:
            source = self.templates.get(name)
            if source is None:
                raise LiquidFileSystemError(
                    f"No such template '{name}'",
                    hint=_did_you_mean(name, self.templates, "template"),
                )
            template = self.from_source(source, path=name)
            self._partials[name] = template
        return template

    def context(
        self,
        data: Mapping[str, object] | Drop | None = None,
        registers: dict[str, object] | None = None,
    ) -> Context:
        """Make a context for rendering."""
        return Context(self, data, registers)

    def namespace(self) -> dict[str, object]:
        """Answer the functions that compiled templates call."""
        return dict(STRICT_NAMESPACE if self.strict_variables else NAMESPACE)

    def _key(self, source: str) -> str:
        if not self._registry_key:
            tags = sorted(f"{name}:{tag.__mro__}:{tag.blank}" for name, tag in self.tags.items())
            contextual = sorted(name for name in self.filters if self.is_context_filter(name))
            self._registry_key = repr((self.error_mode, tags, contextual))
        return f"{self._registry_key}\0{source}"

    # Filters

    def is_context_filter(self, name: str) -> bool:
        """Tell whether a filter takes the context as its first argument."""
        return is_context_filter(self.filters.raw(name))

    def bind_filter(self, name: str, given: int) -> Callable[..., Any]:
        """Answer a filter for calls with *given* arguments besides the value.

        One that does not exist passes the value on, or raises UndefinedFilter
        under ``strict_filters``; one that takes another number of arguments
        raises LiquidArgumentError when it is called.
        """
        bound = self._bound.get((name, given))
        if bound is None:
            bound = self._bound[name, given] = self._bind(name, given)
        return bound

    def apply_filter(
        self, name: str, context: Context, value: object, args: list[object]
    ) -> object:
        """Call a filter as compiled code does."""
        call = self.bind_filter(name, len(args))
        if getattr(call, "liquid_context", False):
            return cast("object", call(context, value, *args))
        return cast("object", call(value, *args))

    def _bind(self, name: str, given: int) -> Callable[..., Any]:
        call = self.filters.raw(name)
        if call is None:
            return self._undefined(name)
        expected = _arity(call)
        if expected is None:
            return call
        least, most = expected
        shift = 1 if is_context_filter(call) else 0
        least, most = least - shift, most if most is None else most - shift
        if given + 1 >= least and (most is None or given + 1 <= most):
            return call
        if most is None:
            wanted = f"{least}+"
        else:
            wanted = f"{least}" if least == most else f"{least}..{most}"
        message = f"wrong number of arguments (given {given + 1}, expected {wanted})"

        def refuse(*_args: object) -> object:
            raise LiquidArgumentError(message, hint=f"in the filter '{name}'", subject=name)

        return refuse

    def _undefined(self, name: str) -> Callable[..., Any]:
        if not self.strict_filters:
            return lambda value, *_args: value
        hint = _did_you_mean(name, self.filters, "filter")

        def refuse(*_args: object) -> object:
            raise UndefinedFilter(f"undefined filter {name}", hint=hint, subject=name)

        return refuse

    # Hints

    def hint_for_tag(self, name: str, source: str) -> str | None:
        """Say what may have been meant by a tag that does not exist."""
        known = [*self.tags, *self.standard_tags]
        blocks = [f"end{tag}" for tag in known]
        if name in {"elsif", "when", "else"} or name in blocks:
            return f"'{name}' stands outside of its block"
        hint = _did_you_mean(name, [*known, *blocks, "elsif", "else", "when"], "tag")
        return hint or self.hint_for_code(source) or _NO_SUCH_TAG

    @staticmethod
    def hint_for_code(text: str) -> str | None:
        """Suggest ``{% raw %}`` for what looks like a sample of other code."""
        if _FOREIGN.search(text):
            return "code that is not Liquid belongs between {% raw %} and {% endraw %}"
        return None


def _folder(cache: Path) -> Path:
    folder = cache / "jinja"
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


_NO_SUCH_TAG = (
    "nothing brings a tag of that name: a plugin is missing, "
    "or this is text that belongs between {% raw %} and {% endraw %}"
)

_FOREIGN = re.compile(
    r"\$\{\{|\{%-?\s*(?:extends|block|macro|set|load|import|from|call|autoescape|trans|url|static|csrf_token|elif)\b"
    r"|\{\{[#/^>]|\{\{\s*\{|\{\{-?\s*(?:secrets|github|env|matrix|steps|inputs)\.|\{\{[^{}]*$"
)


def _did_you_mean(name: str, known: Iterable[str], kind: str) -> str | None:
    near = nearest(name, known)
    return None if near is None else f"did you mean the {kind} '{near}'?"


def _arity(call: Callable[..., Any]) -> tuple[int, int | None] | None:
    """How many positional arguments a function takes; None for what is no function."""
    function = getattr(call, "__func__", call)
    if not isinstance(function, FunctionType):
        return None
    code = function.__code__
    bound = 0 if function is call else 1
    most = code.co_argcount - bound
    least = most - len(function.__defaults__ or ())
    return least, None if code.co_flags & 0x04 else most
