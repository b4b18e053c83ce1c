"""The template parser: tokens into a tree of Jinja2's nodes.

Statements carry, as their line number, their offset in the source plus one, so
that an error at run time finds its line and column (see `template`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from jinja2 import nodes

from jinkyll.liquid.errors import LiquidSyntaxError, StackLevelError
from jinkyll.liquid.expressions import lax_condition, lax_output, strict_condition, strict_output
from jinkyll.liquid.lexer import SPACE, Token, tokenize
from jinkyll.liquid.tag import Block, RawBlock, Tag

if TYPE_CHECKING:
    from jinkyll.liquid.environment import Environment

__all__ = ["Body", "CustomTag", "Parser", "TagParser", "Warning_", "block_call"]

TagParser = Callable[["Parser", str, int, "Body"], None]
Parsed = TypeVar("Parsed")

_TAG = re.compile(r"\{%-?(\s*)(#|\w+)(\s*)(.*?)-?%\}", re.ASCII | re.DOTALL)
_LIQUID_LINE = re.compile(r"\s*(#|\w+)\s*(.*?)", re.ASCII)
_WORKFLOW = re.compile(
    r"\{\{-?\s*(?:(?:env|github|inputs|matrix|needs|runner|secrets|steps|vars)\.|hashFiles\()"
)
MAX_DEPTH = 101
MIN_OUTPUT = len("{{}}")


@dataclass(slots=True)
class Body:
    """What stands between two tags: texts and nodes in order."""

    items: list[str | nodes.Node] = field(default_factory=list)
    blank: bool = True

    def add_text(self, text: str) -> None:
        """Add a text as it stands."""
        self.items.append(text)
        if self.blank and text.strip(SPACE):
            self.blank = False

    def add(self, node: nodes.Node, offset: int, *, blank: bool = False) -> None:
        """Add a statement found at *offset*."""
        node.lineno = offset + 1
        self.items.append(node)
        self.blank = self.blank and blank

    def add_output(self, expression: nodes.Expr, offset: int) -> None:
        """Add an expression to print."""
        self.add(nodes.Output([expression]), offset)

    def add_mark(self) -> None:
        """Note that a tag stood here which leaves nothing, but parts two texts."""
        self.items.append(nodes.Output([]))

    def drop_blank_texts(self) -> None:
        """Forget texts: the whole block is blank."""
        self.items = [item for item in self.items if not isinstance(item, str)]

    def nodes(self) -> list[nodes.Node]:
        """Answer the body as nodes, neighbouring outputs and texts joined in one Output."""
        result: list[nodes.Node] = []
        group: list[nodes.Expr] = []

        def close() -> None:
            if group:
                result.append(nodes.Output(list(group), lineno=group[0].lineno))
                group.clear()

        for item in self.items:
            if isinstance(item, str):
                if item:
                    group.append(nodes.TemplateData(item, lineno=1))
            elif isinstance(item, nodes.Output):
                group.extend(
                    nodes.MarkSafe(expression, lineno=item.lineno) for expression in item.nodes
                )
            else:
                close()
                result.append(item)
        close()
        return result


def block_call(call: nodes.Call, inner: Body) -> nodes.CallBlock:
    """Make a call that gets its body as a function; a blank body's result is not printed."""
    names = [nodes.Name("body", "param")]
    if inner.blank:
        names.append(nodes.Name("blank", "param"))
    return nodes.CallBlock(call, names, [], inner.nodes())


@dataclass(slots=True)
class CustomTag:
    """A custom tag in a template: all that is needed to make its object again."""

    name: str
    markup: str
    offset: int
    text: str | None = None

    def make(self, environment: Environment, path: str | None, line: int) -> Tag:
        """Make the tag's object; its ``__init__`` may raise a LiquidSyntaxError."""
        tag_class = environment.tags[self.name]
        tag = tag_class.__new__(tag_class)
        tag.name = self.name
        tag.__init__(self.markup, environment=environment, path=path, line=line)  # type: ignore[misc]
        return tag


def eaten(token: str, offset: int) -> list[Warning_]:
    """Make the warning about an output behind a ``$`` that is meant for GitHub's workflows.

    Other outputs behind a dollar sign are prices, variables of Sass and the like: meant as Liquid.
    """
    if not _WORKFLOW.match(token):
        return []
    message = f"'${token.splitlines()[0]}' is read as Liquid"
    hint = "code that is not Liquid belongs between {% raw %} and {% endraw %}"
    return [Warning_(message, offset, hint, "Liquid warning")]


def output_markup(token: str, environment: Environment) -> str:
    """Answer what stands between ``{{`` and ``}}``; raises LiquidSyntaxError without the end."""
    if not token.endswith("}}") or len(token) < MIN_OUTPUT:
        raise LiquidSyntaxError(
            f"Variable '{token}' was not properly terminated with regexp: /\\}}\\}}/",
            hint=environment.hint_for_code(token),
        )
    return token[3 if token[2] == "-" else 2 : -3 if token[-3] == "-" and len(token) > 5 else -2]


