"""Smarty and Velocity, template languages in HTML."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.templates import Template, parent
from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.patterns import quoted

__all__ = ["Smarty", "Velocity"]

_BUILTINS = """
append assign block call capture config_load debug extends for foreach foreachelse break continue
function if elseif else include include_php insert ldelim rdelim literal nocache php section
sectionelse setfilter strip while counter cycle eval fetch html_checkboxes html_image html_options
html_radios html_select_date html_select_time html_table mailto math textformat capitalize cat
count_characters count_paragraphs count_sentences count_words date_format default escape
from_charset indent lower nl2br regex_replace replace spacify string_format strip_tags to_charset
truncate unescape upper wordwrap
"""
_ID = r"[a-zA-Z_]\w*"


class Smarty(Lexer):
    """Smarty."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of the text around."""
        return Template(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"\{\s+", parent),
            (r"\{\*(?s:.*?)\*\}", "c"),
            (r"\{/?(?![\s*])", "k", "smarty"),
            (r"(?s:.+?(?=\{[/a-zA-Z0-9$#*\"'])|.+)", parent),
        ],
        "smarty": [
            (r"\{/?(?![\s*])", "k", AGAIN),
            (r"\}", "k", POP),
            (r"\s+", ""),
            (r"[~!%^&*()+=|\[\]:;,.<>/@?-]", "o"),
            (rf"#{_ID}#", "nv"),
            (rf"\${_ID}(?:\.\w+)*", "nv"),
            (r"(?:true|false|null)\b", "kc"),
            (r"[0-9](?:\.[0-9]*)?(?:eE[+-][0-9])?[flFLdD]?", "m"),
            (r'"(?:\\.|.)*?"', "s2"),
            (r"'(?:\\.|.)*?'", "s1"),
            (_ID, words("na", nb=_BUILTINS)),
        ],
    }


class Velocity(Lexer):
    """Velocity."""

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of the text around."""
        return Template(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"[^{#$]+", parent),
            (r"#\*(?s:.*?)\*#", "cm"),
            (r"##.*?$", "c1"),
            (rf"(#\{{?)({_ID})(\}}?)(\s?\()", ("p", "nf", "p", "p"), "directive_params"),
            (rf"(#\{{?)({_ID})(\}}|\b)", ("p", "nf", "p")),
            (r"\$\{?", "p", "variable"),
        ],
        "variable": [
            (_ID, "nv"),
            (r"\(", "p", "func_params"),
            (rf"(\.)({_ID})", ("p", "nv")),
            (r"\}", "p", POP),
            (r"", "", POP),
        ],
        "directive_params": [
            (r"&&|\|\||==?|!=?|[-<>+*%&|^/]|(?:eq|ne|gt|lt|ge|le|not|in)\b", "o"),
            (r"\[", "o", "range_operator"),
            (rf"{_ID}\b", "nf"),
            "func_params",
        ],
        "range_operator": [(r"[.]{2}", "o"), "func_params", (r"\]", "o", POP)],
        "func_params": [
            (r"\$\{?", "p", "variable"),
            (r"\s+", ""),
            (r",", "p"),
            (quoted('"'), "s2"),
            (quoted("'"), "s1"),
            (r"0[xX][0-9a-fA-F]+[Ll]?", "mh"),
            (r"[0-9]+\b", "mi"),
            (r"(?:true|false|null)\b", "kc"),
            (r"[(\[]", "p", AGAIN),
            (r"[)\]}]", "p", POP),
        ],
    }
