"""Rust."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

if TYPE_CHECKING:
    import re

__all__ = ["Rust"]

_ID = r"(?u:[^\W\d]\w*)"
_KEYWORDS = """
as async await break const continue crate dyn else enum extern false fn for if impl in let log loop
match mod move mut pub ref return self Self static struct super trait true type unsafe use where
while abstract become box do final macro override priv typeof unsized virtual yield try union
"""
_WORDS = words(
    "n",
    nb="""
    Add BitAnd BitOr BitXor bool c_char c_double c_float char c_int clock_t c_long c_longlong Cons
    Const Copy c_schar c_short c_uchar c_uint c_ulong c_ulonglong c_ushort c_void dev_t DIR dirent
    Div Either Eq Err f32 f64 Failure FILE float fpos_t i16 i32 i64 i8 isize Index ino_t int
    intptr_t Left mode_t Modulo Mul Neg Nil None Num off_t Ok Option Ord Owned pid_t Ptr ptrdiff_t
    Right Send Shl Shr size_t Some ssize_t str Sub Success time_t u16 u32 u64 u8 usize uint
    uintptr_t Box Vec String Gc Rc Arc u128 i128 Result Sync Pin Unpin Sized Drop drop Fn FnMut
    FnOnce Clone PartialEq PartialOrd AsMut AsRef From Into Default DoubleEndedIterator
    ExactSizeIterator Extend IntoIterator Iterator
    """,
)
_ESCAPES = r"""\\(?:[nrt'"\\0]|x[0-9a-fA-F]{2}|u\{(?:[0-9a-fA-F]_*){1,6}\})"""
_CLOSING = {"[": "]", "(": ")", "{": "}"}


class _Source(Run):
    """A run that counts the open brackets of a macro call."""

    __slots__ = ("open",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.open = {"]": 0, ")": 0, "}": 0}


def _opening(run: _Source, match: re.Match[str]) -> None:
    run.open[_CLOSING[match[0]]] += 1
    run.token("p", match[0])


def _closing(run: _Source, match: re.Match[str]) -> None:
    run.open[match[0]] -= 1
    if not any(run.open.values()):
        run.pop()
    run.token("p", match[0])


class Rust(Lexer):
    """Rust."""

    start: ClassVar[tuple[str, ...]] = ("root", "bol")

    def begin(self, text: str = "") -> Run:
        """A run that counts brackets."""
        return _Source(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"\n", "", "bol"),
            "whitespace",
            (r"#!?\[", "nd", "attribute"),
            (rf"{any_of(_KEYWORDS)}\b", "k"),
            "has_literals",
            (r"[=-]>", "k"),
            (r"<->", "k"),
            (r"[()\[\]{}|,:;]", "p"),
            (r"[*/!@~&+%^<>=?-]|\.{2,3}", "o"),
            (rf"(?:[.]\s*)?{_ID}(?=\s*[(])", "nf"),
            (r"[.]\s*await\b", "k"),
            (rf"[.]\s*{_ID}", "py"),
            (r"[.]\s*\d+", "na"),
            (rf"({_ID})(::)", ("nn", "p")),
            (r"macro_rules!", "nd", "macro_rules"),
            (rf"{_ID}!", "nd", "macro"),
            (r"'static\b", "k"),
            (rf"'{_ID}", "nv"),
            (_ID, _WORDS),
        ],
        "bol": ["whitespace", (r"#\s[^\n]*", "cs"), (r"", "", POP)],
        "attribute": [
            "whitespace",
            "has_literals",
            (r"[(,)=:]", "nd"),
            (r"\]", "nd", POP),
            (_ID, "nd"),
        ],
        "whitespace": [
            (r"\s+", ""),
            (r"////+[^\n]*", "c1"),
            (r"//[/!][^\n]*", "cd"),
            (r"//[^\n]*", "c1"),
            (r"/\*\*\*?/", "cm"),
            (r"/\*\*\*+", "cm", "nested_plain_block"),
            (r"/[*][*!]", "cd", "nested_doc_block"),
            (r"/[*]", "cm", "nested_plain_block"),
        ],
        "nested_plain_block": [
            (r"\*/", "cm", POP),
            (r"/\*", "cm", "nested_plain_block"),
            (r"[^*/]+|[*/]", "cm"),
        ],
        "nested_doc_block": [
            (r"\*/", "cd", POP),
            (r"/\*", "cd", "nested_doc_block"),
            (r"[^*/]+|[*/]", "cd"),
        ],
        "macro": [
            "has_literals",
            (r"[\[{(]", _opening),
            (r"[\]})]", _closing),
            (rf"{_ID}!", "nd"),
            "root",
            (r".", ""),
        ],
        "macro_rules": [(rf"[$]{_ID}(?::{_ID})?", "nv"), (r"[$]", "nv"), "macro"],
        "has_literals": [
            (r"(?:true|false)\b", "kc"),
            (rf"b?'(?:{_ESCAPES}|[^\\])'", "sc"),
            (r'b?"', "s", "string"),
            (r'b?r(?P<hashes>#*)"(?s:.*?)"(?P=hashes)', "s"),
            (
                (
                    r"[0-9][0-9_]*(?:[.][0-9][0-9_]*(?:[eE][-+]?[0-9_]+)?(?:f32|f64)?"
                    r"|(?:[.][0-9][0-9_]*)?[eE][-+]?[0-9_]+(?:f32|f64)?"
                    r"|(?:[.][0-9][0-9_]*)?(?:[eE][-+]?[0-9_]+)?(?:f32|f64)"
                    r"|[.](?!(?u:[._]|[^\W\d])))"
                ),
                "mf",
            ),
            (
                (
                    r"(?:0b[10_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*)"
                    r"(?:u(?:8|16|32|64|128|size)?|i(?:8|16|32|64|128|size))?"
                ),
                "mi",
            ),
        ],
        "string": [(r'"', "s", POP), (_ESCAPES, "se"), (r'[^"\\]+', "s")],
    }
