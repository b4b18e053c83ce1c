"""The site and its nouns, where no recorded case looks."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from jinkyll.content import Excerpt, FrontMatter, Page, PageWithoutAFile
from jinkyll.errors import ConfigurationError
from reading import read_site, write_site


def _posts(count: int) -> dict[str, str]:
    return {f"_posts/2020-01-{day:02d}-p{day}.md": "---\n---\nx" for day in range(1, count + 1)}


def test_neighbours_and_related_posts(tmp_path: Path) -> None:
    write_site(tmp_path, _posts(12))
    site = read_site(tmp_path)
    first, second, *_, last = site.posts
    assert (first.previous_doc, first.next_doc) == (None, second)
    assert (last.previous_doc, last.next_doc) == (site.posts[-2], None)
    assert [post.basename_without_ext[-3:] for post in last.related_posts] == [
        "p11", "p10", "-p9", "-p8", "-p7", "-p6", "-p5", "-p4", "-p3", "-p2",
    ]  # fmt: skip
    # A generator may take a post out.
    site.posts.remove(second)
    assert first.next_doc is site.posts[1]
    assert second.next_doc is None


def test_a_page_falls_back_to_its_defaults(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            "_config.yml": "defaults:\n- {scope: {path: ''}, values: {layout: d, a: 1}}\n",
            "a.md": "---\nlayout:\n---\n",
            "b.md": "---\n---\n",
        },
    )
    nulled, plain = read_site(tmp_path).pages
    assert (nulled.data["layout"], nulled.data["a"]) == (None, 1)
    assert (plain.data["layout"], plain.data.get("a"), plain.data.get("b", 2)) == ("d", 1, 2)
    assert "layout" not in plain.data
    assert dict(plain.data) == {}


def test_pages_of_generators(tmp_path: Path) -> None:
    site = read_site(tmp_path, permalink="pretty")
    made = PageWithoutAFile(site, "tags", "ruby.html", data={"title": "Ruby"}, content="{{ x }}")
    assert (made.url, made.dir, made.path) == ("/tags/ruby/", "/tags/ruby/", "tags/ruby.html")
    assert made.destination(site.destination) == site.destination / "tags/ruby/index.html"
    assert made.render_with_liquid
    assert not made.generate_excerpt
    assert Page(site, "", "a.xml").destination(Path("/d")) == Path("/d/a.xml")


def test_front_matter_survives_a_copy_and_a_pickle() -> None:
    data = FrontMatter({"a": [1]}, lambda key: key.upper())
    assert data.copy()["b"] == "B"
    assert copy.copy(data) == {"a": [1]}
    there = pickle.loads(pickle.dumps(data))  # noqa: S301  (our own bytes)
    assert there == data
    assert there["b"] is None


@pytest.mark.parametrize("destination", [".", "..", "/"])
def test_the_destination_can_not_hold_the_source(destination: str, tmp_path: Path) -> None:
    with pytest.raises(
        ConfigurationError,
        match=r"Destination directory cannot be or contain the Source directory\.",
    ):
        read_site(tmp_path, destination=str((tmp_path / destination).resolve()))


def test_the_destination_is_not_read(tmp_path: Path) -> None:
    write_site(tmp_path, {"a.md": "---\n---\n", "out/b.md": "---\n---\n"})
    site = read_site(tmp_path, destination=str(tmp_path / "out"))
    assert [page.name for page in site.pages] == ["a.md"]


def test_source_date_epoch_fixes_the_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert read_site(tmp_path, time=None, timezone="Asia/Tokyo").time.isoformat() == (
        "2020-09-13T21:26:40+09:00"
    )


def test_what_is_left_out_and_why(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            "_posts/2030-01-01-a.md": "---\n---\n",
            "_posts/2020-01-01-b.md": "---\npublished: false\n---\n",
            "_posts/2020-01-02-c.md": {"base64": "/w=="},
            "d.md": "---\npublished: false\n---\n",
        },
    )
    site = read_site(tmp_path)
    assert sorted((one.path, one.reason) for one in site.skipped) == [
        ("_posts/2020-01-01-b.md", "is not published"),
        ("_posts/2020-01-02-c.md", "is not valid UTF-8"),
        ("_posts/2030-01-01-a.md", "has a future date"),
        ("d.md", "is not published"),
    ]
    everything = read_site(tmp_path, future=True, unpublished=True)
    assert len(everything.posts) == 2
    assert len(everything.pages) == 1


def test_the_excerpt_is_the_document_without_a_layout(tmp_path: Path) -> None:
    write_site(tmp_path, {"_posts/2020-01-01-a.md": "---\nlayout: post\nx: 1\n---\nA {{ b }}\n\nB"})
    (post,) = read_site(tmp_path).posts
    excerpt = post.data["excerpt"]
    assert isinstance(excerpt, Excerpt)
    assert (excerpt.content, str(excerpt)) == ("A {{ b }}", "A {{ b }}")
    assert (excerpt.data["layout"], excerpt.data["x"]) == (None, 1)
    assert excerpt.render_with_liquid
    assert "{{" in excerpt
    assert excerpt.id == "/2020/01/01/a#excerpt"
    assert excerpt.relative_path == "_posts/2020-01-01-a.md/#excerpt"
    assert post.data["layout"] == "post"


@pytest.mark.parametrize(
    "piece", ["[a\n", "{% x \n", "{% if a %} ", "[a]: b\n", "[" * 50 + "\n", "{%", "]: "]
)
def test_excerpts_take_no_square_of_time(piece: str, tmp_path: Path) -> None:
    text = piece * 50_000
    write_site(tmp_path, {"_posts/2020-01-01-a.md": f"---\n---\n[a] {text}\n\n{text}"})
    (post,) = read_site(tmp_path, excerpt_separator="\n\n").posts
    assert post.data["excerpt"].content.startswith("[a] ")


@pytest.mark.parametrize("limit", [-1, "many", {}, 1.5])
def test_a_limit_is_a_number(limit: object, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="limit_posts must be a non-negative number"):
        read_site(tmp_path, limit_posts=limit)


def test_zero_is_true_as_in_ruby(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            "_config.yml": "collections: {a: {output: 0}}\n",
            "_a/x.md": "---\npublished: 0\ndraft: []\n---\n",
        },
    )
    (doc,) = read_site(tmp_path).collections["a"].docs
    assert doc.is_written
    assert doc.draft
