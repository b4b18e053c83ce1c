"""Random small sites, and random edits of them, the same for the same seed.

The templates look at everything that an incremental build has to know of: bodies and
excerpts of other pages, before and after their turn, the time, lists, data, includes.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["EDITS", "MadeSite"]

_PIECES = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "incremental" / "pieces.yml").read_text()
)
LAYOUTS: dict[str, list[str]] = _PIECES["layouts"]
PAGES: dict[str, list[str]] = _PIECES["pages"]
INCLUDES: dict[str, list[str]] = _PIECES["includes"]
DATA: dict[str, list[str]] = _PIECES["data"]
BODIES: list[str] = _PIECES["bodies"]
CONFIG: list[str] = _PIECES["configurations"]
WITHOUT_FRONT_MATTER = {"bare.md", "docs/README.md"}


def _layout(name: str) -> str:
    return f"_layouts/{name}" if "." in name else f"_layouts/{name}.html"


class MadeSite:
    """A site in *folder* that changes at random."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.destination = folder / "_site"
        self.dice = Random(seed)  # noqa: S311  (repeatable on purpose)
        self.clock = 1_700_000_000
        self._changes = 0
        dice = self.dice
        self.write("_config.yml", dice.choice(CONFIG))
        for name, texts in LAYOUTS.items():
            self.write(_layout(name), dice.choice(texts))
        for name, texts in INCLUDES.items():
            self.write(f"_includes/{name}", dice.choice(texts))
        for name, texts in DATA.items():
            self.write(f"_data/{name}", dice.choice(texts))
        for name, texts in PAGES.items():
            if dice.random() < 0.7 or name == "index.html":
                self.write(name, self._page(name, dice.choice(texts)))
        for _ in range(dice.randint(1, 6)):
            self.add_post()
        for number in range(dice.randint(0, 2)):
            self.write(f"_things/t{number}.md", f"---\ntitle: T{number}\n---\n{self._body()}")
        self.write("part.txt", "a part")
        self.write("image.svg", "<svg/>")
        if dice.random() < 0.1:  # the compiler is a process of its own, and slow to start
            self.write("css/main.scss", "---\n---\n@import 'a';\n")
        self.write("_sass/_a.scss", "$x: 1px; a { width: $x; }\n")

    def write(self, name: str, text: str) -> None:
        """Write a file; its time is one that no file had before."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self._stamp(path)

    def _stamp(self, path: Path) -> None:
        self._changes += 1
        time = 1_600_000_000_000_000_000 + self._changes * 1_000_000_007
        os.utime(path, ns=(time, time))

    def _body(self) -> str:
        return self.dice.choice(BODIES).replace("NUMBER", str(self.dice.randrange(1000)))

    @staticmethod
    def _page(name: str, text: str) -> str:
        if name in WITHOUT_FRONT_MATTER:
            return f"{text}\n"
        layout = "" if name.endswith((".xml", ".json", ".txt")) else "layout: default\n"
        title = "" if name == "headed.md" else f"title: {name.split('.', maxsplit=1)[0]}\n"
        return f"---\n{layout}{title}---\n{text}\n"

    def _front_matter(self) -> str:
        dice = self.dice
        lines = [f"title: Title {dice.randrange(100)}", f"tags: [{dice.choice('abc')}]"]
        if dice.random() < 0.8:
            lines.append(f"layout: {dice.choice(('post', 'post', 'default'))}")
        if dice.random() < 0.1:
            lines.append("published: false")
        if dice.random() < 0.15:
            lines.append(f"permalink: /{dice.choice(('map.txt', 'other.svg', 'mine.html', 'p/'))}")
        if dice.random() < 0.1:
            lines.append(f"date: 2020-01-{dice.randint(1, 28):02d} 10:00:00 +0100")
        if dice.random() < 0.1:
            lines.append(f"redirect_from: /old{dice.randrange(3)}/")
        return "---\n" + "\n".join(lines) + "\n---\n"

    def add_post(self) -> None:
        """One more post, or one in the place of another of that day; it may be of the future."""
        dice = self.dice
        folder = "_drafts" if dice.random() < 0.1 else "_posts"
        year = 2030 if dice.random() < 0.05 else 2020
        name = f"{folder}/{year}-01-{dice.randint(1, 28):02d}-{dice.choice('pqrs')}.md"
        self.write(name, self._front_matter() + self._body())

    def _some(self, *patterns: str) -> Path | None:
        found = sorted(path for pattern in patterns for path in self.folder.glob(pattern))
        return self.dice.choice(found) if found else None

    # Edits

    def edit_body(self) -> None:
        path = self._some("_posts/*.md", "_things/*.md", "_drafts/*.md")
        if path is not None:
            front = path.read_text(encoding="utf-8").split("---\n")[1]
            self.write(str(path.relative_to(self.folder)), f"---\n{front}---\n{self._body()}")

    def edit_front_matter(self) -> None:
        path = self._some("_posts/*.md", "_things/*.md")
        if path is not None:
            _, _, body = path.read_text(encoding="utf-8").split("---\n", 2)
            self.write(str(path.relative_to(self.folder)), self._front_matter() + body)

    def edit_page(self) -> None:
        name = self.dice.choice(list(PAGES))
        self.write(name, self._page(name, self.dice.choice(PAGES[name])))

    def edit_template(self) -> None:
        kind, choices = self.dice.choice(
            ((_layout, LAYOUTS), ("_includes/{}".format, INCLUDES), ("_data/{}".format, DATA))
        )
        name = self.dice.choice(list(choices))
        self.write(kind(name), self.dice.choice(choices[name]))

    def lose_template(self) -> None:
        """A layout that is gone; of data, one more file."""
        path = self._some("_layouts/post.html")
        if path is not None and self.dice.random() < 0.5:
            path.unlink()
        else:
            self.write("_data/extra.yml", f"[{self.dice.randrange(9)}]")

    def edit_configuration(self) -> None:
        self.write("_config.yml", self.dice.choice(CONFIG))

    def edit_part(self) -> None:
        self.write("part.txt", f"a part {self.dice.randrange(9)}")

    def edit_style(self) -> None:
        self.write("_sass/_a.scss", f"$x: {self.dice.randrange(9)}px; a {{ width: $x; }}\n")

    def edit_static(self) -> None:
        self.write(self.dice.choice(("image.svg", "other.svg")), f"<svg {self.dice.random()}/>")

    def remove_source(self) -> None:
        path = self._some("_posts/*.md", "_things/*.md", "other.svg", "tags.md", "map.txt")
        if path is not None:
            path.unlink()

    def touch(self) -> None:
        path = self._some("**/*.md", "_layouts/*", "part.txt")
        if path is not None:
            self._stamp(path)

    def spoil_output(self) -> None:
        path = self._some("_site/**/*.html", "_site/*.xml", "_site/*.svg")
        if path is None:
            return
        if self.dice.random() < 0.5:
            path.unlink()
        else:
            path.write_text("spoilt", encoding="utf-8")
            self._stamp(path)

    def litter(self) -> None:
        self.write("_site/stray/file.html", "nobody made me")

    def lose_site(self) -> None:
        shutil.rmtree(self.destination, ignore_errors=True)

    def wait(self) -> None:
        self.clock += self.dice.choice((1, 3600, 86_400 * 31, 86_400 * 366))

    def nothing(self) -> None:
        """Build again, that is all."""


EDITS: tuple[tuple[int, Callable[[MadeSite], None]], ...] = (
    (8, MadeSite.edit_body),
    (2, MadeSite.edit_front_matter),
    (3, MadeSite.edit_page),
    (3, MadeSite.edit_template),
    (1, MadeSite.lose_template),
    (1, MadeSite.edit_configuration),
    (1, MadeSite.edit_part),
    (1, MadeSite.edit_style),
    (1, MadeSite.edit_static),
    (1, MadeSite.add_post),
    (1, MadeSite.remove_source),
    (2, MadeSite.touch),
    (2, MadeSite.spoil_output),
    (1, MadeSite.litter),
    (1, MadeSite.lose_site),
    (3, MadeSite.wait),
    (2, MadeSite.nothing),
)
