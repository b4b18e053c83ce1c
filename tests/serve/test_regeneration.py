"""Every kind of source, changed while the site is served."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from preview import Browser, Jinkyll

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Jinkyll]

FILES = {
    "index.html": (
        "---\nlayout: default\n---\n{% include part.html %} {{ site.data.facts.one }} "
        "{% for post in site.posts %}{{ post.title }};{% endfor %}\n"
    ),
    "_layouts/default.html": "layout one: {{ content }}",
    "_includes/part.html": "include one",
    "_data/facts.yml": "one: data one\n",
    "_posts/2020-01-01-first.md": "---\ntitle: first post\n---\n*text one*\n",
    "_sass/colours.scss": "$main: red;\n",
    "style.scss": '---\n---\n@import "colours";\na { color: $main }\n',
    "static.txt": "static one\n",
    "_plugins/shout.py": (
        "from jinkyll.plugins.api import template_filter\n\n"
        "@template_filter\ndef shout(value): return 'plugin one'\n"
    ),
    "plugin.html": "---\n---\n{{ '' | shout }}\n",
}


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}~")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


@pytest.fixture
def served(tmp_path: Path, run: Run) -> tuple[Path, Jinkyll, Browser]:
    site = tmp_path / "site"
    for name, text in FILES.items():
        write(site / name, text)
    jinkyll = run(site, "serve", "--port", "0")
    browser = Browser(jinkyll.port)
    jinkyll.wait_for("Server running")
    return site, jinkyll, browser


def test_a_change_of_any_source_reaches_the_browser(
    served: tuple[Path, Jinkyll, Browser],
) -> None:
    site, jinkyll, browser = served

    def changed(name: str, old: str, new: str, url: str) -> None:
        assert old in browser.ask(url)[1].decode()
        write(site / name, FILES[name].replace(old, new))
        jinkyll.wait_for(rf"^                    {name}$")
        jinkyll.wait_for(r"\.\.\.done in")
        body = browser.ask(url)[1].decode()
        assert new in body
        assert old not in body

    changed("_layouts/default.html", "layout one", "layout two", "/")
    changed("_includes/part.html", "include one", "include two", "/")
    changed("_data/facts.yml", "data one", "data two", "/")
    changed("_posts/2020-01-01-first.md", "first post", "second title", "/")
    changed("_sass/colours.scss", "red", "green", "/style.css")
    changed("static.txt", "static one", "static two", "/static.txt")
    changed("_plugins/shout.py", "plugin one", "plugin two", "/plugin.html")


def test_what_is_added_appears_and_what_is_removed_goes(
    served: tuple[Path, Jinkyll, Browser],
) -> None:
    site, jinkyll, browser = served
    write(site / "_posts/2020-01-02-next.md", "---\ntitle: next post\n---\ntext\n")
    jinkyll.wait_for(r"\.\.\.done in")
    assert "next post;first post;" in browser.ask("/")[1].decode()
    assert browser.ask("/2020/01/02/next.html")[0].status == 200
    (site / "_posts/2020-01-02-next.md").unlink()
    jinkyll.wait_for(r"\.\.\.done in")
    assert "next post" not in browser.ask("/")[1].decode()
    assert browser.ask("/2020/01/02/next.html")[0].status == 404


SAVES_MEANWHILE = """\
from jinkyll.plugins.api import hook

@hook("site", "post_render")
def save(site, payload):
    file = site.source / "late.html"
    file.write_text(file.read_text("utf-8").replace("before", "after"), encoding="utf-8")
"""


@pytest.mark.parametrize("command", [("serve", "--port", "0"), ("build", "--watch")])
def test_what_is_saved_during_the_first_build_is_not_missed(
    tmp_path: Path, run: Run, command: tuple[str, ...]
) -> None:
    site = tmp_path / "site"
    write(site / "late.html", "---\n---\nbefore\n")
    write(site / "_plugins/saves.py", SAVES_MEANWHILE)
    jinkyll = run(site, *command)
    jinkyll.wait_for(r"^ +late\.html$")
    jinkyll.wait_for(r"\.\.\.done in")
    assert (site / "_site/late.html").read_text("utf-8") == "after\n"


def test_nothing_is_built_again_if_nothing_was_saved_meanwhile(tmp_path: Path, run: Run) -> None:
    site = tmp_path / "site"
    write(site / "index.html", "---\n---\none\n")
    jinkyll = run(site, "build", "--watch")
    jinkyll.wait_for("Auto-regeneration: ")
    assert not any("Regenerating" in line for line in jinkyll.lines)
