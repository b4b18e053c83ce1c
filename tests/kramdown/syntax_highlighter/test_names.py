"""The names of languages are Rouge's."""

from __future__ import annotations

import json

import pytest

from jinkyll.kramdown.syntax_highlighter.languages import LEXERS, MIME_TYPES, TAGS
from jinkyll.kramdown.syntax_highlighter.lookup import PlainText, find, find_fancy
from rouge_reference import CASES


def test_every_name_of_rouge_is_known_and_no_other() -> None:
    names = json.loads((CASES / "names.json").read_text("utf-8"))
    recorded = {name: tag for tag, aliases in names.items() for name in (tag, *aliases)}
    assert recorded == TAGS


def test_every_language_has_a_lexer() -> None:
    tags = set(TAGS.values())
    assert {*LEXERS, "plaintext"} == tags
    assert {*MIME_TYPES.values()} <= tags


def test_plain_text_has_the_lexer_that_tells_nothing_apart() -> None:
    assert isinstance(find("plaintext"), PlainText)


@pytest.mark.parametrize("name", ["", "Ruby", "ruby ", "nothing", "nothing?x=1"])
def test_names_nobody_knows(name: str) -> None:
    assert find_fancy(name, "x") is None


def test_options_come_after_a_question_mark() -> None:
    found = find_fancy("console?prompt=a%2Cb&comments=1", "")
    assert found is not None
    assert found[1].options == {"prompt": "a,b", "comments": "1"}
