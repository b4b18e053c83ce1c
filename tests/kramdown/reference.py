"""Real kramdown as a process, and the test cases it is asked about.

``python tests/kramdown/reference.py`` records what it makes of each case in tests/cases/kramdown.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

__all__ = ["AVAILABLE", "CASES", "JEKYLL", "Kramdown", "cases", "options_of"]

CASES = Path(__file__).parents[1] / "cases" / "kramdown"
JEKYLL: dict[str, object] = {"input": "GFM", "hard_wrap": False, "syntax_highlighter": None}
"""Jekyll's options where they differ from kramdown's, without highlighting."""


def cases() -> list[Path]:
    """The texts, each with its HTML beside it."""
    return sorted(CASES.rglob("*.text"))


def options_of(case: Path) -> dict[str, object]:
    own = case.with_suffix(".json")
    return {**JEKYLL, **(json.loads(own.read_text("utf-8")) if own.exists() else {})}


class Kramdown:
    """Asks a Ruby process; `convert` gives None where kramdown itself fails."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            ["ruby", str(Path(__file__).with_suffix(".rb"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
        )

    def convert(self, text: str, options: dict[str, object]) -> str | None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([text, options]) + "\n")
        self.process.stdin.flush()
        answer: str | None = json.loads(self.process.stdout.readline())[0]
        return answer

    def close(self) -> None:
        if self.process.stdin is not None:
            self.process.stdin.close()
        if self.process.stdout is not None:
            self.process.stdout.close()
        self.process.wait(10)


def _available() -> bool:
    if shutil.which("ruby") is None:
        return False
    probe = ["ruby", "-e", "require 'kramdown'; require 'kramdown-parser-gfm'"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


AVAILABLE = _available()


def record() -> None:
    """Write the HTML of each case."""
    kramdown = Kramdown()
    for case in cases():
        html = kramdown.convert(case.read_bytes().decode(), options_of(case))
        if html is None:
            raise SystemExit(f"kramdown fails on {case}")
        case.with_suffix(".html").write_bytes(html.encode())
    kramdown.close()


if __name__ == "__main__":
    record()
