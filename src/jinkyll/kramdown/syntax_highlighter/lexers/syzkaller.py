"""What syzkaller reads and writes: descriptions of system calls, and programs of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Rule, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["Syzlang", "Syzprog"]

_ID = r"[a-zA-Z_][a-zA-Z0-9_]*+"
_NUMBERED = r"[a-zA-Z0-9_]++"
_END: Rule = (r"", "", POP)
_SPACE: list[Rule] = [(r"\s+", ""), (r"#.*$", "c")]
_NUMBERS: list[Rule] = [(r"-?0[xX][\da-fA-F]+", "mh"), (r"-?\d+", "mi")]
_STRINGS: list[Rule] = [(r'"[^"]*"', "s2"), (r"`[^`]*`", "sb")]
_NAME: Rule = (_ID, "n")
_CALL = rf"({_ID})(\$)?({_NUMBERED})?(\s++)?(\()"

_TYPES = """
array bitsize bool16 bool32 bool64 bool8 boolptr buffer bytesize bytesize2 bytesize4 bytesize8
const csum filename fileoff flags fmt int16 int16be int32 int32be int64 int64be int8 int8be intptr
len offsetof optional proc ptr ptr64 string stringnoz text vma vma64 void
"""
_WORDS = words(
    "n",
    k="""
    align breaks_returns dec define disabled hex ignore_return in incdir include inet inout oct opt
    out packed parent prog_timeout pseudo resource size syscall timeout type varlen
    """,
    kt=_TYPES,
)
_LITERALS: list[Rule] = [*_NUMBERS, (r"'[^']?'", "sc"), *_STRINGS]
_TERMS: list[Rule] = [*_LITERALS, (_ID, _WORDS), (r":", "p"), (r"\$", "n")]
_TERM_LIST: Rule = (r"\[", "p", "term_list")


def _assignment(run: Run, match: re.Match[str]) -> None:
    run.token("k" if match["name"] == "_" else "n", match["name"])
    run.token("", match["gap"])
    run.token("p", "=")
    run.push("flags_list", "space_break")


class Syzlang(Lexer):
    """Descriptions of system calls."""

    states: ClassVar[States] = {
        "inline_break": [(r"[ \t]+", ""), _END],
        "space_break": [*_SPACE, _END],
        "term_list": [
            *_SPACE,
            *_TERMS,
            (r"\[", "p", AGAIN),
            (r",", "p"),
            (r"[\])]", "p", POP),
        ],
        "arg_type": [*_TERMS, _TERM_LIST, _END],
        "include": [(r"(<)([^>]+)(>)", ("p", "s", "p")), _END],
        "name": [_NAME, _END],
        "define_exp": [
            _NAME,
            *_LITERALS,
            (r"[~!%^&*\-+/|<>?:]", "o"),
            (r"[(){}\[\];,]", "p"),
            (r"[ \t]+", ""),
            _END,
        ],
        "resource_type": [(r"\[", "p", "arg_type"), (r"\]", "p", POP)],
        "resource_values": [(r":", "p", ("resource_values_list", "space_break")), _END],
        "resource_values_list": [
            (r"[ \t]+", ""),
            _NAME,
            *_LITERALS,
            (r",", "p", "space_break"),
            _END,
        ],
        "flags_list": [
            (r"[ \t]+", ""),
            (r"\.", "p"),
            _NAME,
            *_LITERALS,
            (r",", "p", "space_break"),
            _END,
        ],
        "syscall_args": [
            *_SPACE,
            (r"\.", "p"),
            (_ID, "n", ("arg_type", "space_break")),
            (r",", "p"),
            (r"\)", "p", POP),
        ],
        "attributes": [(r"\(", "p", "term_list"), _END],
        "struct_fields": [
            (
                _ID,
                "n",
                ("space_break", "attributes", "inline_break", "arg_type", "space_break"),
            ),
            (r"[}\]]", "p", POP),
        ],
        "struct_mods": [_TERM_LIST, _END],
        "type_args": [(r"\[", "p", "type_args_list"), _END],
        "type_args_list": [*_SPACE, _NAME, (r",", "p"), (r"\]", "p", POP)],
        "type_body": [
            (
                r"[{\[]",
                "p",
                (POP, "space_break", "struct_mods", "inline_break", "struct_fields", "space_break"),
            ),
            (r"", "", (POP, "arg_type")),
        ],
        "root": [
            *_SPACE,
            (r"include|incdir", "k", ("include", "space_break")),
            (r"define", "k", ("define_exp", "space_break", "name", "space_break")),
            (
                r"resource",
                "k",
                (
                    "resource_values",
                    "inline_break",
                    "resource_type",
                    "inline_break",
                    "name",
                    "space_break",
                ),
            ),
            (rf"(?P<name>{_ID}|_)(?P<gap>\s++)=", _assignment),
            (
                _CALL,
                ("nf", "p", "fm", "", "p"),
                (
                    "attributes",
                    "inline_break",
                    "name",
                    "inline_break",
                    "syscall_args",
                    "space_break",
                ),
            ),
            (
                rf"({_ID}(?:\${_NUMBERED})?)(\s++)?([{{\[])",
                ("n", "", "p"),
                ("inline_break", "struct_mods", "inline_break", "struct_fields", "space_break"),
            ),
            (
                r"type",
                "k",
                ("type_body", "space_break", "type_args", "name", "space_break"),
            ),
        ],
    }


_PROGRAM_WORDS = words(
    "n",
    k="""
    ANY ANYBLOB ANYPTR ANYPTR64 ANYPTRS ANYRES16 ANYRES32 ANYRES64 ANYRESDEC ANYRESHEX ANYRESOCT
    ANYUNION AUTO false nil true void async fail_nth rerun
    """,
)
_PROGRAM_TERMS: list[Rule] = [
    *_NUMBERS,
    *_STRINGS,
    (r"'[^']*'", "s1"),
    (r"r[0-9]+", "kp"),
    (_ID, _PROGRAM_WORDS),
]


class Syzprog(Lexer):
    """Programs of system calls."""

    states: ClassVar[States] = {
        "inline_break": [(r"[ \t]+", ""), _END],
        "space_break": [*_SPACE, _END],
        "mods_list": [*_SPACE, *_PROGRAM_TERMS, (r"[,:]", "p"), (r"\)", "p", POP)],
        "syscall_mods": [(r"\(", "p", "mods_list"), _END],
        "syscall_args": [
            *_SPACE,
            *_PROGRAM_TERMS,
            (r"[@&=,<>{}\[\]]", "p"),
            (r"[!#$%^*\-+/|~:;.?]", "p"),
            (r"\(", "p", AGAIN),
            (r"\)", "p", POP),
        ],
        "root": [
            *_SPACE,
            (r"(r[0-9]+)(\s+)(=)", ("kp", "", "p")),
            (
                _CALL,
                ("nf", "p", "fm", "", "p"),
                ("syscall_mods", "inline_break", "syscall_args", "space_break"),
            ),
        ],
    }
