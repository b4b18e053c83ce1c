from __future__ import annotations

import io
import subprocess
import tarfile
import zipfile
from email.message import Message
from socket import gaierror
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError

import pytest

from jinkyll import configuration
from jinkyll.errors import ConfigurationError
from jinkyll.plugins.theme_source import fetch, is_valid
from site_files import write

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import BuildSite
    from jinkyll.configuration import Configuration

THEME = {
    "_layouts/default.html": "L {{ content }} {% include x.html %}",
    "_includes/x.html": "INC",
    "_sass/a.scss": "b{c:d}",
    "assets/s.scss": '---\n---\n@import "a";',
}


@pytest.fixture
def settings(tmp_path: Path) -> Configuration:
    return configuration.load({"source": str(write(tmp_path / "site", {"index.html": ""}))})


def packed(kind: str, files: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(stream, "w") as archive:
            for path, text in files.items():
                archive.writestr(path, text)
    else:
        with tarfile.open(fileobj=stream, mode="w:gz") as tar:
            for path, text in files.items():
                entry = tarfile.TarInfo(path)
                entry.size = len(text)
                tar.addfile(entry, io.BytesIO(text.encode()))
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_an_archive_is_fetched_once(tmp_path: Path, settings: Configuration, kind: str) -> None:
    archive = tmp_path / f"theme.{kind}"
    archive.write_bytes(packed(kind, {f"theme-main/{path}": text for path, text in THEME.items()}))
    folder = fetch(archive.as_uri(), settings)
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*.*")) == sorted(THEME)
    archive.unlink()
    assert fetch(archive.as_uri(), settings) == folder


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_nothing_is_unpacked_elsewhere(tmp_path: Path, settings: Configuration, kind: str) -> None:
    archive = tmp_path / f"evil.{kind}"
    archive.write_bytes(
        packed(kind, {"../../evil.txt": "x", "/etc/evil.txt": "y", "a/ok.txt": "z"})
    )
    folder = fetch(archive.as_uri(), settings)
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*.txt")) == [
        "a/ok.txt",
        "etc/evil.txt",
        "evil.txt",
    ]
    assert not list(tmp_path.glob("evil.txt"))


def test_links_are_not_unpacked(tmp_path: Path, settings: Configuration) -> None:
    archive = tmp_path / "links.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    assert list(fetch(archive.as_uri(), settings).iterdir()) == []


def test_a_repository_at_a_tag(tmp_path: Path, settings: Configuration) -> None:
    repository = write(tmp_path / "theme.git", THEME)

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=repository, check=True)

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "one")
    git("tag", "v1")
    write(repository, {"_includes/x.html": "later"})
    git("commit", "--quiet", "--all", "--message", "two")
    with pytest.MonkeyPatch.context() as patch:
        # A repository in a folder stands for one in the network.
        patch.setenv("GIT_CONFIG_COUNT", "1")
        patch.setenv("GIT_CONFIG_KEY_0", f"url.{tmp_path.as_uri()}/.insteadOf")
        patch.setenv("GIT_CONFIG_VALUE_0", "https://example.org/")
        folder = fetch("https://example.org/theme.git@v1", settings)
        with pytest.raises(ConfigurationError, match="can't be cloned"):
            fetch("https://example.org/other.git", settings)
    assert (folder / "_includes/x.html").read_text() == "INC"
    assert not (folder / ".git").exists()


def test_a_folder(settings: Configuration) -> None:
    write(settings.source.parent / "theme", THEME)
    assert fetch("../theme", settings).resolve() == settings.source.parent / "theme"
    with pytest.raises(ConfigurationError, match="no theme in the folder"):
        fetch("./missing", settings)


@pytest.mark.parametrize(
    ("where", "valid"),
    [
        ("owner/name", True),
        ("owner/name@v1.0", True),
        ("https://git.example.org/owner/name@branch/x", True),
        ("git@example.org:owner/name.git", True),
        ("https://example.org/theme.tar.gz", True),
        ("./theme", True),
        ("owner", False),
        ("ftp://example.org/a/b", False),
        ("owner/name with space", False),
    ],
)
def test_forms(where: str, *, valid: bool) -> None:
    assert is_valid(where) is valid


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (URLError(gaierror(-2, "Name or service not known")), "Name or service not known"),
        (HTTPError("https://a.b", 404, "Not Found", Message(), None), "HTTP Error 404: Not Found"),
        (TimeoutError("timed out"), "timed out"),
    ],
)
def test_what_cannot_be_fetched_says_why(
    settings: Configuration, error: OSError, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("urllib.request.urlopen", refuse)
    with pytest.raises(ConfigurationError) as caught:
        fetch("owner/name", settings)
    address = "https://codeload.github.com/owner/name/zip/HEAD"
    assert caught.value.message == f"the theme owner/name can't be fetched from {address}: {said}"


def test_a_file_that_is_no_archive(tmp_path: Path, settings: Configuration) -> None:
    archive = tmp_path / "bad.zip"
    archive.write_bytes(b"no archive")
    with pytest.raises(ConfigurationError, match="can't be unpacked"):
        fetch(archive.as_uri(), settings)
    assert not list(settings.cache_dir.rglob("*.html"))


def test_a_site_with_a_remote_theme(build_site: BuildSite, tmp_path: Path) -> None:
    write(tmp_path / "theme", THEME)
    site = build_site(
        {
            "_config.yml": "remote_theme: ../theme\nplugins: [jekyll-remote-theme]\n"
            "sass: {sourcemap: never}\n",
            "index.html": "---\nlayout: default\n---\nhello",
        },
    )
    assert site == {"index.html": "L hello INC", "assets/s.css": "b {\n  c: d;\n}"}


def test_an_unusable_name_is_said_and_passed_over(
    build_site: BuildSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = build_site(
        {
            "_config.yml": "remote_theme: not a theme\nplugins: [jekyll-remote-theme]\n",
            "index.html": "---\n---\nhello",
        },
    )
    assert site == {"index.html": "hello"}
    assert 'Remote Theme: "not a theme" is not a valid remote theme' in capsys.readouterr().err
