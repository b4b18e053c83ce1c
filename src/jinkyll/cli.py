"""The command line: finds the command, and is where every error ends up.

Only the module of the command that runs is imported, so that starting is quick.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from jinkyll import __version__, log
from jinkyll.commands import report
from jinkyll.commands.command import CONTEXT_SETTINGS, PROGRAM_OPTIONS, expanded, write_options
from jinkyll.errors import JinkyllError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinkyll.plugins import Plugins

__all__ = ["ALIASES", "COMMANDS", "main", "program"]

#: Names of the commands, in the order of the help page, with what each one does.
COMMANDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "build": "Build your site",
        "clean": "Clean the site (removes site output and metadata file) without building.",
        "doctor": "Search site and print specific deprecation warnings",
        "help": "Show the help message, optionally for a given subcommand.",
        "new": "Creates a new Jekyll site scaffold in PATH",
        "new-theme": "Creates a new Jekyll theme scaffold",
        "serve": "Serve your site locally",
        "draft": "Creates a new draft post with the given NAME",
        "post": "Creates a new post with the given NAME",
        "publish": "Moves a draft into the _posts directory and sets the date",
        "unpublish": "Moves a post back into the _drafts directory",
        "page": "Creates a new page with the given NAME",
        "rename": "Moves a file to a given NAME and sets the title and date",
        "compose": "Creates a new document with the given NAME",
    }
)

ALIASES: Final[Mapping[str, str]] = MappingProxyType(
    {"b": "build", "hyde": "doctor", "server": "serve", "s": "serve"}
)

#: Commands that gems add to Jekyll, by the gem, with what to do instead.
_GEM_COMMANDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "import": ("jekyll-import", "run it once with Ruby: its result is an ordinary Jekyll site"),
        "docs": ("jekyll-docs", "read them at https://jekyllrb.com/docs/"),
        "algolia": ("jekyll-algolia", "its index is uploaded with Ruby, apart from the build"),
        "contentful": ("jekyll-contentful-data-import", "it fills _data, with Ruby"),
        "webmention": ("jekyll-webmention_io", "it is run with Ruby, apart from the build"),
    }
)

#: Old switches that stood for commands, with what replaced them.
_DEPRECATED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "--server": "The --server command has been replaced by the 'serve' subcommand.",
        "--serve": "The --serve command has been replaced by the 'serve' subcommand.",
        "--no-server": "To build Jekyll without launching a server, use the 'build' subcommand.",
        "--auto": "The switch '--auto' has been replaced with '--watch'.",
        "--no-auto": "To disable auto-replication, simply leave off the '--watch' switch.",
        "--pygments": "The 'pygments' settings has been removed in favour of 'highlighter'.",
        "--paginate": "The 'paginate' setting can only be set in your config files.",
        "--url": "The 'url' setting can only be set in your config files.",
    }
)

_LEVELS: Final[Mapping[str, log.Level]] = MappingProxyType(
    {level.name.lower(): level for level in log.Level}
)
_INTERRUPTED = 130


class _Program(click.Group):
    """The program: loads a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        name = ALIASES.get(cmd_name, cmd_name)
        if name in COMMANDS:
            module = importlib.import_module(f"jinkyll.commands.{name.replace('-', '_')}")
            command: click.Command = module.command
            return command
        return _plugin_commands(ctx).get(cmd_name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        for switch, message in _DEPRECATED.items():
            if switch in args:
                log.warn("Deprecation:", message)
        names = {*COMMANDS, *ALIASES}
        leading = next((i for i, arg in enumerate(args) if arg in names), len(args))
        return super().parse_args(ctx, expanded(self.params, args[:leading]) + args[leading:])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        command = self.get_command(ctx, args[0])
        if command is None:
            _unknown_command(args[0])
        return args[0], command, args[1:]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        formatter.write(f"jinkyll {__version__} -- Builds Jekyll sites without Ruby, fast\n\n")
        formatter.write("Usage:\n\n  jinkyll <subcommand> [options]\n\n")
        write_options("Options:", PROGRAM_OPTIONS, formatter)
        formatter.write("\nSubcommands:\n")
        formatter.indent()
        rows = [(_with_aliases(name), summary) for name, summary in COMMANDS.items()]
        formatter.write_dl(rows, col_max=32)
        formatter.dedent()
        formatter.write(
            "\nExamples:\n\n"
            "  jinkyll new my-blog\n      a new blog in the folder my-blog\n"
            "  jinkyll serve --livereload\n"
            "      build, show at http://localhost:4000, rebuild and reload on every change\n"
            "  JEKYLL_ENV=production jinkyll build\n      build for publishing, into _site\n"
            "  jinkyll help serve\n      all about one command\n"
        )


def _no_command(**_: object) -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        log.error("A subcommand is required.")
        click.echo(context.get_help())
        context.exit(1)


program = _Program(
    name="jinkyll",
    callback=_no_command,
    params=list(PROGRAM_OPTIONS),
    invoke_without_command=True,
    context_settings=CONTEXT_SETTINGS,
    add_help_option=False,
)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the program with *arguments* (without its name), those of the process if None; exit.

    Exit status: 0 done; 1 an error, a finding of ``doctor``, or a command line without sense;
    130 interrupted.
    """
    log.set_level(_LEVELS.get(os.environ.get("JEKYLL_LOG_LEVEL", "").lower(), log.Level.INFO))
    status = _run(list(sys.argv[1:] if arguments is None else arguments))
    # The interpreter looks for garbage before it ends; in all that a build made, that takes long.
    gc.freeze()
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    # A command that can't even be set up says so in the same way as one that fails.
    tracing = not {"-t", "--trace"}.isdisjoint(arguments)
    state: dict[str, Any] = {"trace": tracing, "command": "jinkyll"}
    try:
        outcome = program.main(arguments, prog_name="jinkyll", standalone_mode=False, obj=state)
    except click.Abort:
        return _INTERRUPTED
    except click.UsageError as error:
        _usage_error(error)
        return 1
    except JinkyllError as error:
        building = state["command"] in {"build", "serve"}
        report.failure(error, trace=state["trace"], building=building)
        return 1
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does. Nothing may be written any more,
        # the interpreter's last flush included.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001  (the edge: nobody else is left to take it)
        report.bug(error, state["command"], trace=state["trace"])
        return 1
    return outcome if isinstance(outcome, int) else 0


def _usage_error(error: click.UsageError) -> None:
    message = error.format_message()
    match error:
        case click.NoSuchOption():
            near = nearest(error.option_name, error.possibilities or ())
            hint = f", did you mean '{near}'?" if near else ""
            message = f"invalid option: {error.option_name}{hint}"
        case click.BadOptionUsage() if message.endswith("requires an argument."):
            message = f"missing argument: {error.option_name}"
        case click.BadOptionUsage() | click.BadParameter():
            pass
        case _:
            report.usage_error(message)
            return
    report.usage_error(
        "Whoops, we can't understand your command.",
        message,
        "Run your command again with the --help switch to see available options.",
    )


def _unknown_command(name: str) -> NoReturn:
    gem, instead = _GEM_COMMANDS.get(name, (f"jekyll-{name}", ""))
    log.error(
        f"fatal: 'jinkyll {name}' could not be found. You may need to install the {gem} gem"
        " or a related gem to be able to use this subcommand."
        if not instead
        else f"fatal: 'jinkyll {name}' could not be found. It comes from the gem {gem}: {instead}."
    )
    near = nearest(name, [*COMMANDS, *ALIASES])
    if near is not None:
        log.error(f"hint: did you mean 'jinkyll {near}'?")
    raise click.exceptions.Exit(1)


def _with_aliases(name: str) -> str:
    return ", ".join([name, *(alias for alias, meant in ALIASES.items() if meant == name)])


def _plugin_commands(ctx: click.Context) -> Mapping[str, click.Command]:
    """The commands of the site's plugins, for a name that is none of ours."""
    configuration = importlib.import_module("jinkyll.configuration")
    plugins = importlib.import_module("jinkyll.plugins")
    given = {key: value for key, value in ctx.params.items() if value is not None}
    level = log.level()
    log.set_level(log.Level.ERROR)
    try:
        loaded: Plugins = plugins.load(configuration.load(given))
    except JinkyllError:
        # That the command is unknown matters more than that the site is broken.
        return {}
    finally:
        log.set_level(level)
    return loaded.commands
