"""Igor Pro."""

from __future__ import annotations

import re
from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, Run, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

__all__ = ["IgorPro"]

_FUNCTIONS, _OPERATIONS = word_lists("igorpro")
_WORDS = words(
    "",
    kd="""
    variable string wave strconstant constant nvar svar dfref funcref struct char uchar int16 uint16
    int32 uint32 int64 uint64 float double
    """,
    k="""
structure endstructure threadsafe static macro proc window menu function end if else elseif endif
switch strswitch endswitch break return continue for endfor do while case default try catch endtry
abortonrte
""",
    kc="nan inf",
    nb=_FUNCTIONS,
    kr=_OPERATIONS,
)
_PREPROCESSOR = frozenset(
    ["pragma", "include", "define", "ifdef", "ifndef", "undef", "if", "elif", "else", "endif"]
)
_OUTPUT = re.compile(r"\b[vsw]_[a-z]+")
_OBJECT = r"[a-zA-Z][a-zA-Z0-9_]*+\b"
_FLAG = r"/[a-zA-Z]+"
_BLANK: Rule = (r"(?:[ \t]|\\\s*[\r\n])+", "")
_QUOTED: Rule = (r"'[^']*'", "s1")


def _word(run: Run, match: re.Match[str]) -> None:
    name = match[0].lower()
    if "function" in name:
        run.token("kd", match[0])
        run.push("parse_function")
        return
    kind = _WORDS.get(name) or ("no" if _OUTPUT.search(name) else "n")
    run.token(kind, match[0])
    if kind == "kd":
        run.push("parse_variables")
    elif kind == "kr":
        run.push("operation_flags")


def _hash(run: Run, match: re.Match[str]) -> None:
    if match["object"].lower() in _PREPROCESSOR:
        run.token("cp", match[0])
    else:
        run.token("p", "#")
        run.token("n", match["object"])


class IgorPro(Lexer):
    """Igor Pro."""

    states: ClassVar[States] = {
        "root": [
            (r"//", "c", "comments"),
            (_OBJECT, _word),
            (rf"#(?P<object>{_OBJECT})", _hash),
            (rf"(/(?i:wave|X|Y))(\s*)(=)(\s*)({_OBJECT})", ("kp", "", "p", "", "nv")),
            (r"\s", ""),
            (r"[#$~!%^&*+=|?:<>/-]", "o"),
            (r"[{}()\[\],.;]", "p"),
            (r'"', "s2", "string1"),
            _QUOTED,
            (r"0[xX][a-fA-F0-9]+", "mf"),
            (r"\d+\.\d+(?:e[+\-]?\d+)?", "mh"),
            (r"\d+(?:_\d+)*", "mi"),
            _BLANK,
        ],
        "assignment": [
            _BLANK,
            (r'"', "s2", "string1"),
            _QUOTED,
            (r"0[xX][a-fA-F0-9]+", "mf", POP),
            (r"\d+(?:_\d+)*", "mi", POP),
            (r"[(\[{][^)\]}]+[)\]}]", "g", POP),
            (r"[^\s/(]+", "g", POP),
            (r"", "", POP),
        ],
        "parse_variables": [
            _BLANK,
            (r"=", "p", "assignment"),
            (_OBJECT, "nv"),
            (r"[\[\]]", "p"),
            (r",", "p", "parse_variables"),
            (r"\)", "p", POP),
            (_FLAG, "kp", "parse_variables"),
            (r"", "", POP),
        ],
        "parse_function": [
            (_FLAG, "kp"),
            _BLANK,
            (_OBJECT, "nf"),
            (r"\(", "p", "parse_variables"),
            (r"", "", POP),
        ],
        "operation_flags": [
            _BLANK,
            (r"=", "p", "assignment"),
            (_FLAG, "kp", "operation_flags"),
            (rf"((?i:as))(\s*)({_OBJECT})", ("kt", "", "nl")),
            (r"", "", POP),
        ],
        "string1": [
            (r"%\w\b", "sx"),
            (r"\\\\", "se"),
            (r'\\"', "se"),
            (r"\\", "se"),
            (r'[^"]', "s"),
            (r'"', "s2", POP),
        ],
        "comments": [(r"(/\s*)(@\w+\b)", ("c", "cs")), (r"[^\r\n]", "c"), (r"", "", POP)],
    }
