"""What a command is: a name, switches that end up in the configuration, and an action.

The switches behave as Ruby's option parser lets Jekyll's behave: the program's own ones may
stand before or after the command, a long one may be shortened as long as it stays clear which
is meant, and ``_`` and ``-`` are the same.
"""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import click

from jinkyll import __version__, log

__all__ = [
    "CONTEXT_SETTINGS",
    "PROGRAM_OPTIONS",
    "Action",
    "Command",
    "Names",
    "expanded",
    "flag",
    "option",
    "write_options",
]

#: Arguments (words that are no switches) and given switches by configuration key, to what is done.
Action = Callable[[list[str], dict[str, Any]], None]


class Names(click.ParamType[Any]):
    """Several names in one value, separated by commas."""

    name = "names"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,  # noqa: ARG002  (click's signature)
        ctx: click.Context | None,  # noqa: ARG002
    ) -> list[str]:
        """The names in *value*."""
        if isinstance(value, list):
            return value
        return [name for name in str(value).split(",") if name]


def option(key: str, *switches: str, metavar: str, text: str, kind: Any = None) -> click.Option:
    """A switch with a value, kept as *key* of the configuration."""
    return click.Option(
        [key, *switches], metavar=metavar, help=text, type=kind or click.STRING, default=None
    )


def flag(key: str, *switches: str, text: str) -> click.Option:
    """A switch without a value, kept as *key* of the configuration: true where it is given."""
    return click.Option([key, *switches], is_flag=True, default=None, help=text)


class _ProfileFormat(click.ParamType[Any]):
    """What follows ``--profile=``: nothing, for tables, or ``json``."""

    name = "format"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> bool | str:
        """True for tables, or the name of another format."""
        if value not in {"", True, "json"}:
            self.fail(f"'{value}' is no format of a profile: json is one.", param, ctx)
        return value or True


