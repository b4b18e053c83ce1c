"""Haml and Slim, whose blocks are told by their indentation."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lookup import find, find_option
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, Run, States
from jinkyll.kramdown.syntax_highlighter.patterns import quoted

if TYPE_CHECKING:
    import re

__all__ = ["Haml", "Slim"]


class _Indented(Run):
    """A run that knows where a block begins, with the languages of its parts under way."""

    __slots__ = ("block", "filter", "html", "indentation", "outer", "ruby")

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.ruby = find("ruby").begin()
        self.html = find("html").begin()
        self.filter: Run | None = None
        self.block: str | None = None
        self.indentation = self.outer = ""

    def starts_block(self, state: str) -> None:
        """What is indented more than this line is in `state`."""
        self.block = state
        self.outer = self.indentation


def _indentation(run: _Indented, match: re.Match[str]) -> None:
    indentation = run.indentation = match[0]
    run.token("", indentation)
    if run.block and indentation != run.outer and indentation.startswith(run.outer):
        run.push(run.block)
    else:
        run.block = None
        run.push("content")


def _end_of_line(run: _Indented, match: re.Match[str]) -> None:
    run.token("", match[0])
    run.stack[:] = ["root"]


def _ruby(run: _Indented, match: re.Match[str]) -> None:
    run.delegate(run.ruby, match[0])


def _html(run: _Indented, match: re.Match[str]) -> None:
    run.delegate(run.html, match[0])


def _filtered(run: _Indented, match: re.Match[str]) -> None:
    if run.filter:
        run.delegate(run.filter, match[0])
    else:
        run.token("nd", match[0])


def _block_filter(filters: frozenset[str], run: _Indented, name: str) -> None:
    run.pop()
    run.starts_block("filter_block")
    if name not in filters:
        run.filter = None
    elif name == "ruby":
        run.ruby.reset()
        run.filter = run.ruby
    else:
        run.filter = find({"coffee": "coffeescript"}.get(name, name)).begin()


_ROOT: list[Rule] = [(r"\s*\n", ""), (r"\s*", _indentation)]
_FILTER_BLOCK: list[Rule] = [
    (r"(?:[^#\n]+|#[^{\n])+", _filtered),
    "interpolation",
    "indented_block",
]
_RUBY_INNER: list[Rule] = [
    (r"[{]", _ruby, "ruby_inner"),
    (r"[}]", _ruby, POP),
    (r"[^{}]+", _ruby),
]
_RUBY: list[Rule] = [(r"[}]", "si", POP), *_RUBY_INNER]

_HAML_FILTERS = frozenset(["javascript", "css", "ruby", "erb", "markdown", "sass"])
_DOT = r"(?:[ ]\|\n(?=.*[ ]\|)|.)"
_IDENTIFIER = r"[\w:-]+"


def _ruby_line(run: _Indented, match: re.Match[str]) -> None:
    run.token("p", match[0])
    run.stack[:] = ["root", "ruby_line"]
    run.ruby = find("ruby").begin()


def _ruby_tag(run: _Indented, match: re.Match[str]) -> None:
    run.token("p", match[0])
    run.ruby = find("ruby").begin()
    run.push("ruby_inner")


def _html_comment(run: _Indented, match: re.Match[str]) -> None:
    run.token("c", match[0])
    run.pop()
    run.starts_block("html_comment_block")


def _haml_comment(run: _Indented, match: re.Match[str]) -> None:
    run.token("c", match[0])
    run.pop()
    run.starts_block("haml_comment_block")


def _haml_filter(run: _Indented, match: re.Match[str]) -> None:
    run.token("nd", match[0])
    name = match["filter"].strip()
    _block_filter(_HAML_FILTERS, run, name)
    if f"filters[{name}]" in run.lexer.options:
        run.filter = find_option(run.lexer, f"filters[{name}]", "plaintext").begin()


class Haml(Lexer):
    """Haml; the option `filters[name]` tells the language of a filter."""

    def begin(self, text: str = "") -> Run:
        """A run that knows where a block begins."""
        return _Indented(self, text)

    states: ClassVar[States] = {
        "root": _ROOT,
        "content": [
            "css",
            (rf"%{_IDENTIFIER}", "nt", (POP, "tag")),
            (rf"!!!{_DOT}*\n", "nn", POP),
            (rf"(/)(\[{_DOT}*?\])({_DOT}*\n)", ("c", "cs", "c"), POP),
            (rf"/{_DOT}*\n", _html_comment),
            (rf"-#{_DOT}*\n", _haml_comment),
            (r"-", _ruby_line),
            (rf":(?P<filter>{_DOT}*)\n", _haml_filter),
            "eval_or_plain",
        ],
        "css": [
            (rf"\.{_IDENTIFIER}", "nc", (POP, "tag")),
            (rf"#{_IDENTIFIER}", "nf", (POP, "tag")),
        ],
        "tag": [
            "css",
            (r"[{]", _ruby_tag),
            (rf"\[{_DOT}*?\]", _ruby),
            (r"\(", "p", "html_attributes"),
            (r"\s*\n", "", POP),
            (r"[<>]{1,2}(?=[ \t=])", "p"),
            "eval_or_plain",
        ],
        "plain": [
            (r"(?:[^#\n]+|#[^{\n])+", _html),
            "interpolation",
            (r"\n", _end_of_line),
        ],
        "eval_or_plain": [
            (r"[&!]?==", "p", "plain"),
            (r"[&!]?[=!]", _ruby_line),
            (r"", "", "plain"),
        ],
        "ruby_line": [
            (r"\n", "", POP),
            (r",[ \t]*\n", _ruby),
            (r"[ ]\|[ \t]*\n", "se"),
            (r".*?(?=(?:,$| \|)?[ \t]*$)", _ruby),
        ],
        "html_attributes": [
            (r"\s+", ""),
            (rf"{_IDENTIFIER}\s*=", "na", "html_attribute_value"),
            (_IDENTIFIER, "na"),
            (r"\)", "", POP),
        ],
        "html_attribute_value": [
            (r"\s+", ""),
            (r"[a-z]\w*", "nv", POP),
            (r"@[a-z]\w*", "vi", POP),
            (r"\$[a-z]\w*", "vg", POP),
            (quoted("'", lines=False), "s", POP),
            (quoted('"', lines=False), "s", POP),
        ],
        "html_comment_block": [(rf"{_DOT}+", "c"), "indented_block"],
        "haml_comment_block": [(rf"{_DOT}+", "cp"), "indented_block"],
        "filter_block": _FILTER_BLOCK,
        "interpolation": [(r"#[{]", "si", "ruby")],
        "ruby": _RUBY,
        "ruby_inner": _RUBY_INNER,
        "indented_block": [(r"\n", _end_of_line)],
    }


_SLIM_FILTERS = _HAML_FILTERS | {"coffee", "scss"}
_RUBY_CHARACTERS = r"[\w!?@$]"
_CHARACTER = r"(?:\\\n|.)"
_DIRTY_HTML: Rule = (r"</?[\w\s='\"]+?/?>", _html)


def _slim_filter(run: _Indented, match: re.Match[str]) -> None:
    run.token("nd", match[0])
    _block_filter(_SLIM_FILTERS, run, match["filter"])


def _plain_block(run: _Indented, match: re.Match[str]) -> None:
    run.token("p", match[0])
    run.pop()
    run.starts_block("plain_block")
    run.goto("plain_block")


def _splat(run: _Indented, match: re.Match[str]) -> None:
    run.token("p", match[0][0])
    run.delegate(run.ruby, match[0][1:])


def _value(run: _Indented, match: re.Match[str]) -> None:
    run.token("p", "=")
    run.delegate(run.ruby, match[0][1:])


class Slim(Lexer):
    """Slim."""

    def begin(self, text: str = "") -> Run:
        """A run that knows where a block begins."""
        return _Indented(self, text)

    states: ClassVar[States] = {
        "root": _ROOT,
        "content": [
            "css",
            (rf"/{_CHARACTER}*", "c", "indented_block"),
            (r"(doctype)(\s+)(.*)", ("nn", "w", ""), POP),
            (r"(?P<filter>\w*):\s*\n", _slim_filter),
            (r"[|'](?=\s)", _plain_block),
            (r"-|==|=", "p", "ruby_line"),
            (rf"\*{_RUBY_CHARACTERS}+\(.*?\)", _splat, "tag"),
            (rf"\*{_RUBY_CHARACTERS}+", _splat, "tag"),
            (*_DIRTY_HTML, POP),
            (r"\w+", "nt", "tag"),
        ],
        "tag": [
            "css",
            "indented_block",
            "interpolation",
            (r"[<>]", "p"),
            (r"\s", "w"),
            (rf"\*{_RUBY_CHARACTERS}+", _splat),
            (rf"\*\{{{_CHARACTER}+?\}}", _splat),
            (r"([\w\-]+)(\s*)(=)", ("na", "w", "p"), "html_attr"),
            (rf"={_CHARACTER}+", _value),
            (r"&\S*?;", "ni"),
            (_CHARACTER, ""),
        ],
        "css": [
            (r"\.[\w-]*", "nc", (POP, "tag")),
            (r"#[a-zA-Z][\w:-]*", "nf", (POP, "tag")),
        ],
        "html_attr": [
            (rf"\s*(?P<quote>['\"]){_CHARACTER}*?(?P=quote)", "s", POP),
            (rf"{_RUBY_CHARACTERS}+\(.*?\)", _ruby, POP),
            (rf"{_RUBY_CHARACTERS}+", _ruby, POP),
            (r"\s+", "w"),
        ],
        "ruby_line": [
            "indented_block",
            (r"[,\\]\s*\n", _ruby),
            (r"[ ]\|[ \t]*\n", "se"),
            (r".*?(?=(?:[,\\]$| \|)?[ \t]*$)", _ruby),
        ],
        "filter_block": _FILTER_BLOCK,
        "plain_block": [
            "interpolation",
            _DIRTY_HTML,
            (r"&\S*?;", "ni"),
            (_CHARACTER, ""),
            "indented_block",
        ],
        "interpolation": [(r"#[{]", "si", "ruby")],
        "ruby": _RUBY,
        "ruby_inner": _RUBY_INNER,
        "indented_block": [(r"\n", _end_of_line)],
    }
