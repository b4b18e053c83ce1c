"""Work grows with the text, not with its square; counted in calls, which no machine speeds up."""

import sys
from types import FrameType

import pytest

from jinkyll.errors import ConversionError
from jinkyll.kramdown import convert

OPTIONS = {"input": "GFM", "hard_wrap": False, "syntax_highlighter": None}
PIECES = [
    *("word *em* `code` [link](url)\n\n", "word\n", "# header\n", "* item\n", "1. item\n\n"),
    *(
        "> quote\n",
        "    code\n",
        "```\ncode\n```\n",
        "```\n",
        "````x y\n",
        "| a | b |\n",
        "|---|\n",
    ),
    *("a\n: b\n\n", "<div>a</div>\n", "</div>\n", "<!--\n", "<!-- ", "{: .a}\n", "{:a\n", "{:a "),
    *("{::comment}\n", "{::comment} ", "{:/} ", "[a]: b\n", '[a]: b "c\n', "*[a]: b\n"),
    *(
        "[^1]: a\n\n    b\n",
        "[^1] ",
        "$$\na\n",
        "$$ ",
        "---\n",
        "^\n",
        "* [ ] a\n",
        "a  \n",
        "a\\\n",
    ),
    *("*", "_", "`", "`a ", "``a ", "[", "]", "<", ">" * 5 + "\n\n", "![", "[]", "[[a]] ", "]("),
    *("*a ", "_a ", "**a ", "***a ", "*a **b ", "*a _b ", "*a* ", "_a_b_", "*[a]* ", "*a*{:.b} "),
    *("[a](b ", '[a](b "c ', "![a](", "[a][b] ", "[a] [b", "<a ", '<a b="c ', "</", "<http://a"),
    *("&", "&#1", "~~", "~~a ", '"', "'", '"a ', "\\", "\\[", "<<", "...", "--", "|", "a|b", " "),
    *("\t", "#", "-", "+ a\n", ": ", "(", "a@", "\u00e9_", "<a ", "`a``b```c````"),
]


class _Calls:
    """How many functions, also of C, are called."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, _frame: FrameType, event: str, _argument: object) -> None:
        self.count += event in {"call", "c_call"}


def calls(text: str) -> int:
    counter = _Calls()
    sys.setprofile(counter)
    try:
        convert(text, OPTIONS)
    finally:
        sys.setprofile(None)
    return counter.count


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    convert(piece * 3, OPTIONS)  # compile what is compiled once
    small, large = calls(piece * 200), calls(piece * 800)
    assert large < 5 * small + 2000


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 300 + "]" * 300, id="brackets"),
        pytest.param("![" * 300 + "](x)" * 300, id="images"),
        pytest.param("*a " * 300 + "b*" * 300, id="emphasis"),
        pytest.param("<b>" * 300 + "</b>" * 300, id="elements"),
        pytest.param("~~a" * 300 + "~~" * 300, id="strikethrough"),
        pytest.param("(" * 300 + ")" * 300, id="parentheses"),
        pytest.param("**a <b>" * 30, id="emphasis in elements"),
        pytest.param("**a [2]](b <b>)" * 30, id="emphasis and brackets in elements"),
    ],
)
def test_nested_spans_are_not_tried_again_and_again(text: str) -> None:
    assert calls(text) < 200_000


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("> " * 500 + "deep\n", id="quotes"),
        pytest.param("* " * 500 + "deep\n", id="lists in one line"),
        pytest.param("".join("  " * n + "* item\n" for n in range(500)), id="lists"),
        pytest.param('<div markdown="1">\n' * 500 + "deep\n" + "</div>\n" * 500, id="elements"),
        pytest.param("<pre>" * 500 + "deep" + "</pre>" * 500 + "\n", id="raw elements"),
        pytest.param("<b>" * 500 + "deep" + "</b>" * 500 + "\n", id="span elements"),
        pytest.param("![" * 500 + "deep" + "](u)" * 500 + "\n", id="images"),
    ],
)
def test_500_levels_are_converted(text: str) -> None:
    assert "deep" in convert(text, OPTIONS).html or "item" in text


@pytest.mark.parametrize(
    "text", ["> " * 3000 + "x", "* " * 3000 + "x", "<div>\n" * 3000, "<b>" * 3000, "<pre>" * 3000]
)
def test_what_is_too_deep_is_refused(text: str) -> None:
    with pytest.raises(ConversionError, match="nested more than 1000 levels deep") as caught:
        convert(text, OPTIONS, path="_posts/deep.md", line=5)
    assert caught.value.path == "_posts/deep.md"
    assert caught.value.line is not None
    assert caught.value.line >= 5
