"""URLs: escaping, sanitizing, and the file that a URL names."""

from __future__ import annotations

import pytest

from jinkyll.content import permalink
from jinkyll.errors import PermalinkError


@pytest.mark.parametrize(
    ("path", "escaped"),
    [
        ("/a/b.c-d", "/a/b.c-d"),
        ("a b", "a%20b"),
        ("ü?#x#y", "%C3%BC?%23x%23y"),
        ("100%", "100%25"),
        ("a:b", "a:b"),
        ("x|y", "x%7Cy"),
        ("[z]", "%5Bz%5D"),
        ("a&b=c", "a&b=c"),
        ("~t", "~t"),
        ('"q"', "%22q%22"),
        ("a\\b", "a%5Cb"),
    ],
)
def test_escape_path(path: str, escaped: str) -> None:
    assert permalink.escape_path(path) == escaped
    assert permalink.unescape_path(escaped) == path


@pytest.mark.parametrize(
    ("url", "sane"),
    [("a", "/a"), ("//a///b/", "/a/b/"), ("/../a/./b", "/a/b"), ("a/../b", "/a/b"), ("", "/")],
)
def test_sanitized(url: str, sane: str) -> None:
    assert permalink.sanitized(url) == sane


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/", "/"),
        ("/a/", "/a"),
        ("/a%20b/%C3%BC.html", "/a b/ü.html"),
        ("/a/%2e%2e/%2e%2e/%2e%2e/etc", "/etc"),
        ("/a%2f%2e%2e%2fb", "/b"),
    ],
)
def test_nothing_leaves_the_destination(url: str, path: str) -> None:
    assert permalink.file_of(url) == path


@pytest.mark.parametrize(
    ("style", "template"),
    [
        ("date", "/:path:output_ext"),
        ("none", "/:path:output_ext"),
        ("ordinal", "/:path:output_ext"),
        ("pretty", "/:path/"),
        ("weekdate", "/:path"),
        ("/:title/", "/:path/"),
        ("/:title:output_ext", "/:path:output_ext"),
        ("/:title", "/:path"),
    ],
)
def test_add_suffix(style: str, template: str) -> None:
    assert permalink.add_suffix("/:path", style) == template


def test_a_placeholder_that_there_is_not() -> None:
    with pytest.raises(PermalinkError, match="The URL template doesn't have foo keys") as caught:
        permalink.expand("/:foo/", lambda name: name, {"title"}, path="_posts/a.md")
    assert ":title" in (caught.value.hint or "")


def test_an_underscore_after_a_placeholder_is_text() -> None:
    url = permalink.expand("/:a_:b_/", {"a": "1", "b": None}.get, {"a", "b"}, path="a.md")
    assert url == "/1__/"


def test_a_page_keeps_what_it_does_not_know() -> None:
    assert permalink.replace("/:path/:title:output_ext", {"path": "/d", "output_ext": ".x"}) == (
        "/d/:title.x"
    )
    assert permalink.replace("/:path/a", {"path": None}) == "/a"


def test_no_file_has_a_null_in_its_name() -> None:
    with pytest.raises(PermalinkError, match="null character"):
        permalink.file_of("/a%00b")
