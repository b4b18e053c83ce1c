"""Vala."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

__all__ = ["Vala"]

_KEYWORDS = """
abstract as async base break case catch const construct continue default delegate delete do
dynamic else ensures enum errordomain extern false finally for foreach get global if in inline
interface internal is lock new null out override owned private protected public ref requires
return set signal sizeof static switch this throw throws true try typeof unowned var value virtual
void weak while yield
"""
_TYPES = """
bool char double float int int8 int16 int32 int64 long short size_t ssize_t string unichar uint
uint8 uint16 uint32 uint64 ulong ushort
"""
_ID = r"@?[_a-zA-Z]\w*"


class Vala(Lexer):
    """Vala."""

    states: ClassVar[States] = {
        "whitespace": [(r"\s+", ""), (r"//.*?$", "c1"), (r"/[*](?s:.*?)[*]/", "cm")],
        "root": [
            "whitespace",
            (r"^\s*\[.*?\]", "na"),
            (rf"<\[\s*(?:{_ID}:)?", "k"),
            (r"\]>", "k"),
            (r"[~!%^&*()+=|\[\]{}:;,.<>/?-]", "p"),
            (r'@"(?:\\.|.)*?"', "s"),
            (r'"(?:\\.|.)*?["\n]', "s"),
            (r"'(?:\\.|.)'", "sc"),
            (r"(?i:0x[0-9a-f]+[lu]?)", "m"),
            (r"(?i:[0-9](?:[.][0-9]*)?(?:e[+-][0-9]+)?[fldu]?)", "m"),
            (rf"{any_of(_KEYWORDS)}\b", "k"),
            (rf"{any_of(_TYPES)}\b", "kt"),
            (r"class|struct", "k", "class"),
            (r"namespace|using", "k", "namespace"),
            (rf"{_ID}(?=\s*[(])", "nf"),
            (_ID, "n"),
            (r"#.*", "cp"),
        ],
        "class": ["whitespace", (_ID, "nc", POP)],
        "namespace": [
            "whitespace",
            (r"(?=[(])", "", POP),
            (rf"(?:{_ID}|[.])+", "nn", POP),
        ],
    }
