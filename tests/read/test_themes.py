"""Themes: where they are found, and what they bring."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from typing import TYPE_CHECKING
from unittest import mock

import pytest

from jinkyll.errors import ConfigurationError
from jinkyll.read import themes
from reading import read_site, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

THEME = {
    "_layouts/default.html": "theme",
    "_layouts/post.html": "theme",
    "_includes/head.html": "theme",
    "_sass/base.scss": "a{}",
    "_data/nav.yml": "home: theme\nabout: theme\n",
    "_data/only.yml": "a: 1\n",
    "assets/main.scss": "---\n---\na{}",
    "assets/logo.svg": "<svg/>",
    "_config.yml": "permalink: pretty\nmenu: {a: 1, b: 2}\nplugins: [x]\n",
}
SITE = {
    "_config.yml": "theme: sample\nmenu: {b: 3}\n",
    "_layouts/post.html": "own",
    "_data/nav.yml": "home: own\n",
    "assets/logo.svg": "<svg>own</svg>",
}


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for variable in ("JEKYLL_THEMES_DIR", "GEM_HOME", "GEM_PATH", "BUNDLE_PATH"):
        monkeypatch.delenv(variable, raising=False)
    with mock.patch.object(themes, "_GEM_FOLDERS", ()):
        yield


def test_the_site_wins_over_its_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path / "themes" / "sample", THEME)
    write_site(tmp_path / "site", SITE)
    monkeypatch.setenv("JEKYLL_THEMES_DIR", str(tmp_path / "themes"))
    site = read_site(tmp_path / "site")
    assert site.theme is not None
    assert site.theme.root == tmp_path / "themes" / "sample"
    assert {name: layout.content for name, layout in site.layouts.items()} == {
        "default": "theme",
        "post": "own",
    }
    assert site.data == {"nav": {"home": "own", "about": "theme"}, "only": {"a": 1}}
    assert site.includes_load_paths == [
        tmp_path / "site" / "_includes",
        tmp_path / "themes" / "sample" / "_includes",
    ]
    assert [page.url for page in site.pages] == ["/assets/main.css"]
    assert [file.path for file in site.static_files] == [str(tmp_path / "site/assets/logo.svg")]
    # A theme can't change what has a default.
    assert site.config["permalink"] == "date"
    assert site.config["plugins"] == []
    assert site.config["menu"] == {"a": 1, "b": 3}


def test_the_theme_keeps_its_configuration_to_itself_when_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path / "sample", THEME)
    write_site(tmp_path / "site", SITE)
    monkeypatch.setenv("JEKYLL_THEMES_DIR", str(tmp_path))
    site = read_site(tmp_path / "site", ignore_theme_config=True)
    assert site.config["menu"] == {"b": 3}


@pytest.mark.parametrize("variable", ["GEM_HOME", "GEM_PATH"])
def test_gems(variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("1.9.0", "1.10.0", "1.10.0.beta", "x"):
        write_site(tmp_path / "gems" / f"sample-{version}", THEME)
    write_site(
        tmp_path,
        {
            "site/_config.yml": "theme: ' Sample '\n",
            "specifications/sample-1.10.0.gemspec": 's.name = "sample".freeze\n'
            's.version = "1.10.0"\ns.authors = ["A B".freeze, "C".freeze]\n'
            's.summary = "Short".freeze\ns.metadata = { "plugin_type" => "theme" }\n'
            '    s.add_runtime_dependency(%q<jekyll>.freeze, [">= 3.5", "< 5"])\n'
            '    s.add_runtime_dependency "a.b", "1.0"\n    s.add_dependency(%q<c>)\n'
            '  else\n    s.add_dependency(%q<rake>.freeze, ["~> 4"])\n',
        },
    )
    monkeypatch.setenv(variable, str(tmp_path))
    theme = read_site(tmp_path / "site").theme
    assert theme is not None
    assert theme.basename == "sample-1.10.0"
    assert theme.version == "1.10.0"
    assert theme.authors == "A B, C"
    assert theme.description == "Short"
    assert theme.metadata == {"plugin_type": "theme"}
    assert theme.runtime_dependencies == {"jekyll": ">= 3.5, < 5", "a.b": "= 1.0", "c": ">= 0"}


@pytest.mark.parametrize(
    "bundle",
    [
        {"Gemfile": "gem 'sample', :path => File.expand_path('../themes/sample', __dir__)\n"},
        {"Gemfile": 'source "x"\n  gem "sample", "~> 1", path: "../themes"\n'},
        {"Gemfile.lock": "PATH\n  remote: ../themes/sample\n  specs:\n    sample (0.1)\n\nGEM\n"},
    ],
)
def test_the_path_that_a_gemfile_names(
    bundle: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path / "themes" / "sample", {**THEME, "sample.gemspec": "s.version = '0.1'\n"})
    write_site(tmp_path / "site", {"_config.yml": "theme: sample\n", **bundle})
    monkeypatch.chdir(tmp_path / "site")
    theme = read_site(tmp_path / "site").theme
    assert theme is not None
    assert theme.root == tmp_path / "themes" / "sample"
    assert theme.version == "0.1"


def test_the_sites_own_bundle(tmp_path: Path) -> None:
    write_site(tmp_path / "vendor/bundle/ruby/3.1.0/gems/sample-0.1.0", THEME)
    write_site(tmp_path, {"_config.yml": "theme: sample\n"})
    theme = read_site(tmp_path).theme
    assert theme is not None
    assert theme.version == "0.1.0"


def test_a_theme_that_is_the_site_itself(tmp_path: Path) -> None:
    write_site(tmp_path, {**THEME, "_config.yml": "theme: sample\n", "sample.gemspec": ""})
    site = read_site(tmp_path)
    assert site.theme is not None
    assert site.theme.root == tmp_path
    assert [page.relative_path for page in site.pages] == ["assets/main.scss"]


def test_python_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path / "lib" / "sample_theme", {**THEME, "__init__.py": ""})
    write_site(tmp_path / "site", {"_config.yml": "theme: sample\n"})
    monkeypatch.syspath_prepend(str(tmp_path / "lib"))
    point = EntryPoint("sample", "sample_theme", "jinkyll.themes")
    with mock.patch("importlib.metadata.entry_points", return_value=[point]):
        theme = read_site(tmp_path / "site").theme
    sys.modules.pop("sample_theme", None)
    assert theme is not None
    assert theme.root == tmp_path / "lib" / "sample_theme"


def test_a_theme_that_there_is_not(tmp_path: Path) -> None:
    write_site(tmp_path, {"_config.yml": "theme: nosuch\n"})
    with pytest.raises(ConfigurationError, match="The nosuch theme could not be found") as caught:
        read_site(tmp_path)
    assert "JEKYLL_THEMES_DIR" in (caught.value.hint or "")


def test_a_theme_can_not_reach_out_of_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path / "secret", {"a.html": "secret"})
    write_site(tmp_path / "sample", {"assets/a.txt": "a"})
    (tmp_path / "sample" / "_layouts").symlink_to(tmp_path / "secret")
    (tmp_path / "sample" / "assets" / "b.txt").symlink_to(tmp_path / "secret" / "a.html")
    write_site(tmp_path / "site", {"_config.yml": "theme: sample\n"})
    monkeypatch.setenv("JEKYLL_THEMES_DIR", str(tmp_path))
    site = read_site(tmp_path / "site")
    assert site.layouts == {}
    assert [file.name for file in site.static_files] == ["a.txt"]
    assert "Theme reader: Ignored symlinked asset:" in capsys.readouterr().err
