from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def names(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if ".git" not in path.relative_to(folder).parts
        and (path.is_file() or not any(path.iterdir()))
    )


FILES = [
    ".gitignore",
    "Gemfile",
    "LICENSE.txt",
    "README.md",
    "_data",
    "_includes",
    "_layouts/default.html",
    "_layouts/page.html",
    "_layouts/post.html",
    "_sass",
    "assets",
    "my-theme.gemspec",
]


def git_user(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "gitconfig").write_text(
        "[user]\nname = Ada Lovelace\nemail = ada@example.com\n[init]\ndefaultBranch = main\n",
        encoding="utf-8",
    )
    return {"GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig")}


def test_a_theme_has_jekylls_files(jinkyll: Run, tmp_path: Path) -> None:
    done = jinkyll(tmp_path, "new-theme", "my-theme", env=git_user(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    theme = tmp_path / "my-theme"
    assert names(theme) == FILES
    assert (theme / ".git").is_dir()
    gemspec = (theme / "my-theme.gemspec").read_text("utf-8")
    assert 'spec.name          = "my-theme"' in gemspec
    assert 'spec.authors       = ["Ada Lovelace"]' in gemspec
    assert 'spec.email         = ["ada@example.com"]' in gemspec
    license_text = (theme / "LICENSE.txt").read_text("utf-8")
    assert f"Copyright (c) {time.localtime().tm_year} Ada Lovelace" in license_text
    for path in theme.rglob("*.*"):
        if path.is_file() and ".git" not in path.parts:
            assert "@NAME@" not in path.read_text("utf-8")


def test_the_messages_are_jekylls(jinkyll: Run, tmp_path: Path) -> None:
    done = jinkyll(tmp_path, "new-theme", "my-theme", env=git_user(tmp_path))
    theme = tmp_path / "my-theme"
    assert done.stdout.splitlines() == [
        *(
            f"             create {theme}/{name}"
            for name in (
                *("assets", "_data", "_layouts", "_includes", "_sass"),
                *("_layouts/page.html", "_layouts/post.html", "_layouts/default.html"),
                *("Gemfile", "my-theme.gemspec", "README.md", "LICENSE.txt"),
            )
        ),
        f"         initialize {theme}/.git",
        f"             create {theme}/.gitignore",
        f"Your new Jekyll theme, my-theme, is ready for you in {theme}! ",
        f"For help getting started, read {theme}/README.md. ",
    ]


def test_with_a_code_of_conduct(jinkyll: Run, tmp_path: Path) -> None:
    env = git_user(tmp_path)
    assert jinkyll(tmp_path, "new-theme", "my-theme", "--code-of-conduct", env=env).returncode == 0
    text = (tmp_path / "my-theme/CODE_OF_CONDUCT.md").read_text("utf-8")
    assert "ada@example.com" in text
    assert names(tmp_path / "my-theme") == sorted([*FILES, "CODE_OF_CONDUCT.md"])


def test_words_are_joined(jinkyll: Run, tmp_path: Path) -> None:
    jinkyll(tmp_path, "new-theme", "my", "new", " theme")
    assert (tmp_path / "my_new_theme/my_new_theme.gemspec").is_file()


def test_what_exists_is_left_alone(jinkyll: Run, tmp_path: Path) -> None:
    (tmp_path / "my-theme").mkdir()
    done = jinkyll(tmp_path, "new-theme", "my-theme")
    assert done.returncode == 1
    assert done.stderr == f"          Conflict: {tmp_path}/my-theme already exists.\n"
    assert names(tmp_path) == ["my-theme"]


def test_a_name_is_needed(jinkyll: Run, tmp_path: Path) -> None:
    done = jinkyll(tmp_path, "new-theme")
    assert done.returncode == 1
    assert done.stderr.endswith(" | Error:  You must specify a theme name.\n")


def test_a_machine_without_git_will_do(jinkyll: Run, tmp_path: Path) -> None:
    done = jinkyll(tmp_path, "new-theme", "my-theme", env={"PATH": str(tmp_path)})
    assert (done.returncode, done.stderr) == (0, "")
    assert names(tmp_path / "my-theme") == FILES
