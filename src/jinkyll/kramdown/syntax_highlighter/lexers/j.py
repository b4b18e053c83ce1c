"""J."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["J"]

_INFLECTIONS = ("", ".", ":", "..", ".:", ":.", "::")
# What a sign is, bare and with each inflection: verb, modifier, name, noun, parameter, other; a
# blank where there is no such thing.
_PRIMITIVE_LIST = """
() o
= voo
<>+-*%$|,# vvv
^ vvm
~" mvv
.:@ mmm
; vmv
! vmm
/\\ mmv
[ v-v
] v
{ vvv---v
} mvv---m
` m-m
& mmm-m
? vv
a ncc
ACeEIjorv nv
bdfHMT nm
Dt nmm
F nmmmmmm
iu nvv
L nvm
mny p
p nvvv
qsZ n-v
S n-m
u pvv
v pv
x p-v
"""
_PRIMITIVES = {
    sign: parts
    for signs, parts in (line.split() for line in _PRIMITIVE_LIST.split("\n") if line)
    for sign in signs
}
_KINDS = {"c": "kc", "v": "nf", "m": "o", "n": "n", "p": "bp", "o": "p"}
_CONTROL_LIST = """
assert break case catch catchd catcht continue do else elseif end fcase for if return select throw
try while whilst
"""
_CONTROLS = frozenset(_CONTROL_LIST.split())
_NAMED_CONTROLS = frozenset(["for", "goto", "label"])


class _Script(Run):
    """A run that knows what the body of a definition is, and if a note comes next."""

    __slots__ = ("body", "note_next")

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.body = "code"
        self.note_next = False


def _primitive(run: Run, match: re.Match[str]) -> None:
    parts = _PRIMITIVES.get(match["sign"], "n")
    inflection = match["inflection"]
    at = _INFLECTIONS.index(inflection) if inflection in _INFLECTIONS else len(parts)
    run.token(_KINDS.get(parts[at : at + 1], "err"), match[0])


def _constant_verb(run: Run, match: re.Match[str]) -> None:
    run.token("err" if match["more"] else "nf", match[0])


def _number(run: Run, match: re.Match[str]) -> None:
    run.token("err" if match["rest"] else "m", match[0])


def _word(run: Run, match: re.Match[str]) -> None:
    if match["dots"] != ".":
        run.token("err" if match["dots"] else "n", match[0])
        return
    word, mark, name = match["word"].partition("_")
    known = _CONTROLS if not mark else _NAMED_CONTROLS if name else frozenset()
    if word in known:
        run.token("k", word + mark)
        run.token("n" if word == "for" else "nl", name)
        run.token("k", ".")
    else:
        run.token("err", match[0])


def _newline(run: _Script, match: re.Match[str]) -> None:
    run.token("", match[0])
    if run.note_next:
        run.push("note")
        run.note_next = False


def _definition(run: _Script, match: re.Match[str]) -> None:
    run.token("kp", match["kind"])
    run.token("", match["gap"])
    run.token("kp", match["define"])
    run.token("", match["after"])
    run.body = "noun" if match["kind"] in {"0", "noun"} else "code"
    if match["define"] == "define":
        if len(run.stack) > 1:
            run.pop()
        run.push(run.body, "def_next")
    else:
        run.push("expl_def")


def _note(run: _Script, match: re.Match[str]) -> None:
    run.token("", match["before"])
    run.token("n", match["note"])
    run.token("", match["end"])
    run.note_next = True


def _explicit(run: _Script, match: re.Match[str]) -> None:
    run.token("kp", match[0])
    if len(run.stack) > 2:
        run.pop()
    run.goto(run.body)
    run.push("def_next")


def _quoted_definition(run: _Script, match: re.Match[str]) -> None:
    if run.body == "noun":
        run.token("s1", match[0])
        run.goto("str")
    else:
        run.token("p", match[0])
        run.goto("q_expr")


_BLANKS = r"[ \t]*"


class J(Lexer):
    """J."""

    def begin(self, text: str = "") -> Run:
        """A run that knows the bodies of definitions."""
        return _Script(self, text)

    states: ClassVar[States] = {
        "expr": [
            (r"\s+", ""),
            (r"(?P<sign>[!-&(-/:-@\[-^`{-~]|[A-Za-z]\b)(?P<inflection>[.:]*)", _primitive),
            (r"(?:\d|_\d?):(?P<more>[.:]*)", _constant_verb),
            (r"[\d_][\w.]*(?P<rest>[.:]*)", _number),
            (r"'", "s1", "str"),
            (r"NB\.(?![.:]).*", "c1"),
            (r"(?P<word>[A-Za-z]\w*)(?P<dots>[.:]*)", _word),
        ],
        "str": [(r"''", "se"), (r"[^'\n]+", "s1"), (r"'|$", "s1", POP)],
        "root": [
            (r"\n", _newline),
            (
                (
                    r"(?P<kind>[0-4]|13|adverb|conjunction|dyad|monad|noun|verb)(?P<gap>[ \t]+)"
                    r"(?P<define>def(?:ine)?\b|:)(?![.:])(?P<after>[ \t]*)"
                ),
                _definition,
            ),
            (
                rf"^(?P<before>{_BLANKS})(?P<note>Note\b(?![.:]))(?P<end>[ \t\r]*)(?!=[.:]|$)",
                _note,
            ),
            (r"[mnuvxy]\b(?![.:])", "n"),
            "expr",
        ],
        "def_next": [(r"\n", "", POP), "root"],
        "expl_def": [
            (r"0\b(?![.:])", _explicit),
            (r"'", _quoted_definition),
            (r"", "", POP),
        ],
        "q_expr": [
            (r"''", "s1", "q_str"),
            (r"'|$", "p", POP),
            (r"NB\.(?![.:])(?:[^'\n]|'')*", "c1"),
            "expr",
        ],
        "q_str": [
            (r"''''", "se"),
            (r"[^'\n]+", "s1"),
            (r"''", "s1", POP),
            (r"'|$", "p", 2 * POP),
        ],
        "note": ["delimiter", (r".+\n?", "cm")],
        "noun": ["delimiter", (r".+\n?", "sh")],
        "code": [
            "delimiter",
            (rf"^({_BLANKS})(:)([ \t\r]*)$", ("", "p", "")),
            "expr",
        ],
        "delimiter": [(rf"^({_BLANKS})(\))([ \t\r]*$\n?)", ("", "p", ""), POP)],
    }
