"""C#."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

__all__ = ["CSharp"]

_ID = r"@?[_a-zA-Z]\w*"
_KEYWORDS = """
abstract as base break case catch checked const continue default delegate do else enum event
explicit extern false finally fixed for foreach goto if implicit in interface internal is lock new
null operator out override params private protected public readonly ref return sealed sizeof
stackalloc static switch this throw true try typeof unchecked unsafe virtual void volatile while add
alias async await get global partial remove set value where yield nameof ascending by descending
equals from group into join let on orderby select
"""
_TYPES = """
bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort var
"""
_DIRECTIVES = "if|endif|else|elif|define|undef|line|error|warning|region|endregion|pragma"


class CSharp(Lexer):
    """C#."""

    states: ClassVar[States] = {
        "root": [
            "whitespace",
            (r'[$]\s*"', "s", "splice_string"),
            (r'[$]@\s*"', "s", "splice_literal"),
            (rf"<\[\s*(?:{_ID}:)?", "k"),
            (r"\]>", "k"),
            (r"[~!%^&*()+=|\[\]{}:;,.<>/?-]", "p"),
            (r'@"(?:""|[^"])*"', "s"),
            (r'"(?:[^\\"\n]|\\.)*+["\n]|"(?:[^\\"\n]|\\.)*\\["\n]', "s"),
            (r"'(?:\\.|.)'", "sc"),
            (r"0[xX][0-9a-fA-F]+[luLU]?", "m"),
            (r"[0-9](?:[.][0-9]*)?(?:[eE][+-][0-9]+)?[flduFLDU]?", "m"),
            (r"(?:class|struct|interface)\b", "k", "class"),
            (r"(?:namespace|using)\b", "k", "namespace"),
            (rf"^#[ \t]*(?:{_DIRECTIVES})\b.*?\n", "cp"),
            (rf"{any_of(_KEYWORDS)}\b", "k"),
            (rf"{any_of(_TYPES)}\b", "kt"),
            (rf"{_ID}(?=\s*[(])", "nf"),
            (_ID, "n"),
        ],
        "whitespace": [(r"\s+", ""), (r"//.*?$", "c1"), (r"(?s:/[*].*?[*]/)", "cm")],
        "nest": [(r"\{", "p", "nest"), (r"\}", "p", POP), "root"],
        "splice_string": [
            (r"\\.", "s"),
            (r"\{", "p", "nest"),
            (r'"|\n', "s", POP),
            (r".", "s"),
        ],
        "splice_literal": [
            (r'""', "s"),
            (r"\{", "p", "nest"),
            (r'"', "s", POP),
            (r".", "s"),
        ],
        "class": ["whitespace", (_ID, "nc", POP)],
        "namespace": [
            "whitespace",
            (r"(?=[(])", "", POP),
            (rf"(?:{_ID}|[.])+", "nn", POP),
        ],
    }
