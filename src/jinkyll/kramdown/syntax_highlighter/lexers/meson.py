"""Meson's build files."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import (
    ALNUM,
    POP,
    Lexer,
    Run,
    StandIns,
    States,
    words,
)

if TYPE_CHECKING:
    import re

__all__ = ["Meson"]

_FUNCTIONS = """
add_global_arguments add_project_arguments add_global_link_arguments add_project_link_arguments
add_test_setup add_languages alias_target assert benchmark both_libraries build_target
configuration_data configure_file custom_target declare_dependency dependency disabler environment
error executable generator gettext get_option get_variable files find_library find_program
include_directories import install_data install_headers install_man install_subdir is_disabler
is_variable jar join_paths library message option project run_target run_command set_variable
subdir subdir_done subproject summary shared_library shared_module static_library test vcs_tag
warning
"""
_WORDS = words(
    "n",
    nb="meson host_machine build_machine target_machine",
    k="continue break elif else endif if true false foreach endforeach",
)
_ID = r"(?u:[^\W\d]\w*)"


class _Script(Run):
    """A run that knows the prefixes and quotes of the strings it is in."""

    __slots__ = ("strings",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.strings: list[tuple[str, str]] = []


def _string(run: _Script, match: re.Match[str]) -> None:
    run.token("sa", match["prefix"])
    run.token("s", match["quote"])
    run.strings.append((match["prefix"].lower(), match["quote"]))
    run.push("generic_string")


def _quote(run: _Script, match: re.Match[str]) -> None:
    run.token("s", match[0])
    if run.strings[-1][1] == match[0]:
        run.strings.pop()
        run.pop()


def _at(run: _Script, match: re.Match[str]) -> None:
    if run.strings[-1][0] == "f":
        run.token("si", match[0])
        run.push("generic_interpol")
    else:
        run.token("s", match[0])


def _expression(run: Run, match: re.Match[str]) -> None:
    run.tokens += run.lexer.tokens(match[0])


class Meson(Lexer):
    """Meson."""

    stand_ins: ClassVar[StandIns | None] = ALNUM

    def begin(self, text: str = "") -> Run:
        """A run that remembers the strings it is in."""
        return _Script(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"#.*\n?", "c1"),
            (r"[\[\]{}:(),;.]", "p"),
            (r"\\\n?", ""),
            (r"(?:in|and|or|not)\b", "ow"),
            (r"[-+/*%=<>]=?|!=", "o"),
            (r"(?P<prefix>[fF]?)(?P<quote>'''|')", _string),
            (rf"{_ID}\b\s*(?=\()", words("n", nb=_FUNCTIONS)),
            (rf"{_ID}(?!\s*?:)", _WORDS),
            (_ID, "n"),
            (r"0[bB](?:_?[01])+", "mb"),
            (r"0[oO](?:_?[0-7])+", "mo"),
            (r"0[xX](?:_?[a-fA-F0-9])+", "mh"),
            (r"[1-9](?:_?[0-9])*|0(?:_?0)*", "mi"),
        ],
        "generic_string": [
            (r"[^'\\@]+", "s"),
            (r"'''|'", _quote),
            (r"(?=\\)", "s", "generic_escape"),
            (r"@", _at),
        ],
        "generic_escape": [
            (
                (
                    r"\\(?:[\\abfnrtv']|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}"
                    r"|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})"
                ),
                "se",
                POP,
            ),
            (r"\\.", "s", POP),
        ],
        "generic_interpol": [(r"[^@]+", _expression), (r"@", "si", POP)],
    }
