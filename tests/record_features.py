"""Play the scenarios of tests/cases/features with the real Jekyll, and write down what it did.

    python tests/record_features.py [PAGE ...]

An error of Liquid goes to ``prints`` if the scenario has none.

Without names, every page is recorded anew; ``--new PAGE ...`` records only scenarios that have no
outcome yet. Jekyll is loaded once: each command is a fork of that process.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

import scenarios

_SERVER = """
require "json"
require "mercenary"
require "jekyll"
require "jekyll-sass-converter"
require "kramdown-parser-gfm"
require "rouge"
exe = Gem.bin_path("jekyll", "jekyll")
STDIN.each_line do |line|
  job = JSON.parse(line)
  child = fork do
    job["environment"].each { |name, value| ENV[name] = value }
    ENV["GEM_PATH"] &&= [ENV["GEM_PATH"], *Gem.default_path].join(":")
    Gem.clear_paths
    Dir.chdir(job["folder"])
    STDIN.reopen(File::NULL)
    STDOUT.reopen(job["out"], "a")
    STDERR.reopen(job["out"], "a")
    ARGV.replace(job["arguments"])
    $PROGRAM_NAME = "jekyll"
    load exe
  end
  _, status = Process.wait2(child)
  STDOUT.puts(status.exitstatus || 255)
  STDOUT.flush
end
"""
_ORDER = (
    "name", "why", "files", "links", "environment", "command", "again", "prints",
    "expected", "instead",
)  # fmt: skip
_COLOUR = re.compile(r"\x1b\[\d+m")


class _Jekyll:
    """A loaded Jekyll that runs one command after the other."""

    def __init__(self) -> None:
        variables = {**os.environ, "TZ": "UTC", "JEKYLL_NO_BUNDLER_REQUIRE": "1"}
        variables.pop("JEKYLL_ENV", None)
        self._process = subprocess.Popen(
            ["ruby", "-W0", "-e", _SERVER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=variables,
        )

    def record(self, scenario: dict[str, Any]) -> scenarios.Outcome:
        with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as aside:
            folder, out = Path(name).resolve(), Path(aside) / "out"

            def run(arguments: list[str]) -> tuple[int, str]:
                out.write_text("")
                job = {
                    "folder": str(folder),
                    "out": str(out),
                    "arguments": arguments,
                    "environment": scenarios.environment(scenario, folder),
                }
                assert self._process.stdin is not None
                assert self._process.stdout is not None
                self._process.stdin.write(json.dumps(job) + "\n")
                self._process.stdin.flush()
                status = int(self._process.stdout.readline())
                return status, _COLOUR.sub("", out.read_text("utf-8"))

            return scenarios.play(scenario, folder, run)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _record(jekyll: _Jekyll, page: str, *, only_new: bool) -> None:
    rows = scenarios.load(page)
    names = [row["name"] for row in rows]
    for name in {name for name in names if names.count(name) > 1}:
        _say(f"{page}: two scenarios are called {name!r}")
    for row in rows:
        if only_new and "expected" in row:
            continue
        outcome = jekyll.record(row)
        row["expected"] = {"exit": outcome.exit, "files": dict(outcome.files)}
        if outcome.gone:
            row["expected"]["gone"] = list(outcome.gone)
        message = re.search(r"Liquid Exception: (.+?)(?: in \S+)?$", outcome.printed, re.MULTILINE)
        if outcome.exit and message and "prints" not in row:
            # Ruby shows its own source behind a method that there isn't.
            row["prints"] = [re.sub(r"(undefined method .* for \S+?:\w+) .*", r"\1", message[1])]
        printed = re.sub(r"(?m)^\tfrom .*\n", "", outcome.printed)
        missing = [line for line in row.get("prints", ()) if line not in outcome.printed]
        if "instead" not in row and (missing or (outcome.exit and not row.get("prints"))):
            _say(f"{page}: {row['name']}: not printed: {missing}. Printed:\n{printed}")
        if not outcome.files and not outcome.exit:
            _say(f"{page}: {row['name']}: no files; exit {outcome.exit}")
    ordered = [{key: row[key] for key in _ORDER if key in row} for row in rows]
    text = "\n".join(
        yaml.dump([row], Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
        for row in ordered
    )
    (scenarios.FOLDER / f"{page}.yml").write_text(text, "utf-8")
    _say(f"{page}: {len(rows)} scenarios")


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as lines."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if "\n" in text:
        style = '"' if text.endswith("\n\n") or text == "\n" else "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def main() -> None:
    arguments = sys.argv[1:]
    pages = [name for name in arguments if name != "--new"]
    jekyll = _Jekyll()
    for page in pages or sorted(file.stem for file in scenarios.FOLDER.glob("*.yml")):
        _record(jekyll, page, only_new="--new" in arguments)


if __name__ == "__main__":
    main()
