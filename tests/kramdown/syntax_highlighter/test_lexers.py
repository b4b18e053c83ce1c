"""Every lexer gives what Rouge gave for the recorded code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jinkyll.kramdown.syntax_highlighter import highlight
from jinkyll.kramdown.syntax_highlighter.languages import LEXERS, TAGS
from jinkyll.kramdown.syntax_highlighter.lookup import find
from rouge_reference import CASES, sources

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("source", sources(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_spans_are_those_of_rouge(source: Path) -> None:
    expected = source.with_suffix(".html").read_text("utf-8")
    assert highlight(source.read_text("utf-8"), source.parent.name) == expected


def test_every_lexer_has_recorded_code() -> None:
    assert {tag for tag in LEXERS if not (CASES / tag).is_dir()} == set()


# The marks around escaped parts are left out.
@pytest.mark.parametrize("tag", sorted({*LEXERS} - {"escape"}))
@pytest.mark.parametrize(
    "code",
    [
        "",
        "\n",
        "\x00\ud800\r\n\t\ufeff",
        "\"'`<>{}()[]\\/$%#@!?:;=-",
        "/* <!-- \"\"\" ''' <<EOF {% {{ (* #= ```\nx",
    ],
)
def test_no_code_breaks_a_lexer_or_gets_lost(tag: str, code: str) -> None:
    assert "".join(value for _, value in find(tag).tokens(code)) == code


def test_every_state_that_is_named_exists() -> None:
    for tag in LEXERS:
        lexer = find(tag)
        for state in lexer.states:
            for rule in lexer.states[state]:
                if isinstance(rule, str):
                    assert rule in lexer.states, (tag, state, rule)
                elif len(rule) == 3:
                    moves = rule[2] if isinstance(rule[2], tuple) else (rule[2],)
                    named = {move for move in moves if isinstance(move, str)} - {"#push"}
                    assert named <= {*lexer.states, "value"}, (tag, state, rule)


def test_a_lexer_is_made_once() -> None:
    assert find("ruby") is find(TAGS["rb"])
    assert find("console", "prompt=x") is not find("console")