class OptionalValue(click.Option):
    """A switch whose value, if it has one, follows an equals sign: the next word is never taken."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """The switch, its value in brackets, and its text."""
        del ctx
        return f"{', '.join(self.opts)}[={self.metavar}]", self.help or ""


def _print_version(context: click.Context, _: click.Parameter, value: Any) -> None:
    if value and not context.resilient_parsing:
        click.echo(f"jinkyll {__version__}")
        context.exit()


def _print_help(context: click.Context, _: click.Parameter, value: Any) -> None:
    if value and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()


def _program_options() -> list[click.Parameter]:
    return [
        option("source", "-s", "--source", metavar="DIR", text="Source directory (defaults to ./)"),
        option(
            "destination",
            "-d",
            "--destination",
            metavar="DIR",
            text="Destination directory (defaults to ./_site)",
        ),
        flag("safe", "--safe", text="Safe mode (defaults to false)"),
        option(
            "plugins_dir",
            "-p",
            "--plugins",
            metavar="DIR1[,DIR2[,...]]",
            kind=Names(),
            text="Plugins directory (defaults to ./_plugins)",
        ),
        option(
            "layouts_dir",
            "--layouts",
            metavar="DIR",
            text="Layouts directory (defaults to ./_layouts)",
        ),
        OptionalValue(
            ["profile", "--profile"],
            metavar="json",
            type=_ProfileFormat(),
            default=None,
            help="Generate a Liquid rendering profile (as one JSON document with =json)",
        ),
        click.Option(
            ["show_help", "-h", "--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_help,
            help="Show this message",
        ),
        click.Option(
            ["show_version", "-v", "--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
            help="Print the name and version",
        ),
        flag(
            "show_backtrace", "-t", "--trace", text="Show the full backtrace when an error occurs"
        ),
    ]


#: The switches that every command has, whether they mean something to it or not.
PROGRAM_OPTIONS: Final = tuple(_program_options())

CONTEXT_SETTINGS: Final[dict[str, Any]] = {
    "help_option_names": [],
    "token_normalize_func": lambda token: token.replace("_", "-"),
    "max_content_width": 100,
}


class Command(click.Command):
    """One of the program's commands.

    *syntax* is what follows the name in the usage line, *examples* are pairs of a command line
    and what it is for. *arguments* is how many words the action takes at most (None for any
    number); those beyond are left alone with a warning, for Jekyll ignores them.
    """

    def __init__(
        self,
        name: str,
        action: Action,
        *,
        summary: str,
        syntax: str,
        options: Sequence[click.Option] = (),
        examples: Sequence[tuple[str, str]] = (),
        arguments: int | None = 0,
    ) -> None:
        self.shared_options = _shared_options(options)
        words = click.Argument(["words"], nargs=-1, required=False)
        super().__init__(
            name,
            context_settings=CONTEXT_SETTINGS,
            callback=None,
            params=[*options, *self.shared_options, words],
            short_help=summary,
            add_help_option=False,
        )
        self.action = action
        self.summary = summary
        self.syntax = syntax
        self.examples = examples
        self.own_options = options
        self.arguments = arguments

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse *args*, shortened switches included."""
        return super().parse_args(ctx, expanded(self.params, args))

    def invoke(self, ctx: click.Context) -> None:
        """Do what the command is for, with the program's switches and its own."""
        given = {**_given(ctx.find_root().params), **_given(ctx.params)}
        state = ctx.ensure_object(dict)
        state["command"] = self.name
        state["trace"] = bool(given.pop("show_backtrace", state.get("trace", False)))
        words = list(given.pop("words", ()))
        if self.arguments is not None and len(words) > self.arguments:
            ignored = " ".join(words[self.arguments :])
            log.warn("Warning:", f"`{self.name}` takes no argument '{ignored}', it is ignored.")
        with _output(given):
            self.action(words, given)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the page that ``jinkyll help NAME`` shows."""
        del ctx
        formatter.write(f"jinkyll {self.name} -- {self.summary}\n\n")
        formatter.write(f"Usage:\n\n  jinkyll {self.name} {self.syntax}\n\n")
        if self.own_options:
            write_options("Options:", self.own_options, formatter)
            formatter.write("\n")
        write_options("Options of every command:", self.shared_options, formatter)
        if self.examples:
            formatter.write("\nExamples:\n\n")
            for line, purpose in self.examples:
                formatter.write(f"  {line}\n      {purpose}\n")


def _shared_options(own: Sequence[click.Option]) -> list[click.Parameter]:
    """The program's options beside a command's *own*, without the switches that those take."""
    taken = {switch for each in own for switch in each.opts}
    shared: list[click.Parameter] = []
    for each in PROGRAM_OPTIONS:
        left = [switch for switch in each.opts if switch not in taken]
        if left:
            shared.append(each := copy.copy(each))
            each.opts = left
    return shared


def write_options(
    heading: str, options: Sequence[click.Parameter], formatter: click.HelpFormatter
) -> None:
    """Write *options* below *heading*, one below the other with their texts aligned."""
    context = click.Context(click.Command("jinkyll"), **CONTEXT_SETTINGS)
    rows = [row for each in options if (row := each.get_help_record(context)) is not None]
    formatter.write(f"{heading}\n")
    formatter.indent()
    formatter.write_dl(rows, col_max=32)
    formatter.dedent()


def expanded(params: Sequence[click.Parameter], args: Sequence[str]) -> list[str]:
    """*args* with shortened long switches written out: ``--draft`` means ``--drafts``.

    Switches whose value may be left out get an empty one.
    """
    names = {
        switch.replace("_", "-"): each
        for each in params
        for switch in (*each.opts, *each.secondary_opts)
        if switch.startswith("--")
    }
    result: list[str] = []
    for i, arg in enumerate(args):
        if arg == "--":
            return [*result, *args[i:]]
        switch, equals, value = arg.partition("=")
        name = switch.replace("_", "-")
        if len(name) > 2 and name.startswith("--") and name not in names:
            meant = {full: each for full, each in names.items() if full.startswith(name)}
            if len(set(map(id, meant.values()))) == 1:
                switch = min(meant)
        if not equals and isinstance(names.get(switch.replace("_", "-")), OptionalValue):
            equals = "="
        result.append(switch + equals + value)
    return result


def _output(given: Mapping[str, Any]) -> contextlib.AbstractContextManager[None]:
    """Standard output as it is, unless a document is all that may come out of it."""
    if given.get("profile") != "json":
        return contextlib.nullcontext()
    from jinkyll.commands.profile import reserved_output  # noqa: PLC0415  (start-up time)

    return reserved_output()


def _given(params: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in params.items() if value is not None and value != ()}
