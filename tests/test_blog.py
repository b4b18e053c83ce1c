"""This repository's own blog: it builds without a warning, and none of its links leads nowhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["index.html", "about/index.html", "404.html"]


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The built blog, and what the command printed."""
    site = tmp_path_factory.mktemp("blog") / "site"
    command = ["-m", "jinkyll", "build", "--baseurl", "/blog", "--disable-disk-cache"]
    done = subprocess.run(
        [sys.executable, *command, "--source", str(ROOT), "--destination", str(site)],
        capture_output=True,
        text=True,
        check=False,
    )
    return site, done


def test_it_builds_without_a_warning(
    blog: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    _, done = blog
    assert done.stderr == ""
    assert done.returncode == 0


def test_it_holds_the_blog_and_nothing_of_the_tool(
    blog: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    site, _ = blog
    posts = {path.stem.split("-", 3)[3] for path in (ROOT / "_posts").iterdir()}
    top = {path.name for path in site.iterdir()}
    assert top == posts | {
        "docs",
        "404.html",
        "about",
        "css",
        "feed.xml",
        "images",
        "index.html",
        "robots.txt",
        "sitemap.xml",
    }


def test_every_link_leads_somewhere(
    blog: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    site, _ = blog
    pages = {path: html.parse(str(path)).getroot() for path in site.rglob("*.html")}
    dead = []
    for path, page in pages.items():
        here = "/blog/" + path.relative_to(site).as_posix().removesuffix("index.html")
        page.make_links_absolute("http://blog" + here)
        for _, _, link, _ in page.iterlinks():
            target = urlsplit(link)
            if target.netloc != "blog":
                continue
            assert target.path.startswith("/blog/"), link
            file = site / unquote(target.path.removeprefix("/blog/"))
            file = file / "index.html" if file.is_dir() else file
            fragment = unquote(target.fragment)
            if not file.is_file() or (
                fragment and not pages[file].xpath("//*[@id=$i]", i=fragment)
            ):
                dead.append(f"{path.relative_to(site)}: {link}")
    assert dead == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_can_be_found_one_s_way_in(
    blog: tuple[Path, subprocess.CompletedProcess[str]], page: str
) -> None:
    site, _ = blog
    root = html.parse(str(site / page)).getroot()
    assert root.get("lang") == "en"
    assert len(root.xpath("//main")) == len(root.xpath("//h1")) == 1
    assert root.xpath("string(//title)").strip()
    assert not root.xpath("//img[not(@alt)]")
    assert not root.xpath("//a[not(normalize-space()) and not(@aria-hidden)]")
    first_link = root.xpath("//body//a")[0]
    assert first_link.get("href") == "#content"
