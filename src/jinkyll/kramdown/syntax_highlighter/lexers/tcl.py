"""Tcl."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["Tcl"]

_WORDS = words(
    "",
    k="""
after apply array break catch continue elseif else error eval expr for foreach global if namespace
proc rename return set switch then trace unset update uplevel upvar variable vwait while
""",
    nb="""
append bgerror binary cd chan clock close concat dde dict encoding eof exec exit fblocked
fconfigure fcopy file fileevent flush format gets glob history http incr info interp join lappend
lassign lindex linsert list llength load loadTk lrange lrepeat lreplace lreverse lsearch lset
lsort mathfunc mathop memory msgcat open package pid pkg::create pkg_mkIndex platform
platform::shell puts pwd re_syntax read refchan regexp registry regsub scan seek socket source
split string subst tell time tm unknown unload
""",
)
# A word ends at the end of its line: Rouge lets blanks be part of it.
_NO_END = r"[^)\]};\n\r\t\v]"


class _Script(Run):
    """A run that counts the braces in a string."""

    __slots__ = ("braces",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.braces = 0


def _leave_brace(run: _Script) -> None:
    while run.stack[-1] != "brace":
        run.pop()
    run.pop()


def _brace_abort(run: _Script, match: re.Match[str]) -> None:
    if "brace" in run.stack:
        _leave_brace(run)
        run.token("p", match[0])
    else:
        run.token("err", match[0])


def _open_in_string(run: _Script, match: re.Match[str]) -> None:
    run.braces += 1
    run.token("s2", match[0])


def _close_in_string(run: _Script, match: re.Match[str]) -> None:
    if "brace" in run.stack and run.braces == 0:
        _leave_brace(run)
        run.token("p", match[0])
    else:
        run.braces -= 1
        run.token("s2", match[0])


def _command(params: str) -> list[Rule]:
    return [
        "word",
        (r"#[^)\]};\n]+", "c1"),
        (r"(?=[)\]};\n\r\t\v])", "", params),
        (rf"{_NO_END}+", _WORDS),
        (r"\s+", ""),
    ]


def _delimited(name: str, close: str, others: str) -> dict[str, list[Rule]]:
    params = f"params_in_{name}"
    return {
        params: [(close, "p", 2 * POP), (r"[)\]}]", others), "params"],
        name: [(close, "p", POP), *_command(params)],
    }


class Tcl(Lexer):
    """Tcl."""

    def begin(self, text: str = "") -> Run:
        """A run that counts the braces in strings."""
        return _Script(self, text)

    states: ClassVar[States] = {
        "root": _command("params"),
        "word": [
            (r"\{\*\}", "k"),
            (r"\}", _brace_abort),
            "interp",
            (r"\{", "p", "brace"),
            (r"\(", "p", "paren"),
            (r'"', "s2", "string"),
            (rf'{_NO_END}+?(?=[(\[{{"\\])', ""),
        ],
        "params": [
            (r";", "p", POP),
            (r"\n", "", POP),
            (r"else|elseif|then", "k"),
            "word",
            (r"\s+", ""),
            (rf"{_NO_END}+", ""),
        ],
        **_delimited("brace", r"\}", ""),
        **_delimited("paren", r"\)", "err"),
        **_delimited("bracket", r"\]", "err"),
        "interp": [
            (r"\[", "p", "bracket"),
            (r"\$[a-z0-9.:-]+", "nv"),
            (r"\$\{(?s:.*?)\}", "nv"),
            (r"\$", ""),
            (r"\\(?s:[0-7]{3}|[xX][0-9a-fA-F]{2}|[uU][0-9a-fA-F]{4}|.)", "se"),
        ],
        "string": [
            (r'"', "s2", POP),
            "interp",
            (r'[^\\\[$"{}]+', "s2"),
            (r"\{", _open_in_string),
            (r"\}", _close_in_string),
        ],
    }
