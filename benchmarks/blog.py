"""Make a blog of any size, the same every time, twice: for Jekyll (and jinkyll), and for Hugo.

    python benchmarks/blog.py 1000 /tmp/blog        # /tmp/blog/jekyll and /tmp/blog/hugo

Both have the same posts, pages, theme, tag and category pages, feed, sitemap and data files.
Where a third of Jekyll's posts hold Liquid outputs, Hugo's hold shortcodes.
"""

from __future__ import annotations

import argparse
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from code_blocks import code_block
from prose import heading, paragraph, phrase, plain_sentence, sentence, table, title, words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Post", "make", "post_paths", "posts"]

THEMES = Path(__file__).parent / "themes"
TAGS = [
    *("python", "web", "travel", "notes", "linux", "css", "tools", "writing", "books"),
    *(
        "data",
        "git",
        "testing",
        "design",
        "history",
        "cooking",
        "maps",
        "photos",
        "language",
        "art",
    ),
]
CATEGORIES = ["engineering", "journal", "reviews", "essays"]
FIRST = datetime(2012, 1, 2, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Post:
    number: int
    slug: str
    title: str
    date: datetime
    description: str
    tags: list[str]
    category: str
    body: str  # with TITLE, SITE and DAY where an output of the template language stands

    @property
    def dynamic(self) -> bool:
        return self.number % 3 == 0


def _items(random: Random) -> str:
    marker = random.choice(("- ", "* ", "1. "))
    lines = []
    for _ in range(random.randint(3, 6)):
        lines.append(marker + sentence(random))
        if random.random() < 0.15:
            lines += [" " * len(marker) + "- " + phrase(random) for _ in range(2)]
    return "\n".join(lines)


def _body(random: Random, number: int, *, dynamic: bool) -> str:
    parts = [paragraph(random, 320)]
    if dynamic:
        parts.append("You are reading *TITLE* on SITE, written in DAY. " + sentence(random))
    codes = random.randint(1, 2)
    for section in range(4):
        parts += [f"## {heading(random)}", paragraph(random, 300)]
        if section < codes:
            one, two = words(random, 2).split()
            parts.append(code_block(random, 2 * number + section, one, two))
        extra = random.randrange(5)
        if extra == 0:
            parts.append(table(random))
        elif extra == 1:
            parts.append("> " + paragraph(random, 160).replace("\n", "\n> "))
        elif extra in (2, 3):
            parts.append(_items(random))
        else:
            parts.append(f"![{phrase(random)}](/images/{words(random, 1)}.png)")
        parts.append(paragraph(random, 220))
    parts[-1] += f" So says {phrase(random)}.[^1]"
    parts[-3] += "[^note]" if parts[-3][-1] in ".!?" and "\n|" not in parts[-3] else ""
    parts.append(f"[^1]: {sentence(random)}")
    if "[^note]" in "".join(parts):
        parts.append(f"[^note]: {sentence(random)} See <https://example.org/{number}>.")
    return "\n\n".join(parts) + "\n"


def posts(count: int) -> Iterator[Post]:
    """The first *count* posts, oldest first; a bigger blog begins with the same posts."""
    for number in range(count):
        random = Random(f"blog {number}")
        name = title(random)
        yield Post(
            number=number,
            slug=f"{'-'.join(name.lower().split())}-{number}",
            title=f"{name}, part {number}",
            date=FIRST + timedelta(hours=11 * number),
            description=plain_sentence(random),
            tags=sorted(random.sample(TAGS, random.randint(2, 3))),
            category=random.choice(CATEGORIES),
            body=_body(random, number, dynamic=number % 3 == 0),
        )


def post_paths(count: int, kind: str) -> list[str]:
    """The paths of the posts' files, relative to the site's source."""
    return [_path(post, kind) for post in posts(count)]


def _path(post: Post, kind: str) -> str:
    if kind == "jekyll":
        return f"_posts/{post.date:%Y-%m-%d}-{post.slug}.md"
    return f"content/posts/{post.slug}.md"


def _front_matter(post: Post, category_key: str) -> str:
    return (
        f'---\ntitle: "{post.title}"\ndate: {post.date:%Y-%m-%d %H:%M:%S} +0000\n'
        f'description: "{post.description}"\ntags: [{", ".join(post.tags)}]\n'
        f"{category_key}: [{post.category}]\nauthor: {'ann' if post.number % 2 else 'bob'}\n---\n"
    )


def _jekyll_text(post: Post) -> str:
    body = post.body
    if post.dynamic:
        body = body.replace("TITLE", "{{ page.title }}", 1).replace("SITE", "{{ site.title }}", 1)
        body = body.replace("DAY", '{{ page.date | date: "%B %Y" }}', 1)
    return _front_matter(post, "categories") + "\n" + body


def _hugo_text(post: Post) -> str:
    body = post.body
    if post.dynamic:
        body = body.replace("TITLE", "{{< title >}}", 1).replace("SITE", "{{< site >}}", 1)
        body = body.replace("DAY", "{{< day >}}", 1)
    front_matter = _front_matter(post, "categories").replace(" +0000\n", "Z\n", 1)
    return front_matter.replace(f"{post.date:%Y-%m-%d} ", f"{post.date:%Y-%m-%d}T", 1) + "\n" + body


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make(count: int, folder: Path) -> None:
    """Write both sites below *folder*, replacing what is there."""
    for kind in ("jekyll", "hugo"):
        shutil.rmtree(folder / kind, ignore_errors=True)
        shutil.copytree(THEMES / kind, folder / kind)
    for post in posts(count):
        _write(folder / "jekyll" / _path(post, "jekyll"), _jekyll_text(post))
        _write(folder / "hugo" / _path(post, "hugo"), _hugo_text(post))
    for key, terms in (("tags", TAGS), ("categories", CATEGORIES)):
        for term in terms:
            _write(
                folder / "jekyll" / key / f"{term}.md",
                f"---\nlayout: term\ntitle: {term.capitalize()}\nkind: {key}\nterm: {term}\n"
                f"permalink: /{key}/{term}/\n---\n",
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", type=int, help="how many posts")
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    make(arguments.count, arguments.folder)
