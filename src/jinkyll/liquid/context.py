"""The context: the variables, registers and counters that a template renders with."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from jinkyll.liquid.drop import Drop
from jinkyll.liquid.errors import (
    ContextError,
    LiquidArgumentError,
    StackLevelError,
    UndefinedVariable,
)
from jinkyll.liquid.evaluation import evaluate
from jinkyll.liquid.expressions import parse_expression
from jinkyll.liquid.lookup import MISSING
from jinkyll.liquid.loops import MAX_RANGE_STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinkyll.liquid.environment import Environment
    from jinkyll.liquid.loops import ForLoop

__all__ = ["BreakInterrupt", "Context", "ContinueInterrupt", "Interrupt"]

MAX_DEPTH = 100


class Interrupt(Exception):  # noqa: N818  (it is none)
    """``{% break %}`` or ``{% continue %}`` on its way to the loop."""


class BreakInterrupt(Interrupt):
    """``{% break %}``."""


class ContinueInterrupt(Interrupt):
    """``{% continue %}``."""


class Variables(dict[object, object]):
    """What is visible now: assigned variables and those of the scopes; the data behind them."""

    __slots__ = ("context",)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def __missing__(self, name: object) -> object:
        context = self.context
        data = context.data
        if data.__class__ is dict and not context.counters:
            value = data.get(name, MISSING)  # as `find` does, without the call
            if value is not MISSING:
                return value
        return context.find(name)


class Context:
    """What a template is rendered with.

    *data* answers the names that nobody assigned: a map, or a `Drop`.
    *registers* carry what tags need and templates don't see (``site``,
    ``page``). Assigned variables belong to the context: templates rendered with
    the same one (includes) share them.
    """

    __slots__ = (
        "counters",
        "cycles",
        "data",
        "depth",
        "environment",
        "interrupt",
        "last_change",
        "loops",
        "offsets",
        "range_steps",
        "registers",
        "scopes",
        "strict_variables",
        "variables",
    )

    def __init__(
        self,
        environment: Environment,
        data: Mapping[str, object] | Drop | None = None,
        registers: dict[str, object] | None = None,
    ) -> None:
        self.environment = environment
        self.data: Mapping[str, object] | Drop = {} if data is None else data
        self.registers: dict[str, object] = {} if registers is None else registers
        self.variables = Variables(self)
        self.scopes: list[dict[object, object]] = []
        self.counters: dict[str, int] = {}
        self.cycles: dict[object, int] = {}
        self.offsets: dict[str, int] = {}
        self.loops: list[ForLoop] = []
        self.last_change: str | None = None
        self.interrupt: Interrupt | None = None
        self.depth = 0
        self.range_steps = 0
        self.strict_variables = environment.strict_variables

    # Look-up

    def get(self, name: str) -> object:
        """Answer a variable by its name, None if there is none."""
        return self.variables[name]

    def find(self, name: object) -> object:
        """Answer a name that is in no scope: a counter, or from the data."""
        try:
            if self.counters and name in self.counters:
                return self.counters[name]
        except TypeError:
            return None
        data = self.data
        if isinstance(data, Drop):
            value = (
                data.liquid_get(name) if isinstance(name, str) and data.liquid_has(name) else None
            )
            if value is not None or not self.strict_variables:
                return value
        else:
            value = data.get(cast("str", name), MISSING)
            if value is not MISSING:
                return value
        if self.strict_variables:
            text = "" if name is None else str(name)
            raise UndefinedVariable(f"undefined variable {text}", subject=text)
        return None

    def find_dynamic(self, name: object) -> object:
        """Answer ``[expression]``: the variable whose name the expression gives."""
        if isinstance(name, list | dict):
            return None
        return self.variables[name]

    def evaluate(self, expression: str) -> object:
        """Answer an expression as tags read them: ``page.title``, ``"text"``, ``(1..3)``."""
        return evaluate(parse_expression(expression), self)

    # Change

    def set(self, name: str, value: object) -> None:
        """Assign: visible everywhere from now on, but behind a loop's own variables."""
        for scope in self.scopes:
            if name in scope:
                scope[name] = value
                return
        self.variables[name] = value

    def set_local(self, name: str, value: object) -> None:
        """Set a variable of the innermost scope, gone when the scope is popped."""
        if self.scopes:
            scope = self.scopes[-1]
            if name not in scope:
                scope[name] = self.variables.get(name, MISSING)
        self.variables[name] = value

    def push(self, scope: Mapping[str, object] | None = None) -> None:
        """Open a scope with these variables; raises StackLevelError when a hundred are open."""
        if len(self.scopes) >= MAX_DEPTH:
            raise StackLevelError("Nesting too deep")
        hidden: dict[object, object] = {}
        variables = self.variables
        if scope:
            for name in scope:
                hidden[name] = variables.get(name, MISSING)
            variables.update(scope)
        self.scopes.append(hidden)

    def pop(self) -> None:
        """Close the innermost scope."""
        if not self.scopes:
            raise ContextError("no scope to pop")
        variables = self.variables
        for name, value in self.scopes.pop().items():
            if value is MISSING:
                variables.pop(name, None)
            else:
                variables[name] = value

    @contextmanager
    def scope(self, scope: Mapping[str, object] | None = None) -> Iterator[None]:
        """Open a scope for the length of a ``with`` statement."""
        self.push(scope)
        try:
            yield
        finally:
            self.pop()

    def enter(self) -> None:
        """Begin to render a template; raises StackLevelError when a hundred are being rendered."""
        if self.depth >= MAX_DEPTH:
            raise StackLevelError("Nesting too deep")
        self.depth += 1

    # Tags

    def increment(self, name: str) -> str:
        """``{% increment name %}``."""
        value = self._counter(name)
        self._count(name, value + 1)
        return str(value)

    def decrement(self, name: str) -> str:
        """``{% decrement name %}``."""
        value = self._counter(name) - 1
        self._count(name, value)
        return str(value)

    def _count(self, name: str, value: int) -> None:
        self.counters[name] = value
        # A layout goes on counting where its page stopped: both render with the same data.
        if isinstance(self.data, dict):
            self.data[name] = value

    def _counter(self, name: str) -> int:
        if name in self.counters:
            return self.counters[name]
        data = self.data
        start = data.liquid_get(name) if isinstance(data, Drop) else data.get(name)
        if start is None or start is False:
            return 0
        if isinstance(start, int) and not isinstance(start, bool):
            return start
        raise LiquidArgumentError(f"'{name}' is not a number")

    def isolated(self) -> Context:
        """A context without the variables of this one, for ``{% render %}``."""
        inner = Context(self.environment, {}, self.registers)
        inner.depth = self.depth + len(self.scopes) + 1
        inner.strict_variables = self.strict_variables
        return inner

    def count_range(self, steps: int) -> None:
        """Take note of a loop over a range; raises LiquidArgumentError when they never end."""
        self.range_steps += steps
        if self.range_steps > MAX_RANGE_STEPS:
            raise LiquidArgumentError(
                f"range too big: the loops of a page may take {MAX_RANGE_STEPS} steps",
            )
