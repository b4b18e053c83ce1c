"""Python."""

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

__all__ = ["PYTHON_WORDS", "Python", "Script"]

_ID = r"(?u:[^\W\d]\w*)"
_DOTTED = r"(?u:(?:\.|[^\W\d])[\w.]*)"
_DIGITS = r"[0-9](?:_?[0-9])*"
PYTHON_WORDS = words(
    "n",
    k="""
    assert break continue del elif else except exec finally for global if lambda pass print raise
    return try while yield as with from import async await nonlocal
    """,
    nb="""
    ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError
    BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError
    ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EnvironmentError
    Exception FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit
    IOError ImportError ImportWarning IndentationError IndexError InterruptedError
    IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError
    NameError NotADirectoryError NotImplemented NotImplementedError OSError OverflowError
    OverflowWarning PendingDeprecationWarning ProcessLookupError RecursionError ReferenceError
    ResourceWarning RuntimeError RuntimeWarning StandardError StopAsyncIteration StopIteration
    SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError
    UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError
    UnicodeWarning UserWarning ValueError VMSError Warning WindowsError ZeroDivisionError

    __import__ abs all any apply ascii basestring bin bool buffer bytearray bytes callable chr
    classmethod cmp coerce compile complex delattr dict dir divmod enumerate eval execfile exit
    file filter float format frozenset getattr globals hasattr hash hex id input int intern
    isinstance issubclass iter len list locals long map max memoryview min next object oct open
    ord pow property range raw_input reduce reload repr reversed round set setattr slice sorted
    staticmethod str sum super tuple type unichr unicode vars xrange zip
    """,
    bp="self None Ellipsis NotImplemented False True",
)


class Script(Run):
    """A run that knows the prefixes and quotes of the strings it is in."""

    __slots__ = ("strings",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.strings: list[tuple[str, str]] = []


def _string(run: Script, match: re.Match[str]) -> None:
    prefix, quote = match["prefix"], match["quote"]
    run.token("sa", prefix)
    run.token("s", quote)
    run.strings.append((prefix.lower(), quote))
    run.push("generic_string")


def _quote(run: Script, match: re.Match[str]) -> None:
    run.token("s", match[0])
    if run.strings[-1][1] == match[0]:
        run.strings.pop()
        run.pop()


def _brace(run: Script, match: re.Match[str]) -> None:
    if "f" in run.strings[-1][0]:
        run.token("si", match[0])
        run.push("generic_interpol")
    else:
        run.token("s", match[0])


def _escape(run: Script, match: re.Match[str]) -> None:
    run.token("s" if "r" in run.strings[-1][0] else "se", match[0])
    run.pop()


def _expression(run: Script, match: re.Match[str]) -> None:
    run.tokens += run.lexer.tokens(match[0])


class Python(Lexer):
    """Python."""

    stand_ins: ClassVar[StandIns | None] = ALNUM

    def begin(self, text: str = "") -> Run:
        """A run that remembers the strings it is in."""
        return Script(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"\n+", ""),
            (r'^(:)(\s*)((?is:[ru]{0,2}""".*?"""))', ("p", "", "sd")),
            (r"[^\S\n]+", ""),
            (r"#.*\n?", "c1"),
            (r"[\[\]{}:(),;.]", "p"),
            (r"\\\n?", ""),
            (r"(?=[aino])(?:in|is|and|or|not)\b", "ow"),
            (r"(?:<<|>>|//|\*\*)=?", "o"),
            (r"[-~+/*%=<>&^|@]=?|!=", "o"),
            (
                rf"(from)((?:\\\s|\s)+)({_DOTTED})((?:\\\s|\s)+)(import)",
                ("kn", "", "nn", "", "kn"),
            ),
            (rf"(import)(\s+)({_DOTTED})", ("kn", "", "nn")),
            (r"(def)((?:\s|\\\s)+)", ("k", ""), "funcname"),
            (r"(class)((?:\s|\\\s)+)", ("k", ""), "classname"),
            (r"`.*?`", "sb"),
            (
                r"""(?P<prefix>[rfbuRFBU]{0,2})(?P<quote>'''|\"""|['"])""",
                _string,
            ),
            (_ID, PYTHON_WORDS),
            (rf"(?:(?:{_DIGITS})?\.{_DIGITS}|{_DIGITS}\.)(?:[eE][+-]?{_DIGITS})?[jJ]?", "mf"),
            (rf"{_DIGITS}[eE][+-]?{_DIGITS}[jJ]?", "mf"),
            (rf"{_DIGITS}[jJ]", "mf"),
            (r"0[bB](?:_?[01])+", "mb"),
            (r"0[oO](?:_?[0-7])+", "mo"),
            (r"0[xX](?:_?[a-fA-F0-9])+", "mh"),
            (r"\d+L", "il"),
            (r"[1-9](?:_?[0-9])*|0(?:_?0)*", "mi"),
        ],
        "funcname": [(_ID, "nf", POP)],
        "classname": [(_ID, "nc", POP)],
        "generic_string": [
            (r"""[^'"\\{]+""", "s"),
            (r"\{\{", "s"),
            (r"""'''|\"""|['"]""", _quote),
            (r"(?=\\)", "s", "generic_escape"),
            (r"\{", _brace),
        ],
        "generic_escape": [
            (
                (
                    r"""\\(?:[\\abfnrtv"'\n]|newline|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}"""
                    r"|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})"
                ),
                _escape,
            ),
            (r"\\.", "s", POP),
        ],
        "generic_interpol": [
            (r"[^{}!:]+", _expression),
            (r"![asr]", "si"),
            (r":", "si"),
            (r"\{", "si", "generic_interpol"),
            (r"\}", "si", POP),
        ],
    }
