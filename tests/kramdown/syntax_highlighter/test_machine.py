"""The machine: groups, words, moves, empty matches, errors, mixed-in states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

import pytest

from jinkyll.kramdown.syntax_highlighter.formatters import html, lines
from jinkyll.kramdown.syntax_highlighter.languages import LEXERS
from jinkyll.kramdown.syntax_highlighter.lookup import find
from jinkyll.kramdown.syntax_highlighter.machine import (
    AGAIN,
    POP,
    RESET,
    Lexer,
    Run,
    States,
    words,
)
from jinkyll.kramdown.syntax_highlighter.patterns import any_of, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping


def _twice(run: Run, match: re.Match[str]) -> None:
    run.token("x", match["word"])
    run.token("y", match["rest"])


class _Lexer(Lexer):
    states: ClassVar[States] = {
        "root": [
            (r"(a)(b)?(\?)", ("1", "2", "3")),
            (r"[a-z]+", words("n", k="if else")),
            (r"(?P<word>\d+)(?P<rest>\.)", _twice),
            (r"\(", "p", "inner"),
            (r"<", "o", ("inner", "inner")),
            (r"=", "o", "loop"),
            (r"\s+", ""),
        ],
        "inner": [
            (r"\)", "p", POP),
            (r"!", "o", RESET),
            (r"\+", "o", AGAIN),
            (r"-", "o", 2 * POP),
            (r"/", "o", (POP, "other")),
            "root",
        ],
        "other": [(r"[a-z]+", "z"), (r"\)", "p", POP)],
        "loop": [(r"(?=x)", ""), (r"y", "o", POP)],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ab? a?", [("1", "a"), ("2", "b"), ("3", "?"), ("", " "), ("1", "a"), ("3", "?")]),
        ("if x", [("k", "if"), ("", " "), ("n", "x")]),
        ("12.", [("x", "12"), ("y", ".")]),
        ("(a) )", [("p", "("), ("n", "a"), ("p", ")"), ("", " "), ("err", ")")]),
        ("<))", [("o", "<"), ("p", ")"), ("p", ")")]),
        ("(+))", [("p", "("), ("o", "+"), ("p", ")"), ("p", ")")]),
        ("<-)", [("o", "<"), ("o", "-"), ("err", ")")]),
        ("<!)", [("o", "<"), ("o", "!"), ("err", ")")]),
        ("(/a)if", [("p", "("), ("o", "/"), ("z", "a"), ("p", ")"), ("k", "if")]),
        ("=xy", [("o", "="), ("err", "x"), ("o", "y")]),
        ("É", [("err", "É")]),
    ],
)
def test_tokens(text: str, expected: list[tuple[str, str]]) -> None:
    assert _Lexer().tokens(text) == expected


class _Entries(Lexer):
    entries: ClassVar[Mapping[str, str]] = {"start": " /"}
    states: ClassVar[States] = {
        "root": [(r",", "p", "start"), (r";", "p", (POP, "start")), (r"/", "o"), (r"\s+", "")],
        "start": [(r" ", ""), (r"/", "r", POP), (r"", "", POP)],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (",/", [("p", ","), ("r", "/")]),
        (",,/", [("p", ","), ("p", ","), ("r", "/")]),
        (", /", [("p", ","), ("", " "), ("r", "/")]),
        (";\n/", [("p", ";"), ("", "\n"), ("o", "/")]),
        (",", [("p", ",")]),
    ],
)
def test_states_are_entered_where_one_of_their_characters_follows(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert _Entries().tokens(text) == expected


def test_a_run_goes_on_where_it_was_left() -> None:
    outer, inner = Run(_Lexer(), ""), Run(_Lexer(), "")
    outer.delegate(inner, "(a")
    outer.delegate(inner, ")a")
    assert outer.tokens == [("p", "("), ("n", "a"), ("p", ")"), ("n", "a")]
    inner.push("inner")
    inner.reset()
    assert inner.stack == ["root"]


def test_neighbours_of_one_type_share_a_span() -> None:
    tokens = [("k", "a"), ("k", "<"), ("", "&"), ("", ">"), ("n", "b")]
    assert html(tokens) == '<span class="k">a&lt;</span>&amp;&gt;<span class="n">b</span>'


def test_lines_are_cut_through_tokens() -> None:
    assert lines([("k", "a"), ("k", "b\n\nc"), ("", "d\n")]) == [
        [("k", "ab")],
        [],
        [("k", "c"), ("", "d")],
    ]


def test_any_of_finds_the_word_that_ends_where_it_must() -> None:
    pattern = re.compile(any_of("do done a.b do?") + r"(?!\w)")
    assert [pattern.match(word) is not None for word in ("do", "done", "a.b", "axb", "don")] == [
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "end"),
    [('"a"b"', 3), (r'"a\"b" "', 6), (r'"a\"b', 4), (r'"a\\"b"', 5), ('"a\nb"', 5)],
)
def test_quoted(text: str, end: int) -> None:
    match = re.match(quoted('"'), text)
    assert match is not None
    assert match.end() == end


def test_quoted_within_a_line() -> None:
    assert re.match(quoted('"', lines=False), '"a\nb"') is None


@pytest.mark.parametrize("tag", sorted(LEXERS))
def test_work_does_not_explode(tag: str) -> None:
    """Code made of one construct, many times: an exponential pattern would never come back."""
    lexer = find(tag)
    for unit in (
        '"\\\\',
        "'\\\\",
        "/\\\\",
        '"\\"',
        "a b ",
        "( ",
        "<",
        "*",
        "${",
        "1",
        "a.b ",
        "- ",
    ):
        code = unit * 100
        assert "".join(value for _, value in lexer.tokens(code)) == code
