"""Plugins that look at git: what git tells is part of what an incremental build compares."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

import site_files
from jinkyll import configuration
from jinkyll.cache import regenerator
from jinkyll.plugins import git
from jinkyll.rebuild import Rebuilder

if TYPE_CHECKING:
    from pathlib import Path

    from jinkyll.build import Report

PAGES = {
    "jekyll-github-metadata": "{{ site.github.build_revision }} {{ site.github.owner_name }}",
    "jekyll-last-modified-at": "{{ page.last_modified_at }}{% last_modified_at %s %}",
}


class Repository:
    """A site below git, whose clock goes on from commit to commit."""

    def __init__(self, folder: Path, plugin: str) -> None:
        self.folder = folder
        self.clock = 1_500_000_000
        self.committed = 0
        self.source = f"---\n---\n{PAGES[plugin]}"
        site_files.write(
            folder,
            {
                "_config.yml": f"plugins: [{plugin}]\n",
                ".gitignore": ".jekyll-cache\n_site\n",
                "index.html": self.source,
                "other.html": "---\n---\nNothing of git.",
            },
        )

    def git(self, *arguments: str) -> str:
        self.clock += 1000
        who = ["-c", "user.name=A", "-c", "user.email=a@b.c"]
        command = ["git", "-C", str(self.folder), *who, *arguments]
        dates = {f"GIT_{kind}_DATE": f"{self.clock} +0000" for kind in ("AUTHOR", "COMMITTER")}
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=dates)
        return done.stdout.strip()

    def commit(self) -> str:
        self.git("add", ".")
        self.git("commit", "--allow-empty", "-qm", "All")
        self.committed = self.clock
        return self.git("rev-parse", "HEAD")

    def build(self) -> Report:
        """Build as a command does: by another process each time."""
        given = {"source": str(self.folder), "destination": f"{self.folder}/_site", "quiet": True}
        return Rebuilder()(configuration.load(given))

    @property
    def page(self) -> str:
        return (self.folder / "_site/index.html").read_text("utf-8")


@pytest.fixture(params=PAGES)
def repository(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Repository:
    monkeypatch.setattr(regenerator, "settled", lambda *_: True)
    monkeypatch.delenv("JEKYLL_GITHUB_TOKEN", raising=False)
    return Repository(tmp_path / "site", request.param)


def test_another_commit_builds_all_anew(repository: Repository) -> None:
    repository.build()
    repository.git("init", "-q", "-b", "main")
    repository.git("remote", "add", "origin", "git@github.com:me/app.git")
    for number in range(2):
        site_files.write(repository.folder, {"index.html": f"{repository.source}{number}"})
        revision = repository.commit()
        assert repository.build().rendered == 2
        told = f"{revision} me" if "github" in repository.source else str(repository.committed)
        assert repository.page.endswith(f"{told}{number}")
        assert repository.build().written is None


def test_what_tells_of_another_commit(repository: Repository) -> None:
    folder = repository.folder
    assert folder / ".git/HEAD" in git.inputs(folder)
    repository.git("init", "-q", "-b", "main")
    inner = [".git/HEAD", ".git/config", ".git/packed-refs", ".git/refs/heads/main"]
    repository.commit()
    assert git.inputs(folder) == [folder / name for name in inner]
    repository.git("worktree", "add", "-q", str(folder.parent / "tree"))
    named = git.inputs(folder.parent / "tree")
    assert named[0] == folder / ".git/worktrees/tree/HEAD"
    assert named[1:] == [folder / name for name in (*inner[1:3], ".git/refs/heads/tree")]
