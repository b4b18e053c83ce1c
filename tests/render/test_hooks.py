"""Hooks around rendering: their order, and what they may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import BuildSite

PLUGIN = """
from jinkyll.plugins.api import Converter, Generator, hook, template_filter
from jinkyll.content import PageWithoutAFile

said = []

class Upcase(Converter):
    def matches(self, ext): return ext == ".up"
    def output_ext(self, ext): return ".html"
    def convert(self, text): return text.upper()

class More(Generator):
    def generate(self, site):
        site.pages.append(PageWithoutAFile(site, "", "made.txt", data={"posts": site.posts},
            content="{% for p in page.posts %}{{ p.title }}{% endfor %}"))

@template_filter
def shout(value): return str(value) + "!"

@hook("site", "pre_render")
def site_pre(site, payload): payload["extra"] = "from site"

@hook(["pages", "documents"], "pre_render")
def pre(item, payload): payload["page"]["seen"] = "yes"; said.append("pre " + item.relative_path)

@hook("posts", "post_convert")
def convert(post): post.content = post.content.replace("<p>", "<p class=x>")

@hook("pages", "post_render")
def post(page): page.output = (page.output or "") + "<!-- end -->"

@hook("site", "post_render")
def all_done(site, payload): said.append("done")

@hook("pages", "post_write")
def written(page): said.append("wrote " + page.relative_path)

@hook("site", "post_write")
def log(site): (site.source / "said").write_text("\\n".join(said))
"""


def test_plugins_take_part_in_rendering(build_site: BuildSite, tmp_path: Path) -> None:
    built = build_site(
        {
            "_plugins/p.py": PLUGIN,
            "_layouts/l.html": "[{{ content }}{{ extra }}{{ page.seen }}]",
            "a.up": "---\nlayout: l\n---\nx {{ 'y' | shout }}",
            "_posts/2020-01-01-t.md": "---\nlayout: l\n---\nbody",
        }
    )
    assert built["a.html"] == "[X Y!from siteyes]<!-- end -->"
    assert built["2020/01/01/t.html"] == "[<p class=x>body</p>\nfrom siteyes]"
    assert built["made.txt"] == "T<!-- end -->"
    said = (tmp_path / "source/said").read_text(encoding="utf-8").splitlines()
    assert said == [
        "pre _posts/2020-01-01-t.md",
        "pre a.up",
        "pre made.txt",
        "done",
        "wrote a.up",
        "wrote made.txt",
    ]