@dataclass(slots=True)
class Warning_:  # noqa: N801  (Warning is Python's)
    """Something that only the lax parser takes, or that is likely not what was meant."""

    message: str
    offset: int
    hint: str | None = None
    prefix: str = LiquidSyntaxError.prefix


class Parser:
    """Parses one template; see `parse`.

    Tags of the language are functions in `jinkyll.liquid.tags`; they get the
    parser, their markup, their offset and the body that they add to.
    """

    def __init__(
        self, environment: Environment, source: str, error_mode: str, offset: int = 0
    ) -> None:
        self.environment = environment
        self.source = source
        self.error_mode = error_mode
        self.warnings: list[Warning_] = []
        self.custom_tags: list[CustomTag] = []
        self._tokens: list[Token] = tokenize(source)
        self._index = 0
        self._in_liquid_tag = False
        self._trim = False
        self._depth = 0
        self._offset = offset
        self._identifiers = 0

    def parse(self) -> nodes.Template:
        """Parse the whole template; raises LiquidSyntaxError with its offset."""
        body = Body()
        try:
            end = self.parse_until(body)
            if end:
                self._raise_outer(end[0])
        except (LiquidSyntaxError, StackLevelError) as error:
            if error.offset is None:
                error.offset = self._offset
            raise
        return nodes.Template(body.nodes(), lineno=1)

    def _raise_outer(self, name: str) -> None:
        if name in {"else", "end"}:
            raise LiquidSyntaxError(f"Unexpected outer '{name}' tag")
        raise self.unknown_tag(name)

    def unknown_tag(self, name: str) -> LiquidSyntaxError:
        """Make the error about a tag that nobody registered."""
        return LiquidSyntaxError(
            f"Unknown tag '{name}'",
            hint=self.environment.hint_for_tag(name, self.source),
            subject=name,
        )

    # Bodies

    def parse_until(self, body: Body) -> tuple[str, str, int] | None:
        """Add to *body* until a tag that is not registered; answer its name, markup, offset.

        None at the end of the source.
        """
        if self._depth >= MAX_DEPTH:
            raise StackLevelError("Nesting too deep")
        self._depth += 1
        try:
            return self._parse_lines(body) if self._in_liquid_tag else self._parse_tokens(body)
        finally:
            self._depth -= 1

    def parse_block(
        self, name: str, offset: int, body: Body, *separators: str
    ) -> tuple[str, str, int]:
        """Add to *body* until ``endname`` or one of *separators*; answer which.

        Raises LiquidSyntaxError for other tags and for a block that never ends.
        """
        end = self.parse_until(body)
        if end is None:
            error = LiquidSyntaxError(
                f"'{name}' tag was never closed", hint=f"close it with {{% end{name} %}}"
            )
            error.offset = offset
            raise error
        tag = end[0]
        if tag == f"end{name}" or tag in separators:
            return end
        self._offset = end[2]
        if tag == "else":
            raise LiquidSyntaxError(f"{name} tag does not expect 'else' tag")
        if not tag.startswith("end"):
            raise self.unknown_tag(tag)
        error = LiquidSyntaxError(
            f"'{tag}' is not a valid delimiter for {name} tags. use end{name}"
        )
        error.opening = name, offset
        raise error

    def _parse_tokens(self, body: Body) -> tuple[str, str, int] | None:
        tokens = self._tokens
        while self._index < len(tokens):
            offset, token = tokens[self._index]
            self._index += 1
            if token.startswith("{%"):
                self._offset = offset
                self._control_whitespace(token, body)
                match = _TAG.fullmatch(token)
                if not match:
                    raise LiquidSyntaxError(
                        f"Tag '{token}' was not properly terminated with regexp: /\\%\\}}/",
                        hint=self.environment.hint_for_code(token),
                    )
                name, markup = match[2], match[4]
                if not self._parse_tag(name, markup, offset, body):
                    return name, markup, offset
            elif token.startswith("{{"):
                self._offset = offset
                self._control_whitespace(token, body)
                if offset and self.source[offset - 1] == "$" and self.error_mode == "warn":
                    self.warnings += eaten(token, offset)
                body.add_output(self.output(output_markup(token, self.environment)), offset)
            else:
                if self._trim:
                    token = token.lstrip(SPACE)
                self._trim = False
                body.add_text(token)
        return None

    def _control_whitespace(self, token: str, body: Body) -> None:
        if token[2:3] == "-" and body.items and isinstance(body.items[-1], str):
            body.items[-1] = body.items[-1].rstrip(SPACE)
        self._trim = token[-3:-2] == "-"

    def _parse_tag(self, name: str, markup: str, offset: int, body: Body) -> bool:
        environment = self.environment
        if name in environment.tags:
            self._parse_custom_tag(name, markup, offset, body)
            return True
        parse = environment.standard_tags.get(name)
        if parse is None:
            return False
        parse(self, markup, offset, body)
        return True

    def _parse_lines(self, body: Body) -> tuple[str, str, int] | None:
        """The body of ``{% liquid %}``: a tag a line."""
        tokens = self._tokens
        while self._index < len(tokens):
            offset, line = tokens[self._index]
            self._index += 1
            if not line.strip(SPACE):
                continue
            self._offset = offset
            match = _LIQUID_LINE.fullmatch(line)
            if not match:
                return line, line, offset
            # a liquid tag within a liquid tag is none, in Ruby
            if match[1] == "liquid" or not self._parse_tag(match[1], match[2], offset, body):
                return match[1], match[2], offset
        return None

    def parse_liquid_tag(self, markup: str, offset: int, body: Body) -> None:
        """Parse the lines within ``{% liquid %}``."""
        outer = self._tokens, self._index, self._in_liquid_tag
        start = self.source.find(markup, offset) if markup else offset
        lines = []
        for line in markup.split("\n"):
            lines.append((start, line))
            start += len(line) + 1
        self._tokens, self._index, self._in_liquid_tag = lines, 0, True
        end = self._parse_lines(body)
        if end:
            name = end[0]
            self._offset = end[2]
            if name == "else":
                raise LiquidSyntaxError("liquid tag does not expect 'else' tag")
            if name.startswith("end"):
                raise LiquidSyntaxError(
                    f"'{name}' is not a valid delimiter for liquid tags. use %}}"
                )
            raise self.unknown_tag(name)
        self._tokens, self._index, self._in_liquid_tag = outer

    def raw_text(self, name: str, offset: int) -> str:
        """Take everything up to ``{% endname %}`` as text."""
        pattern = re.compile(
            rf"(.*)\{{%\s*end{re.escape(name)}(?!\w)\s*(.*)?%\}}", re.DOTALL | re.ASCII
        )
        parts: list[str] = []
        while self._index < len(self._tokens):
            token = self._tokens[self._index][1]
            self._index += 1
            if f"end{name}" in token and (match := pattern.fullmatch(token)):
                parts.append(match[1])
                return "".join(parts)
            parts.append(token)
        hint = f"close it with {{% end{name} %}}"
        if re.search(rf"\{{%-\s*end{re.escape(name)}", "".join(parts)):
            hint = (
                f"Liquid does not know {{%- end{name} %}}: the end has no hyphen at its beginning"
            )
        error = LiquidSyntaxError(f"'{name}' tag was never closed", hint=hint)
        error.offset = offset
        raise error

    # Custom tags

    def _parse_custom_tag(self, name: str, markup: str, offset: int, body: Body) -> None:
        tag_class = self.environment.tags[name]
        tag = CustomTag(name, markup, offset)
        index = len(self.custom_tags)
        self.custom_tags.append(tag)
        call = nodes.Call(nodes.ExtensionAttribute(str(index), "render"), [], [], None, None)
        inner = Body()
        if issubclass(tag_class, RawBlock):
            tag.text = self.raw_text(name, offset)
        elif issubclass(tag_class, Block):
            self.parse_block(name, offset, inner)
            body.add(block_call(call, inner), offset, blank=inner.blank)
            return
        body.add(nodes.CallBlock(call, [], [], []), offset, blank=tag_class.blank)

    # Expressions

    def output(self, markup: str) -> nodes.Expr:
        """Parse an expression with its filters."""
        try:
            return strict_output(markup)
        except LiquidSyntaxError as error:
            self._complain(error, f'in "{{{{{markup}}}}}"', fatal=self.error_mode == "strict")
            return lax_output(markup)

    def condition(self, markup: str) -> nodes.Expr:
        """Parse what stands behind ``if``."""
        return self.switch(markup, strict_condition, lax_condition)

    def switch(
        self, markup: str, strict: Callable[[str], Parsed], lax: Callable[[str], Parsed]
    ) -> Parsed:
        """Parse with the parser that the error mode asks for."""
        if self.error_mode == "lax":
            return lax(markup)
        try:
            return strict(markup)
        except LiquidSyntaxError as error:
            self._complain(error, f'in "{markup.strip(SPACE)}"', fatal=self.error_mode == "strict")
            return lax(markup)

    def _complain(self, error: LiquidSyntaxError, where: str, *, fatal: bool) -> None:
        message = f"{error.message} {where}"
        if fatal:
            raise LiquidSyntaxError(message)
        if self.error_mode == "warn":
            hint = self.environment.hint_for_code(where)
            self.warnings.append(Warning_(message, self._offset, hint))

    def identifier(self) -> nodes.InternalName:
        """Answer a new name for a value that the template can't see."""
        self._identifiers += 1
        name = object.__new__(nodes.InternalName)
        nodes.Node.__init__(name, f"m_{self._identifiers}")
        return name
