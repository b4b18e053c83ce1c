"""IDL, the interactive data language."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

if TYPE_CHECKING:
    import re

__all__ = ["IdLang"]

(_ROUTINES,) = word_lists("idlang")
_WORDS = words(
    "n",
    k="""
    STRUCT INHERITS RETURN CONTINUE BEGIN END BREAK GOTO OF DO ENDIF ENDELSE ENDFOR ENDFOREACH
    ENDWHILE ENDREP ENDCASE ENDSWITCH IF THEN ELSE FOR FOREACH WHILE REPEAT UNTIL CASE SWITCH AND EQ
    GE GT LE LT MOD NE OR XOR NOT
    """,
    nd="COMPILE_OPT",
    kr="COMMON FORWARD_FUNCTION",
    nb=_ROUTINES,
)
_NAME = r"[_a-zA-Z]\w*"
_KIND = rf"(?:\d+|{_NAME})"
_EXPONENT = r"[dDeE][+-]\d+"


def _word(run: Run, match: re.Match[str]) -> None:
    run.token(_WORDS.get(match[0].upper(), "n"), match[0])


class IdLang(Lexer):
    """IDL."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", "w"),
            (r";.*$", "c1"),
            (r",\s*,", "err"),
            (rf"!{_NAME}", "vg"),
            (r"[(),:&$]", "p"),
            (
                (
                    rf"[+-]?(?:(?:\d+[.]\d*|[.]\d+)(?:{_EXPONENT})?|\d+{_EXPONENT})"
                    rf"(?:_{_KIND})?"
                ),
                "mf",
            ),
            (r"(?i:\d+(?:B|S|U|US|LL|L|ULL|UL)?)", "mi"),
            (r'(?i:"[0-7]+(?:B|O|U|ULL|UL|LL|L)?)', "mo"),
            (r"(?i:'[0-9A-F]+'X(?:B|S|US|ULL|UL|U|LL|L)?)", "mh"),
            (rf"(?:{_KIND}_)?'", "s1", "string_single"),
            (rf'(?:{_KIND}_)?"', "s2", "string_double"),
            (r"##|#|&&|\|\||/=|<=|>=|->|@|\?|[-+*/<=~^{}]", "o"),
            (rf"({_NAME})(\.)([^\s,]*)", ("n", "o", "n")),
            (r"((?i:function|pro))((?:\s|\$\s)+)", ("k", "w"), "funcname"),
            (_NAME, _word),
        ],
        "funcname": [
            (_NAME, "nf"),
            (r"\s+", "w"),
            (r":+|\$", "o"),
            (r";.*", "c1"),
            (r"$", "w", POP),
            (r",", "o", POP),
        ],
        "string_single": [(r"[^']+", "s1"), (r"''", "se"), (r"'", "s1", POP)],
        "string_double": [(r'[^"]+', "s2"), (r'"', "s2", POP)],
    }
