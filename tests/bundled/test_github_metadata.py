"""What needs GitHub's API, from a server that stands in for it."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from jinkyll.bundled.github_metadata.client import _answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import BuildSite

ANSWERS: dict[str, Any] = {
    "/repos/me/app": {
        "description": "An app",
        "language": "Python",
        "license": {"key": "mit"},
        "has_issues": True,
        "has_wiki": False,
        "has_downloads": True,
        "private": False,
    },
    "/repos/me/app/pages": {
        "html_url": "https://app.example.org/",
        "cname": "app.example.org",
        "source": {"branch": "main", "path": "/docs"},
    },
    "/users/me": {"name": "My Self", "login": "me", "created_at": "2020-01-02T03:04:05Z"},
    "/repos/me/app/contributors?per_page=100": [{"login": "a"}],
    "/repos/me/app/contributors?per_page=100&page=2": [{"login": "b"}],
    "/repos/me/app/releases/latest": {"tag_name": "v2"},
}
PAGE = (
    "---\n---\n{{ site.title }}|{{ site.description }}|{{ site.url }}{{ site.baseurl }}"
    "|{{ site.github.issues_url }}|{{ site.github.wiki_url }}|{{ site.github.license.key }}"
    "|{{ site.github.owner_display_name }}|{{ site.github.owner.created_at | date: '%Y' }}"
    "|{% for c in site.github.contributors %}{{ c.login }}{% endfor %}"
    "|{{ site.github.latest_release.tag_name }}|{{ site.github.zip_url }}"
    "|{% github_edit_link %}|{{ site.github.releases.size }}"
)


class _Api(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["Authorization"]))
        answer = ANSWERS.get(self.path)
        self.send_response(404 if answer is None else 200)
        if self.path.endswith("/contributors?per_page=100"):
            host = f"http://{self.headers['Host']}"
            self.send_header("Link", f'<{host}{self.path}&page=2>; rel="next"')
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str]]]:
    _answer.cache_clear()
    _Api.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Api)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("PAGES_API_URL", f"http://127.0.0.1:{server.server_address[1]}")
    monkeypatch.delenv("PAGES_REPO_NWO", raising=False)
    yield _Api.asked
    server.shutdown()
    server.server_close()
    thread.join()


def site(build_site: BuildSite) -> str:
    files = {
        "_config.yml": "repository: me/app\nplugins: [jekyll-github-metadata]\n",
        "index.html": PAGE,
    }
    return build_site(files)["index.html"]


def test_with_a_token(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch, asked: list[tuple[str, str]]
) -> None:
    monkeypatch.setenv("JEKYLL_GITHUB_TOKEN", "secret")
    monkeypatch.setenv("JEKYLL_ENV", "production")
    assert site(build_site) == (
        "app|An app|https://app.example.org|https://github.com/me/app/issues||mit|My Self|2020"
        "|ab|v2|https://github.com/me/app/zipball/main"
        "|https://github.com/me/app/edit/main/docs/index.html|"
    )
    assert {token for _, token in asked} == {"token secret"}
    assert len(asked) == len(set(asked))


def test_without_a_token_nobody_is_asked(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch, asked: list[tuple[str, str]]
) -> None:
    monkeypatch.delenv("JEKYLL_GITHUB_TOKEN", raising=False)
    assert site(build_site) == (
        "app||||||||||https://github.com/me/app/zipball/gh-pages"
        "|https://github.com/me/app/edit/gh-pages/index.html|"
    )
    assert asked == []


def test_without_a_repository(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("PAGES_REPO_NWO", raising=False)
    monkeypatch.setenv("JEKYLL_BUILD_REVISION", "abc")
    files = {
        "_config.yml": "plugins: [jekyll-github-metadata]\n",
        "index.html": "---\n---\n{{ site.title }}|{{ site.github.repository_url }}"
        "|{{ site.github.hostname }}|{{ site.github.build_revision }}|{% github_edit_link 'E' %}",
    }
    assert build_site(files)["index.html"] == '||github.com|abc|<a href="">E</a>'
    assert "No repository found for site.github.repository_url" in capsys.readouterr().err


def test_values_of_the_configuration_win(build_site: BuildSite) -> None:
    files = {
        "_config.yml": "repository: me/app\nplugins: [jekyll-github-metadata]\n"
        "github: {owner_name: Other, extra: x, source: {branch: main}}\n",
        "index.html": "---\n---\n{{ site.github.owner_name }} {{ site.github.extra }}"
        " {{ site.github.source.branch }}{{ site.github.source.path }}",
    }
    assert build_site(files)["index.html"] == "Other x main/"
