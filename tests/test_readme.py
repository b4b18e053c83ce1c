"""The README keeps its promises: its commands are the ones that continuous integration runs."""

from __future__ import annotations

import re
from pathlib import Path

from jinkyll.liquid import render

ROOT = Path(__file__).resolve().parent.parent


def _blocks(language: str) -> list[str]:
    readme = (ROOT / "README.md").read_text()
    return re.findall(rf"^```{language}\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)


def test_continuous_integration_calls_the_test_command() -> None:
    _, tests = _blocks("bash")
    assert tests in (ROOT / ".ci" / "run").read_text()


def test_each_command_is_one_line() -> None:
    assert [block.count("\n") for block in _blocks("bash")] == [1, 1]


def test_the_engines_work_by_themselves() -> None:
    names: dict[str, object] = {"render": render}
    (example,) = _blocks("python")
    exec(compile(example, "README.md", "exec"), names)  # noqa: S102  (the README's own text)
    assert names["html"] == '<h1 id="top">A <em>title</em></h1>'
    assert names["text"] == "Hello You"
