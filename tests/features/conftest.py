"""How scenarios are played with jinkyll: in this process, as the command line would."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import pytest

import scenarios
from jinkyll import cli

if TYPE_CHECKING:
    from pathlib import Path

Check = Callable[[Mapping[str, Any]], None]

_COLOUR = re.compile(r"\x1b\[\d+m")


@pytest.fixture
def check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Check:
    """Play a scenario and compare what it left and said with what Jekyll did."""

    def run(arguments: list[str]) -> tuple[int, str]:
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main(arguments)
        said = capfd.readouterr()
        assert "Traceback" not in said.err, said.err
        return int(ended.value.code or 0), _COLOUR.sub("", said.out + said.err)

    def check_it(scenario: Mapping[str, Any]) -> None:
        monkeypatch.chdir(tmp_path)
        monkeypatch.delenv("JEKYLL_ENV", raising=False)
        for name, value in scenarios.environment(scenario, tmp_path).items():
            monkeypatch.setenv(name, value)
        outcome = scenarios.play(scenario, tmp_path, run)
        wanted = scenarios.expected(scenario)
        assert outcome.exit == wanted.exit, outcome.printed
        assert outcome.files == wanted.files
        assert outcome.gone == wanted.gone
        for line in scenario.get("prints", ()):
            assert line in outcome.printed

    return check_it
