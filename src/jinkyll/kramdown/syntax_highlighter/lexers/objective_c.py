"""Objective-C and Objective-C++."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.c import C_WORDS, CPP_WORDS, C, Cpp
from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Rule, Run, States, Words, words

if TYPE_CHECKING:
    import re

__all__ = ["ObjectiveC", "ObjectiveCpp"]

_ID = r"[a-zA-Z$_][a-zA-Z0-9$_]*"
_AT_WORDS = words(
    "err",
    k="""
    selector private protected public encode synchronized try throw catch finally end property
    synthesize dynamic optional interface implementation import autoreleasepool
    """,
    nb="true false YES NO",
)


def _at_word(run: Run, match: re.Match[str]) -> None:
    run.token(_AT_WORDS.get(match[0][1:], "err"), match[0])


def _method(run: Run, match: re.Match[str]) -> None:
    run.token("k", match["sign"])
    run.token("", match["one"])
    if match["type"]:
        run.tokens += run.lexer.tokens(match["type"])
    run.token("", match["two"])
    run.push("method_definition")


def _parameter(run: Run, match: re.Match[str]) -> None:
    run.tokens += run.lexer.tokens(match["parameter_type"])
    run.token("nv", match["parameter"])


def _with_objects(states: States, words_of_c: Words) -> dict[str, list[Rule]]:
    """The states of a C lexer with Objective-C's additions."""
    return {
        **states,
        "words": [
            (r"[a-zA-Z_][a-zA-Z0-9_]*", {"YES": "nb", "NO": "nb", "nil": "nb", **words_of_c})
        ],
        "root": [
            (
                (
                    r"(?P<sign>[-+])(?P<one>\s*)(?P<type>[(].*?[)])?(?P<two>\s*)"
                    r"(?=[a-zA-Z$_][a-zA-Z0-9$_]*)"
                ),
                _method,
            ),
            *states["root"],
        ],
        "statements": [
            (r'@"', "s", "string"),
            (r"@'(?:\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,2}|\\.|[^\\'\n]')", "sc"),
            (r"@(?:\d+[.]\d*|[.]\d+|\d+)[eE][+-]?\d+[lL]?", "mf"),
            (r"@(?:\d+[.]\d*|[.]\d+|\d+[fF])[fF]?", "mf"),
            (r"@0x[0-9a-fA-F]+[lL]?", "mh"),
            (r"@0[0-7]+[lL]?", "mo"),
            (r"@\d+l?", "mi"),
            (r"in\b", "k"),
            (r"@(?:interface|implementation)\b", "k", "objc_classname"),
            (r"@(?:class|protocol)\b", "k", "forward_classname"),
            (r"@(?u:[^\W_]+)", _at_word),
            (r"[?]", "p", "objc_ternary"),
            (r"\[", "p", "message"),
            (r"@\[", "p", "array_literal"),
            (r"@\{", "p", "dictionary_literal"),
            *states["statements"],
        ],
        "objc_ternary": [(r":", "p", POP), "statements"],
        "message_shared": [
            (r"\]", "p", POP),
            (r"\{", "p", POP),
            (r";", "err"),
            "statements",
        ],
        "message": [
            (rf"({_ID})(\s*)(:)", ("nf", "", "p"), (POP, "message_with_args")),
            (rf"({_ID})(\s*)(\])", ("nf", "", "p"), POP),
            "message_shared",
        ],
        "message_with_args": [
            (r"\{", "p", "function"),
            (rf"({_ID})(\s*)(:)", ("nf", "", "p"), POP),
            "message_shared",
        ],
        "array_literal": [(r"\]", "p", POP), (r",", "p"), "statements"],
        "dictionary_literal": [(r"\}", "p", POP), (r",", "p"), "statements"],
        "objc_classname": [
            "whitespace",
            (rf"({_ID})(\s*)(:)(\s*)({_ID})", ("nc", "", "p", "", "nc"), POP),
            (
                rf"({_ID})(\s*)([(])(\s*)({_ID})(\s*)([)])",
                ("nc", "", "p", "", "nl", "", "p"),
                POP,
            ),
            (_ID, "nc", POP),
        ],
        "forward_classname": [
            "whitespace",
            (rf"({_ID})(\s*)(,)(\s*)", ("nc", "", "p", ""), AGAIN),
            (rf"({_ID})(\s*)(;?)", ("nc", "", "p"), POP),
        ],
        "method_definition": [
            (r",", "p"),
            (r"[.][.][.]", "p"),
            (rf"(?P<parameter_type>[(].*?[)])(?P<parameter>{_ID})", _parameter),
            (rf"({_ID})(\s*)(:)", ("nf", "", "p")),
            (r";", "p", POP),
            (r"\{", "p", (POP, "function")),
            "inline_whitespace",
            (r"//.*?\n", "c1"),
            (r"\s+", ""),
            (r"", "", POP),
        ],
    }


class ObjectiveC(C):
    """Objective-C."""

    states: ClassVar[States] = _with_objects(C.states, C_WORDS)


_OBJECTS = _with_objects(Cpp.states, CPP_WORDS)


class ObjectiveCpp(Cpp):
    """Objective-C++."""

    states: ClassVar[States] = {
        **_OBJECTS,
        "statements": [
            (r"(\.)(class)", ("o", "bp")),
            (r"(@selector)(\()(class)(\))", ("k", "p", "bp", "p")),
            *_OBJECTS["statements"],
        ],
    }
