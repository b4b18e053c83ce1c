"""Expressions that are evaluated for one item after the other, as ``where_exp`` does.

At first step by step, and compiled as soon as that has happened often enough to pay.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from jinkyll.liquid.evaluation import evaluate
from jinkyll.liquid.generator import LiquidGenerator

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import nodes

    from jinkyll.liquid.context import Context
    from jinkyll.liquid.environment import Environment

    Parse = Callable[[str], nodes.Expr]
    Function = Callable[[Context], object]

__all__ = ["Repeated"]

#: To compile an expression takes as long as so many evaluations.
_MANY: Final = 300


class Repeated:
    """What the templates of one environment evaluate again and again."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._evaluations: dict[tuple[Parse, str], int] = {}
        self._compiled: dict[tuple[Parse, str], Function] = {}

    def function(self, parse: Parse, text: str, times: int) -> Function:
        """A function for what *parse* makes of *text*, to be called so many *times*.

        Raises whatever *parse* does.
        """
        key = parse, text
        compiled = self._compiled.get(key)
        if compiled is not None:
            return compiled
        node = parse(text)
        so_far = self._evaluations[key] = self._evaluations.get(key, 0) + times
        if so_far < _MANY:
            return partial(evaluate, node)
        compiled = self._compiled[key] = self._compile(node)
        return compiled

    def _compile(self, node: nodes.Expr) -> Function:
        generator = LiquidGenerator(self._environment)
        generator.write_function(node)
        namespace = self._environment.namespace()
        namespace["bind_filter"] = self._environment.bind_filter
        code = compile(generator.text(), "<liquid expression>", "exec", dont_inherit=True)
        exec(code, namespace)  # noqa: S102  (our own generator wrote it)
        return cast("Function", namespace["root"])
