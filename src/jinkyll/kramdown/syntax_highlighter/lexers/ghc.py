"""What the Haskell compiler writes down: its Core."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["GhcCore"]


def _namespace(run: Run, match: re.Match[str]) -> None:
    # Rouge shows the name twice.
    run.token("nn", match[0])
    run.token("p", match[0][:-1])


class GhcCore(Lexer):
    """GHC's Core."""

    states: ClassVar[States] = {
        "root": [
            (r"^=====.*=====$", "gh"),
            (r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ UTC$", "c1"),
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
