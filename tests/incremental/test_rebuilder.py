"""Builds that keep the site in memory: what takes the short way, and that it leads to the same."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

import site_files
from jinkyll import configuration, rebuild
from jinkyll.build import Report, build
from jinkyll.cache import regenerator
from jinkyll.errors import JinkyllError
from jinkyll.rebuild import Rebuilder

if TYPE_CHECKING:
    from pathlib import Path

POST = "_posts/2020-01-02-b.md"
FILES = {
    "_config.yml": "plugins: [jekyll-feed, jekyll-sitemap, jekyll-seo-tag]\nurl: http://a.b\n",
    "_includes/part.html": "a part",
    "_layouts/default.html": "{% seo %}{% include part.html %}{{ content }} {{ page.next.title }}",
    "_posts/2020-01-01-a.md": "---\nlayout: default\n---\nText of a.\n\nMore.\n",
    POST: "---\nlayout: default\ntitle: Bee\n---\nText of b.\n\nMore.\n",
    "_posts/2020-01-03-c.md": "---\nlayout: default\n---\nText of c.\n\nMore.\n",
    "_sass/part.scss": "a { b: c }",
    "about.md": "---\nlayout: default\n---\n{% include_relative read.me %}",
    "index.html": "---\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}",
    "latest.html": "---\n---\n{{ site.posts.first.content }}",
    "pages.html": "---\n---\n{% for page in site.pages %}{{ page.url }} {% endfor %}",
    "read.me": "---\n---\nRead *me*.",
    "sitemap.txt": "---\n---\n{% for page in site.pages %}{{ page.url }} {% endfor %}",
    "style.scss": "---\n---\n@import 'part';",
    "urls.txt": "---\n---\n{% for page in site.pages %}{{ page.url }} {% endfor %}",
}
READS_EARLY = """
from jinkyll.plugins.api import hook

PURE = True

@hook("posts", "post_init")
def count(post):
    post.data["length"] = 0
"""
LENGTHS = """
from jinkyll.plugins.api import Generator

PURE = True

class Lengths(Generator):
    def generate(self, site):
        site.posts[0].data["length"] = len(site.posts[0].content)
        site.pages[0].content = f"Replaced {len(site.pages[0].content)}."
"""


class Preview:
    """A site, and the builder that goes on from edit to edit."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = 1_600_000_000
        for name, text in FILES.items():
            self.write(name, text)
        self.short = 0
        self.forgetful = False
        """Whether each build is one of another process."""
        self.begin()

    def begin(self) -> None:
        destination = str(self.folder / "_site")
        given = {"source": str(self.folder), "destination": destination, "quiet": True}
        self.configuration = configuration.load(given)
        self.builder = Rebuilder()
        self.builder(self.configuration)

    def write(self, name: str, text: str) -> None:
        path = site_files.write(self.folder, {name: text}) / name
        self.clock += 1
        os.utime(path, (self.clock, self.clock))

    def edit(self, name: str, old: str, new: str) -> Report:
        text = (self.folder / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new))
        return self.build()

    def build(self) -> Report:
        """Build, and find the same as a clean build would leave."""
        if self.forgetful:
            self.builder = Rebuilder()
        report = self.builder(self.configuration)
        clean = self.folder.parent / "clean"
        given = {"source": str(self.folder), "destination": str(clean), "quiet": True}
        build(configuration.load({**given, "disable_disk_cache": True, "exclude": ["_site"]}))
        assert tree(self.folder / "_site") == tree(clean)
        return report


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(params=["in memory", "on disk"])
def preview(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Preview:
    monkeypatch.setattr(regenerator, "settled", lambda *_: True)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    preview = Preview(tmp_path / "site")
    preview.forgetful = request.param == "on disk"
    whole = rebuild._Kept.rebuild

    def counted(kept: rebuild._Kept) -> Report | None:
        report = whole(kept)
        preview.short += report is not None
        return report

    monkeypatch.setattr(rebuild._Kept, "rebuild", counted)
    return preview


def test_the_body_of_a_post_takes_the_short_way(preview: Preview) -> None:
    for number in range(3):
        report = preview.edit(POST, "Text" if not number else f"{number - 1}", f"{number}")
        assert report.written is not None
        assert [path.rpartition("_site/")[2] for path in sorted(report.written.touched)] == [
            "2020/01/02/b.html", "feed.xml", "index.html",
        ]  # fmt: skip
    preview.edit("_posts/2020-01-03-c.md", "Text", "Other")
    preview.edit("index.html", "for post", "for  post")
    # Their lists have no source map, and have one.
    preview.edit("pages.html", "for page", "for  page")
    preview.edit("urls.txt", "for page", "for  page")
    # A page, and part of another.
    preview.edit("read.me", "Read", "Write")
    assert preview.short == 8


def test_several_files_at_once(preview: Preview) -> None:
    preview.write("index.html", "---\n---\n{{ site.posts.last.content }}")
    preview.edit(POST, "Text", "Other")
    preview.edit("about.md", "{%", "A {%")
    assert preview.short >= 1


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (POST, "title: Bee", "title: Sea"),
        (POST, "title: Bee", "permalink: /b/"),
        (POST, "title: Bee", "published: false"),
        (POST, "---\nlayout", "layout"),
        ("about.md", "---\nlayout: default\n---\n", ""),
        ("_layouts/default.html", "{{ content", "{{content"),
        ("_includes/part.html", "part", "peace"),
        ("_sass/part.scss", "c", "d"),
        ("style.scss", "@import", "/**/ @import"),
    ],
)
def test_what_else_changes_takes_the_ordinary_way(
    preview: Preview, name: str, old: str, new: str
) -> None:
    preview.edit(name, old, new)
    assert preview.short == 0
    preview.edit("index.html", "for post", "for  post")
    assert preview.short == 1


