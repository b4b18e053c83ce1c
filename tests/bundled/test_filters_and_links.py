"""jekyll-email-protect and jekyll-target-blank, which Debian has no gems of: by their READMEs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import BuildSite


def test_email_protect(build_site: BuildSite) -> None:
    files = {
        "_config.yml": "plugins: [jekyll-email-protect]\n",
        "index.html": "---\n---\n{{ 'example@example.com' | encode_email }}",
    }
    assert build_site(files)["index.html"] == (
        "%65%78%61%6D%70%6C%65@%65%78%61%6D%70%6C%65.%63%6F%6D"
    )


@pytest.mark.parametrize(
    ("settings", "html", "expected"),
    [
        (
            "{}",
            '<a href="https://google.com">x</a>',
            '<a href="https://google.com" target="_blank" rel="noopener noreferrer">x</a>',
        ),
        ("{}", '<a href="/local">x</a>', '<a href="/local">x</a>'),
        (
            "{}",
            '<a href="https://example.org/own">x</a>',
            '<a href="https://example.org/own">x</a>',
        ),
        ("{}", '<a href="mailto:a@b.c">x</a><a>y</a>', '<a href="mailto:a@b.c">x</a><a>y</a>'),
        (
            "{css_class: ext}",
            '<a href="http://a.b">x</a><a class="y ext" href="http://a.b">z</a>',
            (
                '<a href="http://a.b">x</a><a class="y ext" href="http://a.b" target="_blank"'
                ' rel="noopener noreferrer">z</a>'
            ),
        ),
        (
            "{add_css_classes: one two, noopener: false, noreferrer: false, rel: nofollow}",
            "<a class='old' href='http://a.b'>x</a>",
            '<a class="one two old" href="http://a.b" target="_blank" rel="nofollow">x</a>',
        ),
        (
            "{noreferrer: false}",
            '<a href="http://a.b" rel="me">x</a>',
            '<a href="http://a.b" rel="noopener" target="_blank">x</a>',
        ),
    ],
)
def test_target_blank(build_site: BuildSite, settings: str, html: str, expected: str) -> None:
    files = {
        "_config.yml": f"url: https://example.org\nplugins: [jekyll-target-blank]\n"
        f"target-blank: {settings}\n",
        "index.html": f"---\n---\n{html}",
    }
    assert build_site(files)["index.html"] == expected
