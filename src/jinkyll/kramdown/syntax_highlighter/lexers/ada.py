"""Ada."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import (
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

__all__ = ["Ada"]

_WORDS = words(
    "n",
    k="""
    abort abstract accept access aliased all array at begin body case constant declare delay delta
    digits do else elsif end exception exit for generic goto if in interface is limited loop new
    null of others out overriding pragma private protected raise range record renames requeue
    return reverse select separate some synchronized tagged task terminate then until use when
    while with
    """,
    ow="abs and mod not or rem xor",
    kd="entry function package procedure subtype type",
    nb="""
    boolean character constraint_error duration float integer natural positive long_float
    long_integer long_long_float long_long_integer program_error short_float short_integer
    short_short_integer storage_error string tasking_error wide_character wide_string
    wide_wide_character wide_wide_string
    """,
)
_ID = r"(?u:[^\W\d_](?:_?[^\W_])*)\b"
_DIGITS = r"\d(?:_?\d)*"
_HEX = r"[0-9a-fA-F](?:_?[0-9a-fA-F])*"
_EXPONENT = rf"(?:[Ee][-+]?{_DIGITS})?"


def _word(run: Run, match: re.Match[str]) -> None:
    kind = _WORDS.get(match[0].lower(), "n")
    run.token(kind, match[0])
    if kind == "kd":
        run.push("decl_name")


def _unit(run: Run, match: re.Match[str]) -> None:
    kind = _WORDS.get(match[0].lower(), "n")
    if kind[0] == "n":
        run.token("nn", match[0])
        return
    run.token(kind, match[0])
    if kind == "kd":
        run.goto("decl_name")
    else:
        run.pop()


class Ada(Lexer):
    """Ada."""

    stand_ins: ClassVar[StandIns | None] = ALNUM
    states: ClassVar[States] = {
        "whitespace": [(r"\s+", ""), (r"--.*$", "c1")],
        "dquote_string": [
            (r'[^"\n]+', "s2"),
            (r'""', "se"),
            (r'"', "s2", POP),
            (r"\n", "err", POP),
        ],
        "attr": ["whitespace", (_ID, "na", POP), (r"", "", POP)],
        "decl_name": [
            "whitespace",
            (r"(?i:body)\b", "kd"),
            (rf"({_ID})(\.)", ("nn", "p")),
            (
                rf'{_ID}|"(?:and|or|xor|/?=|<=?|>=?|\+|–|&\|/|mod|rem|\*?\*|abs|not)"',
                "nf",
                POP,
            ),
            (r"", "", POP),
        ],
        "libunit_name": ["whitespace", (_ID, _unit), (r"[.,]", "p"), (r"", "", POP)],
        "root": [
            "whitespace",
            (r"'.'", "sc"),
            (r'"[^"\n]*', "s2", "dquote_string"),
            (rf"{_DIGITS}\.{_DIGITS}{_EXPONENT}", "mf"),
            (rf"{_DIGITS}#{_HEX}\.{_HEX}#{_EXPONENT}", "mf"),
            (rf"2#[01](?:_?[01])*#{_EXPONENT}", "mb"),
            (rf"8#[0-7](?:_?[0-7])*#{_EXPONENT}", "mo"),
            (rf"16#(?:{_HEX})*#{_EXPONENT}", "mh"),
            (rf"{_DIGITS}#{_HEX}#{_EXPONENT}", "mi"),
            (rf"{_DIGITS}#\w+#", "err"),
            (rf"{_DIGITS}{_EXPONENT}", "mi"),
            (r"'", "p", "attr"),
            (rf"<<{_ID}>>", "nl"),
            (
                r"^(?i:(?:(limited)(\s+))?(?:(private)(\s+))?(with))\b",
                ("kn", "", "kn", "", "kn"),
                "libunit_name",
            ),
            (r"[+*/&<=>|]|-|=>|\.\.|\*\*|[:></]=|<<|>>|<>", "o"),
            (r"[.,:;()]", "p"),
            (_ID, _word),
            (r"(?u:[_alph]\w*)", "err"),
        ],
    }
