"""Template languages in HTML: Jinja, Twig, Handlebars."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lookup import find_option
from jinkyll.kramdown.syntax_highlighter.machine import (
    AGAIN,
    POP,
    Lexer,
    Run,
    States,
    words,
)
from jinkyll.kramdown.syntax_highlighter.patterns import quoted

if TYPE_CHECKING:
    import re

__all__ = ["Handlebars", "Jinja", "Template", "Twig", "parent"]


class Template(Run):
    """A run with the text around under way."""

    __slots__ = ("parent",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.parent = find_option(lexer, "parent", "html").begin()


def parent(run: Template, match: re.Match[str]) -> None:
    """Leave what was matched to the language around."""
    run.delegate(run.parent, match[0])


def _parent_before_mustache(run: Template, match: re.Match[str]) -> None:
    run.delegate(run.parent, match[0])
    if run.parent.stack[-1] == "attr":
        run.parent.pop()


class Jinja(Lexer):
    """Jinja; the option `parent` names the language around it."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of the text around."""
        return Template(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"\{#", "c", "comment"),
            (r"##.*", "c"),
            (r"(\{%-?)(\s*)(raw)(\s*)(-?%\})", ("cp", "", "k", "", "cp"), "raw"),
            (r"(\{%-?)(\s*)(verbatim)(\s*)(-?%\})", ("cp", "", "k", "", "cp"), "verbatim"),
            (r"\{%", "cp", "statement"),
            (r"\{\{", "cp", "expression"),
            (r"(?s:.+?)(?=\\|\{\{|\{%|\{#|##)", parent),
            (r"(?s:.+)", parent),
        ],
        "comment": [(r"[^#]+", "c"), (r"#\}", "c", POP), (r"#", "c")],
        "inside": [
            (r"(\|\s*)(\w+)", ("o", "nf")),
            (r"(\w+)(\()", ("nf", "p")),
            (quoted('"', lines=False), "s2"),
            (quoted("'", lines=False), "s1"),
            (r"\d+(?=\}\s)", "m"),
            (r"[+\-*/=]", "o"),
            (r"<=?|>=?|===?|!=", "o"),
            (r"[,\[\]()]", "p"),
            (r"\s+", ""),
        ],
        "expression": [(r"\w+\.?", "nv"), "inside", (r"%\}|\}\}", "cp", POP)],
        "statement": [
            (
                r"\w+\.?",
                words(
                    "nv",
                    k="""
                    as context do else extends from ignore missing import include reversed recursive
                    scoped autoescape endautoescape block endblock call endcall filter endfilter for
                    endfor if endif macro endmacro set endset trans endtrans with endwith without
                    """,
                    kp="true false none True False None",
                    ow="is in and or not",
                    nb="""
                    callable defined divisibleby equalto escaped even iterable lower mapping number
                    odd sameas sequence string undefined upper
                    """,
                ),
            ),
            "inside",
            (r"%\}", "cp", POP),
        ],
        "raw": [
            (r"(\{%-?)(\s*)(endraw)(\s*)(-?%\})", ("cp", "", "k", "", "cp"), POP),
            (r"[^{]+", ""),
            (r"\{", ""),
        ],
        "verbatim": [
            (
                r"(\{%-?)(\s*)(endverbatim)(\s*)(-?%\})",
                ("cp", "", "k", "", "cp"),
                POP,
            ),
            (r"[^{]+", ""),
            (r"\{", ""),
        ],
    }


class Twig(Jinja):
    """Twig."""

    states: ClassVar[States] = {
        **Jinja.states,
        "statement": [
            (
                r"\w+\.?",
                words(
                    "nv",
                    k="""
                    as do extends flush from import include use else starts ends with without
                    autoescape endautoescape block endblock embed endembed filter endfilter for
                    endfor if endif macro endmacro sandbox endsandbox set endset spaceless
                    endspaceless
                    """,
                    kp="true false none",
                    ow="is in and or not",
                    nb="constant defined divisibleby empty even iterable null odd sameas",
                ),
            ),
            "inside",
            (r"%\}", "cp", POP),
        ],
    }


class Handlebars(Lexer):
    """Handlebars and Mustache."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of the text around."""
        return Template(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"\\\{+", parent),
            (r"\{\{!--", "c", "comment"),
            (r"\{\{!.*?\}\}", "c"),
            (r"\{\{\{?", "k", ("stache", "open_sym")),
            (r"(?s:.+?)(?=\\|\{\{)", _parent_before_mustache),
            (r"(?s:.+)", parent),
        ],
        "comment": [
            (r"\{\{", "c", AGAIN),
            (r"\}\}", "c", POP),
            (r"[^{}]+", "c"),
            (r"[{}]", "c"),
        ],
        "stache": [
            (r"\}\}\}?", "k", POP),
            (r"\|", "p"),
            (r"~", "k"),
            (r"\s+", ""),
            (r"=", "o"),
            (r"[\[\]()]", "p"),
            (r"[.](?=[}\s])", "nv"),
            (r"[.][.]", "nv"),
            (r"[/.]", "p"),
            (quoted('"', lines=False), "s2"),
            (quoted("'", lines=False), "s1"),
            (r"\d+(?=\}\s)", "m"),
            (r"(?:true|false)(?=[}\s])", "kc"),
            (r"else(?=[}\s])", "k"),
            (r"this(?=[}\s])", "bp"),
            (r"@[\w$-]+", "na"),
            (r"[\w$-]+", "nv"),
        ],
        "open_sym": [
            (r"[#/]", "k", (POP, "block_name")),
            (r"[>^&~]", "k"),
            (r"", "", POP),
        ],
        "block_name": [(r"if(?=[}\s])", "k"), (r"[\w$-]+", "nn", POP), (r"", "", POP)],
    }
