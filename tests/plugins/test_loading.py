"""Plugins from all their places, through a whole build."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from jinkyll import configuration, plugins
from jinkyll.errors import PluginError
from site_files import write

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import BuildSite

PLUGIN = dedent("""\
    import click

    from jinkyll.content import PageWithoutAFile
    from jinkyll.plugins.api import (
        Block, Converter, Generator, Priority, RawBlock, Tag, context_filter, hook, template_filter,
    )

    class Upcase(Converter):
        def matches(self, ext): return ext == ".upcase"
        def output_ext(self, ext): return ".html"
        def convert(self, text): return text.upper()

    class Second(Generator):
        priority = Priority.LOW
        def generate(self, site):
            data = {"n": len(site.pages), "seen": site.config["first"]}
            content = "{{ page.n }} {{ page.seen }}"
            site.pages.append(PageWithoutAFile(site, "", "made.html", data=data, content=content))

    class First(Generator):
        def generate(self, site): site.config["first"] = "first ran"

    class Shown(Tag):
        name = "shown"
        def render(self, context): return f"[{self.markup.strip()} {self.path}:{self.line}]"

    class Twice(Block):
        name = "twice"
        def render(self, context, body): return body() + body()

    class Verbatim(RawBlock):
        name = "verbatim"
        def render(self, context, text): return text.upper()

    @template_filter
    def shout(value, mark="!"): return str(value).upper() + mark

    @template_filter(name="titled")
    @context_filter
    def with_title(context, value): return f"{value} on {context.registers['site'].config['title']}"

    @hook("site", "post_read")
    def count(site): site.config["count"] = len(site.pages)

    @hook(["pages", "posts"], "post_render", priority="low")
    @hook("recipes", "post_render")
    def sign(item): item.output += "\\nsigned " + item.url

    @click.command("greet")
    def greet(): click.echo("hello")
