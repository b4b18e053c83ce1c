"""Swift."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import (
    AGAIN,
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

__all__ = ["Swift"]

_ID = r"(?u:(?:[^\W\d]|[\U00010000-\U0010ffff])(?:\w|[\U00010000-\U0010ffff])*)"
_UPPER = "A-ZÀ-ÖØ-ÞΑ-ΩА-Я"
_WORDS = words(
    "n",
    k="""
    await break case continue default do else fallthrough if in for return switch where while try
    catch throw guard defer repeat as dynamicType is new super self Self Type __COLUMN__ __FILE__
    __FUNCTION__ __LINE__ associativity async didSet get infix inout isolated mutating none
    nonmutating operator override postfix precedence prefix set unowned weak willSet throws rethrows
    precedencegroup
    """,
    kd="""
    actor class deinit enum convenience extension final func import init internal lazy let
    nonisolated optional private protocol public required static struct subscript typealias var
    dynamic indirect associatedtype open fileprivate some
    """,
    kc="true false nil",
)


def _word(run: Run, match: re.Match[str]) -> None:
    word = match[0]
    kind = _WORDS.get(word)
    run.token(kind or ("kt" if word[0].isupper() else "n"), word)


def _call(run: Run, match: re.Match[str]) -> None:
    run.token("kt" if match[0][0].isupper() else "nf", match[0])


def _access(run: Run, match: re.Match[str]) -> None:
    run.token("kd", match["access"])
    run.token("kd" if match["scope"] == "set" else "err", match["scope"])
    run.token("kd", match["end"])


def _unowned(run: Run, match: re.Match[str]) -> None:
    run.token("kd", match["unowned"])
    run.token("kd" if match["safety"] in {"safe", "unsafe"} else "err", match["safety"])
    run.token("kd", match["close"])


class Swift(Lexer):
    """Swift."""

    stand_ins: ClassVar[StandIns | None] = ALNUM

    start: ClassVar[tuple[str, ...]] = ("root", "bol")
    states: ClassVar[States] = {
        "root": [
            (r"\n+", "", "bol"),
            (r"//.*?$", "c1", "bol"),
            (r"\s+", ""),
            "comments",
            (r"\$(?:(?:[1-9]\d*)?\d)", "nv"),
            (r"[()\[\]{}:;,?\\]", "p"),
            (r"[-/=+*%<>!&|^.~]+", "o"),
            (r'@?"', "s", "dq"),
            (r"'(?:\\.|.)'", "sc"),
            (
                r"(?:\d+(?:_\d+)*\*|(?:\d+(?:_\d+)*)?\.\d+(?:_\d)*)(?:[eE][+-]?\d+(?:_\d)*)?",
                "mf",
            ),
            (r"\d+[eE][+-]?[0-9]+", "mf"),
            (r"0o?[0-7]+(?:_[0-7]+)*", "mo"),
            (
                (
                    r"0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*"
                    r"(?:(?:\.[0-9A-F]+(?:_[0-9A-F]+)*)?p[+-]?\d+)?"
                ),
                "mh",
            ),
            (r"0b[01]+(?:_[01]+)*", "mb"),
            (r"\d+(?:_\d+)*", "mi"),
            (rf"@{_ID}", "kd"),
            (r"(?P<access>(?:private|internal)\([ ]*)(?P<scope>\w+)(?P<end>[ ]*\))", _access),
            (r"(?P<unowned>unowned\([ ]*)(?P<safety>\w+)(?P<close>[ ]*\))", _unowned),
            (r"#available\([^)]+\)", "kd"),
            (r"(#(?:selector|keyPath)\()([^)]+?(?:[(].*?[)])?)(\))", ("kd", "nf", "kd")),
            (r"#(?:line|file|column|function|dsohandle)", "kd"),
            (rf"(let|var)\b(\s*)({_ID})", ("k", "", "nv")),
            (r"(let|var)\b(\s*)([(])", ("k", "", "p"), "tuple"),
            (
                (
                    r"(?!(?:if|while|for|private|internal|unowned|switch|case)\b)"
                    rf"{_ID}(?=[?!]?\s*[(])"
                ),
                _call,
            ),
            (r"as[?!]?(?=\s)", "k"),
            (r"try[!]?(?=\s)", "k"),
            (rf"(#?(?!default)(?![{_UPPER}]){_ID})(\s*)(:)", ("nv", "", "p")),
            (_ID, _word),
            (rf"(`)({_ID})(`)", ("p", "nv", "p")),
        ],
        "bol": [(r"#.*", "cp"), (r"\s+", ""), "comments", (r"", "", POP)],
        "comments": [(r"/[*]", "cm", "nested_comment")],
        "nested_comment": [
            "comments",
            (r"[*]/", "cm", POP),
            (r"[^*/]+", "cm"),
            (r".", "cm"),
        ],
        "tuple": [
            (_ID, "nv"),
            (rf"(`)({_ID})(`)", ("p", "nv", "p")),
            (r",", "p"),
            (r"[(]", "p", AGAIN),
            (r"[)]", "p", POP),
            (r"\s+", ""),
            "comments",
        ],
        "dq": [
            (r"\\[\\0tnr'\"]", "se"),
            (r"\\[(]", "se", "interp"),
            (r"\\u\{[0-9a-fA-F]{1,8}\}", "se"),
            (r'[^\\"]+', "s"),
            (r'"""', "s", POP),
            (r'"', "s", POP),
        ],
        "interp": [(r"[(]", "p", "interp_inner"), (r"[)]", "se", POP), "root"],
        "interp_inner": [(r"[(]", "p", AGAIN), (r"[)]", "p", POP), "root"],
    }
