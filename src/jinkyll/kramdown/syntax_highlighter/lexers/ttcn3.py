"""TTCN-3."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States, words

__all__ = ["Ttcn3"]

_WORDS = words(
    "n",
    k="""
module import group type port component signature external execute const template function altstep
testcase var timer if else select case for while do label goto start stop return break int2char
int2unichar int2bit int2enum int2hex int2oct int2str int2float float2int char2int char2oct
unichar2int unichar2oct bit2int bit2hex bit2oct bit2str hex2int hex2bit hex2oct hex2str oct2int
oct2bit oct2hex oct2str oct2char oct2unichar str2int str2hex str2oct str2float enum2int any2unistr
lengthof sizeof ispresent ischosen isvalue isbound istemplatekind regexp substr replace encvalue
decvalue encvalue_unichar decvalue_unichar encvalue_o decvalue_o get_stringencoding remove_bom rnd
hostid send receive setverdict
""",
    kt="""
    anytype address boolean bitstring charstring hexstring octetstring component enumerated float
    integer port record set of union universal
    """,
    kr="""
all alt apply assert at configuration conjunct const control delta deterministic disjunct duration
fail finished fuzzy from history implies inconc inv lazy mod mode notinv now omit onentry onexit
par pass prev realtime seq setstate static stepsize stream timestamp until values wait
""",
)
_DIGIT = r"(?:\d_+\d|\d)"


class Ttcn3(Lexer):
    """TTCN-3."""

    states: ClassVar[States] = {
        "root": [
            (r"module\b", "kd", "module"),
            (r"import\b", "kn", "import"),
            (r"[\n \t\r]+", ""),
            (r"\\\n", ""),
            (r"//.*$", "c1"),
            (r"/(?:\\\n)?[*](?s:.*?)[*](?:\\\n)?/", "cm"),
            (r'"', "s", "string"),
            (r"'(?:\\.|[^\\]|\\u[0-9a-f]{4})'", "sc"),
            (rf"{_DIGIT}+\.{_DIGIT}+(?:[eE]{_DIGIT}+)?[fdFD]?", "mf"),
            (r"'(?:[01]_+[01]|[01])+'[Bb]", "mb"),
            (r"'(?:[0-9a-fA-F]_+[0-9a-fA-F]|[0-9a-fA-F])+'[Hh]", "mh"),
            (r"'(?:[0-7]_+[0-7]|[0-7])+'[Oo]", "mo"),
            (rf"{_DIGIT}+", "mi"),
            (r"[~!%^&*+:=|?<>/-]", "o"),
            (r"[()\[\]{},.;:]", "p"),
            (r"(?:true|false|null)\b", "nb"),
            (r"[a-zA-Z_]\w*", _WORDS),
        ],
        "string": [
            (r'"', "s", POP),
            (r"\\(?:[\\abfnrtv\"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})", "se"),
            (r'[^\\"\n]+', "s"),
            (r"\\\n?", "s"),
        ],
        "module": [(r"\s+", ""), (r"[a-zA-Z_]\w*", "nc", POP)],
        "import": [(r"\s+", ""), (r"[\w.]+\*?", "nn", POP)],
    }
