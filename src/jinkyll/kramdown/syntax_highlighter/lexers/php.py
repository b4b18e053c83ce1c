"""PHP and Hack, in HTML or alone."""

from __future__ import annotations

import re
from functools import cache
from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.lookup import find_option
from jinkyll.kramdown.syntax_highlighter.machine import (
    AGAIN,
    POP,
    RESET,
    Lexer,
    Run,
    StandIns,
    States,
)
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

__all__ = ["Hack", "Php"]

_ID = r"(?u:[^\W\d]\w*)"
_NAMESPACE = rf"(?:{_ID}\\)+"
_FULL_ID = rf"(?:{_NAMESPACE})?{_ID}"
_KEYWORD_LIST = """
old_function cfunction __class__ __dir__ __file__ __function__ __halt_compiler __line__ __method__
__namespace__ __trait__ abstract and array as break case catch clone continue declare default die do
echo else elseif empty enddeclare endfor endforeach endif endswitch endwhile eval exit extends final
finally fn for foreach global goto if implements include include_once instanceof insteadof isset
list match new or parent print private protected public readonly require require_once return self
static switch throw try unset var while xor yield
"""
_KEYWORDS = frozenset(_KEYWORD_LIST.split())
_HACK_KEYWORD_LIST = """
type newtype enum super async await Awaitable vec dict keyset void int string bool float double
arraykey num Stringish
"""
_HACK_KEYWORDS = _KEYWORDS | frozenset(_HACK_KEYWORD_LIST.split())
_STATES_OF_WORDS = {
    "use": ("kn", "in_use"),
    "const": ("k", "in_const"),
    "catch": ("k", "in_catch"),
    "public": ("k", "in_visibility"),
    "protected": ("k", "in_visibility"),
    "private": ("k", "in_visibility"),
}
_CONSTANT_OF_PHP = re.compile(r"(?:E|PHP)(?:_[A-Z]+)+$", re.MULTILINE)


@cache
def _functions() -> frozenset[str]:
    """The functions that come with PHP and its extensions."""
    (functions,) = word_lists("php")
    return frozenset(functions.split())


