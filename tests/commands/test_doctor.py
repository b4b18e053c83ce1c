from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]
FINE = "  Your test results are in. Everything looks fine.\n"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def checked(jinkyll: Run, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    def check(files: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
        write(tmp_path, {"_config.yml": "url: https://example.com\n", **files})
        return jinkyll(tmp_path, "doctor", *arguments)

    return check


def page(permalink: str = "") -> str:
    return f"---\n{f'permalink: {permalink}' if permalink else ''}\n---\n"


def test_a_healthy_site(checked: Run, tmp_path: Path) -> None:
    done = checked({"index.html": page()})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Configuration file: {tmp_path}/_config.yml\n{FINE}"
    assert not (tmp_path / "_site").exists()


def test_two_files_for_one_destination(checked: Run, tmp_path: Path) -> None:
    done = checked({"a.md": page("/same.html"), "b.md": page("/same.html"), "same.html": "static"})
    assert done.returncode == 1
    assert done.stderr == (
        "          Conflict: The following destination is shared by multiple files.\n"
        "                    The written file may end up with unexpected contents.\n"
        f"                    {tmp_path}/_site/same.html\n"
        "                     - a.md\n"
        "                     - b.md\n"
        f"                     - {tmp_path}/same.html\n"
        "                    \n"
    )
    assert FINE not in done.stdout


def test_urls_that_differ_by_case_only(checked: Run, tmp_path: Path) -> None:
    done = checked({"Case.md": page(), "case.md": page()})
    assert done.returncode == 1
    assert done.stderr == (
        "           Warning: The following URLs only differ by case. On a case-insensitive file "
        "system one of the URLs will be overwritten by the other: "
        f"{tmp_path}/_site/Case.html, {tmp_path}/_site/case.html\n"
    )


NO_URL = (
    "           Warning: You didn't set an URL in the config file, you may encounter problems with"
    " some plugins.\n"
)
NOT_ABSOLUTE = (
    "           Warning: Your site URL does not seem to be absolute, check the value of `url` in"
    " your config file.\n"
)


@pytest.mark.parametrize(
    ("configuration", "warnings"),
    [
        ("title: t\n", NO_URL + NOT_ABSOLUTE),
        ('url: ""\n', NO_URL + NOT_ABSOLUTE),
        ("url: example.com\n", NOT_ABSOLUTE),
        ("url: //example.com\n", NOT_ABSOLUTE),
        ("url: http://example.com\n", ""),
    ],
)
def test_the_url_of_the_site(checked: Run, configuration: str, warnings: str) -> None:
    done = checked({"_config.yml": configuration})
    assert (done.returncode, done.stderr) == (1 if warnings else 0, warnings)


def test_posts_beside_the_folder_of_collections(checked: Run, tmp_path: Path) -> None:
    done = checked(
        {
            "_config.yml": "url: http://a.b\ncollections_dir: all\n",
            "_posts/2020-01-01-a.md": page(),
        }
    )
    assert done.returncode == 1
    assert done.stderr == (
        "           Warning: Detected '_posts' directory outside custom `collections_dir`!\n"
        f"                    Please move '{tmp_path}/_posts' into the custom directory at "
        f"'{tmp_path}/all'\n"
    )


def test_relative_permalinks(checked: Run) -> None:
    done = checked({"_config.yml": "url: http://a.b\nrelative_permalinks: true\n"})
    assert done.returncode == 1
    assert done.stderr == (
        "       Deprecation: Your site still uses relative permalinks, which was removed in Jekyll"
        " v3.0.0.\n"
    )


@pytest.mark.parametrize(
    ("files", "advice"),
    [
        ({"_posts/2999-01-01-a.md": page()}, "1 file(s) wait for their date"),
        ({"_config.yml": "url: http://a.b\nbaseurl: blog\n"}, "begin with a slash, '/blog'"),
        ({"_config.yml": "url: http://a.b\nbaseurl: /blog/\n"}, "without the slash at its end"),
        (
            {"_config.yml": "url: http://a.b\npermalnk: x\n"},
            "'permalnk': did you mean 'permalink'?",
        ),
        (
            {"_includes/a.html": "", "_includes/sub/b.html": ""},
            "no template names: a.html, sub/b.html",
        ),
        ({"_plugins/a.rb": "Liquid::Template.register_tag('youtube', Y)"}, "_plugins/a.rb is Ruby"),
    ],
)
def test_advice_leaves_the_site_healthy(checked: Run, files: dict[str, str], advice: str) -> None:
    done = checked(files)
    assert done.returncode == 0
    assert advice in done.stderr
    assert done.stdout.endswith("are in. Everything looks fine.\n")


@pytest.mark.parametrize(
    "files",
    [
        {"_config.yml": "url: http://a.b\nsources: x\n", "a.html": page() + "{{ site.sources }}"},
        {
            "_config.yml": "url: http://a.b\nsources: x\n",
            "_layouts/a.html": "{% assign from = site['sources'] %}",
        },
        {"_includes/a/b.html": "", "a.html": page() + "{% include /a/b.html %}"},
    ],
)
def test_what_templates_ask_for_is_no_mistake(checked: Run, files: dict[str, str]) -> None:
    assert checked(files).stderr == ""


@pytest.mark.parametrize(
    "files",
    [
        {"_includes/a.html": "", "index.html": page() + "{% include a.html x='y' %}"},
        {"_includes/a.html": "", "index.html": page() + "{%- include {{ page.x }} -%}"},
        {"_includes/a.html": "", "_layouts/x.html": "{% include_cached a.html %}"},
        {"_includes/a.html": "", "_includes/b.html": "{% include a.html %}{% include b.html %}"},
        {"_config.yml": "url: http://a.b\nmy_own_key: 1\ncolour: red\nbaseurl: /blog\n"},
    ],
)
def test_no_advice_where_nothing_is_odd(checked: Run, files: dict[str, str]) -> None:
    done = checked(files)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(FINE)


def test_other_configuration_files(checked: Run, tmp_path: Path) -> None:
    done = checked({"other.yml": "url: example.com\n"}, "--config", "other.yml")
    assert done.returncode == 1
    assert f"Configuration file: {tmp_path}/other.yml\n" in done.stdout