def test_files_that_come_and_go(preview: Preview) -> None:
    preview.write("_posts/2020-01-04-d.md", "---\n---\nNew.")
    preview.build()
    preview.edit(POST, "Text", "Other")
    (preview.folder / "_posts/2020-01-04-d.md").unlink()
    preview.build()
    assert preview.short == 1


def test_a_page_that_looks_at_one_left_out(preview: Preview) -> None:
    preview.edit("about.md", "{%", "{{ site.posts.last.content }}{%")
    assert preview.short == 0


def test_a_destination_that_somebody_changed_is_mended(preview: Preview) -> None:
    (preview.folder / "_site/about.html").unlink()
    (preview.folder / "_site/index.html").write_text("spoilt", encoding="utf-8")
    site_files.write(preview.folder / "_site", {"stray/file.txt": "x"})
    report = preview.edit(POST, "Text", "Other")
    assert preview.short == 1
    assert report.written is not None
    assert {path.rpartition("_site/")[2] for path in report.written.touched} >= {
        "2020/01/02/b.html", "about.html", "index.html", "stray/file.txt",
    }  # fmt: skip


def test_a_mistake_and_its_correction(preview: Preview) -> None:
    before = tree(preview.folder / "_site")
    with pytest.raises(JinkyllError):
        preview.edit(POST, "Text", "{% nope %} Text")
    assert tree(preview.folder / "_site") == before
    preview.edit(POST, "{% nope %}", "No")
    # The kept site is gone with the build that failed, but there is the one on disk.
    assert preview.short == 1
    preview.edit(POST, "No Text", "Yes")
    assert preview.short == 2


def test_nothing_changed(preview: Preview) -> None:
    assert preview.build().written is None
    preview.edit(POST, "Text", "Other")
    assert preview.short == 1


@pytest.mark.parametrize(
    "files",
    [
        {"_plugins/stranger.py": "\n"},
        {"_plugins/early.py": READS_EARLY},
        {"_config.yml": "plugins: [jekyll-seo-tag]\nsafe: true\nwhitelist: [jekyll-seo-tag]\n"},
        {"_config.yml": "plugins: [jekyll-seo-tag]\ndisable_disk_cache: true\n"},
    ],
)
def test_sites_of_which_nobody_can_tell(preview: Preview, files: dict[str, str]) -> None:
    for name, text in files.items():
        preview.write(name, text)
    preview.begin()
    preview.edit("index.html", "for post", "for  post")
    assert preview.short == 0


def test_bodies_that_a_generator_used_take_the_ordinary_way(preview: Preview) -> None:
    preview.write("_plugins/lengths.py", LENGTHS)
    preview.write(
        "index.html", "---\n---\n{% for post in site.posts %}{{ post.length }}{% endfor %}"
    )
    preview.begin()
    preview.build()
    preview.short = 0
    preview.edit("_posts/2020-01-01-a.md", "Text", "Longer text")
    preview.edit("about.md", "{%", "Longer {%")
    assert preview.short == 0
    preview.edit(POST, "Text", "Longer text")
    preview.edit("_posts/2020-01-03-c.md", "Text", "Longer text")
    assert preview.short == 2


