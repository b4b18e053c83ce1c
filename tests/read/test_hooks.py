"""What reading tells plugins, and what it learns from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll.configuration import load
from jinkyll.liquid import Block, Tag
from jinkyll.plugins.loading import Plugins
from jinkyll.read import read
from reading import write_site

if TYPE_CHECKING:
    from pathlib import Path


class _Upcase:
    def matches(self, ext: str) -> bool:
        return ext == ".upcase"

    def output_ext(self, ext: str) -> str:
        return ".txt" if ext == ".upcase" else ext


def test_hooks_run_as_things_are_read(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            "_config.yml": "collections: [recipes]\n",
            "_posts/2020-01-01-a.md": "---\n---\n",
            "_recipes/soup.md": "---\n---\n",
            "index.md": "---\n---\n",
        },
    )
    plugins = Plugins()
    seen: list[str] = []
    for owner, event in [
        ("site", "after_init"),
        ("site", "after_reset"),
        ("pages", "post_init"),
        ("posts", "post_init"),
        ("recipes", "post_init"),
        ("documents", "post_init"),
        ("site", "post_read"),
    ]:
        plugins.hooks.register(
            owner,
            event,
            lambda thing, name=f"{owner} {event}": seen.append(f"{name}: {thing!r:.24}"),
        )
    read(load({"source": str(tmp_path), "destination": str(tmp_path / "_site")}), plugins)
    assert [one.partition(":")[0] for one in seen] == [
        "site after_init",
        "site after_reset",
        "posts post_init",
        "documents post_init",
        "pages post_init",
        "recipes post_init",
        "documents post_init",
        "site post_read",
    ]


def test_a_converter_of_a_plugin_decides_about_urls(tmp_path: Path) -> None:
    write_site(tmp_path, {"a.upcase": "---\n---\n", "_posts/2020-01-01-a.upcase": "---\n---\n"})
    plugins = Plugins()
    plugins.converters.append(_Upcase())  # type: ignore[arg-type]
    configuration = load({"source": str(tmp_path), "destination": str(tmp_path / "_site")})
    site = read(configuration, plugins)
    assert [page.url for page in site.pages] == ["/a.txt"]
    assert [post.url for post in site.posts] == ["/2020/01/01/a.txt"]


def test_blocks_of_plugins_are_closed_in_excerpts(tmp_path: Path) -> None:
    text = "---\n---\n{% box %}{% dot %}\n\n{% endbox %}"
    write_site(tmp_path, {"_posts/2020-01-01-a.md": text})
    plugins = Plugins()
    plugins.tags.update({"box": Block, "dot": Tag})
    configuration = load({"source": str(tmp_path), "destination": str(tmp_path / "_site")})
    (post,) = read(configuration, plugins).posts
    assert post.data["excerpt"].content == "{% box %}{% dot %}\n{% endbox %}"
