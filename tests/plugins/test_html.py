from __future__ import annotations

import re

import pytest

from jinkyll.plugins.html import (
    escape_address,
    escape_addresses,
    replace_tags,
    replace_text,
    rewrite_body,
    tags,
    tags_called,
)

A = re.compile("a")


def upper(match: re.Match[str]) -> str:
    return match[0].upper()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p title="a>a">a<b>a</b></p>', '<p title="a>a">A<b>A</b></p>'),
        ("<p title='a<a'>a", "<p title='a<a'>A"),
        ("a <!-- a <b>a</b> --> a", "A <!-- a <b>a</b> --> A"),
        ("a < a > a", "A < A > A"),
        ("<br/>a</ p>a", "<br/>A</ p>A"),
        ("a<!DOCTYPE a>a", "A<!DOCTYPE a>A"),
        ("a<!-- a", "A<!-- a"),
        ("<script>a</script>", "<script>A</script>"),
    ],
)
def test_text_is_replaced_and_markup_is_not(html: str, expected: str) -> None:
    assert replace_text(html, A, upper) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a<pre>a<code>a</code>a</pre>a", "A<pre>a<code>a</code>a</pre>A"),
        ("<CODE class='a'>a</code>a<code>a", "<CODE class='a'>a</code>A<code>a"),
        ("<code/>a</code>a", "<code/>a</code>A"),
        ("a</code>a<codec>a</codec>", "A</code>A<codec>A</codec>"),
        ("<!-- <pre> -->a<script>'<pre>'</script>a", "<!-- <pre> -->A<script>'<pre>'</script>A"),
    ],
)
def test_some_elements_are_left_alone(html: str, expected: str) -> None:
    assert replace_text(html, A, upper, outside=("pre", "code")) == expected


def test_scripts_can_be_left_alone() -> None:
    html = "a<script>a</script>a<style>a</style>a"
    expected = "A<script>a</script>A<style>a</style>A"
    assert replace_text(html, A, upper, outside=("script", "style")) == expected


def test_opening_tags_can_be_replaced() -> None:
    html = "<a x>1</a><abbr>2</abbr><A\n>3<!-- <a> --><style><a></style><a y='>'>"
    assert replace_tags(html, "a", lambda tag: f"[{tag.rest}]" if tag.rest else None) == (
        "[ x]1</a><abbr>2</abbr>[\n]3<!-- <a> --><style><a></style>[ y='>']"
    )


def test_addresses_come_out_encoded() -> None:
    html = (
        "<a class='ä' href='/ü x?a=b&c' title='ü'>ü href=\"ü\"</a>"
        '<img alt="ü" src="a b%20.png"><p data-href="ü"><a href="/plain">'
    )
    assert escape_addresses(html) == (
        "<a class='ä' href='/%C3%BC%20x?a=b&c' title='ü'>ü href=\"ü\"</a>"
        '<img alt="ü" src="a%20b%20.png"><p data-href="ü"><a href="/plain">'
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
    expected = [("br", False), ("p", False), ("p", True), ("script", False), ("script", True)]
    assert [(tag.name, tag.closing) for tag in tags(html)] == expected
    called = [(tag.name, tag.closing, tag.rest) for tag in tags_called(html, "p|i")]
    assert called == [("p", False, ' class="<x>"'), ("p", True, " ")]


@pytest.mark.timeout(10)
@pytest.mark.parametrize("end", ["", ">", '">"', "a"])
@pytest.mark.parametrize(
    "piece",
    ['<a "', "<a '\"", "<!--", "<script>", "<", 'a href="ü', "<a href='ü", "<pre>a", "<a a "],
)
def test_nothing_takes_for_ever(piece: str, end: str) -> None:
    html = piece * 10_000 + end
    assert replace_text(html, re.compile("b"), upper, outside=("pre",)) == html
    assert escape_addresses(html).count("<") == html.count("<")
    assert replace_tags(html, "a", lambda _: None) == html
    assert len(list(tags(html))) <= 10_001
    assert len(replace_text(html, A, upper, outside=("pre",))) == len(html)
