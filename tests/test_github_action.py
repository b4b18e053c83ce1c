"""The GitHub Pages step: its own commands, run as a runner would, and the schemas of its files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")


def _copy_of_the_repository(destination: Path) -> Path:
    """Copy what git knows or would add, so that no build or environment of this checkout helps."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for name in listed.split("\0"):
        if name and (ROOT / name).is_file():
            target = destination / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)
    return destination


class Runner:
    """Runs the ``run:`` steps of a composite action in bash, filling in the contexts of GitHub."""

    def __init__(self, action: Path, temporary: Path) -> None:
        self.action = action
        self.temporary = temporary
        self.definition: dict[str, Any] = yaml.safe_load((action / "action.yml").read_text())

    def run(self, workspace: Path, inputs: dict[str, str]) -> subprocess.CompletedProcess[str]:
        contexts = {
            "github.sha": "0" * 40,
            "github.token": "",
            "github.repository": "someone/blog",
            "steps.python.outputs.python-path": sys.executable,
        }
        for name, definition in self.definition["inputs"].items():
            value = inputs.get(name, definition["default"])
            contexts[f"inputs.{name}"] = self._evaluated(value, contexts)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.temporary),
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(self.action),
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_TEMP": str(self.temporary),
        } | {key: value for key, value in os.environ.items() if key.startswith("PIP_")}
        for step in self.definition["runs"]["steps"]:
            if "run" not in step:
                continue
            variables = {
                name: self._evaluated(value, contexts)
                for name, value in step.get("env", {}).items()
            }
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                env=environment | variables,
                cwd=workspace,
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                break
        return done

    @staticmethod
    def _evaluated(text: str, contexts: dict[str, str]) -> str:
        return _EXPRESSION.sub(lambda match: contexts[match[1]], text)


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    action = _copy_of_the_repository(tmp_path_factory.mktemp("action"))
    return Runner(action, tmp_path_factory.mktemp("runner"))


@pytest.mark.timeout(600)
def test_the_step_builds_this_blog(runner: Runner, tmp_path: Path) -> None:
    workspace = _copy_of_the_repository(tmp_path / "workspace")
    done = runner.run(workspace, {"base_path": "/blog", "verbose": "true"})
    assert done.returncode == 0, done.stdout + done.stderr
    index = (workspace / "_site" / "index.html").read_text()
    assert 'href="/blog/css/style.css"' in index
    assert 'href="/blog/meet-jinkyll/"' in index


@pytest.mark.timeout(600)
def test_an_error_becomes_an_annotation_at_file_and_line(runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("---\ntitle: Home\n---\n\n{% if true %}\n")
    done = runner.run(tmp_path, {"source": "./docs", "destination": "./out"})
    assert done.returncode == 1
    assert re.search(r"^::error file=docs/index\.md,line=5\b", done.stdout, re.MULTILINE)
    assert not (tmp_path / "out").exists()


@pytest.mark.timeout(600)
def test_a_readme_is_a_site_when_built_as_github_pages_does(runner: Runner, tmp_path: Path) -> None:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    (workspace / "_config.yml").write_text("theme: null\n")
    (workspace / "README.md").write_text("# Hello\n")
    done = runner.run(workspace, {"github_pages": "true"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert (workspace / "_site" / "index.html").read_text() == '<h1 id="hello">Hello</h1>\n'


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", ".github/workflows/pages.yml"),
    ],
)
def test_the_file_follows_its_published_schema(schema: str, path: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
