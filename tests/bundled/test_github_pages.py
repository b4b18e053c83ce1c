"""The profile ``github_pages: true``, and what stands behind its plugins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jinkyll import configuration
from jinkyll.configuration.github_pages import DEFAULT_PLUGINS, WHITELIST
from jinkyll.plugins.discovery import bundled_module
from site_files import write

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import BuildSite


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no network in tests")

    monkeypatch.setattr("urllib.request.urlopen", refuse)


def load(folder: Path, text: str) -> configuration.Configuration:
    write(folder, {"_config.yml": f"github_pages: true\n{text}"})
    return configuration.load({"source": str(folder)})


def test_a_repository_with_nothing_but_a_readme(
    build_site: BuildSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site = build_site({"README.md": "# Hello\n\nWorld\n"}, github_pages=True)
    assert site == {
        "README.md": "# Hello\n\nWorld\n",
        "index.html": '<h1 id="hello">Hello</h1>\n\n<p>World</p>\n',
    }
    assert "The site is built without a theme" in capsys.readouterr().err


def test_defaults_can_be_changed(tmp_path: Path) -> None:
    assert load(tmp_path, "")["future"] is True
    assert load(tmp_path, "future: false\n")["future"] is False
    assert load(tmp_path, "")["theme"] == "jekyll-theme-primer"
    assert load(tmp_path, "theme: null\n")["theme"] is None
    assert load(tmp_path, "theme: minima\n")["theme"] == "minima"
    assert "CNAME" in load(tmp_path, "")["exclude"]
    assert load(tmp_path, "exclude: [own]\n")["exclude"] == ["own"]


def test_forced_settings_can_not(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        "safe: false\nlsi: true\nhighlighter: pygments\nwhitelist: [evil]\n"
        "kramdown: {math_engine: katex, hard_wrap: true}\ngist: {noscript: true}\n",
    )
    assert settings.safe
    assert settings["lsi"] is False
    assert settings["highlighter"] == "rouge"
    assert settings["whitelist"] == list(WHITELIST)
    assert settings["kramdown"]["math_engine"] == "mathjax"
    assert settings["kramdown"]["hard_wrap"] is True
    assert settings["kramdown"]["gfm_quirks"] == "paragraph_end"
    assert settings["gist"] == {"noscript": False}


@pytest.mark.parametrize(
    ("engine", "used"),
    [("redcarpet", "kramdown"), ("kramdown", "kramdown"), ("GFM", "CommonMarkGhPages")],
)
def test_engines(tmp_path: Path, engine: str, used: str) -> None:
    assert load(tmp_path, f"markdown: {engine}\n")["markdown"] == used


def test_plugins(tmp_path: Path) -> None:
    assert load(tmp_path, "")["plugins"] == list(DEFAULT_PLUGINS)
    plugins = load(tmp_path, "plugins: [jekyll-feed]\nremote_theme: a/b\n")["plugins"]
    assert plugins == ["jekyll-feed", *DEFAULT_PLUGINS, "jekyll-remote-theme"]


def test_all_plugins_of_pages_are_there() -> None:
    built_in = {"jekyll-commonmark-ghpages"}
    assert [name for name in WHITELIST if name not in built_in and not bundled_module(name)] == []


def test_production_compresses_styles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(tmp_path, "")["sass"] == {"sourcemap": "never"}
    monkeypatch.setenv("JEKYLL_ENV", "production")
    assert load(tmp_path, "")["sass"]["style"] == "compressed"


def test_links_leave_baseurl_to_the_author(build_site: BuildSite) -> None:
    files = {
        "_config.yml": "baseurl: /base\ntheme: null\n",
        "index.html": "---\n---\n{% link a.html %} {% post_url 2024-01-01-p %}",
        "a.html": "---\n---\n",
        "_posts/2024-01-01-p.html": "---\n---\n",
    }
    assert build_site(files)["index.html"] == "/base/a.html /base/2024/01/01/p.html"
    pages = build_site(files, github_pages=True)
    assert pages["index.html"] == "/a.html /2024/01/01/p.html"
