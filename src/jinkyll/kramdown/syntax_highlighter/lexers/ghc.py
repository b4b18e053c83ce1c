"""What the Haskell compiler writes down: Core and Cmm."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import (
    AGAIN,
    POP,
    Callback,
    Lexer,
    Rule,
    Run,
    States,
)

if TYPE_CHECKING:
    import re

__all__ = ["GhcCmm", "GhcCore"]


_HEADINGS: list[Rule] = [
    (r"^=====.*=====$", "gh"),
    (r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ UTC$", "c1"),
]


def _namespace(run: Run, match: re.Match[str]) -> None:
    # Rouge shows the name twice.
    run.token("nn", match[0])
    run.token("p", match[0][:-1])


class GhcCore(Lexer):
    """GHC's Core."""

    states: ClassVar[States] = {
        "root": [
            *_HEADINGS,
            (r"^Result size of .+\n.+\{[^}]*\}", "cm"),
            (r"--.*$", "c1"),
            (r"\[", "cs", "annotation"),
            (r"(Rec)(\s*)(\{)", ("k", "", "p")),
            (r"^(end)(\s*)(Rec)(\s*)(\})", ("k", "", "k", "", "p")),
            (r'^"(?s:.*?)"', "nl", "expression"),
            (r"^\S+(?=(?s:.*?)(?:=|::))", "nf", "expression"),
            (r"\s", ""),
            (r".", ""),
        ],
        "expression": [(r"\n+", ""), (r"(?=\S)", "", POP), (r"\s+", "", "expression_line")],
        "expression_line": [
            (r" ", ""),
            (r"\[[^=]*\]", "kt"),
            (r"\[", "cs", "annotation"),
            (r"\d+\.\d+#{0,2}", "mf"),
            (r"\d+#{0,2}", "mi"),
            (r'".*"#', "s"),
            (r"'.'#", "sc"),
            (r"__DEFAULT", "no"),
            (r"[.,(){};]", "p"),
            (r"=>|->|::|=", "o"),
            (r"forall|case|of|letrec|let|join", "k"),
            (r"[@\\]", "o"),
            (r"^[A-Z]\w*\.", _namespace),
            (r"[A-Z][^\s.,(){}]*", "kt"),
            (r"([a-z].*?\d+\.\d+\.\d+)(:)(?=\S)", ("nn", "p")),
            (r"\S*\(,\)\S*", "nv"),
            (r"\S[^\s.,(){}]*", "nv"),
            (r"\n", "", POP),
        ],
        "annotation": [(r"\]", "cs", POP), (r"\[", "cs", AGAIN), (r"[^\[\]]+", "cs")],
    }


_ID = r"(?:(?!#[a-zA-Z])[\w#$%_']+)"
_NAME = r"(?:(?:[\w#$%_']|\(\)|\(,\)|\[\])*[\w#$%_']+)"
_GAP = r"(?:\s|//(?s:.*?)\n|/[*](?:[^*]|[*][^/])*[*]+/)"


_numbers = count()


def _parts(*parts: tuple[str, str | None]) -> tuple[str, Callback]:
    """A rule of patterns and their types; None is for a gap.

    A gap is lexed by itself: it may hold comments.
    """
    named = [(f"part{next(_numbers)}", pattern, kind) for pattern, kind in parts]

    def split(run: Run, match: re.Match[str]) -> None:
        for name, _, kind in named:
            if kind is None:
                run.tokens += run.lexer.tokens(match[name])
            else:
                run.token(kind, match[name])

    return "".join(f"(?P<{name}>{pattern})" for name, pattern, _ in named), split


_SOME: tuple[str, None] = (f"{_GAP}+", None)
_ANY: tuple[str, None] = (f"{_GAP}*", None)


_INFOS: list[Rule] = [
    (
        r"(args|res|upd|label|rep|srt|arity|fun_type|arg_space|updfr_space)(:)",
        ("py", "p"),
    ),
    (r"(stack_info)(:)", ("ni", "p")),
]
_LITERALS: list[Rule] = [
    (r"-?[0-9]+\.[0-9]+", "mf"),
    (r"-?[0-9]+", "mi"),
    (r'"', "dl", "literal_string"),
]
_OPERATORS: list[Rule] = [(r"\.\.", "o"), (r"[+\-*/<>=!&|~]", "o"), (r"[\[\].{}:;,()]", "p")]


