"""The functions that compiled templates call, under the names they call them by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from jinkyll.liquid.comparison import (
    contains,
    equal,
    is_empty,
    order,
)
from jinkyll.liquid.comparison import is_blank as _is_blank
from jinkyll.liquid.context import BreakInterrupt, Context, ContinueInterrupt, Interrupt
from jinkyll.liquid.drop import Drop, liquid_items
from jinkyll.liquid.errors import LiquidArgumentError, StackLevelError
from jinkyll.liquid.evaluation import strict_lookup
from jinkyll.liquid.expressions import BLANK, EMPTY
from jinkyll.liquid.lookup import MISSING, command, find, lookup
from jinkyll.liquid.loops import CONTINUE, ForLoop, range_of, segment, slice_collection
from jinkyll.liquid.numbers import to_i
from jinkyll.liquid.printing import inspect, to_s

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinkyll.liquid.jinja_templates import JinjaTemplate
    from jinkyll.liquid.template import Template

__all__ = ["NAMESPACE", "STRICT_NAMESPACE"]

_MAX_SCOPES = 100


def is_blank(context: Context, value: object) -> bool | None:
    """Answer ``value == blank``: nothing is blank unless ActiveSupport is loaded."""
    return _is_blank(value) if context.environment.active_support else None


def unknown_operator(operator: str) -> Callable[[object, object], NoReturn]:
    """Answer a comparison that fails when it is made."""

    def fail(_left: object, _right: object) -> NoReturn:
        raise LiquidArgumentError(f"Unknown operator {operator}")

    return fail


def condition_chain(parts: Iterable[tuple[str, Callable[[], object]]]) -> object:
    """Evaluate ``a and b or c ...`` from the right, from left to right."""
    value: object = None
    for operator, evaluate in parts:
        value = evaluate()
        if (operator == "and" and not value) or (operator == "or" and value):
            return value
    return value


def enter_loop(context: Context, variable: str, name: str, length: int) -> ForLoop:
    """Open the scope of a `for`."""
    scopes = context.scopes
    if len(scopes) >= _MAX_SCOPES:
        raise StackLevelError("Nesting too deep")
    hidden = context.variables.get
    scopes.append({"forloop": hidden("forloop", MISSING), variable: hidden(variable, MISSING)})
    loops = context.loops
    loop = ForLoop(name, length, loops[-1] if loops else None)
    loops.append(loop)
    context.variables["forloop"] = loop
    return loop


def leave_loop(context: Context) -> None:
    """Close the scope of a `for`."""
    context.loops.pop()
    context.pop()


def raise_interrupt(context: Context) -> NoReturn:
    """Go on with a break or continue that a tag's body or an include met."""
    interrupt = context.interrupt
    context.interrupt = None
    raise interrupt or BreakInterrupt


def cycle(context: Context, key: object, values: tuple[Callable[[], object], ...]) -> str:
    """``{% cycle %}``."""
    if isinstance(key, list | dict):
        key = inspect(key)
    index = context.cycles.get(key, 0)
    value = values[index]() if index < len(values) else None
    index += 1
    context.cycles[key] = 0 if index >= len(values) else index
    return to_s(value)


def increment(context: Context, name: str) -> str:
    """``{% increment %}``."""
    return context.increment(name)


def decrement(context: Context, name: str) -> str:
    """``{% decrement %}``."""
    return context.decrement(name)


def ifchanged(context: Context, body: Callable[[], str]) -> str:
    """``{% ifchanged %}``."""
    text = body()
    if text == context.last_change:
        return ""
    context.last_change = text
    return text


class TableRowLoop(Drop):
    """The variable ``tablerowloop``."""

    __slots__ = ("cols", "column", "index0", "length", "row_number")

    def __init__(self, length: int, cols: int) -> None:
        self.length = length
        self.cols = cols
        self.row_number = 1
        self.column = 1
        self.index0 = 0

    def liquid_get(self, key: str) -> object:
        """Answer ``tablerowloop.col`` and its sisters."""
        answers: dict[str, object] = {
            "length": self.length,
            "col": self.column,
            "col0": self.column - 1,
            "row": self.row_number,
            "index": self.index0 + 1,
            "index0": self.index0,
            "rindex": self.length - self.index0,
            "rindex0": self.length - self.index0 - 1,
            "first": self.index0 == 0,
            "last": self.index0 == self.length - 1,
            "col_first": self.column == 1,
            "col_last": self.column == self.cols,
        }
        return answers.get(key)

    def liquid_to_s(self) -> str:
        """Print the name of Ruby's class."""
        return "Liquid::TablerowloopDrop"

    def step(self) -> None:
        """Go to the next cell."""
        self.index0 += 1
        if self.column == self.cols:
            self.column = 1
            self.row_number += 1
        else:
            self.column += 1


