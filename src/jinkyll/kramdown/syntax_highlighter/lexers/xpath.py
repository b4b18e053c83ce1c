"""XPath and XQuery."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, Run, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

if TYPE_CHECKING:
    import re

__all__ = ["XPath", "XQuery"]

_NC_NAME = r"[a-zA-Z_][a-zA-Z_\-.0-9]*"
_Q_NAME = rf"{_NC_NAME}(?::{_NC_NAME})?"
_EQ_NAME = rf"(?:Q\{{[^{{}}]*\}}{_NC_NAME}|{_Q_NAME})"
_PAREN = r"\((?!:)"
_STRING = r"\"(?:\"\"|[^\"])*\"|'(?:''|[^'])*'"
# In the order in which they are tried, which is not always that of their lengths.
_KIND_TEST = (
    "element|attribute|schema-element|schema-attribute|comment|text|node|document-node"
    "|namespace-node"
)
_AXES = (
    "child|descendant|attribute|self|descendant-or-self|following-sibling|following|namespace"
    "|parent|ancestor|preceding-sibling|preceding|ancestor|ancestor-or-self"
)
_OPERATORS = r",|=>|=|:=|:|>=|>>|>|<=|<<|<|-|\*|!=|\+|//|/|\|\||\|"
_KEYWORDS = "let|for|some|every|if|then|else|return|in|satisfies"
_WORD_OPERATORS = "and|or|eq|ge|gt|le|lt|ne|is|div|mod|idiv|intersect|except|union|to"


def _typed(word: str, state: str) -> Rule:
    first, last = word.split()
    return (rf"({first})(\s+)({last})", ("k", "w", "k"), state)


class XPath(Lexer):
    """XPath."""

    states: ClassVar[States] = {
        "commentsAndWhitespace": [(r"\(:", "c", "comment"), (r"\s+", "w")],
        "root": [
            "commentsAndWhitespace",
            (r"\.[0-9]+|[0-9]+(?:\.[0-9]*)?[eE][+-]?[0-9]+|[0-9]+\.[0-9]*", "mf"),
            (r"[0-9]+", "m"),
            (_STRING, "s"),
            (r"\$", "nv", "varname"),
            (_OPERATORS, "o"),
            (rf"(?:{_WORD_OPERATORS})\b", "ow"),
            (rf"(?:{_KEYWORDS})\b", "k"),
            (r"[?,{}()\[\]]", "p"),
            (rf"(function)(\s*)({_PAREN})", ("k", "w", "p")),
            (r"map|array|empty-sequence", "k"),
            (rf"({_KIND_TEST})(\s*)({_PAREN})", ("k", "w", "p"), "kindtest"),
            (rf"(processing-instruction)(\s*)({_PAREN})", ("k", "w", "p"), "kindtestforpi"),
            (rf"({_EQ_NAME})(\s*)({_PAREN})", ("nf", "w", "p")),
            (rf"({_EQ_NAME})(\s*)(#)(\s*)(\d+)", ("nf", "w", "nf", "w", "nf")),
            (r"(cast|castable)(\s+)(as)", ("k", "w", "k"), "singletype"),
            _typed("treat as", "itemtype"),
            _typed("instance of", "itemtype"),
            (r"as\b", "k", "itemtype"),
            (rf"({_NC_NAME})(\s*)(:)(\s*)(\*)", ("nt", "w", "p", "w", "o")),
            (rf"(\*)(\s*)(:)(\s*)({_NC_NAME})", ("o", "w", "p", "w", "nt")),
            (rf"({_AXES})(\s*)(::)", ("k", "w", "o")),
            (r"\.\.|\.|\*", "o"),
            (r"@", "na", "attrname"),
            (_EQ_NAME, "nt"),
        ],
        "singletype": ["commentsAndWhitespace", (_EQ_NAME, "kt", POP)],
        "itemtype": [
            "commentsAndWhitespace",
            (
                rf"({_KIND_TEST})(\s*)({_PAREN})",
                ("kt", "w", "p"),
                (POP, "occurrenceindicator", "kindtest"),
            ),
            (
                rf"(processing-instruction)(\s*)({_PAREN})",
                ("kt", "w", "p"),
                (POP, "occurrenceindicator", "kindtestforpi"),
            ),
            (
                rf"(item)(\s*)({_PAREN})(\s*)(\))",
                ("kt", "w", "p", "w", "p"),
                (POP, "occurrenceindicator"),
            ),
            (rf"(function|array|map|empty-sequence)(\s*)({_PAREN})", ("kt", "w", "p")),
            (r"(cast|castable)(\s+)(as)", ("k", "w", "k"), (POP, "singletype")),
            (r"(treat)(\s+)(as)", ("k", "w", "k"), (POP, "itemtype")),
            (r"(instance)(\s+)(of)", ("k", "w", "k"), (POP, "itemtype")),
            (r"as\b", "k"),
            (_OPERATORS, "o", POP),
            (rf"(?:{_WORD_OPERATORS})\b", "ow", POP),
            (rf"(?:{_KEYWORDS})\b", "k", POP),
            (r"[\[),]", "p", POP),
            (_EQ_NAME, "kt", (POP, "occurrenceindicator")),
        ],
        "kindtest": [
            "commentsAndWhitespace",
            (r"[?*]", "o"),
            (r",", "p"),
            (rf"(element|schema-element)(\s*)({_PAREN})", ("kt", "w", "p"), "kindtest"),
            (_EQ_NAME, "nt"),
            (r"\)", "p", POP),
        ],
        "kindtestforpi": [
            "commentsAndWhitespace",
            (_NC_NAME, "n"),
            (_STRING, "s"),
            (r"\)", "p", POP),
        ],
        "occurrenceindicator": [
            "commentsAndWhitespace",
            (r"[?*+]", "o", POP),
            (r"(?![?*+])", "", POP),
        ],
        "varname": [
            "commentsAndWhitespace",
            (rf"({_EQ_NAME})(\s*)({_PAREN})", ("nv", "w", "p"), POP),
            (_EQ_NAME, "nv", POP),
        ],
        "attrname": ["commentsAndWhitespace", (_EQ_NAME, "na", POP), (r"\*", "o", POP)],
        "comment": [
            (r":\)", "c", POP),
            (r"\(:", "c", "comment"),
            (r"[^:(]+", "c"),
            (r"[:(]", "c"),
        ],
    }


_DECLARATIONS = """
xquery encoding version declare module namespace copy-namespaces boundary-space construction
default collation base-uri preserve strip ordering ordered unordered order empty greatest least
no-preserve inherit no-inherit decimal-format decimal-separator grouping-separator infinity
minus-sign NaN percent per-mille zero-digit digit pattern-separator exponent-separator import
schema at element option function external context item typeswitch switch case try catch validate
lax strict type document attribute text comment processing-instruction for let where group by
return allowing tumbling stable sliding window start end only when previous next count ascending
descending
"""


def _close(run: Run, match: re.Match[str]) -> None:
    run.token("p", match[0])
    if len(run.stack) > 1:
        run.pop()


class XQuery(XPath):
    """XQuery."""

    states: ClassVar[States] = {
        **XPath.states,
        "tags": [
            (rf"<{_Q_NAME}", "nt", "start_tag"),
            (r"<!--", "c", "xml_comment"),
            (r"<\?.*?\?>", "cp"),
            (r"<!\[CDATA\[.*?\]\]>", "cp"),
            (r"&\S*?;", "ni"),
        ],
        "root": [
            "tags",
            (r"\{", "p"),
            (r"\}`?", _close),
            (rf"(namespace)(\s+)({_NC_NAME})", ("k", "w", "nn")),
            (rf"(?:{_KEYWORDS}|{any_of(_DECLARATIONS)})\b", "k"),
            (r";", "p"),
            (r"%", "kd", "annotation"),
            (rf"(\(#)(\s*)({_EQ_NAME})", ("cp", "w", "nt"), "pragma"),
            (r"``\[", "s", "str_constructor"),
            *XPath.states["root"],
        ],
        "annotation": ["commentsAndWhitespace", (_EQ_NAME, "kd", POP)],
        "pragma": ["commentsAndWhitespace", (r"#\)", "cp", POP), (r".", "cp")],
        "str_constructor": [
            (r"`\{", "p", "root"),
            (r"\]``", "s", POP),
            (r"[^`\]]+", "s"),
            (r"[`\]]", "s"),
        ],
        "xml_comment": [(r"[^-]+", "c"), (r"-->", "c", POP), (r"-", "c")],
        "start_tag": [
            (r"\s+", "w"),
            (r'([\w.:-]+\s*=)(")', ("na", "s"), "quot_attr"),
            (r"([\w.:-]+\s*=)(')", ("na", "s"), "apos_attr"),
            (r">", "nt", "tag_content"),
            (r"/>", "nt", POP),
        ],
        "quot_attr": [
            (r'"', "s", POP),
            (r"\{\{", "s"),
            (r"\{", "p", "root"),
            (r'[^"{>]+', "s"),
        ],
        "apos_attr": [
            (r"'", "s", POP),
            (r"\{\{", "s"),
            (r"\{", "p", "root"),
            (r"[^'{>]+", "s"),
        ],
        "tag_content": [
            (r"\s+", "w"),
            "tags",
            (r"\{\{|\}\}", ""),
            (r"\{", "p", "root"),
            (r"[^{}<&]", ""),
            (rf"</{_Q_NAME}\s*>", "nt", 2 * POP),
        ],
    }
