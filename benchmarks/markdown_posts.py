"""How fast Markdown becomes HTML, against mistune and Python-Markdown.

    python benchmarks/markdown_posts.py

100 posts of a made blog, each of 4 to 5 KB with two code blocks, without highlighting. The best
of several rounds each, in turn, in one run. Needs the package `mistune`; it is left out where it
is missing. `--profile` shows where jinkyll's time goes.

What the profile said last, in shares of the whole: block pass 36 % (of which paragraphs 7, lists 12
with what is in them), span pass 30 % (the search for the next character of interest 5), writing
22 %; the rest is setting up. No single function has more than 8 %.
"""

from __future__ import annotations

import argparse
import cProfile
import importlib.util
import pstats
import time
from typing import TYPE_CHECKING

import markdown
from blog import posts

from jinkyll import kramdown

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 12
POSTS = 100
OPTIONS = {
    "input": "GFM",
    "hard_wrap": False,
    "auto_ids": True,
    "toc_levels": "1..6",
    "entity_output": "as_char",
    "smart_quotes": "lsquo,rsquo,ldquo,rdquo",
    "syntax_highlighter": None,
}


def texts() -> list[str]:
    """The first posts that have the right size."""
    found: list[str] = []
    for post in posts(20 * POSTS):
        if 4_000 <= len(post.body) <= 5_000 and post.body.count("\n```\n") == 2:
            found.append(post.body)
        if len(found) == POSTS:
            break
    return found


def engines() -> dict[str, Callable[[str], object]]:
    found: dict[str, Callable[[str], object]] = {
        "jinkyll.kramdown.convert": lambda text: kramdown.convert(text, OPTIONS).html
    }
    extension = markdown.Markdown(
        extensions=["jinkyll.kramdown"], extension_configs={"jinkyll.kramdown": OPTIONS}
    )
    found["jinkyll.kramdown in Python-Markdown"] = lambda text: extension.reset().convert(text)
    if importlib.util.find_spec("mistune"):
        import mistune  # noqa: PLC0415  (may be missing)

        found["mistune"] = mistune.create_markdown(
            plugins=["table", "footnotes", "strikethrough", "def_list", "abbr", "task_lists"]
        )
    plain = markdown.Markdown(extensions=["extra", "smarty", "toc"])
    found["Python-Markdown"] = lambda text: plain.reset().convert(text)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--profile", action="store_true")
    arguments = parser.parse_args()
    documents = texts()
    size = sum(map(len, documents)) / len(documents)
    if arguments.profile:
        for text in documents:  # compile the patterns
            kramdown.convert(text, OPTIONS)
        profile = cProfile.Profile()
        profile.enable()
        for text in documents:
            kramdown.convert(text, OPTIONS)
        profile.disable()
        pstats.Stats(profile).sort_stats("tottime").print_stats(30)
        return
    best: dict[str, float] = {}
    candidates = engines()
    for _ in range(ROUNDS):
        for name, engine in candidates.items():
            start = time.process_time()
            for text in documents:
                engine(text)
            spent = (time.process_time() - start) / len(documents)
            best[name] = min(best.get(name, spent), spent)
    base = best["jinkyll.kramdown.convert"]
    print(f"{len(documents)} posts of {size:.0f} characters")
    for name, spent in best.items():
        print(f"{name:38}{spent * 1000:8.2f} ms{spent / base:8.1f}")


if __name__ == "__main__":
    main()
