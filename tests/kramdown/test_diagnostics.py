"""What authors are told about that kramdown does silently."""

import pytest

from jinkyll.kramdown import convert

JEKYLL = {"input": "GFM", "hard_wrap": False, "syntax_highlighter": None}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\n\nWe use (image|model) here.\n", 3, "this text has become a table because of a |"),
        ("a\n\n```ruby\nb\n", 3, "a code fence that is never closed"),
        ("* a\n\n  ```\n  b\n", 3, "a code fence that is never closed"),
        (
            "```ruby one\nb\n```\n",
            1,
            "a code fence with more than one word after it begins no code",
        ),
        ("a\nb[^1]\n", 2, "the footnote [^1] has no definition"),
        ("a\n\n> b\n> [c][d]\n", 4, "the link reference [d] has no definition"),
        ("a\n\nb {: .c}\n", 3, "the attribute list {: .c} follows no element"),
        ("a\n\n{: .b}\n", 3, "an attribute list that no block follows"),
        ("| a[^x] |\n| b[^y] |\n", 1, "the footnote [^x] has no definition"),
    ],
)
def test_remarks(text: str, line: int, message: str) -> None:
    diagnostics = convert(text, JEKYLL).diagnostics
    assert (line, message) in [(d.line, d.message) for d in diagnostics]
    assert all(d.hint for d in diagnostics)


def test_lines_count_from_the_line_the_text_begins_on() -> None:
    diagnostics = convert("a\n\n* b[^1]\n* c\n  d[^2]\n", JEKYLL, line=10).diagnostics
    assert [d.line for d in diagnostics] == [12, 14]


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "a | b\n--|--\n1 | 2\n",
        "`a|b` c\n",
        "a[^1]\n\n[^1]: b\n",
        "[a][b] [c] [x]\n\n[b]: u\n",
        "a[0][1]\n",
        "*a*{: .b}\n{: .c}\n",
        "{: .c}\n* a\n{:toc}\n",
        "```\na\n```\n",
        "`` ` ``\n",
        "* `~`\n",
        "```a``` b\n",
        "```a b```\n",
    ],
)
def test_nothing_to_remark(text: str) -> None:
    assert convert(text, JEKYLL).diagnostics == ()


def test_remarks_are_told_once_and_in_order() -> None:
    diagnostics = convert("[*a [b][c]* d\n\nx[^1]\n\n```\n", JEKYLL).diagnostics
    assert [d.line for d in diagnostics] == [1, 3, 5]