def test_excerpts_of_bodies_that_were_replaced(preview: Preview) -> None:
    preview.write("_plugins/lengths.py", LENGTHS.replace("site.pages", "site.posts"))
    preview.begin()
    preview.build()
    preview.short = 0
    preview.edit("_posts/2020-01-01-a.md", "Text", "Later")
    preview.edit(POST, "Text", "Other text")
    assert preview.short == 0


def test_sites_as_on_github_pages(preview: Preview) -> None:
    """Its plugins look at the bodies of pages, not at those of posts."""
    for name, text in {
        "_config.yml": "github_pages: true\ntheme: null\nrepository: me/app\nurl: http://a.b\n",
        "_layouts/default.html": "{{ page.title }} {{ site.github.project_title }} {{ content }}",
        "headed.md": "---\nlayout: default\n---\n# Heading\n\nTo [b](_posts/2020-01-02-b.md).\n",
        "bare.md": "# Without front matter\n",
        "docs/README.md": "Read this.\n",
    }.items():
        preview.write(name, text)
    preview.begin()
    preview.build()
    preview.short = 0
    preview.edit(POST, "Text", "Other")
    preview.edit("_posts/2020-01-01-a.md", "Text", "[c](2020-01-03-c.md)")
    assert preview.short == 2
    preview.edit("headed.md", "Heading", "Title")
    preview.edit("headed.md", "[b]", "[the c](_posts/2020-01-03-c.md) and [b]")
    preview.edit("bare.md", "Without", "With no")
    preview.edit("docs/README.md", "this", "that")
    assert preview.short == 2
    preview.edit(POST, "Other", "Text")
    assert preview.short == 3


@pytest.mark.parametrize(("permalink", "short"), [("/:title.html", 1), ("/:year/:title.html", 0)])
def test_documents_without_a_date(
    preview: Preview, monkeypatch: pytest.MonkeyPatch, permalink: str, short: int
) -> None:
    """The time of the build stands in for it, which is another one each time."""
    collections = f"collections: {{things: {{output: true, permalink: '{permalink}'}}}}\n"
    preview.write("_config.yml", f"plugins: [jekyll-seo-tag]\n{collections}")
    preview.write("_layouts/thing.html", "{{ content }}{{ site.things | map: 'url' }}")
    for name in ("one", "two"):
        preview.write(f"_things/{name}.md", "---\nlayout: thing\n---\nText\n")
    preview.write("_things/told.md", "---\n---\n{{ page.date | date: '%s' }}\n")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setattr("jinkyll.content.site.clock.time", lambda: preview.clock)
    preview.begin()
    preview.build()
    preview.short = 0
    report = preview.edit("_things/one.md", "Text", "Other")
    assert preview.short == short
    if short:  # the one that was edited, and the one that tells the time
        assert report.rendered == 2
    preview.clock += 400 * 24 * 60 * 60
    preview.edit("_things/two.md", "Text", "Two")
    preview.edit("_things/told.md", "page", " page")
    assert preview.short == 3 * short


def test_a_cached_include_is_rendered_once_in_each_build(preview: Preview) -> None:
    preview.write("_config.yml", "plugins: [jekyll-include-cache, jekyll-seo-tag]\n")
    preview.write("_includes/part.html", "{% for one in site.posts %}{{ one.excerpt }}{% endfor %}")
    preview.write("_layouts/default.html", "{% include_cached part.html %}{{ content }}")
    preview.begin()
    preview.short = 0
    for number in range(2):
        report = preview.edit(POST, f"b{number}." if number else "b.", f"b{number + 1}.")
        assert report.rendered >= 4  # all that are placed in the layout
    assert preview.short == 2
    preview.edit(POST, "More", "No more")
    assert preview.short == 3


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_a_body_that_was_edited_before_is_shown(preview: Preview, encoding: str) -> None:
    preview.write("_config.yml", f"encoding: {encoding}\nplugins: [jekyll-seo-tag]\n")
    preview.begin()
    for number in range(2):
        text = "Text of c" if not number else "Text 0"
        preview.edit("_posts/2020-01-03-c.md", text, f"Text {number}")
        preview.edit("latest.html", "site.posts", " site.posts")


def test_front_matter_that_only_looks_otherwise(preview: Preview) -> None:
    """Its value is the same, but the body begins somewhere else."""
    preview.edit(POST, "title: Bee", "# A remark.\ntitle: Bee")
    preview.edit("latest.html", "first", "last")
    preview.write("latest.html", "---\n---\n{{ site.posts[1].content }}")
    preview.build()
    preview.edit(POST, "Text", "Other")
