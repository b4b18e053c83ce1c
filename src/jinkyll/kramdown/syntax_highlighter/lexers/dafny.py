"""Dafny."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, States, words

__all__ = ["Dafny"]

_WORDS = words(
    "n",
    kt="""
    bool char int real string nat array array? object object? ORDINAL seq set iset map imap multiset
    """,
    kc="true false null",
    ow="as is in",
    kr="""
abstract allocated assert assume break by calc case class codatatype const constructor datatype
decreases downto else ensures exists expect export extends false for forall fresh function ghost
greatest if import include invariant iterator label least lemma match method modifies modify
module nameonly new newtype null old opened predicate print provides reads refines requires return
returns reveal reveals static then this to trait true twostate type unchanged var while witness
yield yields
""",
)
_MORE = r"[0-9a-zA-Z_'?]"
_END = rf"(?!{_MORE})"
_DIGITS = r"\d+(?:_\d+)*"
_ESCAPE = r"""\\(?:["'ntr\\0]|u[0-9a-fA-F]{4})"""


class Dafny(Lexer):
    """Dafny."""

    states: ClassVar[States] = {
        "root": [
            (r"/\*", "cm", "comment"),
            (r"//.*?$", "c1"),
            (r"\*/", "err"),
            (rf"'(?:[^\\'\n\r]|{_ESCAPE})'", "sc"),
            (r"'[^'\n\r]*'", "err"),
            (r"'[^'\n\r]*$", "err"),
            (rf'"(?:[^\\"\n\r]|{_ESCAPE})*"', "s2"),
            (r'".*"', "err"),
            (r'".*$', "err"),
            (r'@"(?:[^"]|"")*"', "sx"),
            (r'@"(?s:.*)', "err"),
            (rf"{_DIGITS}\.{_DIGITS}{_END}", "mf"),
            (rf"0b[01]+(?:_[01]+)*{_END}", "mb"),
            (rf"0b{_MORE}*", "err"),
            (rf"0x[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*{_END}", "mh"),
            (rf"0x{_MORE}*", "err"),
            (rf"{_DIGITS}{_END}", "mi"),
            (rf"_{_END}", "n"),
            (rf"_[0-9_]+_?{_END}", "err"),
            (rf"[0-9_]+_{_END}", "err"),
            (rf"[0-9]{_MORE}+", "err"),
            (rf"array(?:1[0-9]+|[2-9][0-9]*)\??{_END}", "kt"),
            (rf"bv(?:0|[1-9][0-9]*){_END}", "kt"),
            (rf"[0-9a-zA-Z?]{_MORE}*", _WORDS),
            (r"\.\.", "o"),
            (r"[*!%&<>|^+=:./-]", "o"),
            (r"[\[\](){},;`]", "p"),
            (r"\s+", ""),
            (r".", "err"),
        ],
        "comment": [
            (r"\*/", "cm", POP),
            (r"/\*", "cm", AGAIN),
            (r"[^*/]+", "cm"),
            (r".", "cm"),
        ],
    }
