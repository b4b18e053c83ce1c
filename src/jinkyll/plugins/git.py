"""What plugins want to know of the git repository that a site lies in."""

from __future__ import annotations

import subprocess
from pathlib import Path

__all__ = ["inputs"]


def inputs(source: Path) -> list[Path]:
    """The files that tell of another commit, branch or origin of the repository around *source*.

    For :attr:`jinkyll.content.Site.inputs`. Where there is no repository, those that would tell of
    a new one.
    """
    try:
        inner, common, branch = _git(source, "--absolute-git-dir", "--git-common-dir", "HEAD")
    except (OSError, ValueError):
        return [folder / ".git" / "HEAD" for folder in (source, *source.parents)]
    shared = source / common
    return [Path(inner, "HEAD"), shared / "config", shared / "packed-refs", shared / branch]


def _git(source: Path, *questions: str) -> list[str]:
    command = ["git", "-C", str(source), "rev-parse", *questions[:-1], "--symbolic-full-name"]
    done = subprocess.run(  # noqa: S603
        [*command, questions[-1]], capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout.splitlines()
