"""HashiCorp's configuration language, and Terraform."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["Hcl", "Terraform"]

_CONSTANTS = words("nx", kc="true false null")
_TERRAFORM = words(
    "nx",
    k="terraform module provider variable resource data provisioner output",
    kd="var local",
    kc="true false null",
)


class _Source(Run):
    """A run that knows which word ends the here-document it is in."""

    __slots__ = ("heredoc",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.heredoc = ""


def _heredoc(run: _Source, match: re.Match[str]) -> None:
    run.token("o", match["arrows"])
    run.token("", match["gap"])
    run.token("sh", match["quote"] + match["slash"])
    run.token("no", match["end"])
    run.token("sh", match["quote"])
    run.heredoc = match["end"]
    run.push("heredoc")


def _heredoc_line(run: _Source, match: re.Match[str]) -> None:
    if match["word"] == run.heredoc:
        run.token("no", match[0])
        run.pop(2)
    else:
        run.token("sh", match[0])


def _word(run: Run, match: re.Match[str]) -> None:
    kind = _CONSTANTS.get(match[0], "nx")
    run.token(kind, match[0])
    if kind != "kc":
        run.push("composite")


def _terraform_word(run: Run, match: re.Match[str]) -> None:
    kind = _TERRAFORM.get(match[0], "nx")
    run.token(kind, match[0])
    if kind != "kc":
        run.push("composite")


class Hcl(Lexer):
    """HCL."""

    def begin(self, text: str = "") -> Run:
        """A run that remembers the end of a here-document."""
        return _Source(self, text)

    states: ClassVar[States] = {
        "root": [
            "comments_and_whitespace",
            "primitives",
            (r"\{", "p", "hash"),
            (r"\[", "p", "array"),
            "words",
        ],
        "words": [(r"[$a-zA-Z_][a-zA-Z0-9_]*", _word)],
        "comments_and_whitespace": [
            (r"\s+", ""),
            (r"//.*?$", "c1"),
            (r"#.*?$", "c1"),
            (r"/[*]", "cm", "multiline_comment"),
        ],
        "multiline_comment": [(r"[*]/", "cm", POP), (r"[^*/]+", "cm"), (r"[*/]", "cm")],
        "primitives": [
            (r"[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?(?:[kKmMgG]b?)?", "mf"),
            (r"[0-9]+(?:[kKmMgG]b?)?", "mi"),
            (r'"', "s2", "dq"),
            (r"'", "s1", "sq"),
            (
                r"(?P<arrows><<-?)(?P<gap>\s*)(?P<quote>'?)(?P<slash>\\?)(?P<end>\w+)(?P=quote)",
                _heredoc,
            ),
        ],
        "composite": [
            "comments_and_whitespace",
            (r"\{", "p", (POP, "hash")),
            (r"\[", "p", (POP, "array")),
            "root",
            (r"", "", POP),
        ],
        "hash": ["comments_and_whitespace", (r"=", "p"), (r"\}", "p", POP), "root"],
        "array": ["comments_and_whitespace", (r",", "p"), (r"\]", "p", POP), "root"],
        "dq": [(r'[^\\"]+', "s2"), (r'\\"', "se"), (r'"', "s2", POP)],
        "sq": [(r"[^\\']+", "s1"), (r"\\'", "se"), (r"'", "s1", POP)],
        "heredoc": [(r"\n", "sh", "heredoc_nl"), (r"[^$\n]+", "sh"), (r"[$]", "sh")],
        "heredoc_nl": [(r"\s*(?P<word>\w+)\s*\n", _heredoc_line), (r"", "", POP)],
    }


class Terraform(Hcl):
    """Terraform."""

    states: ClassVar[States] = {
        **Hcl.states,
        "words": [(r"[$a-zA-Z_][a-zA-Z0-9_]*", _terraform_word)],
        "hash": [(r"[.,()*]", "p"), *Hcl.states["hash"]],
        "array": [(r"[.,()*]", "p"), *Hcl.states["array"]],
        "strings": [(r"\\.", "se"), (r"\$\{", "k", "interpolation")],
        "dq": [(r'[^\\"$]+', "s2"), "strings", (r'"', "s2", POP)],
        "sq": [(r"[^\\'$]+", "s1"), "strings", (r"'", "s1", POP)],
        "heredoc": [*Hcl.states["heredoc"], "strings"],
        "interpolation": [(r"\}", "k", POP), "expression"],
        "regexp_inner": [
            (r"[^\"/\\]+", "sr"),
            (r"\\.", "sr"),
            (r'/"', "dl", POP),
            (r"[\"/]", "sr"),
        ],
        "expression": [
            (r'"/', "dl", (POP, "regexp_inner")),
            "primitives",
            (r"\s+", ""),
            (r"\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|==|!=", "o"),
            (r"[-<>+*%&|^/!=?:]=?", "o"),
            (r"[(\[,]", "p"),
            (r"[)\].]", "p"),
            (r"[$a-zA-Z_\-][a-zA-Z0-9_\-]*", _TERRAFORM),
        ],
    }
