"""kramdown's adapter to Rouge, and what Jekyll's highlight tag asks of Rouge."""

from __future__ import annotations

import json
from typing import Any

import pytest

from jinkyll.kramdown.syntax_highlighter import block, default_lang, highlight, highlight_tag, span
from jinkyll.kramdown.syntax_highlighter.guess import guess
from rouge_reference import CASES


def _cases(name: str) -> list[Any]:
    cases: list[Any] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return cases


@pytest.mark.parametrize("case", _cases("adapter"))
def test_blocks_and_spans_with_kramdowns_options(case: dict[str, Any]) -> None:
    call = block if case["kind"] == "block" else span
    assert call(case["code"], case["language"], case["options"]) == case["expected"]


@pytest.mark.parametrize("case", _cases("tag"))
def test_what_the_highlight_tag_shows(case: dict[str, Any]) -> None:
    shown = highlight_tag(
        case["code"],
        case["language"],
        linenos=case["linenos"],
        mark_lines=case["mark_lines"],
    )
    assert shown == case["expected"]


@pytest.mark.parametrize("case", _cases("guess"))
def test_guessed_languages(case: dict[str, Any]) -> None:
    assert guess(case["code"]) == case["expected"]


def test_names_of_options_may_be_written_as_ruby_symbols() -> None:
    options = {":css_class": "x", ":block": {":line_numbers": True}}
    assert block("a", "ruby", options) == block(
        "a", "ruby", {"css_class": "x", "block": {"line_numbers": True}}
    )


def test_the_default_language_of_blocks_and_spans() -> None:
    options = {"default_lang": "plaintext", "span": {"default_lang": "ruby"}}
    assert default_lang(options, "block") == "plaintext"
    assert default_lang(options, "span") == "ruby"
    assert default_lang({}, "block") is None


@pytest.mark.parametrize(
    ("formatter", "expected"),
    [
        ("HTML", '<span class="n">x</span>\n'),
        (
            "HTMLLinewise",
            '<div class="line-1"><span class="n">x</span>\n</div>',
        ),
        (
            "HTMLPygments",
            (
                '<div class="highlight"><pre class="highlight"><code><span class="n">x</span>\n'
                "</code></pre></div>"
            ),
        ),
    ],
)
def test_formatters_by_name(formatter: str, expected: str) -> None:
    assert block("x\n", "ruby", {"formatter": formatter}) == expected


def test_a_table_with_a_row_for_each_line() -> None:
    shown = block("x\ny", "ruby", {"formatter": "HTMLLineTable", "start_line": 3})
    assert shown is not None
    assert shown.startswith(
        '<table class="rouge-line-table"><tbody><tr id="line-3" class="lineno">'
    )
    assert shown.count("<tr ") == 2


def test_a_language_rouge_does_not_know_is_escaped_and_nothing_else() -> None:
    assert highlight("<a> & b", "nothing") == "&lt;a&gt; &amp; b"


def test_languages_that_rouge_lacks_are_pygments_business_if_asked_for() -> None:
    code = "fn main() { let x = 1; }\n"
    assert block(code, "wgsl", {}) is None
    assert block(code, "no-such-language", {"pygments": True}) is None
    shown = block(code, "wgsl", {"pygments": True})
    assert shown is not None
    assert '<span class="k' in shown
    assert shown.startswith('<div class="highlight"><pre class="highlight"><code>')
    # What Rouge knows stays Rouge's.
    assert block("x = 1\n", "python", {"pygments": True}) == block("x = 1\n", "python", {})