class GhcCmm(Lexer):
    """GHC's Cmm."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            *_HEADINGS,
            (r"(section)(\s+)", ("k", ""), "section"),
            (r"#(?:include|endif|else|if)", "cp"),
            _parts((r"#define", "cp"), _ANY, (_ID, "nl")),
            (r"(\{ )(info_tbls)(:)", ("p", "ni", "p"), "info_tbls_body"),
            "comments",
            *_LITERALS,
            "keywords",
            (rf"{_ID}(?=\[[^\]])", "kt"),
            (rf"{_ID}\[\]", "kt"),
            _parts((_ID, "nl"), _SOME, (_ID, "nf"), _ANY, (r"\(", "p")),
            _parts((_ID, "kt"), _SOME, (_ID, "nl")),
            *_INFOS,
            "names",
            *_OPERATORS,
            (r"\\\n", ""),
            (r".", ""),
        ],
        "section": [
            (r'"(?:data|cstring|text|rodata|relrodata|bss)"', "nb"),
            (r"\{", "p", POP),
            "names",
            *_OPERATORS,
            "keywords",
            (r"\s+", ""),
        ],
        "info_tbls_body": [
            (r"\}", "p", POP),
            (r"\{", "p", AGAIN),
            (r"(?=label:)", "", "label"),
            (rf"(\()({_NAME})(,)", ("p", "nl", "p")),
            *_LITERALS,
            *_INFOS,
            "keywords",
            *_OPERATORS,
            (_ID, ""),
            (r"\s+", ""),
        ],
        "label": [
            *_INFOS,
            "names",
            "keywords",
            *_OPERATORS,
            (r"[^\S\n]+", ""),
            (r"\n", "", POP),
        ],
        "comments": [(r"/{2}.*", "c1"), (r"\(likely.*?\)", "c"), (r"/\*(?s:.*?)\*/", "cm")],
        "literal_string": [(r"\\.", "se"), (r"%.", "ss"), (r'"', "dl", POP), (r".", "s")],
        "keywords": [
            (r"(const)(\s+)", ("kc", "")),
            (r'"', "s2"),
            _parts(("switch", "k"), ("[^{]*", None), (r"\{", "p")),
            _parts(("arg|result", "py"), _SOME, ("hints", "py"), (":", "p")),
            _parts(("returns", "k"), _ANY, ("to", "k")),
            _parts(("never", "k"), _ANY, ("returns", "k")),
            _parts(("return", "k"), _ANY, (r"\(", "p")),
            _parts(
                (
                    (
                        "if|else|goto|call|offset|import|jump|ccall|foreign|prim|case|unwind|export"
                        "|reserve|push"
                    ),
                    "k",
                ),
                (_GAP, None),
            ),
            _parts(("default", "k"), _ANY, (":", "p")),
        ],
        "names": [
            _parts(("::", "o"), _ANY, (r"[A-Z]\w+", "kt")),
            (rf"<{_ID}>", "nb"),
            (
                (
                    r"(?:Sp|SpLim|Hp|HpLim|HpAlloc|BaseReg|CurrentNursery|CurrentTSO|R\d{1,2}|gcptr)"
                    rf"(?!{_ID})"
                ),
                "vg",
            ),
            (rf"([A-Z]{_ID})(\.)", ("nn", "p"), "namespace_name"),
            (rf"(`)({_ID})(`)", ("p", "nf", "p")),
            (rf"(?={_NAME}{_GAP}*[{{(])", "", "function"),
            (r"CLOSURE", "kt"),
            (_NAME, "nl"),
        ],
        "namespace_name": [
            (rf"([A-Z]{_ID})(\.)", ("nn", "p")),
            (*_parts((_NAME, "nf"), _ANY, (r"[{(]", "p")), POP),
            (_NAME, "nl", POP),
            (r"(?=(?s:.))", "", POP),
        ],
        "function": [
            (
                (
                    r"INFO_TABLE_FUN|INFO_TABLE_CONSTR|INFO_TABLE_SELECTOR|INFO_TABLE_RET"
                    r"|INFO_TABLE"
                ),
                "nb",
            ),
            (rf"%{_ID}", "nb"),
            (_NAME, "nf"),
            (r"\s+", ""),
            (r"[({]", "p", POP),
            "comments",
        ],
    }
