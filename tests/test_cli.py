"""The command line as a person meets it: a process, its output and its exit status."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jinkyll import __version__
from jinkyll.cli import ALIASES, COMMANDS, program

SWITCHES: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("cases").joinpath("commands/switches.json").read_text("utf-8")
)
JINKYLL = (sys.executable, "-m", "jinkyll")


def jinkyll(
    *arguments: str, cwd: Path | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (*JINKYLL, *arguments),
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("switch", ["--version", "-v"])
def test_the_version_is_printed_after_the_name(switch: str) -> None:
    done = jinkyll(switch)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"jinkyll {__version__}\n", "")


def test_a_command_knows_the_version_too() -> None:
    assert jinkyll("build", "--version").stdout == f"jinkyll {__version__}\n"


def test_without_a_subcommand_there_is_help_and_a_failure() -> None:
    done = jinkyll()
    assert done.returncode == 1
    assert "A subcommand is required." in done.stderr
    assert "Usage:\n\n  jinkyll <subcommand> [options]\n" in done.stdout
    for name, summary in COMMANDS.items():
        assert re.search(rf"^  {name}\b", done.stdout, re.MULTILINE), name
        assert summary.split(" ", 1)[0] in done.stdout


def test_an_unknown_subcommand_is_named_with_the_gem_that_may_have_it(tmp_path: Path) -> None:
    done = jinkyll("xyz", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "fatal: 'jinkyll xyz' could not be found. You may need to install the jekyll-xyz gem"
        " or a related gem to be able to use this subcommand. \n"
    )


def test_a_misspelt_subcommand_is_guessed(tmp_path: Path) -> None:
    assert "did you mean 'jinkyll build'?" in jinkyll("biuld", cwd=tmp_path).stderr


def test_a_subcommand_of_a_known_gem_says_what_to_do_instead(tmp_path: Path) -> None:
    assert "It comes from the gem jekyll-import:" in jinkyll("import", cwd=tmp_path).stderr


@pytest.mark.parametrize("name", sorted(SWITCHES))
def test_every_switch_of_jekylls_command_is_known_and_explained(name: str) -> None:
    help_page = jinkyll("help", name)
    assert help_page.returncode == 0
    assert help_page.stdout.startswith(f"jinkyll {name} -- {COMMANDS[name]}\n")
    shown = set(re.findall(r"(?<![\w-])--?[a-zA-Z][\w-]*", help_page.stdout))
    assert sorted(set(SWITCHES[name]) - shown) == []
    assert "Examples:" in help_page.stdout
    assert jinkyll(name, "--help").stdout == help_page.stdout


@pytest.mark.parametrize(("alias", "name"), sorted(ALIASES.items()))
def test_an_alias_is_its_command(alias: str, name: str) -> None:
    assert jinkyll(alias, "--help").stdout == jinkyll(name, "--help").stdout


def test_the_table_of_commands_says_what_the_commands_say() -> None:
    with program.make_context("jinkyll", ["help"]) as context:
        for name, summary in COMMANDS.items():
            command = program.get_command(context, name)
            assert command is not None
            assert (command.name, command.short_help) == (name, summary)


def test_help_on_an_unknown_command_lists_the_known_ones(tmp_path: Path) -> None:
    done = jinkyll("help", "xyz", cwd=tmp_path)
    assert done.returncode == 1
    assert "Error: Hmm... we don't know what the 'xyz' command is." in done.stderr
    assert "    Valid commands: build, clean, doctor," in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("clean", "--nope"),
        ("clean", "--limit_posts", "abc"),
        ("clean", "--limit_posts"),
        ("--nope", "clean"),
    ],
)
def test_a_switch_without_sense_fails_before_anything_is_done(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "_site").mkdir()
    done = jinkyll(*arguments, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"jinkyll {__version__} | Error:  ")
    assert "Traceback" not in done.stderr
    assert (tmp_path / "_site").is_dir()


@pytest.mark.parametrize(
    "arguments",
    [
        ("clean", "--destination", "out"),
        ("clean", "--destination=out"),
        ("clean", "--dest", "out"),
        ("clean", "-d", "out"),
        ("clean", "-qdout"),
        ("clean", "--limit-posts", "3", "-d", "out"),
        ("clean", "--limit_posts", "3", "-d", "out"),
        ("clean", "--disable_disk_cache", "--draft", "--unpub", "-d", "out"),
        ("-d", "out", "clean"),
        ("--destination", "elsewhere", "clean", "-d", "out"),
        ("-s", ".", "--dest=out", "clean"),
    ],
)
def test_switches_may_be_written_as_rubys_option_parser_lets_them(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "out").mkdir()
    done = jinkyll(*arguments, cwd=tmp_path)
    assert (done.returncode, (tmp_path / "out").exists()) == (0, False), done.stderr


def test_a_shortened_switch_that_could_be_two_is_none(tmp_path: Path) -> None:
    done = jinkyll("clean", "--li", cwd=tmp_path)
    assert done.returncode == 1
    assert "--li" in done.stderr


def test_a_superfluous_word_is_ignored_with_a_warning(tmp_path: Path) -> None:
    done = jinkyll("clean", "production", cwd=tmp_path)
    assert done.returncode == 0
    assert "takes no argument 'production'" in done.stderr


def test_old_switches_are_deprecated(tmp_path: Path) -> None:
    done = jinkyll("--server", cwd=tmp_path)
    assert done.returncode == 1
    assert (
        "       Deprecation: The --server command has been replaced by the 'serve' subcommand.\n"
        in done.stderr
    )


def test_an_error_is_printed_once_without_a_traceback(tmp_path: Path) -> None:
    done = jinkyll("clean", "--config", "missing.yml", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("missing.yml") == 1
    assert "hint: " in done.stderr
    assert "Traceback" not in done.stderr


def test_trace_adds_the_traceback(tmp_path: Path) -> None:
    for arguments in (("clean", "--trace"), ("--trace", "clean"), ("clean", "-t")):
        done = jinkyll(*arguments, "--config", "missing.yml", cwd=tmp_path)
        assert done.returncode == 1
        assert "Traceback (most recent call last)" in done.stderr
        assert "hint: " in done.stderr


def test_in_a_github_workflow_an_error_is_an_annotation_too(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/_config.yml").write_text("title: a\nurl: [\n", encoding="utf-8")
    done = jinkyll(
        "clean",
        "--source",
        "docs",
        cwd=tmp_path,
        env={"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(tmp_path)},
    )
    assert done.returncode == 1
    assert re.search(
        r"^::error file=docs/_config\.yml,line=\d+,col=\d+::", done.stdout, re.MULTILINE
    )


def test_the_log_level_comes_from_the_environment(tmp_path: Path) -> None:
    assert jinkyll("clean", cwd=tmp_path, env={"JEKYLL_LOG_LEVEL": "error"}).stdout == ""
    loud = jinkyll("clean", cwd=tmp_path, env={"JEKYLL_LOG_LEVEL": "debug"})
    assert "Logging at level: debug" in loud.stdout


def test_a_reader_that_goes_away_is_no_mistake(tmp_path: Path) -> None:
    with subprocess.Popen(
        JINKYLL, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are not sent like this there")
def test_an_interrupted_command_ends_quietly(tmp_path: Path) -> None:
    # An editor that does not end keeps the command waiting.
    (tmp_path / "_config.yml").write_text("jekyll_compose: {auto_open: true}\n", encoding="utf-8")
    with subprocess.Popen(
        (*JINKYLL, "draft", "x"),
        cwd=tmp_path,
        env={**os.environ, "JEKYLL_EDITOR": "sh -c 'sleep 60'"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        deadline = time.monotonic() + 30
        while not (tmp_path / "_drafts/x.md").exists():
            assert time.monotonic() < deadline
            time.sleep(0.02)
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr is not None
        assert process.stderr.read().strip() == ""
