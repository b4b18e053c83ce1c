"""What ``build`` says and how it ends; what it builds is tested elsewhere."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "_config.yml": "title: t\n",
        "index.html": "---\n---\n{{ site.title }}\n",
        "_layouts/post.html": "{{ content }}\n",
        "_posts/2020-01-01-old.html": "---\nlayout: post\n---\nold\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_messages_are_jekylls(jinkyll: Run, site: Path) -> None:
    done = jinkyll(site, "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.sub(r"in [\d.]+ seconds", "in N seconds", done.stdout) == (
        f"Configuration file: {site}/_config.yml\n"
        f"            Source: {site}\n"
        f"       Destination: {site}/_site\n"
        " Incremental build: disabled. Enable with --incremental\n"
        "      Generating... \n"
        "                    done in N seconds.\n"
        " Auto-regeneration: disabled. Use --watch to enable.\n"
    )
    assert (site / "_site/index.html").read_text("utf-8") == "t\n"


@pytest.mark.parametrize("arguments", [("b",), ("build", "--incremental"), ("build", "-I")])
def test_other_ways_to_say_it(jinkyll: Run, site: Path, arguments: tuple[str, ...]) -> None:
    done = jinkyll(site, *arguments)
    assert done.returncode == 0
    incremental = len(arguments) > 1
    assert (" Incremental build: enabled\n" in done.stdout) is incremental


@pytest.mark.parametrize("where", ["switch", "configuration"])
def test_quiet_is_quiet(jinkyll: Run, site: Path, where: str) -> None:
    if where == "switch":
        done = jinkyll(site, "build", "--quiet")
        assert done.stdout == ""
    else:
        (site / "_config.yml").write_text("quiet: true\n", encoding="utf-8")
        done = jinkyll(site, "build")
        assert done.stdout == f"Configuration file: {site}/_config.yml\n"
    assert (done.returncode, done.stderr) == (0, "")
    assert (site / "_site/index.html").exists()


def test_verbose_says_more(jinkyll: Run, site: Path) -> None:
    done = jinkyll(site, "build", "--verbose")
    assert "  Logging at level: debug\n" in done.stdout
    assert len(done.stdout) > len(jinkyll(site, "build").stdout)


def test_what_was_left_out_and_why(jinkyll: Run, site: Path) -> None:
    for i in range(12):
        (site / f"hidden{i:02}.html").write_text("---\npublished: false\n---\n", encoding="utf-8")
    (site / "_posts/2999-01-01-later.html").write_text("---\n---\n", encoding="utf-8")
    done = jinkyll(site, "build")
    assert done.returncode == 0
    assert done.stderr == "          Skipping: _posts/2999-01-01-later.html has a future date\n"
    assert "           Skipped: 1 file(s): has a future date (built with --future)\n" in done.stdout
    assert (
        "           Skipped: 12 file(s): is not published (built with --unpublished)\n"
        "                    - hidden00.html\n"
    ) in done.stdout
    assert "                    and 2 more, see them with --verbose\n" in done.stdout
    assert "- hidden11.html" not in done.stdout
    assert "- hidden11.html" in jinkyll(site, "build", "--verbose").stdout
    assert "Skipped" not in jinkyll(site, "build", "--future", "--unpublished").stdout


def test_an_error_leaves_the_last_good_site(jinkyll: Run, site: Path) -> None:
    jinkyll(site, "build")
    (site / "index.html").write_text("---\n---\n\n{% nope %}\n", encoding="utf-8")
    (site / "other.html").write_text("---\n---\n", encoding="utf-8")
    done = jinkyll(site, "build")
    assert done.returncode == 1
    assert "done in" not in done.stdout
    assert re.match(
        r"  Liquid Exception: Liquid syntax error \(line \d\): Unknown tag 'nope' in index\.html\n"
        r"                    index\.html:4:\d+\n",
        done.stderr,
    )
    assert done.stderr.count("Unknown tag") == 1
    assert "Traceback" not in done.stderr
    assert (site / "_site/index.html").read_text("utf-8") == "t\n"
    assert not (site / "_site/other.html").exists()


def test_an_error_in_an_include_names_both_files(jinkyll: Run, site: Path) -> None:
    (site / "_includes").mkdir()
    (site / "_includes/a.html").write_text("\n{% nope %}\n", encoding="utf-8")
    (site / "index.html").write_text("---\n---\n{% include a.html %}\n", encoding="utf-8")
    done = jinkyll(site, "build")
    assert done.returncode == 1
    # As Jekyll has it, so that what people search for is found.
    assert re.search(
        r"Liquid Exception: Liquid syntax error \(.*_includes/a\.html line 2\): "
        r"Unknown tag 'nope' included in index\.html",
        done.stderr,
    )


def test_a_style_sheet_that_is_refused_is_named_as_jekyll_names_it(
    jinkyll: Run, site: Path
) -> None:
    (site / "_sass").mkdir()
    (site / "_sass/part.scss").write_text("a {\n", encoding="utf-8")
    (site / "css.scss").write_text('---\n---\n@import "part";\n', encoding="utf-8")
    done = jinkyll(site, "build")
    assert done.returncode == 1
    assert re.search(
        r"^  Conversion error: Jekyll::Converters::Scss encountered an error while converting "
        r"'css\.scss':\n                    _sass/part\.scss:1:\d+: expected \"}\"\.$",
        done.stderr,
        re.MULTILINE,
    )


def test_other_errors_come_below_jekylls_banner(jinkyll: Run, site: Path) -> None:
    (site / "index.html").write_text('---\npermalink: ""\n---\n', encoding="utf-8")
    done = jinkyll(site, "build")
    assert done.returncode == 1
    assert done.stderr.startswith(
        "             ERROR: YOUR SITE COULD NOT BE BUILT:\n"
        "                    ------------------------------------\n"
        f"                    index.html:2: Invalid permalink in {site}/index.html\n"
        "                    hint: "
    )


def test_a_configuration_without_sense_is_fatal(jinkyll: Run, site: Path) -> None:
    done = jinkyll(site, "build", "--destination", ".")
    assert done.returncode == 1
    assert done.stderr == (
        "             Fatal: Destination directory cannot be or contain the Source directory.\n"
        "                    hint: choose another folder with --destination\n"
    )


def test_what_only_the_lax_parser_takes_is_told_of_pages_and_not_of_includes(
    jinkyll: Run, site: Path
) -> None:
    (site / "_includes").mkdir(exist_ok=True)
    (site / "_includes" / "a.html").write_text("{{ site.a.[b] }}", encoding="utf-8")
    (site / "a.html").write_text("---\n---\n{% include a.html %}", encoding="utf-8")
    done = jinkyll(site, "build")
    assert done.stderr == ""
    (site / "a.html").write_text("---\n---\n{{ site.a.[b] }}", encoding="utf-8")
    done = jinkyll(site, "build")
    assert done.stderr.startswith("    Liquid Warning: Liquid syntax error (line 1): Expected id")


def test_markdown_is_remarked_on_where_it_stands_and_not_in_excerpts_and_filters(
    jinkyll: Run, site: Path
) -> None:
    (site / "_posts").mkdir(exist_ok=True)
    post = "---\nexcerpt_separator: CUT\n---\nSee [x][nope].\n\n```\nCUT\n```\n"
    (site / "_posts" / "2020-01-01-a.md").write_text(post, encoding="utf-8")
    page = "---\n---\n{{ site.posts[0].excerpt }}{{ '[x][this]' | markdownify }}\n"
    (site / "index.html").write_text(page, encoding="utf-8")
    done = jinkyll(site, "build")
    assert done.stderr == (
        "          Markdown: _posts/2020-01-01-a.md:4: the link reference [nope] has no definition"
        " (define it on a line of its own: [nope]: URL)\n"
    )


@pytest.mark.parametrize(
    ("name", "text", "annotation"),
    [
        (
            "a.html",
            "---\nlayout: nope\n---\n",
            "file=docs/a.html,line=2,title=Build Warning::Layout 'nope'",
        ),
        ("a.html", "---\n---\n{{ a b }}\n", "file=docs/a.html,line=3,title=Liquid Warning::Liquid"),
        ("a.html", "---\na: [\n---\n", "file=docs/a.html,line=3,title=YAML Exception"),
        (
            "_posts/2020-01-01-a.html",
            "---\na: [\n---\n",
            "file=docs/_posts/2020-01-01-a.html,line=3::",
        ),
    ],
)
def test_in_a_github_workflow_warnings_are_annotations_too(
    jinkyll: Run, tmp_path: Path, name: str, text: str, annotation: str
) -> None:
    path = tmp_path / "docs" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    env = {"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(tmp_path)}
    done = jinkyll(tmp_path, "build", "--source", "docs", env=env)
    assert done.returncode == 0
    assert f"\n::warning {annotation}" in done.stdout
    assert "::" not in jinkyll(tmp_path, "build", "--source", "docs").stdout


def test_trace_shows_where_it_happened(jinkyll: Run, site: Path) -> None:
    (site / "index.html").write_text("---\n---\n{% nope %}\n", encoding="utf-8")
    done = jinkyll(site, "build", "--trace")
    assert done.returncode == 1
    assert "Liquid Exception: " in done.stderr
    assert "Traceback (most recent call last)" in done.stderr


def test_a_plugin_that_fails_is_named(jinkyll: Run, site: Path) -> None:
    (site / "_plugins").mkdir()
    (site / "_plugins/bad.py").write_text("1 / 0\n", encoding="utf-8")
    done = jinkyll(site, "build")
    assert done.returncode == 1
    assert "_plugins/bad.py" in done.stderr
    assert "Traceback" not in done.stderr


def test_profile_prints_jekylls_tables(jinkyll: Run, site: Path) -> None:
    done = jinkyll(site, "build", "--profile")
    assert done.returncode == 0
    assert re.search(
        r"^Build Process Summary: $\n\n\| PHASE      \|   TIME \|\n\+-{12}\+-{8}\+\n"
        r"\| READ       \| \d\.\d{4} \|\n",
        done.stdout,
        re.MULTILINE,
    )
    assert re.search(r"^\| TOTAL TIME \| \d\.\d{4} \|$", done.stdout, re.MULTILINE)
    assert re.search(
        r"^Site Render Stats: $\n\n\| Filename +\| Count \| Bytes \|  Time \|$",
        done.stdout,
        re.MULTILINE,
    )
    assert re.search(
        r"^\| index\.html +\| +1 \| 0\.00K \| \d\.\d{3} \|$", done.stdout, re.MULTILINE
    )
    assert re.search(r"^\| TOTAL \(for \d files\) +\|", done.stdout, re.MULTILINE)


def test_two_builds_say_and_write_the_same(jinkyll: Run, site: Path) -> None:
    jinkyll(site, "build", "--destination", "one")
    (site / "one").rename(site.parent / "one")
    jinkyll(site, "build", "--destination", "two")
    one, two = site.parent / "one", site / "two"
    names = sorted(path.relative_to(one) for path in one.rglob("*"))
    assert names == sorted(path.relative_to(two) for path in two.rglob("*"))
    for name in names:
        if (one / name).is_file():
            assert (one / name).read_bytes() == (two / name).read_bytes()
