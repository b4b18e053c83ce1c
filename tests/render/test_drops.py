"""What templates see of the site, in the order and the form of Jekyll's drops."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from jinkyll.content.reads import Reads
from jinkyll.render.drops.build_time import BuildTime

if TYPE_CHECKING:
    from conftest import BuildSite

FILES = {
    "_config.yml": "time: 2020-03-01\ntimezone: UTC\ncollections: [c]\n"
    "defaults: [{scope: {path: ''}, values: {dflt: 1}}]\n",
    "_posts/2020-01-01-a.md": "---\ntitle: A\nfoo: bar\n---\nhello\n\nrest\n",
    "_posts/2020-01-02-b.md": "---\ntitle: B\n---\nhello b\n",
    "_c/c.md": "---\n---\nc\n",
    "st.txt": "x",
}

DOCUMENT_KEYS = [
    "name", "id", "relative_path", "excerpt", "title", "categories", "collection", "next", "tags",
    "previous", "content", "output", "path", "url", "date", "draft", "dflt", "foo", "slug", "ext",
]  # fmt: skip


def printed(build_site: BuildSite, template: str) -> str:
    return build_site({**FILES, "i.txt": f"---\n---\n{template}"})["i.txt"]


def test_a_document_as_json_stops_at_its_neighbours_neighbours(build_site: BuildSite) -> None:
    post = json.loads(printed(build_site, "{{ site.posts.last | jsonify }}"))
    assert list(post) == DOCUMENT_KEYS
    assert post["content"] == "<p>hello</p>\n\n<p>rest</p>\n"
    assert post["excerpt"] == "<p>hello</p>\n"
    assert post["date"] == "2020-01-01 00:00:00 +0000"
    neighbour = post["next"]
    assert neighbour["title"] == "B"
    twice = neighbour["previous"]
    assert twice["next"]["title"] == "B"
    assert "content" not in twice["next"]
    assert "previous" not in twice["next"]


def test_the_site_as_json_has_the_text_of_pages_and_documents(build_site: BuildSite) -> None:
    site = json.loads(printed(build_site, "{{ site | jsonify }}"))
    assert site["posts"] == ["<p>hello b</p>\n", "<p>hello</p>\n\n<p>rest</p>\n"]
    assert site["pages"] == ["{{ site | jsonify }}"]
    assert site["static_files"][0]["path"] == "/st.txt"


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ site.posts[0].keys | size }}", "19"),
        ("{{ site.posts[0].count }}", "19"),
        ("{{ site.posts[0].first | join: '=' }}", "name=2020-01-02-b.md"),
        ("{{ site.posts | inspect }}",
         ("[#&lt;Jekyll::Document _posts/2020-01-02-b.md collection=posts&gt;, "
         "#&lt;Jekyll::Document _posts/2020-01-01-a.md collection=posts&gt;]")),
        ("{{ site.pages | inspect }}", "[#&lt;Jekyll::Page @relative_path=&quot;i.txt&quot;&gt;]"),
        ("{{ site.posts }}", "<p>hello b</p>\n<p>hello</p>\n\n<p>rest</p>\n"),
        ("{{ site.collections[0] }}", "[#<Jekyll::Document _c/c.md collection=c>]"),
        ("{{ site.static_files[0] }}{{ jekyll }}",
         "Jekyll::Drops::StaticFileDropJekyll::Drops::JekyllDrop"),
        ("{{ site.config | inspect }}{{ site.nope }}", "nil"),
        ("{{ page.size }} {{ page.dflt }} {{ page.title }}", "7 1 "),
        ("{% for key in site.c[0] limit: 2 %}{{ key }} {% endfor %}", "name id "),
        ("{% for pair in page limit: 1 %}{{ pair[0] }}={{ pair[1] }}{% endfor %}", "dflt=1"),
        (("{% assign p = site.posts | where: 'title', 'A' | first %}"
         "{% if p == site.posts.last %}same{% endif %}"), "same"),
        ("{{ site.posts.__class__ }}{{ page._content }}{{ site.site }}{{ page.page.site }}", ""),
    ],
)  # fmt: skip
def test_a_template_prints(build_site: BuildSite, template: str, expected: str) -> None:
    assert printed(build_site, template) == expected


def test_static_files_and_collections_as_json(build_site: BuildSite) -> None:
    files = json.loads(printed(build_site, "{{ site.static_files | jsonify }}"))
    assert [list(file) for file in files] == [
        ["name", "basename", "extname", "path", "collection", "modified_time", "dflt"]
    ]
    collections = json.loads(printed(build_site, "{{ site.collections | jsonify }}"))
    assert [list(each) for each in collections] == [
        ["label", "files", "docs", "output", "relative_directory", "directory"],
        ["label", "files", "docs", "output", "relative_directory", "directory", "permalink"],
    ]
    assert collections[0]["docs"] == ["<p>c</p>\n"]


def test_a_hook_may_change_what_is_searched_for_while_pages_are_rendered(
    build_site: BuildSite,
) -> None:
    built = build_site(
        {
            "_plugins/p.py": "from jinkyll.plugins.api import hook\n"
            "@hook('pages', 'pre_render')\n"
            "def seen(page, payload): page.data['seen'] = True\n",
            **dict.fromkeys(
                ("a.txt", "b.txt"),
                "---\n---\n{{ site.pages | where: 'seen', true | map: 'name' | join }}",
            ),
        }
    )
    assert built == {"a.txt": "a.txt", "b.txt": "a.txt b.txt"}


def test_a_time_made_of_the_builds_time_is_a_plain_one() -> None:
    time = BuildTime.of(datetime(2020, 3, 1, tzinfo=UTC), Reads())
    assert time.replace(tzinfo=None, year=2021) == datetime(2021, 3, 1)  # noqa: DTZ001
