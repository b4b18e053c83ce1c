"""Dockerfiles and Makefiles, with the shell lines in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lookup import find
from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Run, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

if TYPE_CHECKING:
    import re

__all__ = ["Docker", "Make"]


class _WithShell(Run):
    """A run with a shell script under way."""

    __slots__ = ("shell",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.shell = find("shell").begin()


def _shell(run: _WithShell, match: re.Match[str]) -> None:
    run.delegate(run.shell, match[0])


def _run(run: _WithShell, match: re.Match[str]) -> None:
    run.token("k", match[0])
    run.push("run")
    run.shell.reset()


_INSTRUCTIONS = (
    "FROM|MAINTAINER|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|STOPSIGNAL"
    "|HEALTHCHECK|SHELL"
)


class Docker(Lexer):
    """Dockerfiles."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of the shell between lines."""
        return _WithShell(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (
                r"(?i:^(FROM)(\s+)(.*)(\s+)(AS)(\s+)(.*))",
                ("k", "w", "s", "w", "k", "w", "s"),
            ),
            (rf"(?i:^(ONBUILD)(\s+)({_INSTRUCTIONS})(.*))", ("k", "w", "k", "s")),
            (rf"(?i:^({_INSTRUCTIONS})\b(.*))", ("k", "s")),
            (r"#.*?$", "c"),
            (r"(?i:^(?:ONBUILD\s+)?RUN\s+)", _run),
            (r"\w+", ""),
            (r"[^\w]+", ""),
        ],
        "run": [
            (r"\n", "", POP),
            (r"(?s:\\.)", "se"),
            (r"(?:\\.|[^\n\\])+", _shell),
        ],
    }


_FUNCTIONS = """
abspath addprefix addsuffix and basename call dir error eval file filter filter-out findstring
firstword flavor foreach if join lastword notdir or origin patsubst realpath shell sort strip subst
suffix value warning wildcard word wordlist words
"""
_SHELL_STOP = r"\$\(|\$\{|\(|\)|\}|\\|$"


def _end_recipe(run: _WithShell, match: re.Match[str]) -> None:
    del match
    run.shell.reset()
    run.pop()


class Make(Lexer):
    """Makefiles."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of the shell between lines."""
        return _WithShell(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"#.*?\n", "c"),
            (r"([-s]?include)((?:[\t ]+[^\t\n #]+)+)", ("k", "sx")),
            (r"(ifn?def|ifn?eq)([\t ]+)([^#\n]+)", ("k", "", "nv")),
            (r"(?:else|endif)[\t ]*(?=[#\n])", "k"),
            (r"(export)([\t ]+)(?=[\w${}()\t -]+\n)", ("k", ""), "export"),
            (r"export[\t ]+", "k"),
            (r"([\w${}().-]++)([\t ]*)([!?:+]?=)", ("nv", "", "o"), "shell_line"),
            (r'"(?:\\.|[^"\\])*"', "s2"),
            (r"'(?:\\.|[^'\\])*'", "s1"),
            (r"([^\n:]++)(:+)([ \t]*)", ("nl", "o", ""), "block_header"),
        ],
        "export": [(r"[\w${}()-]", "nv"), (r"\n", "", POP), (r"[\t ]+", "")],
        "block_header": [
            (r"[^,\\\n#]+", "nf"),
            (r",", "p"),
            (r"#", "c"),
            (r"\\\n", ""),
            (r"\\.", ""),
            (r"\n", "", (POP, "block_body")),
        ],
        "block_body": [
            (
                r"(ifn?def|ifn?eq)([\t ]+)([^#\n]+)(#.*)?(\n)",
                ("k", "", "nv", "c", ""),
            ),
            (r"(else|endif)([\t ]*)(#.*)?(\n)", ("k", "", "c", "")),
            (r"(\t[\t ]*)([@-]?)", ("", "p"), "shell_line"),
            (r"", _end_recipe),
        ],
        "shell": [
            (r"\$[({][\t ]*\w[\w:=%.]*[\t ]*[)}]", "nv"),
            (
                rf"(\$[({{])([\t ]*)({any_of(_FUNCTIONS)})([\t ]+)",
                ("nf", "", "nb", ""),
                "shell_expr",
            ),
            (r"(?s:\\.)", _shell),
            (rf"(?s:.+?)(?={_SHELL_STOP})", _shell),
            (_SHELL_STOP, _shell),
        ],
        "shell_expr": [(r"[({]", _shell, AGAIN), (r"[)}]", "nf", POP), "shell"],
        "shell_line": [(r"\n", "", POP), "shell"],
    }
