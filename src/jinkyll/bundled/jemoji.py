"""jemoji: ``:heart:`` in the text of a page becomes a picture.

Names and file names are those of GitHub's gemoji. Configuration: ``emoji.src``, the address below
which ``emoji/unicode/2764.png`` lies.

Source: https://github.com/jekyll/jemoji (0.13.0).
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from jinkyll.plugins.api import hook
from jinkyll.plugins.html import rewrite, rewrite_body

if TYPE_CHECKING:
    from jinkyll.content import Document, Page

_ASSET_HOST: Final = "https://github.githubassets.com"
#: A name with the colon in front; the colon behind may be the next name's.
_CANDIDATE: Final = re.compile(r":(?=([\w+-]+):)")
#: Pictures that stand for no character; their files bear their names.
_CUSTOM: Final = frozenset(
    [
        "accessibility",
        "atom",
        "basecamp",
        "basecampy",
        "bowtie",
        "dependabot",
        "electron",
        "feelsgood",
        "finnadie",
        "goberserk",
        "godmode",
        "hurtrealbad",
        "neckbeard",
        "octocat",
        "rage1",
        "rage2",
        "rage3",
        "rage4",
        "shipit",
        "suspect",
        "trollface",
    ]
)


@hook(["pages", "documents"], "post_render")
def emojify(item: Page | Document) -> None:
    """Put pictures into the output of *item*, if it is HTML that gets written."""
    output = item.output
    if not output or not item.is_written or not _is_html(item):
        return
    if not any(_file_name(name) for name in _CANDIDATE.findall(output)):
        return
    settings = item.site.config.get("emoji")
    root = settings.get("src") if isinstance(settings, dict) else None
    if root is None:
        root = f"{os.environ.get('ASSET_HOST_URL', _ASSET_HOST).removesuffix('/')}/images/icons/"

    def text(piece: str) -> str:
        return _with_pictures(piece, str(root))

    item.output = rewrite_body(
        output, lambda html: rewrite(html, text, outside=("pre", "code", "tt"))
    )


def _is_html(item: Page | Document) -> bool:
    return item.output_ext == ".html" or (item.permalink or "").endswith("/")


def _with_pictures(text: str, root: str) -> str:
    pieces: list[str] = []
    position = 0
    for match in _CANDIDATE.finditer(text):
        name = match[1]
        if match.start() < position or (file_name := _file_name(name)) is None:
            continue
        pieces.append(text[position : match.start()])
        pieces.append(
            f'<img class="emoji" title=":{name}:" alt=":{name}:"'
            f' src="{root.rstrip("/")}/emoji/{file_name}" height="20" width="20">'
        )
        position = match.end(1) + 1
    return "".join(pieces) + text[position:] if pieces else text


@cache
def _file_name(name: str) -> str | None:
    if name in _CUSTOM:
        return f"{name}.png"
    code_points = _names().get(name)
    return None if code_points is None else f"unicode/{code_points}.png"


@cache
def _names() -> dict[str, str]:
    """The code points, as gemoji writes them into file names, by emoji name."""
    # A quarter of a megabyte, of no use to a page without a colon on both sides of a word.
    from pymdownx import gemoji_db  # noqa: PLC0415  (start-up time)

    emoji: dict[str, dict[str, str]] = gemoji_db.emoji
    aliases: dict[str, str] = gemoji_db.aliases
    names = {
        name.strip(":"): _joiners_dropped(entry["unicode"])
        for name, entry in emoji.items()
        if "unicode" in entry
    }
    names.update(
        (alias.strip(":"), names[name.strip(":")])
        for alias, name in aliases.items()
        if name.strip(":") in names
    )
    return names


def _joiners_dropped(code_points: str) -> str:
    return "-".join(each for each in code_points.split("-") if each not in {"fe0f", "200d"})
