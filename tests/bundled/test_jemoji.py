"""jemoji is not among Debian's gems: expected is what html-pipeline's filter and gemoji say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import BuildSite


def picture(
    name: str, file: str, root: str = "https://github.githubassets.com/images/icons"
) -> str:
    return (
        f'<img class="emoji" title=":{name}:" alt=":{name}:"'
        f' src="{root}/emoji/{file}.png" height="20" width="20">'
    )


def emojified(build_site: BuildSite, text: str, settings: str = "") -> str:
    files = {
        "_config.yml": f"plugins: [jemoji]\n{settings}",
        "index.html": f"---\n---\n{text}",
    }
    return build_site(files)["index.html"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (":heart:", picture("heart", "unicode/2764")),
        (":+1:", picture("+1", "unicode/1f44d")),
        (":thumbsup:", picture("thumbsup", "unicode/1f44d")),
        (":octocat:", picture("octocat", "octocat")),
        (":de:", picture("de", "unicode/1f1e9-1f1ea")),
        (":man_technologist:", picture("man_technologist", "unicode/1f468-1f4bb")),
        (":no_such_emoji:", ":no_such_emoji:"),
        ("a:heart:b", f"a{picture('heart', 'unicode/2764')}b"),
        (":x:heart:", f"{picture('x', 'unicode/274c')}heart:"),
        (":nope:heart:", f":nope{picture('heart', 'unicode/2764')}"),
        ("<code>:heart:</code><pre>:heart:</pre>", "<code>:heart:</code><pre>:heart:</pre>"),
        ('<a title=":heart:">12:30:45</a>', '<a title=":heart:">12:30:45</a>'),
        (
            "<title>:heart:</title><body>:heart:</body>:heart:",
            f"<title>:heart:</title><body>{picture('heart', 'unicode/2764')}</body>:heart:",
        ),
    ],
)
def test_names(build_site: BuildSite, text: str, expected: str) -> None:
    assert emojified(build_site, text) == expected


def test_another_source_of_pictures(build_site: BuildSite, monkeypatch: pytest.MonkeyPatch) -> None:
    text = emojified(build_site, ":heart:", 'emoji: {src: "/assets/images"}\n')
    assert text == picture("heart", "unicode/2764", "/assets/images")
    monkeypatch.setenv("ASSET_HOST_URL", "https://cdn.example.org/")
    text = emojified(build_site, ":heart:")
    assert text == picture("heart", "unicode/2764", "https://cdn.example.org/images/icons")


def test_only_html(build_site: BuildSite) -> None:
    files = {
        "_config.yml": "plugins: [jemoji]\n",
        "a.txt": "---\n---\n:heart:",
        "_posts/2024-01-01-p.html": "---\n---\n:heart:",
    }
    site = build_site(files)
    assert site["a.txt"] == ":heart:"
    assert site["2024/01/01/p.html"] == picture("heart", "unicode/2764")
