from __future__ import annotations

import pytest

from jinkyll.plugins.html import escape_address, rewrite, rewrite_body, tags


def test_texts_are_rewritten_and_markup_is_not() -> None:
    html = '<p title="a>b">a <!-- a --><b>a</b></p><script>a<b</script>a'
    assert rewrite(html, str.upper) == (
        '<p title="a>b">A <!-- a --><b>A</b></p><script>A<B</script>A'
    )


def test_some_elements_are_left_alone() -> None:
    html = "a<pre>a<code>a</code>a</pre>a<CODE>a</code>a<code>a"
    assert rewrite(html, str.upper, outside=("pre", "code")) == (
        "A<pre>a<code>a</code>a</pre>A<CODE>a</code>A<code>a"
    )


def test_opening_tags_can_be_replaced() -> None:
    html = "<a x>1</a><b>2</b><!-- <a> --><style><a></style>"
    assert rewrite(html, tag=lambda tag: "<A>" if tag.name == "a" else None) == (
        "<A>1</a><b>2</b><!-- <a> --><style><a></style>"
    )


def test_addresses_come_out_encoded() -> None:
    html = "<a href='/ü x?a=b&c' title='ü'>ü</a><img alt=\"ü\" src=\"a b%20.png\">"
    assert rewrite(html) == (
        "<a href='/%C3%BC%20x?a=b&c' title='ü'>ü</a><img alt=\"ü\" src=\"a%20b%20.png\">"
    )
    assert escape_address("/a%20b?x=1#y~!'()*") == "/a%20b?x=1#y~!'()*"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a<body>a</body>a", "a<body>A</body>a"),
        ('a<body class="x">\n a', 'a<body class="x">\n A'),
        ("a", "A"),
        ("a<body", "a<body"),
    ],
)
def test_only_the_body_of_a_page(html: str, expected: str) -> None:
    assert rewrite_body(html, str.upper) == expected


def test_tags() -> None:
    html = '<Br/><p class="<x>">t</p ><script>"</p>"</script><i'
    assert [(tag.name, tag.closing) for tag in tags(html)] == [
        ("br", False),
        ("p", False),
        ("p", True),
        ("script", False),
        ("script", True),
    ]


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    "html", ['<a "' * 20_000, "<a '\"" * 20_000, "<!--" * 20_000, "<script>" * 20_000, "<" * 50_000]
)
def test_nothing_takes_for_ever(html: str) -> None:
    assert rewrite(html, str) == html