class _Page(Run):
    """A run with the text around under way."""

    __slots__ = ("parent",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.parent = find_option(lexer, "parent", "html").begin()
        if "start_inline" not in lexer.options:
            self.push("start")
        elif lexer.option("start_inline", default=False):
            self.push("php")


def _parent(run: _Page, match: re.Match[str]) -> None:
    run.delegate(run.parent, match[0])


def _keywords(run: _Page) -> frozenset[str]:
    return _HACK_KEYWORDS if isinstance(run.lexer, Hack) else _KEYWORDS


def _call(run: _Page, match: re.Match[str]) -> None:
    name = match[0].lower()
    if name in _keywords(run):
        kind = "k"
    elif name in _functions() and run.lexer.option("funcnamehighlighting", default=True):
        kind = "nb"
    else:
        kind = "nf"
    run.token(kind, match[0])


def _kind_of_name(name: str) -> str:
    if not name[0].isupper():
        return "n"
    if len(name) > 1 and all(sign.isupper() or not sign.isalpha() for sign in name):
        return "no"
    return "nc" if name.isalnum() else "n"


def _name(run: _Page, match: re.Match[str]) -> None:
    name = match[0]
    lower = name.lower()
    special = _STATES_OF_WORDS.get(lower)
    if special:
        kind = special[0]
        run.push(special[1])
    elif lower in _keywords(run):
        kind = "k"
    elif name.startswith("__") and name.endswith("__") and len(name) > 3:
        kind = "nb"
    elif _CONSTANT_OF_PHP.match(name):
        kind = "kc"
    else:
        kind = _kind_of_name(name.rpartition("\\")[2])
    run.token(kind, name)


class Php(Lexer):
    """PHP.

    Options: `start_inline` (without it, the code itself tells whether it begins in PHP), `parent`
    for the language around it, `funcnamehighlighting`.
    """

    stand_ins: ClassVar[StandIns | None] = None

    def begin(self, text: str = "") -> Run:
        """A run that keeps the state of the text around."""
        return _Page(self, text)

    states: ClassVar[States] = {
        "root": [
            (r"<\?(?:(?i:php)|=)?", "cp", "php"),
            (r"(?s:.*?(?=<\?)|.*)", _parent),
        ],
        "start": [
            (r"\s*(?=<)", _parent, POP),
            (r"[^$]+(?=<\?(?:(?i:php)|=))", _parent, POP),
            (r"", "", (POP, "php")),
        ],
        "escape": [(r"\?>", "cp", RESET)],
        "return": [(r"", "", POP)],
        "names": [(rf"{_FULL_ID}(?=\s*\()", _call), (_FULL_ID, _name)],
        "operators": [(r"[~!%^&*+|:.<>/@-]+", "o")],
        "string": [
            (r'"', "s2", POP),
            (r'[^\\{$"]+', "s2"),
            (r"\\u\{[0-9a-fA-F]+\}", "se"),
            (r"\\(?:[efrntv\"$\\]|[0-7]{1,3}|[xX][0-9a-fA-F]{1,2})", "se"),
            (rf"\${_ID}(?:\[\S+\]|->{_ID})?", "nv"),
            (r"\{\$\{", "si", "string_interp_double"),
            (r"\{(?=\$)", "si", "string_interp_single"),
            (r"(\{)(\S+)(\})", ("si", "nv", "si")),
            (r"[${\\]+", "s2"),
        ],
        "string_interp_double": [(r"\}\}", "si", POP), "php"],
        "string_interp_single": [(r"\}", "si", POP), "php"],
        "values": [
            (
                rf"<<<(?P<quote>[\"']?)(?P<end>{_ID})(?P=quote)\n(?s:.*?)\n\s*(?i:(?P=end));?",
                "sh",
            ),
            (r"(?:\d[_\d]*)?\.(?:\d[_\d]*)?(?:[eE][+-]?\d[_\d]*)?", "mf"),
            (r"0[0-7][0-7_]*", "mo"),
            (r"0[bB][01][01_]*", "mb"),
            (r"0[xX][a-fA-F0-9][a-fA-F0-9_]*", "mh"),
            (r"\d[_\d]*", "mi"),
            (r"'[^'\\]*(?:\\.[^'\\]*)*'", "s1"),
            (r"`[^`\\]*(?:\\.[^`\\]*)*`", "sb"),
            (r'"', "s2", "string"),
            (
                r"(?i:function|fn)\b",
                "k",
                ("in_function_return", "in_function_params", "in_function_name"),
            ),
            (r"(?i:true|false|null)\b", "kc"),
            (r"(?i:new)\b", "k", "in_new"),
        ],
        "variables": [(rf"\$\{{\$+{_ID}\}}", "nv"), (rf"\$+{_ID}", "nv")],
        "whitespace": [
            (r"\s+", ""),
            (r"#.*?$", "c1"),
            (r"//.*?$", "c1"),
            (r"(?s:/\*\*(?!/).*?\*/)", "cd"),
            (r"(?s:/\*.*?\*/)", "cm"),
        ],
        "php": [
            "escape",
            "whitespace",
            "variables",
            "values",
            (rf"((?i:namespace))(\s+)({_FULL_ID})", ("kn", "", "nn")),
            (
                rf"((?i:class|interface|trait|extends|implements))(\s+)({_FULL_ID})",
                ("kd", "", "nc"),
            ),
            "names",
            (r"[;,(){}\[\]]", "p"),
            "operators",
            (r"[=?]", "o"),
        ],
        "in_assign": [
            (r",", "p", POP),
            (r"[\[\]]", "p"),
            (r"\(", "p", "in_assign_function"),
            "escape",
            "whitespace",
            "values",
            "variables",
            "names",
            "operators",
            "return",
        ],
        "in_assign_function": [(r"\)", "p", POP), (r",", "p"), "in_assign"],
        "in_catch": [
            (r"\(", "p"),
            (r"\|", "o"),
            (_ID, "nc"),
            "escape",
            "whitespace",
            "return",
        ],
        "in_const": [
            (_ID, "no"),
            (r"=", "o", "in_assign"),
            "escape",
            "whitespace",
            "return",
        ],
        "in_function_body": [(r"\{", "p", AGAIN), (r"\}", "p", POP), "php"],
        "in_function_name": [
            (r"&", "o"),
            (_ID, "n"),
            (r"\(", "p", POP),
            "escape",
            "whitespace",
            "return",
        ],
        "in_function_params": [
            (r"\)", "p", POP),
            (r",", "p"),
            (r"[.]{3}", "p"),
            (r"=", "o", "in_assign"),
            (r"(?i:public|protected|private|readonly)\b", "k"),
            (rf"\??{_ID}", "kt", "in_assign"),
            "escape",
            "whitespace",
            "variables",
            "return",
        ],
        "in_function_return": [
            (r":", "p"),
            (r"(?i:use)\b", "k", "in_function_use"),
            (rf"\??{_ID}", "kt", "in_assign"),
            (r"\{", "p", (POP, "in_function_body")),
            "escape",
            "whitespace",
            "return",
        ],
        "in_function_use": [
            (r"[,(]", "p"),
            (r"&", "o"),
            (r"\)", "p", POP),
            "escape",
            "whitespace",
            "variables",
            "return",
        ],
        "in_new": [
            (r"(?i:class)\b", "kd", (POP, "in_new_class")),
            (_FULL_ID, "nc", POP),
            "escape",
            "whitespace",
            "return",
        ],
        "in_new_class": [(r"\}", "p", POP), (r"\{", "p"), "php"],
        "in_use": [
            (r"[,}]", "p"),
            (r"(?i:function|const)\b", "k"),
            (rf"({_NAMESPACE})(\{{)", ("nn", "p")),
            (rf"{_FULL_ID}(?:_{_ID})+", "nf"),
            "escape",
            "whitespace",
            "names",
            "return",
        ],
        "in_visibility": [
            (r"(?i:readonly|static)\b", "k"),
            (r"(?=(?i:abstract|const|function)\b)", "k", POP),
            (rf"\??{_ID}", "kt", POP),
            "escape",
            "whitespace",
            "return",
        ],
    }


class Hack(Php):
    """Hack, with PHP's options."""

    states: ClassVar[States] = {
        **Php.states,
        "root": [
            (r"<\?hh(?:\s*//\s*(?:strict|decl|partial))?$", "cp", "php"),
            *Php.states["root"],
        ],
        "php": [
            (
                r"(/\*\s*)(HH_(?:IGNORE_ERROR|FIXME)\[\d+\])([^*]*)(\*/)",
                ("cp", "cp", "cm", "cp"),
            ),
            (r"// UNSAFE(?:_EXPR|_BLOCK)?", "cp"),
            (r"/\*\s*UNSAFE_EXPR\s*\*/", "cp"),
            *Php.states["php"],
        ],
    }