def tablerow(
    context: Context,
    variable: str,
    collection: object,
    *,
    cols: object = None,
    limit: object = MISSING,
    offset: object = None,
    body: Callable[[], str],
) -> str:
    """``{% tablerow %}``."""
    if collection is None or collection is False:
        return ""
    start = to_i(offset)
    stop = None if limit is MISSING else start + to_i(limit)
    items = slice_collection(collection, start, stop)
    if isinstance(items, range):
        context.count_range(len(items))
    loop = TableRowLoop(len(items), to_i(cols))
    parts = ['<tr class="row1">\n']
    interrupt: Interrupt | None = None
    with context.scope({"tablerowloop": loop}):
        for item in items:
            context.set_local(variable, item)
            context.interrupt = None
            parts.append(f'<td class="col{loop.column}">{body()}</td>')
            interrupt = context.interrupt or interrupt
            if loop.column == loop.cols and loop.index0 != loop.length - 1:
                parts.append(f'</tr>\n<tr class="row{loop.row_number + 1}">')
            loop.step()
    context.interrupt = interrupt
    parts.append("</tr>\n")
    return "".join(parts)


def _partial(context: Context, name: object, tag: str) -> tuple[str, Template | JinjaTemplate]:
    if name is None or name is False:
        raise LiquidArgumentError(f"Argument error in tag '{tag}' - Illegal template name")
    path = to_s(name)
    return path, context.environment.partial(path)


def include(
    context: Context,
    name: object,
    attributes: dict[str, object],
    *,
    variable: object = MISSING,
    alias: str | None = None,
) -> str:
    """Liquid's own ``{% include %}``: the template sees, and changes, the variables."""
    path, template = _partial(context, name, "include")
    own_name = alias or path.rpartition("/")[2]
    value = context.variables.get(path, None) if variable is MISSING else variable
    if variable is MISSING and value is None and not context.strict_variables:
        value = context.get(path)
    with context.scope(attributes):
        if isinstance(value, list | tuple):
            parts = []
            for item in value:
                context.set_local(own_name, item)
                parts.append(template.render(context))
            return "".join(parts)
        context.set_local(own_name, value)
        return template.render(context)


def render(
    context: Context,
    name: object,
    attributes: dict[str, object],
    *,
    variable: object = None,
    alias: str | None = None,
    each: bool = False,
) -> str:
    """``{% render %}``: the template sees its parameters and nothing else."""
    path, template = _partial(context, name, "render")
    own_name = alias or path.rpartition("/")[2]

    def once(item: object, loop: ForLoop | None) -> str:
        inner = context.isolated()
        if loop is not None:
            inner.set_local("forloop", loop)
        for key, value in attributes.items():
            inner.set_local(key, value)
        if item is not None:
            inner.set_local(own_name, item)
        return template.render(inner)

    if each and isinstance(variable, list | tuple | dict | range | Drop):
        items = (
            list(liquid_items(variable))
            if isinstance(variable, Drop)
            else slice_collection(variable, 0, None)
        )
        loop = ForLoop(path, len(items), None)
        parts = []
        for item in items:
            parts.append(once(item, loop))
            loop.index0 += 1
        return "".join(parts)
    return once(variable, None)


def _strict_command(obj: object, key: str) -> object:
    return strict_lookup(obj, key, is_command=True)


NAMESPACE: dict[str, object] = {
    "BLANK": BLANK,
    "BreakInterrupt": BreakInterrupt,
    "CONTINUE": CONTINUE,
    "ContinueInterrupt": ContinueInterrupt,
    "EMPTY": EMPTY,
    "Interrupt": Interrupt,
    "command": command,
    "condition_chain": condition_chain,
    "contains": contains,
    "cycle": cycle,
    "decrement": decrement,
    "enter_loop": enter_loop,
    "equal": equal,
    "find": find,
    "ifchanged": ifchanged,
    "include": include,
    "increment": increment,
    "is_blank": is_blank,
    "is_empty": is_empty,
    "leave_loop": leave_loop,
    "lookup": lookup,
    "order": order,
    "raise_interrupt": raise_interrupt,
    "range_of": range_of,
    "render": render,
    "segment": segment,
    "tablerow": tablerow,
    "to_s": to_s,
    "unknown_operator": unknown_operator,
}

STRICT_NAMESPACE: dict[str, object] = {
    **NAMESPACE,
    "command": _strict_command,
    "find": strict_lookup,
    "lookup": strict_lookup,
}
