"""Liquid's nodes into Python, by Jinja2's code generator.

`LiquidGenerator` is Jinja2's `CodeGenerator` with Liquid's meaning of names,
look-ups, conditions, loops and outputs. A template becomes::

    def root(context, out):
        v = context.variables
        out_append = out.append
        ...

The names of functions come from `jinkyll.liquid.runtime`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from jinkyll.liquid.expressions import BLANK, OPERATORS, MethodLiteral
from jinkyll.liquid.lookup import COMMANDS
from jinkyll.liquid.printing import to_s

if TYPE_CHECKING:
    from collections.abc import Iterable
    from io import StringIO

    from jinkyll.liquid.environment import Environment

__all__ = ["LiquidGenerator"]

_MAX_PYTHON_BLOCKS = 15  # of Python's 20; a loop takes three
_MAX_INDENTATION = 60
_MAX_EXPRESSION_DEPTH = 40


class LiquidGenerator(CodeGenerator):
    """Writes one template as a Python module; see the module's docstring.

    `debug_info` pairs the line numbers of the nodes with those of the Python.
    """

    environment: Environment

    def __init__(self, environment: Environment, name: str | None = None) -> None:
        super().__init__(environment, name, None, None, defer_init=True, optimized=False)
        self.filter_names: dict[tuple[str, int], str] = {}
        self._loops = 0
        self._python_blocks = 0
        self._expression_depth = 0
        self._marks: list[str] = []
        self._outlined: list[tuple[str, str, list[nodes.Node], Frame]] = []

    def text(self) -> str:
        """Answer the module that was written."""
        return cast("StringIO", self.stream).getvalue()

    # Statements

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write the module."""
        frame = Frame(nodes.EvalContext(self.environment, self.name))
        frame.buffer = "out"
        self.writeline("def root(context, out):")
        self.indent()
        self.writeline("v = context.variables")
        self._bind_buffer("out")
        self._body(node.body, frame)
        self.outdent()
        self._write_outlined()
        self._bind_filters()

    def write_function(self, node: nodes.Expr) -> None:
        """Write a module whose ``root(context)`` answers the value of one expression."""
        self.writeline("def root(context):")
        self.indent()
        self.writeline("v = context.variables")
        self.writeline("return ")
        self.visit(node, Frame(nodes.EvalContext(self.environment, self.name)))
        self.outdent()
        self._bind_filters()

    def _bind_filters(self) -> None:
        for (name, given), alias in self.filter_names.items():
            self.writeline(f"{alias} = bind_filter({name!r}, {given})")
        self.writeline("")

    def _bind_buffer(self, name: str) -> None:
        self.writeline(f"{name}_append = {name}.append")
        self.writeline(f"{name}_extend = {name}.extend")

    def _body(self, body: Iterable[nodes.Node], frame: Frame) -> None:
        """Write statements, in a function of their own where Python would not nest deeper."""
        body = list(body)
        marks = self._marks
        self._marks = list(marks)
        deep = self._python_blocks >= _MAX_PYTHON_BLOCKS or self._indentation >= _MAX_INDENTATION
        if not body:
            self.writeline("pass")
        elif deep and not all(isinstance(each, nodes.Output) for each in body):
            self._outline(body, frame)
        else:
            for each in body:
                self.visit(each, frame)
        self._marks = marks

    def _outline(self, body: list[nodes.Node], frame: Frame) -> None:
        """Call a function, to be written later, for what is nested too deep."""
        name = self.temporary_identifier()
        buffer = frame.buffer
        parameters = ", ".join(["context", f"{buffer}_append", f"{buffer}_extend", *self._marks])
        self.writeline(f"{name}({parameters})")
        self._outlined.append((name, parameters, body, frame))

    def _write_outlined(self) -> None:
        while self._outlined:
            name, parameters, body, frame = self._outlined.pop(0)
            self._loops = self._python_blocks = 0
            self._marks = parameters.split(", ")[3:]
            self.writeline(f"def {name}({parameters}):")
            self.indent()
            self.writeline("v = context.variables")
            for each in body:
                self.visit(each, frame)
            self.outdent()

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Write texts and values to the buffer."""
        parts = [self._constant(each) for each in node.nodes]
        if not node.nodes:
            return
        if len(parts) == 1:
            self.writeline(f"{frame.buffer}_append(", node.nodes[0])
            self._printed(node.nodes[0], parts[0], frame)
            self.write(")")
            return
        self.writeline(f"{frame.buffer}_extend((", node)
        self.indent()
        for each, text in zip(node.nodes, parts, strict=True):
            if text == "":
                continue
            if text is None:
                self.newline(each)
                self._printed(each, text, frame)
            else:
                self.newline()
                self.write(repr(text))
            self.write(",")
        self.outdent()
        self.write("))")

    def _constant(self, node: nodes.Expr) -> str | None:
        if isinstance(node, nodes.TemplateData):
            return node.data
        expression = node.expr if isinstance(node, nodes.MarkSafe) else node
        return to_s(expression.value) if isinstance(expression, nodes.Const) else None

    def _printed(self, node: nodes.Expr, text: str | None, frame: Frame) -> None:
        if text is not None:
            self.write(repr(text))
            return
        expression = node.expr if isinstance(node, nodes.MarkSafe) else node
        self.write("t if type(t := ")
        self.visit(expression, frame)
        self.write(") is str else to_s(t)")

    def visit_If(self, node: nodes.If, frame: Frame) -> None:  # noqa: N802
        """Write ``if``, ``elif`` and ``else``."""
        self._branch("if", node, frame)
        for each in node.elif_:
            self._branch("elif", each, frame)
        if node.else_:
            self.writeline("else:")
            self.indent()
            self._body(node.else_, frame)
            self.outdent()

    def _branch(self, word: str, node: nodes.If, frame: Frame) -> None:
        self.writeline(f"{word} ", node)
        self.visit(node.test, frame)
        self.write(":")
        self.indent()
        self._body(node.body, frame)
        self.outdent()

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:  # noqa: N802
        """Write an assignment to a variable, or to a name of the generator's own."""
        if isinstance(node.target, nodes.InternalName):
            self._mark(node.target.name, node)
            return
        target = cast("nodes.Name", node.target)
        self.writeline(f"context.set({target.name!r}, ", node)
        self.visit(node.node, frame)
        self.write(")")

    def _mark(self, name: str, node: nodes.Assign) -> None:
        """Write a mark that is not set yet, or set it; a list, for outlined code to set it too."""
        if name in self._marks:
            self.writeline(f"{name}.append(1)", node)
        else:
            self._marks.append(name)
            self.writeline(f"{name} = []", node)

    def visit_AssignBlock(self, node: nodes.AssignBlock, frame: Frame) -> None:  # noqa: N802
        """Write a capture; what was captured is kept when the body is left by a break."""
        buffer = self.temporary_identifier()
        self.writeline(f"{buffer} = []", node)
        self._bind_buffer(buffer)
        inner = frame.soft()
        inner.buffer = buffer
        self.writeline("try:")
        self.indent()
        self._python_blocks += 1
        self._body(node.body, inner)
        self._python_blocks -= 1
        self.outdent()
        self.writeline("finally:")
        self.indent()
        target = cast("nodes.Name", node.target)
        self.writeline(f"context.set({target.name!r}, ''.join({buffer}))")
        self.outdent()

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802
        """Write a loop, with a scope for its variable and ``forloop``."""
        items, loop = self.temporary_identifier(), self.temporary_identifier()
        call = cast("nodes.Call", node.iter)
        variable = cast("nodes.Name", node.target).name
        name = cast("nodes.Const", call.args[1]).value
        self.writeline(f"{items} = ", node)
        self.visit(call, frame)
        self.writeline(f"if {items}:")
        self.indent()
        self.writeline(f"{loop} = enter_loop(context, {variable!r}, {name!r}, len({items}))")
        self.writeline("try:")
        self.indent()
        self.writeline(f"for {loop}.index0, v[{variable!r}] in enumerate({items}):")
        self.indent()
        self.writeline("try:")
        self.indent()
        self._python_blocks += 3
        self._loops += 1
        self._body(node.body, frame)
        self._loops -= 1
        self._python_blocks -= 3
        self.outdent()
        self.writeline("except ContinueInterrupt: pass")
        self.writeline("except BreakInterrupt: break")
        self.outdent(2)
        self.writeline("finally: leave_loop(context)")
        self.outdent()
        if node.else_:
            self.writeline("else:")
            self.indent()
            self._body(node.else_, frame)
            self.outdent()

    def visit_Break(self, node: nodes.Break, frame: Frame) -> None:  # noqa: N802, ARG002
        """Leave Python's loop, or look for one further out."""
        self.writeline("break" if self._loops else "raise BreakInterrupt", node)

    def visit_Continue(self, node: nodes.Continue, frame: Frame) -> None:  # noqa: N802, ARG002
        """Go on with Python's loop, or look for one further out."""
        self.writeline("continue" if self._loops else "raise ContinueInterrupt", node)

    def visit_CallBlock(self, node: nodes.CallBlock, frame: Frame) -> None:  # noqa: N802
        """Write the call of a custom tag, with its body as a function."""
        flags = {argument.name for argument in node.args}
        call = node.call
        body = self._function(node, frame) if "body" in flags else None
        if "blank" not in flags:
            self.writeline(f"{frame.buffer}_append(t if type(t := ", node)
        else:
            self.writeline("", node)
        if isinstance(call.node, nodes.ExtensionAttribute):
            self.write(f"tags[{call.node.identifier}].render(context")
            if body:
                self.write(f", {body}")
        else:
            self.write(f"{cast('nodes.ImportedName', call.node).importname}(")
            self._arguments(call, frame)
            if body:
                self.write(f", body={body}")
        self.write(")" if "blank" in flags else ")) is str else to_s(t))")
        self.writeline("if context.interrupt is not None: raise_interrupt(context)")

    def _function(self, node: nodes.CallBlock, frame: Frame) -> str:
        name, buffer = self.temporary_identifier(), self.temporary_identifier()
        inner = frame.soft()
        inner.buffer = buffer
        outer = self._loops, self._python_blocks
        self._loops, self._python_blocks = 0, 1
        self.writeline(f"def {name}():")
        self.indent()
        self.writeline(f"{buffer} = []")
        self._bind_buffer(buffer)
        self.writeline("try:")
        self.indent()
        self._body(node.body, inner)
        self.outdent()
        self.writeline(f"except Interrupt as {buffer}_i: context.interrupt = {buffer}_i")
        self.writeline(f"return ''.join({buffer})")
        self.outdent()
        self._loops, self._python_blocks = outer
        return name

    # Expressions

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802, ARG002
        """Read a variable."""
        self.write(f"v[{node.name!r}]")

    def visit_InternalName(self, node: nodes.InternalName, frame: Frame) -> None:  # noqa: N802, ARG002
        """Read a name of the generator's own."""
        self.write(node.name)

    def visit_ImportedName(self, node: nodes.ImportedName, frame: Frame) -> None:  # noqa: N802, ARG002
        """Read a name of the runtime module."""
        self.write(node.importname)

    def visit_Const(self, node: nodes.Const, frame: Frame) -> None:  # noqa: N802, ARG002
        """Write a literal."""
        value = node.value
        if isinstance(value, MethodLiteral):
            value = ""
        text = repr(value)
        self.write(f"float({text!r})" if text in {"inf", "nan", "-inf"} else text)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Look up a key, or ask for size, first or last."""
        self.write("command(" if node.attr in COMMANDS else "lookup(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Look up by an expression."""
        if isinstance(node.node, nodes.ContextReference):
            self.write("context.find_dynamic(")
        else:
            self.write("find(")
            self.visit(node.node, frame)
            self.write(", ")
        self.visit(node.arg, frame)
        self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, ARG002, FBT001, FBT002
        """Call a function of the runtime module."""
        self.write(f"{cast('nodes.ImportedName', node.node).importname}(")
        self._arguments(node, frame)
        self.write(")")

    def _arguments(self, node: nodes.Call, frame: Frame) -> None:
        for index, argument in enumerate(node.args):
            if index:
                self.write(", ")
            self.visit(argument, frame)
        for keyword in node.kwargs:
            self.write(f", {keyword.key}=")
            self.visit(keyword.value, frame)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        """Call a filter, bound when the module is loaded."""
        chain = [node]
        while isinstance(chain[-1].node, nodes.Filter):
            chain.append(chain[-1].node)
        if len(chain) > _MAX_EXPRESSION_DEPTH:
            self._long_chain(chain, frame)
            return
        self._open_filter(node)
        self.visit(cast("nodes.Expr", node.node), frame)
        self._filter_arguments(node, frame)
        self.write(")")

    def _open_filter(self, node: nodes.Filter) -> None:
        given = len(node.args) + bool(node.kwargs)
        key = (node.name, given)
        alias = self.filter_names.setdefault(key, f"f{len(self.filter_names)}")
        context = "context, " if self.environment.is_context_filter(node.name) else ""
        self.write(f"{alias}({context}")

    def _filter_arguments(self, node: nodes.Filter, frame: Frame) -> None:
        for argument in node.args:
            self.write(", ")
            if isinstance(argument, nodes.Const) and isinstance(argument.value, MethodLiteral):
                # A filter can tell `empty` from a text, as Jekyll's `where` does.
                self.write("BLANK" if argument.value is BLANK else "EMPTY")
            else:
                self.visit(argument, frame)
        if node.kwargs:
            self.write(", {")
            for pair in node.kwargs:
                self.write(f"{pair.key!r}: ")
                self.visit(pair.value, frame)
                self.write(", ")
            self.write("}")

    def _long_chain(self, chain: list[nodes.Filter], frame: Frame) -> None:
        """Write a very long chain of filters flat: Python nests a hundred calls at most."""
        self.write("(")
        self.write("(c := ")
        self.visit(cast("nodes.Expr", chain[-1].node), frame)
        self.write("), ")
        for node in reversed(chain):
            self.write("(c := ")
            self._open_filter(node)
            self.write("c")
            self._filter_arguments(node, frame)
            self.write(")), ")
        self.write("c)[-1]")

    # Conditions

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        """Ask whether a value is neither nil nor false."""
        inner = node.node
        if isinstance(inner, nodes.Const):
            self.write(str(inner.value is not None and inner.value is not False))
            return
        if isinstance(inner, nodes.InternalName):
            self.write(inner.name)
            return
        self.write("((t := ")
        self.visit(inner, frame)
        self.write(") is not None and t is not False)")

    def visit_Not(self, node: nodes.UnaryExpr, frame: Frame) -> None:  # noqa: N802
        """Negate."""
        self.write("not (")
        self.visit(node.node, frame)
        self.write(")")

    def visit_And(self, node: nodes.BinExpr, frame: Frame) -> None:  # noqa: N802
        """Both, from the right."""
        self._boolean("and", node, frame)

    def visit_Or(self, node: nodes.BinExpr, frame: Frame) -> None:  # noqa: N802
        """Either, from the right."""
        self._boolean("or", node, frame)

    def _boolean(self, word: str, node: nodes.BinExpr, frame: Frame) -> None:
        self._expression_depth += 1
        if self._expression_depth % _MAX_EXPRESSION_DEPTH == 0:
            self._evaluated_later(node, frame)
        else:
            self.write("(")
            self.visit(node.left, frame)
            self.write(f" {word} ")
            self.visit(node.right, frame)
            self.write(")")
        self._expression_depth -= 1

    def _evaluated_later(self, node: nodes.BinExpr, frame: Frame) -> None:
        """Write a very long condition flat: Python nests two hundred parentheses at most."""
        parts: list[nodes.Expr] = []
        words: list[str] = []
        current: nodes.Expr = node
        while isinstance(current, nodes.And | nodes.Or):
            parts.append(current.left)
            words.append("and" if isinstance(current, nodes.And) else "or")
            current = current.right
        parts.append(current)
        self.write("condition_chain((")
        for index, part in enumerate(parts):
            operator = words[index] if index < len(words) else ""
            self.write(f"({operator!r}, lambda: ")
            self.visit(part, frame)
            self.write("), ")
        self.write("))")

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802
        """Write a comparison, the usual ones without a call."""
        operand = node.ops[0]
        operator, left, right = operand.op, node.expr, operand.expr
        if operator in {"==", "!=", "<>"}:
            self._equality(left, right, frame, negated=operator != "==")
        elif operator not in OPERATORS:
            self._call(f"unknown_operator({operator!r})", left, right, frame)
        elif operator == "contains" and _is_literal(right) and not _is_literal(left):
            self.write("isinstance(")  # a text contains the empty text
            self.visit(left, frame)
            self.write(", str)")
        elif _is_literal(left) or _is_literal(right):
            self.write("(")
            self.visit(right if _is_literal(left) else left, frame)
            self.write(", False)[1]")
        elif operator == "contains":
            self._call("contains", left, right, frame)
        else:
            self._order(left, operator, right, frame)

    def _call(self, function: str, left: nodes.Expr, right: nodes.Expr, frame: Frame) -> None:
        self.write(f"{function}(")
        self.visit(left, frame)
        self.write(", ")
        self.visit(right, frame)
        self.write(")")

    def _equality(
        self, left: nodes.Expr, right: nodes.Expr, frame: Frame, *, negated: bool
    ) -> None:
        if _is_literal(left):
            left, right = right, left
        value = right.value if isinstance(right, nodes.Const) else Ellipsis
        self.write("(")
        if _is_literal(left):
            self.write(str(negated))
        elif isinstance(value, MethodLiteral):
            self.write("not " if negated else "")
            self.write("is_blank(context, " if value is BLANK else "is_empty(")
            self.visit(left, frame)
            self.write(")")
        elif (value is None or value is True or value is False) and not isinstance(
            left, nodes.Const
        ):
            self.visit(left, frame)
            self.write(f" is not {value}" if negated else f" is {value}")
        elif type(value) is str and not isinstance(left, nodes.Const):
            self.visit(left, frame)
            self.write(f" != {value!r}" if negated else f" == {value!r}")
        else:
            self.write("not " if negated else "")
            self._call("equal", left, right, frame)
        self.write(")")

    def _order(self, left: nodes.Expr, operator: str, right: nodes.Expr, frame: Frame) -> None:
        if isinstance(right, nodes.Const) and type(right.value) is int:
            self.write(f"(t {operator} {right.value} if type(t := ")
            self.visit(left, frame)
            self.write(f") is int else order(t, {operator!r}, {right.value}))")
            return
        self.write("order(")
        self.visit(left, frame)
        self.write(f", {operator!r}, ")
        self.visit(right, frame)
        self.write(")")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802
        """Write a tuple of values to be evaluated when asked for."""
        self.write("(")
        for item in node.items:
            self.write("lambda: ")
            self.visit(item, frame)
            self.write(", ")
        self.write(")")

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        """Write the parameters of a tag."""
        self.write("{")
        for pair in node.items:
            self.visit(pair.key, frame)
            self.write(": ")
            self.visit(pair.value, frame)
            self.write(", ")
        self.write("}")


def _is_literal(node: nodes.Expr) -> bool:
    """Tell whether this is the word ``empty`` or ``blank``."""
    return isinstance(node, nodes.Const) and isinstance(node.value, MethodLiteral)
