"""YAML, whose lexer keeps the indentation levels as a parser would."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Digdag", "Yaml"]

_SCALAR_START = r"""[^ \t\n\r\f\v?:,\[\]{}#&*!|>'"%@`]"""
_NAME = r"(?u:[\w-])+"


class _Levels(Run):
    """A run that knows the indentation it is in."""

    __slots__ = ("block_indent", "levels", "next_level")

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.forget()

    def forget(self) -> None:
        self.levels = [0]
        self.next_level = 0
        self.block_indent: int | None = None

    def begin_level(self, spaces: str) -> tuple[str, str]:
        """Leave the levels deeper than `spaces`; the second string holds what fits no level."""
        self.next_level = size = len(spaces)
        if size >= self.levels[-1]:
            return spaces, ""
        while size < self.levels[-1]:
            self.levels.pop()
        return spaces[: self.levels[-1]], spaces[self.levels[-1] :]

    def enter_level(self) -> None:
        if self.levels[-1] < self.next_level:
            self.levels.append(self.next_level)


def _directive(state: str, run: _Levels, match: re.Match[str]) -> None:
    run.token("nn" if state == "block_line" else "nt", match[0])
    run.forget()
    run.push(state)


def _yaml_directive(run: _Levels, match: re.Match[str]) -> None:
    _directive("yaml_directive", run, match)


def _tag_directive(run: _Levels, match: re.Match[str]) -> None:
    _directive("tag_directive", run, match)


def _document_mark(run: _Levels, match: re.Match[str]) -> None:
    _directive("block_line", run, match)


def _line_start(run: _Levels, match: re.Match[str]) -> None:
    text, error = run.begin_level(match[0])
    run.token("", text)
    run.token("err", error)
    run.push("block_line", "indentation")


def _more_spaces(run: _Levels, match: re.Match[str]) -> None:
    run.token("", match[0])
    run.next_level += len(match[0])


def _indicator(run: _Levels, match: re.Match[str]) -> None:
    run.enter_level()
    run.next_level += len(match[0])
    run.token("pi", match[0])


def _content_start(run: _Levels, match: re.Match[str]) -> None:
    _more_spaces(run, match)
    run.pop()


def _key(run: _Levels, match: re.Match[str]) -> None:
    run.token("na", match["key"])
    run.token("pi", ":")
    run.enter_level()


def _block_spaces(run: _Levels, match: re.Match[str]) -> None:
    spaces = match[0]
    mark = len(spaces) if run.block_indent is None else run.block_indent
    run.token("", spaces[:mark])
    run.token("no", spaces[mark:])


def _block_line(run: _Levels, match: re.Match[str]) -> None:
    spaces = match[0]
    run.token("", spaces)
    level = run.levels[-1] if run.block_indent is None else run.block_indent
    if run.block_indent is None:
        run.block_indent = len(spaces)
    if len(spaces) < level:
        run.begin_level(spaces)
        run.goto("indentation")


def _block_header(run: _Levels, match: re.Match[str]) -> None:
    run.block_indent = None
    run.goto("ignored_line")
    if match[0]:
        digit = match["before"] or match["after"]
        if digit:
            run.block_indent = run.levels[-1] + int(digit)
        run.token("pi", match[0])


def _scalar_line(run: _Levels, match: re.Match[str]) -> None:
    run.token("", match[0])
    run.pop()
    if len(match[0]) <= run.levels[-1]:
        run.begin_level(match[0])
        run.goto("indentation")


def _version(run: _Levels, match: re.Match[str]) -> None:
    run.token("", match["space"])
    run.token("m", match["version"])
    run.goto("ignored_line")


def _handle(run: _Levels, match: re.Match[str]) -> None:
    run.token("", match["one"])
    run.token("kt", match["handle"])
    run.token("", match["two"])
    run.token("kt", match["prefix"])
    run.goto("ignored_line")


class Yaml(Lexer):
    """YAML."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps indentation levels."""
        return _Levels(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"#.*$", "c1"),
            (r"\n+", ""),
            (r"[ ]+(?=#|$)", ""),
            (r"^%YAML\b", _yaml_directive),
            (r"^%TAG\b", _tag_directive),
            (r"^(?:---|\.\.\.)(?= |$)", _document_mark),
            (r"[ ]*(?!\s|$)", _line_start),
        ],
        "indentation": [
            (r"\s*?\n", "", 2 * POP),
            (r"[ ]+(?=[-:?](?:[ ]|$))", _more_spaces),
            (r"[?:-](?=[ ]|$)", _indicator),
            (r"[ ]*", _content_start),
        ],
        "block_line": [
            (r"[ ]*(?=#|$)", "", POP),
            (r"[ ]+", ""),
            "descriptors",
            (r"""(?P<key>[^#,:?\[\]{}"'\n]+):(?=\s|$)""", _key),
            (r"[|>][+-]?", "pi", ("block_scalar_content", "block_scalar_header")),
            "flow_nodes",
            (rf"(?={_SCALAR_START}|[?:-][^ \t\n\r\f\v])", "", "plain_scalar"),
        ],
        "descriptors": [
            (r"!<[0-9A-Za-z;/?:@&=+$,_.!~*'()\[\]%-]+>", "kt"),
            (r"(?:![\w-]+)?!(?:[\w;/?:@&=+$,.!~*'()\[\]%-]*)", "kt"),
            (rf"&{_NAME}", "nl"),
            (rf"\*{_NAME}", "nv"),
        ],
        "flow_nodes": [
            (r"\[", "pi", "flow_sequence"),
            (r"\{", "pi", "flow_mapping"),
            (r"'", "s1", "single_quoted"),
            (r'"', "s2", "double_quoted"),
        ],
        "flow_collection": [
            (r"\s+", ""),
            (r"#.*$", "c1"),
            (r"[?:,]", "pi"),
            "descriptors",
            "flow_nodes",
            (rf"(?={_SCALAR_START})", "", "flow_scalar"),
        ],
        "flow_sequence": [(r"\]", "pi", POP), "flow_collection"],
        "flow_mapping": [(r"\}", "pi", POP), "flow_collection"],
        "block_scalar_content": [
            (r"\n+", ""),
            (r"^[ ]+$", _block_spaces),
            (r"^[ ]*", _block_line),
            (r"[^\n\r\f\v]+", "s"),
        ],
        "block_scalar_header": [
            (r"(?:(?P<before>[1-9])[+-]?|[+-]?(?P<after>[1-9])?)(?=[ ]|$)", _block_header)
        ],
        "ignored_line": [(r"#.*$", "c1"), (r"[ ]+", ""), (r"\n", "", POP)],
        "quoted_spaces": [
            (r"^[ ]+", ""),
            (r"[ ]+$", ""),
            (r"\n+", ""),
            (r"[ ]+", "nv"),
        ],
        "single_quoted": [
            "quoted_spaces",
            (r"\\'", "se"),
            (r"'", "s", POP),
            (r"[^\s']+", "s"),
        ],
        "double_quoted": [
            (r'"', "s", POP),
            "quoted_spaces",
            (r'\\[0abt\tn\nvfre "\\N_LP]', "se"),
            (r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})", "se"),
            (r'[^ \t\n\r\f\v"\\]+', "s"),
        ],
        "plain_scalar_line": [
            (r"^[ ]+\n", ""),
            (r"\n+", ""),
            (r"^(?=---|\.\.\.)", "", 3 * POP),
            (r"^[ ]*", _scalar_line),
        ],
        "plain_scalar": [
            (r"[ ]*(?=:[ \n]|:$)", "", POP),
            (r"[ ]*:\S+", "s"),
            (r"[ ]+(?=#)", "", POP),
            (r"[ ]+$", ""),
            (r"\n+", "", "plain_scalar_line"),
            (r"[ ]+", "s"),
            (r"true|false|null", "no"),
            (r"\d+(?:\.\d+)?(?=\r?\n| +#)", "m", POP),
            (r"[^\s:]+", "s"),
        ],
        "flow_scalar": [
            (r"[ ]*(?=[,:?\[\]{}])", "", POP),
            (r"[ ]+(?=#)", "", POP),
            (r"^[ ]+", ""),
            (r"[ ]+$", ""),
            (r"\n+", ""),
            (r"[ ]+", "nv"),
            (r"[^\s,:?\[\]{}]+", "nv"),
        ],
        "yaml_directive": [(r"(?P<space>[ ]+)(?P<version>\d+\.\d+)", _version)],
        "tag_directive": [
            (
                (
                    r"(?P<one>[ ]+)(?P<handle>!|![\w-]*!)"
                    r"(?P<two>[ ]+)(?P<prefix>!|!?[\w;/?:@&=+$,.!~*'()\[\]%-]+)"
                ),
                _handle,
            )
        ],
    }


_DIGDAG_KEYS = (
    "(?:(?:call|require|loop|for_each|if|fail|echo|td|td_run|td_ddl|td_load|td_for_each|td_wait"
    "|td_wait_table|td_partial_delete|td_table_export|pg|mail|http|s3_wait|redshift|redshift_load"
    "|redshift_unload|emr|gcs_wait|bq|bq_ddl|bq_extract|bq_load|sh|py|rb|embulk)>|_do|_parallel)"
)


def _digdag_key(run: _Levels, match: re.Match[str]) -> None:
    run.token("kr", match["operator"])
    run.token("pi", ":")
    run.enter_level()


class Digdag(Yaml):
    """Digdag's workflows, which are YAML."""

    states: ClassVar[States] = {
        **Yaml.states,
        "block_line": [
            *Yaml.states["block_line"][:3],
            (rf"(?P<operator>{_DIGDAG_KEYS}):(?=\s|$)", _digdag_key),
            *Yaml.states["block_line"][3:],
        ],
    }
