"""Whatever the text, there is HTML, or an error of kramdown's own."""

import contextlib

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinkyll.errors import ConversionError
from jinkyll.kramdown import convert
from kramdown.documents import LINES, SPANS
from kramdown.reference import JEKYLL

MARKS = "*_`[]()<>|\"'\\{}:!~$&#-.=+^%@/0129 \n\t"
BROKEN = [
    *("", "\n", " ", "\x00", "\ufeff", "\ufeff# a", "\r", "a\rb\r\nc\n\rd", "\ud800", "a\udfff*b*"),
    *(
        "\t\t\t",
        "\v\f\x85\u2028\u2029",
        "\t\v a\n",
        "    \fa",
        "[" * 50,
        "<" * 50,
        "{:" * 50,
        "|" * 50,
        "&" * 50,
        "\\" * 51,
    ),
    *(
        "[^1]: [^1]",
        "a[^1]\n\n[^1]: [^1]",
        "a[^1]\n\n[^1]: b[^2]\n[^2]: c[^1]",
        "{:a: a}\n{: a}\nx",
    ),
    *("&#99999999999999999999;", "&#xD800;", "&#x110000;", "&#0;", "* TOC\n{:toc}", "<a\n<b\n<c"),
    *('{::options toc_levels="9" /}\n# a', '{::options smart_quotes="x,y" /}"a"', "{::options a}"),
    *("<script>", "<!--", "<style", "<div", "</", "<?", "<![CDATA[", "]]>", "\x02toc\x03"),
]


@pytest.mark.parametrize("text", BROKEN, ids=ascii)
def test_broken_text_becomes_some_html(text: str) -> None:
    assert isinstance(convert(text, JEKYLL).html, str)


def test_a_head_cell_outside_of_a_table_stays_one() -> None:
    native = {**JEKYLL, "html_to_native": True}
    assert convert("<th>a</th>\n", native).html == "<th>a</th>\n"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(codec=None)))
def test_any_text(text: str) -> None:
    assert isinstance(convert(text, JEKYLL).html, str)


@settings(max_examples=250, deadline=None)
@given(st.text(alphabet=MARKS + "ab\u00e9"), st.sampled_from(["GFM", "kramdown"]))
def test_any_marks(text: str, dialect: str) -> None:
    assert isinstance(convert(text, {**JEKYLL, "input": dialect}).html, str)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*LINES, *SPANS, "\n", "\n\n", "    ", "> "])))
def test_any_constructs(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert convert(text, JEKYLL) == convert(text, JEKYLL)
    native = {**JEKYLL, "html_to_native": True, "parse_block_html": True}
    assert isinstance(convert(text, native).html, str)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from([*LINES, *SPANS, "\n", "\n\n"])))
def test_python_markdown_gives_the_same(pieces: list[str]) -> None:
    text = "".join(pieces)
    html = markdown.markdown(
        text, extensions=["jinkyll.kramdown"], extension_configs={"jinkyll.kramdown": JEKYLL}
    )
    assert html == (convert(text, JEKYLL).html.strip() if text.strip() else "")


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            ["toc_levels", "smart_quotes", "link_defs", "footnote_nr", "auto_ids", "x"]
        ),
        st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.lists(st.integers()),
    )
)
def test_any_options(options: dict[str, object]) -> None:
    with contextlib.suppress(ConversionError):
        convert('# a\n\n"b"[^1]\n\n[^1]: c\n', options)