""")


def test_everything_a_plugin_can_be_made_of(build_site: BuildSite, tmp_path: Path) -> None:
    site = build_site(
        {
            "_config.yml": "title: T\ncollections: {recipes: {output: true}}\n",
            "_plugins/sub/all.py": PLUGIN,
            "index.html": "---\n---\n{{ site.count }} {{ 'a' | shout }} {{ 'a' | shout: '?' }}"
            " {{ 'a' | titled }}\n{% shown x y %} {% twice %}{{ site.title }}{% endtwice %}"
            " {% verbatim %}{{ raw }}{% endverbatim %}\n",
            "page.upcase": "---\n---\ntext\n",
            "jinja.html.jinja": "---\n---\n{{ 'j' | shout('?') }} {{ 'j' | titled }}",
            "_posts/2024-01-01-p.html": "---\n---\npost",
            "_recipes/soup.html": "---\n---\nsoup",
        },
    )
    assert site["index.html"] == "3 A! A? a on T\n[x y index.html:4] TT {{ RAW }}\n\nsigned /"
    assert site["jinja.html"] == "J? j on T\nsigned /jinja.html"
    assert site["page.html"] == "TEXT\n\nsigned /page.html"
    assert site["made.html"] == "3 first ran\nsigned /made.html"
    assert site["2024/01/01/p.html"] == "post\nsigned /2024/01/01/p.html"
    assert site["recipes/soup.html"] == "soup\nsigned /recipes/soup.html"
    assert not list(tmp_path.rglob("__pycache__"))


def test_pages_that_generators_add_are_initialized_like_all(build_site: BuildSite) -> None:
    plugin = dedent("""\
        from jinkyll.content import PageWithoutAFile
        from jinkyll.plugins.api import Generator, hook

        class Made(Generator):
            def generate(self, site):
                content = "{{ page.seen }}"
                site.pages.append(PageWithoutAFile(site, "", "made.html", content=content))

        @hook("pages", "post_init")
        def see(page): page.data["seen"] = f"{page.name} seen"
    """)
    page = "---\n---\n{{ page.seen }}"
    site = build_site({"_plugins/made.py": plugin, "index.html": page})
    assert site == {"index.html": "index.html seen", "made.html": "made.html seen"}


def test_commands(tmp_path: Path) -> None:
    write(tmp_path, {"_plugins/all.py": PLUGIN})
    loaded = plugins.load(configuration.load({"source": str(tmp_path)}))
    assert list(loaded.commands) == ["greet"]


def test_safe_mode_runs_no_files_and_only_the_whitelist(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "_plugins/all.py": "raise RuntimeError",
            "_config.yml": "plugins: [jekyll-feed, jekyll-sitemap]\nwhitelist: [jekyll-feed]\n",
        },
    )
    loaded = plugins.load(configuration.load({"source": str(tmp_path), "safe": True}))
    assert loaded.names == ["jekyll-feed"]


def test_the_old_name_of_the_list(tmp_path: Path) -> None:
    write(tmp_path, {"_config.yml": "gems: [jekyll-feed]\n"})
    assert plugins.load(configuration.load({"source": str(tmp_path)})).names == ["jekyll-feed"]


@pytest.mark.parametrize("mistake", ["x / 0", "def f(:"])
def test_an_exception_is_the_plugins_with_file_and_line(mistake: str, tmp_path: Path) -> None:
    write(tmp_path, {"_plugins/bad.py": f"x = 1\n\n{mistake}\n"})
    with pytest.raises(PluginError, match=r"plugin _plugins/bad\.py failed in import") as caught:
        plugins.load(configuration.load({"source": str(tmp_path)}))
    assert (caught.value.path, caught.value.line) == (str(tmp_path / "_plugins/bad.py"), 3)


@pytest.mark.parametrize("where", ["generate(self, site)", "__init__(self, configuration)"])
def test_an_exception_of_a_generator(build_site: BuildSite, where: str) -> None:
    plugin = dedent(f"""\
        from jinkyll.plugins.api import Generator
        class Bad(Generator):
            def generate(self, site): pass
            def {where}:
                raise KeyError("lost")
    """)
    with pytest.raises(PluginError, match=r"plugin _plugins/bad\.py failed.*KeyError: 'lost'"):
        build_site({"_plugins/bad.py": plugin})


def test_ruby_files_are_named_once_with_what_they_register(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        tmp_path,
        {
            "_plugins/a.rb": "Liquid::Template.register_tag('youtube', YouTube)\n"
            "Jekyll::Hooks.register :posts, :post_render do |post|\nend\n",
            "_plugins/sub/b.rb": "module J\n  class Gen < Jekyll::Generator\n  end\nend\n",
            "_plugins/c.rb": "puts 1\n",
        },
    )
    plugins.load(configuration.load({"source": str(tmp_path)}))
    warning = capsys.readouterr().err
    assert warning.count("Ruby can't be run") == 1
    assert "a.rb (tag youtube, hook :posts), _plugins/c.rb, " in warning
    assert "sub/b.rb (generator Gen)" in warning


def test_names_without_a_plugin_are_named_and_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        tmp_path,
        {
            "_config.yml": "plugins: [jekyll-scholar, jekyll-feed, ../x, kramdown, minima,"
            " jekyll-theme-x]\n",
        },
    )
    loaded = plugins.load(configuration.load({"source": str(tmp_path)}))
    assert loaded.names == ["jekyll-feed"]
    assert "jekyll-scholar, ../x can't run in Python and are left out." in capsys.readouterr().err


def test_installed_packages_announce_their_plugins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = write(tmp_path / "lib", {"their_plugin.py": PLUGIN})
    monkeypatch.syspath_prepend(module)
    point = EntryPoint("jekyll-theirs", "their_plugin", "jinkyll.plugins")
    monkeypatch.setattr(
        "importlib.metadata.entry_points",
        lambda *, group: EntryPoints([point]).select(group=group),
    )
    write(tmp_path, {"_config.yml": "plugins: [jekyll_theirs]\n"})
    loaded = plugins.load(configuration.load({"source": str(tmp_path)}))
    assert loaded.names == ["jekyll_theirs"]
    assert sorted(loaded.tags) == ["shown", "twice", "verbatim"]


def test_plugins_of_a_gemfile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(
        tmp_path,
        {
            "_config.yml": "plugins: [jekyll-seo-tag]\n",
            "Gemfile": "source 'https://rubygems.org'\ngem 'jekyll'\ngem 'jekyll-toc'\n"
            "group :jekyll_plugins do\n  gem 'jekyll-feed', '~> 0.12'\n  gem \"jekyll-scholar\"\n"
            "  # gem 'jekyll-gist'\nend\n"
            "gem 'jekyll-sitemap', group: :jekyll_plugins\n",
        },
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JEKYLL_NO_BUNDLER_REQUIRE", raising=False)
    names = ["jekyll-feed", "jekyll-sitemap", "jekyll-seo-tag"]
    assert plugins.load(configuration.load({})).names == names
    monkeypatch.setenv("JEKYLL_NO_BUNDLER_REQUIRE", "true")
    assert plugins.load(configuration.load({})).names == names[-1:]
    monkeypatch.delenv("JEKYLL_NO_BUNDLER_REQUIRE")
    monkeypatch.chdir(tmp_path.parent)
    assert plugins.load(configuration.load({"source": str(tmp_path)})).names == names[-1:]


def test_plugins_that_the_themes_gem_depends_on(
    build_site: BuildSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gems = write(
        tmp_path,
        {
            "themes/specifications/pretty-1.0.gemspec": "Gem::Specification.new do |s|\n"
            '  s.add_runtime_dependency(%q<jekyll-feed>.freeze, ["~> 0.9"])\nend\n',
            "themes/gems/pretty-1.0/_layouts/x.html": "x",
        },
    )
    monkeypatch.setenv("JEKYLL_THEMES_DIR", str(gems / "themes/gems"))
    site = build_site(
        {
            "_config.yml": "theme: pretty\nplugins: [jekyll-sitemap]\n",
            "index.html": "---\n---\n{{ site.pages | map: 'url' | join: ' ' }}",
        }
    )
    assert sorted(site) == ["feed.xml", "index.html", "robots.txt", "sitemap.xml"]
    # The theme's plugins are loaded before the site's, and so their generators run.
    assert site["index.html"] == "/ /feed.xml /sitemap.xml /robots.txt"


def test_pagination_without_its_plugin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"_config.yml": "paginate: 3\n"})
    plugins.load(configuration.load({"source": str(tmp_path)}))
    assert "Ensure you have `plugins: [jekyll-paginate]`" in capsys.readouterr().err
