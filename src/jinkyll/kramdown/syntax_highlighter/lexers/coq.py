"""Coq."""

from __future__ import annotations

import re
from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Run, States, words

__all__ = ["Coq"]

_WORDS = words(
    "no",
    k="""
Definition Theorem Lemma Remark Example Fixpoint CoFixpoint Record Inductive CoInductive Corollary
Goal Proof Ltac Require Import Export Module Section End Variable Context Polymorphic Monomorphic
Universe Universes Variables Class Instance Global Local Include Printing Notation Infix Arguments
Hint Rewrite Immediate Qed Defined Opaque Transparent Existing Compute Eval Print SearchAbout
Search About Check
""",
    kr="as fun if in let match then else return end Type Set Prop forall",
    kp="""
apply eapply auto eauto rewrite setoid_rewrite with in as at destruct split inversion injection
intro intros unfold fold cbv cbn lazy subst clear symmetry transitivity etransitivity erewrite
edestruct constructor econstructor eexists exists f_equal refine instantiate revert simpl
specialize generalize dependent red induction beta iota zeta delta exfalso autorewrite compute
vm_compute native_compute
repeat first try
""",
    ne="omega solve congruence reflexivity exact assumption eassumption",
)
_PUNCTUATION = frozenset("_;:⇒→↔⇔≔≡∀∃∧∨¬⊤⊥⊢⊨∈")
_OPERATORS = frozenset("[];,{}_()!$%&*+./:<=>?@^|~#-")
_ID = r"(?:[a-zA-Z][\w']*|_[\w']+)"
_OPTIONS = re.compile(r"(?a:\s+|\w+)")


class _Proof(Run):
    """A run that holds the last part of a name with dots back until its end is seen."""

    __slots__ = ("name", "qualified")

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.name = ""
        self.qualified = False

    def end_name(self) -> None:
        """Say what the name was."""
        self.token("no" if self.qualified else _WORDS.get(self.name, "no"), self.name)
        self.qualified = False
        self.pop()


def _name(run: _Proof, match: re.Match[str]) -> None:
    run.name = match[0]
    run.qualified = False
    run.push("continue_id")


def _part(run: _Proof, match: re.Match[str]) -> None:
    run.token("nn", run.name)
    run.token("p", ".")
    run.qualified = True
    run.name = match[0][1:]


def _sentence_end(run: _Proof, match: re.Match[str]) -> None:
    run.end_name()
    run.token("pi", ".")
    run.token("w", match[0][1:])


def _name_end(run: _Proof, match: re.Match[str]) -> None:
    del match
    run.end_name()


def _options(run: Run, match: re.Match[str]) -> None:
    for part in _OPTIONS.findall(match[0]):
        run.token("w" if part.isspace() else "k", part)
    run.token("pi", ".")


def _other(run: Run, match: re.Match[str]) -> None:
    sign = match[0]
    run.token("p" if sign in _PUNCTUATION else "o" if sign in _OPERATORS else "err", sign)


class Coq(Lexer):
    """Coq."""

    def begin(self, text: str = "") -> Run:
        """A run that holds names back."""
        return _Proof(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"[(][*](?![)])", "c", "comment"),
            (r"\s+", "w"),
            (r"(Module)(\s+)(Type)(\s+)", ("k", "w", "k", "w")),
            (
                (
                    r"(?:Set|Unset)\s+(?:Universe|Printing|Implicit|Strict)\s+"
                    r"(?:Polymorphism|All|Notations|Arguments|Universes|Implicit)\s*\."
                ),
                _options,
            ),
            (_ID, _name),
            (r"/\\", "o"),
            (r"\\/", "o"),
            (r"-?\d[\d_]*(?:.[\d_]*)?[eE][+-]?\d[\d_]*", "mf"),
            (r"\d[\d_]*", "mi"),
            (r"'(?:\\[\\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'", "sc"),
            (r"'", "k"),
            (r'"', "s2", "string"),
            (rf"[~?]{_ID}", "nv"),
            (r".", _other),
        ],
        "comment": [
            (r"[^(*)]+", "c"),
            (r"[(][*]", "c", AGAIN),
            (r"[*][)]", "c", POP),
            (r"[(*)]", "c"),
        ],
        "string": [(r'(?:\\")+|[^"]', "s2"), (r'"', "s2", POP)],
        "continue_id": [(rf"\.{_ID}", _part), (r"\.\s+", _sentence_end), (r"", _name_end)],
    }
