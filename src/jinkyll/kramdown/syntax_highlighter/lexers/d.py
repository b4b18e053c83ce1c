"""D."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Rule, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of, quoted

__all__ = ["D"]

_KEYWORDS = """
abstract alias align asm assert auto body break case cast catch class const continue debug default
delegate delete deprecated do else enum export extern finally final foreach_reverse foreach for
function goto if immutable import interface invariant inout in is lazy mixin module new nothrow
out override package pragma private protected public pure ref return scope shared static struct
super switch synchronized template this throw try typedef typeid typeof union unittest version
volatile while with __gshared __traits __vector __parameters
"""
_TYPES = """
bool byte cdouble cent cfloat char creal dchar double float idouble ifloat int ireal long real
short ubyte ucent uint ulong ushort void wchar
"""
_PSEUDO = """
__FILE__ __FILE_FULL_PATH__ __MODULE__ __LINE__ __FUNCTION__ __PRETTY_FUNCTION__ __DATE__ __EOF__
__TIME__ __TIMESTAMP__ __VENDOR__ __VERSION__
"""
_ESCAPE = r"""['"?\\abfnrtv]|x[0-9a-fA-F]{2}|[0-7]{1,3}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|&\w+;"""


def _delimited(name: str, opening: str, closing: str) -> dict[str, list[Rule]]:
    """The states of a string between brackets, which may hold pairs of the same bracket."""
    inside = f"{name}_inside"
    text: Rule = (rf"[^\{opening}\{closing}]+", "s")
    return {
        name: [text, (rf"\{opening}", "s", inside), (rf'\{closing}"', "s", POP)],
        inside: [text, (rf"\{opening}", "s", AGAIN), (rf"\{closing}", "s", POP)],
    }


class D(Lexer):
    """D."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"//.*", "c1"),
            (r"/(?:\\\n)?[*](?s:.*?)[*](?:\\\n)?/", "cm"),
            (r"/\+", "cm", "nested_comment"),
            (rf"{any_of(_KEYWORDS)}\b", "k"),
            (rf"{any_of(_TYPES)}\b", "kt"),
            (r"(?:false|true|null)\b", "kc"),
            (rf"{any_of(_PSEUDO)}\b", "kp"),
            (r"macro\b", "kr"),
            (r"(?:string|wstring|dstring|size_t|ptrdiff_t)\b", "nb"),
            (
                (
                    r"0[xX](?:[0-9a-fA-F_]*\.[0-9a-fA-F_]+|[0-9a-fA-F_]+)[pP][+\-]?[0-9_]+[fFL]?i?"
                    r"|[0-9_]+(?:\.[0-9_]+[eE][+\-]?[0-9_]+|\.[0-9_]*|[eE][+\-]?[0-9_]+)[fFL]?i?"
                    r"|\.(?:0|[1-9][0-9_]*)(?:[eE][+\-]?[0-9_]+)?[fFL]?i?"
                ),
                "mf",
            ),
            (r"0[Bb][01_]+", "mb"),
            (r"0[0-7_]+", "mo"),
            (r"0[xX][0-9a-fA-F_]+", "mh"),
            (r"(?:0|[1-9][0-9_]*)(?:[LUu]|Lu|LU|uL|UL)?", "mi"),
            (rf"'(?:\\(?:{_ESCAPE})|.)'", "sc"),
            (r'r"[^"]*"[cwd]?', "s"),
            (r"`[^`]*`[cwd]?", "s"),
            (rf"(?:{quoted(chr(34))})[cwd]?", "s"),
            (rf"\\(?:{_ESCAPE})", "s"),
            (r'x"[0-9a-fA-F_\s]*"[cwd]?', "s"),
            (r'q"\[', "s", "bracket"),
            (r'q"\(', "s", "parenthesis"),
            (r'q"<', "s", "angle"),
            (r'q"\{', "s", "curly"),
            (r'q"(?P<end>[a-zA-Z_]\w*)\n.*?\n(?P=end)"', "s"),
            (r'q"(?P<delimiter>.).*?(?P=delimiter)"', "s"),
            (r"q\{", "s", "token_string"),
            (r"@(?:[a-zA-Z_]\w*)?", "nd"),
            (r"[/.&|\-+<>!()\[\]{}?,;:$=*%^~]", "p"),
            (r"[a-zA-Z_]\w*", "n"),
            (r"#line\s.*\n", "cs"),
        ],
        "nested_comment": [
            (r"[^+/]+", "cm"),
            (r"/\+", "cm", AGAIN),
            (r"\+/", "cm", POP),
            (r"[+/]", "cm"),
        ],
        "token_string": [(r"\{", "p", "token_string_nest"), (r"\}", "s", POP), "root"],
        "token_string_nest": [(r"\{", "p", AGAIN), (r"\}", "p", POP), "root"],
        **_delimited("bracket", "[", "]"),
        **_delimited("parenthesis", "(", ")"),
        **_delimited("angle", "<", ">"),
        **_delimited("curly", "{", "}"),
    }
